//! Bodies: read to their limit, which counts the text after decompression (events.md RD-8).

use std::io::Read;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use flate2::read::MultiGzDecoder;

use super::answer::{BAD_REQUEST, errors};

/// Why a body was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyFault {
    /// It is not under the limit of this many bytes (LM-1).
    TooLarge(usize),
    /// It says that it is gzip and is not, or ends early.
    NotGzip,
    /// It is compressed in a way that is not understood.
    UnknownEncoding,
    /// The connection broke off.
    CutOff,
}

impl BodyFault {
    /// The answer with the documented error body.
    pub(crate) fn answer(self) -> Response {
        errors(self.status(), BAD_REQUEST, &[self.message()])
    }

    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnknownEncoding => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotGzip | Self::CutOff => StatusCode::BAD_REQUEST,
        }
    }

    pub(crate) fn message(self) -> String {
        match self {
            Self::TooLarge(limit) => format!("the request must be under {limit} bytes"),
            Self::NotGzip => "the body is not whole gzip".to_owned(),
            Self::UnknownEncoding => "Content-Encoding: only gzip is understood".to_owned(),
            Self::CutOff => "the body was cut off".to_owned(),
        }
    }
}

/// The text of a body that is under `limit` bytes.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, BodyFault> {
    let bytes = to_bytes(body, limit).await.map_err(|fault| {
        let source = std::error::Error::source(&fault);
        if source.is_some_and(|source| source.is::<http_body_util::LengthLimitError>()) {
            BodyFault::TooLarge(limit)
        } else {
            BodyFault::CutOff
        }
    })?;
    let encoding = headers.get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap_or("?").trim());
    let text = match encoding {
        None | Some("" | "identity") => bytes,
        Some("gzip" | "x-gzip") => {
            // One byte more than allowed tells a bomb from a large text, and nothing beyond it is unpacked.
            let mut text = Vec::new();
            let room = u64::try_from(limit).unwrap_or(u64::MAX);
            MultiGzDecoder::new(&*bytes).take(room).read_to_end(&mut text).map_err(|_| BodyFault::NotGzip)?;
            Bytes::from(text)
        }
        Some(_) => return Err(BodyFault::UnknownEncoding),
    };
    if text.len() >= limit { Err(BodyFault::TooLarge(limit)) } else { Ok(text) }
}

/// The same where the answer to a fault is the documented error body.
pub(crate) async fn text(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, Response> {
    read(headers, body, limit).await.map_err(BodyFault::answer)
}
