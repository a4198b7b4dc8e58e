//! How much may come in, and what a sender is told about it (events.md 3.3).

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use uav_engine::{Admission, Engine, Metered};

use super::answer::errors;

const EXCEEDED: HeaderName = HeaderName::from_static("x-mp-rate-limit-exceeded");
const USED: HeaderName = HeaderName::from_static("x-mp-rate-limit-percentage-used");

/// A share of the limit that was let in.
#[derive(Clone, Copy)]
pub(crate) struct Admitted(Option<u8>);

impl Admitted {
    /// Tells a sender that was served how much of the limit is used.
    pub(crate) fn on(self, mut answer: Response) -> Response {
        if let Some(percent) = self.0
            && answer.status().is_success()
        {
            answer.headers_mut().insert(USED, HeaderValue::from(u16::from(percent)));
        }
        answer
    }
}

/// Lets so many in, or gives the answer that tells when to come again.
pub(crate) fn admit(engine: &Engine, what: Metered, count: usize) -> Result<Admitted, Response> {
    match engine.admit(what, u32::try_from(count).unwrap_or(u32::MAX)) {
        Admission::Admitted(percent) => Ok(Admitted(percent)),
        Admission::Later(seconds) => {
            let message = format!("over the limit: come again in {seconds} s");
            let mut answer = errors(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", &[message]);
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            answer.headers_mut().insert(EXCEEDED, HeaderValue::from_static("org"));
            Err(answer)
        }
    }
}
