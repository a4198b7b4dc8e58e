//! Names that people give to things.

use crate::error::{EngineError, Result};

/// The longest name, characters.
const NAME_CHARS_MAX: usize = 64;

/// A name, trimmed; an empty or too long one is a fault of the request's `name`.
pub(crate) fn checked_name(name: &str) -> Result<&str> {
    let name = name.trim();
    let invalid = |detail: String| EngineError::Invalid { path: "name", detail };
    match name.chars().count() {
        0 => Err(invalid("a name is needed".to_owned())),
        1..=NAME_CHARS_MAX => Ok(name),
        length => Err(invalid(format!("{length} characters, limit {NAME_CHARS_MAX}"))),
    }
}
