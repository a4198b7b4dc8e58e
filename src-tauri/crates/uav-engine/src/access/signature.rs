//! Signed requests: proof of the secret without sending it (idsync.md 2, events.md AU-7).

use chrono::{DateTime, NaiveDateTime, Utc};

use super::callers::Caller;
use super::secrets::{hex, is_same};
use crate::engine::Engine;
use crate::installation::authenticate;

/// How far the date of a signature may be from the clock here, ms.
const SKEW_MS_MAX: i64 = 15 * 60 * 1_000;

/// A request with its signature, as it came.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The `Date` header. It is signed as it came, never written anew.
    pub date: &'a str,
    /// The paths, query included, that the client may have signed: the real one, and the default one where the request
    /// came under a prefix.
    pub paths: &'a [&'a str],
    /// The body before compression.
    pub body: &'a [u8],
    /// The signature: lower-case hex of HMAC-SHA256.
    pub signature: &'a str,
}

impl Engine {
    /// Whether a request was signed with the secret of the caller's key, not long ago. A key whose secret does not follow
    /// from this installation's key cannot sign; it came with another installation's data.
    #[must_use]
    pub fn is_signed(&self, caller: &Caller, signed: &Signed<'_>) -> bool {
        let secret = self.derived_secret(&caller.key.key);
        if !caller.has_secret(&secret) || !is_fresh(signed.date, self.now_ms()) {
            return false;
        }
        let given = signed.signature.as_bytes();
        signed.paths.iter().any(|path| {
            let head = format!("{}\n{}\n{path}", signed.method, signed.date);
            is_same(hex(&authenticate(secret.as_bytes(), &[head.as_bytes(), signed.body])).as_bytes(), given)
        })
    }
}

/// Whether a date, as ISO 8601 in its basic or extended form or as RFC 1123, is near the clock.
fn is_fresh(date: &str, now_ms: i64) -> bool {
    let basic = NaiveDateTime::parse_from_str(date, "%Y%m%dT%H%M%SZ").map(|time| time.and_utc());
    let read = basic
        .or_else(|_| DateTime::parse_from_rfc3339(date).map(|time| time.with_timezone(&Utc)))
        .or_else(|_| DateTime::parse_from_rfc2822(date).map(|time| time.with_timezone(&Utc)));
    read.is_ok_and(|time| (time.timestamp_millis() - now_ms).abs() <= SKEW_MS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_the_contract() {
        let head = "POST\n20170712T224127Z\n/v1/identify";
        let code = hex(&authenticate(b"secret", &[head.as_bytes(), br#"{"a":1}"#]));
        assert_eq!(code, "82378628376b2a5e79395cb5ac9b6fee12035d30ec29a468579878820f48a164");
    }

    #[test]
    fn dates_are_read_in_three_spellings_and_must_be_near() {
        let now_ms = 1_499_899_287_000;
        for date in [
            "20170712T224127Z",
            "2017-07-12T22:41:27Z",
            "2017-07-12T22:41:27.500+00:00",
            "Wed, 12 Jul 2017 22:41:27 GMT",
            "Wed, 12 Jul 2017 22:56:27 GMT",
            "20170712T222627Z",
        ] {
            assert!(is_fresh(date, now_ms), "{date}");
        }
        for date in ["20170712T225628Z", "20170712T222626Z", "yesterday", "", "Wed, 12 Jul 2018 22:41:27 GMT"] {
            assert!(!is_fresh(date, now_ms), "{date}");
        }
    }
}
