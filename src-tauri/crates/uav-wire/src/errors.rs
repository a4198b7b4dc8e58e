//! The documented error body (events.md 3.2).

use serde::Serialize;

use crate::written::written;

/// One thing that is wrong.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct ErrorItem<'a> {
    code: &'a str,
    message: &'a str,
}

impl<'a> ErrorItem<'a> {
    /// One for each message.
    pub(crate) fn all(code: &'a str, messages: &'a [String]) -> Vec<Self> {
        messages.iter().map(|message| Self { code, message }).collect()
    }
}

/// `{"errors":[{"code","message"},…]}`, one for each message.
#[must_use]
pub fn errors_body(code: &str, messages: &[String]) -> String {
    #[derive(Serialize)]
    struct Body<'a> {
        errors: Vec<ErrorItem<'a>>,
    }
    written(&Body { errors: ErrorItem::all(code, messages) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_an_error_for_each_message() {
        let messages = ["events[3].data.event_name: required, missing or empty".to_owned(), "\"x\"".to_owned()];
        let expected = r#"{"errors":[{"code":"BAD_REQUEST","message":"events[3].data.event_name: required, missing or empty"},{"code":"BAD_REQUEST","message":"\"x\""}]}"#;
        assert_eq!(errors_body("BAD_REQUEST", &messages), expected);
        assert_eq!(errors_body("BAD_REQUEST", &[]), r#"{"errors":[]}"#);
    }
}
