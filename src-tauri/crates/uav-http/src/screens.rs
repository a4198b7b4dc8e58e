//! The files of the screens, carried inside the program.

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};

/// What `npm run build` made.
#[derive(Embed)]
#[folder = "$CARGO_MANIFEST_DIR/../../../ui/dist"]
#[allow_missing = true]
struct Screens;

/// Scripts and data from here alone.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Any path that is no route: a file of the screens, or their first page, which knows the addresses.
pub(crate) async fn file(method: Method, uri: Uri) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let path = uri.path().trim_start_matches('/');
    if let Some(file) = Screens::get(path).filter(|_| !path.is_empty()) {
        return answer(path, file);
    }
    if path.starts_with("api/") || path.starts_with("assets/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    match Screens::get("index.html") {
        Some(file) => answer("index.html", file),
        None => (StatusCode::NOT_FOUND, "the screens were not built into this program: run `npm run build` in ui/")
            .into_response(),
    }
}

fn answer(path: &str, file: EmbeddedFile) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    // Files under assets/ carry their hash in their name.
    let keep = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [(header::CONTENT_TYPE, kind.as_ref()), (header::CACHE_CONTROL, keep)];
    (headers, file.data.into_owned()).into_response()
}

/// Puts the headers on every answer that keep a browser from doing more than it should.
pub(crate) async fn secure_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
