//! Tokens for readers (profiles.md 2.5, RFC 6749).

use serde::Serialize;

use crate::limits::Limits;
use crate::object;
use crate::reader::Reader;
use crate::written::written;

/// A request for a token.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// The credential's id.
    pub client_id: Box<str>,
    /// Its secret.
    pub client_secret: Box<str>,
    /// How it is asked for; `client_credentials` is what the contract knows.
    pub grant_type: Box<str>,
}

/// The secret stays out of every message and log.
impl std::fmt::Debug for TokenRequest {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { client_id, client_secret: _, grant_type } = self;
        out.debug_struct("TokenRequest")
            .field("client_id", client_id)
            .field("grant_type", grant_type)
            .finish_non_exhaustive()
    }
}

/// Reads a request for a token: JSON as the contract documents it, or a form as RFC 6749 wants it.
///
/// # Errors
/// When it is neither, or a member is missing; the text names it.
pub fn parse_token_request(text: &[u8], content_type: &str) -> Result<TokenRequest, String> {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") { from_form(text) } else { from_json(text) }
}

fn from_json(text: &[u8]) -> Result<TokenRequest, String> {
    let root = object::request(text).map_err(|fault| fault.to_string())?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let mut needed = |name: &str| root.needed_text(&mut faults, name);
    let members = (needed("client_id"), needed("client_secret"), needed("grant_type"));
    let (Some(client_id), Some(client_secret), Some(grant_type)) = members else {
        let said: Vec<String> = faults.refusals.iter().map(ToString::to_string).collect();
        return Err(said.join("; "));
    };
    Ok(TokenRequest { client_id, client_secret, grant_type })
}

fn from_form(text: &[u8]) -> Result<TokenRequest, String> {
    let text = std::str::from_utf8(text).map_err(|_| "the form is not UTF-8".to_owned())?;
    let pairs: Vec<(String, String)> = text
        .split('&')
        .filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            Some((form_decoded(name)?, form_decoded(value)?))
        })
        .collect();
    let needed = |wanted: &str| {
        let found = pairs.iter().find(|(name, value)| name == wanted && !value.is_empty());
        found.map(|(_, value)| value.as_str().into()).ok_or_else(|| format!("{wanted}: {}", object::REQUIRED))
    };
    Ok(TokenRequest {
        client_id: needed("client_id")?,
        client_secret: needed("client_secret")?,
        grant_type: needed("grant_type")?,
    })
}

/// A name or value of a form as it was meant; `None` where an escape is none.
fn form_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

/// The answer with a token.
#[must_use]
pub fn token_answer(token: &str, expires_in_s: i64) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        access_token: &'a str,
        expires_in: i64,
        token_type: &'static str,
    }
    written(&Answer { access_token: token, expires_in: expires_in_s, token_type: "Bearer" })
}

/// The answer to a request for a token that was refused: `{"error","error_description"}`.
#[must_use]
pub fn oauth_error(code: &str, description: &str) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        error: &'a str,
        error_description: &'a str,
    }
    written(&Answer { error: code, error_description: description })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, content_type: &str) -> Result<[String; 3], String> {
        let request = parse_token_request(text.as_bytes(), content_type)?;
        Ok([request.client_id, request.client_secret, request.grant_type].map(String::from))
    }

    #[test]
    fn json_and_forms_say_the_same() {
        let json = r#"{"client_id":"a","client_secret":"s +%","audience":"https://api.example","grant_type":"client_credentials"}"#;
        let form = "grant_type=client_credentials&client_id=a&client_secret=s+%2B%25&audience=x";
        let expected = Ok(["a", "s +%", "client_credentials"].map(str::to_owned));
        assert_eq!(parts(json, "application/json; charset=utf-8"), expected);
        assert_eq!(parts(json, ""), expected, "JSON, unless it says form");
        assert_eq!(parts(form, "application/x-www-form-urlencoded"), expected);
        assert_eq!(parts(form, "Application/X-WWW-Form-Urlencoded ;charset=utf-8"), expected);
    }

    #[test]
    fn what_is_missing_is_named() {
        let form = "application/x-www-form-urlencoded";
        let table = [
            (
                "{}",
                "",
                "client_id: required, missing or empty; client_secret: required, missing or empty; grant_type: required, missing or empty",
            ),
            (
                r#"{"client_id":"a","client_secret":{},"grant_type":"x"}"#,
                "",
                "client_secret: an object where a text belongs",
            ),
            ("[]", "", "an array where an object belongs"),
            ("client_id=a", "", "not JSON: expected value at column 1"),
            ("", form, "client_id: required, missing or empty"),
            ("client_id=a&client_secret=", form, "client_secret: required, missing or empty"),
            ("client_id=a&client_secret=%zz&grant_type=x", form, "client_secret: required, missing or empty"),
            ("client_id=a&client_secret=%2", form, "client_secret: required, missing or empty"),
            ("client_id=%ff", form, "client_id: required, missing or empty"),
        ];
        for (text, content_type, expected) in table {
            assert_eq!(parts(text, content_type), Err(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_secret_is_in_no_message() {
        let text = "client_id=a&client_secret=verysecret&grant_type=client_credentials";
        let request = parse_token_request(text.as_bytes(), "application/x-www-form-urlencoded").unwrap();
        assert!(!format!("{request:?}").contains("verysecret"));
    }

    #[test]
    fn answers_are_those_of_the_standard() {
        assert_eq!(token_answer("t", 28_800), r#"{"access_token":"t","expires_in":28800,"token_type":"Bearer"}"#);
        let expected = r#"{"error":"invalid_client","error_description":"no such client"}"#;
        assert_eq!(oauth_error("invalid_client", "no such client"), expected);
    }
}
