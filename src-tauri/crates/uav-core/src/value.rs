//! Values of attributes. JSON types are kept as sent, and numbers to the last digit (events.md RD-2, AT-4).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A JSON number, kept exactly as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Number {
    /// A whole number that fits.
    Int(i64),
    /// Any other number, as its text: `12.50`, `1e3`, `9223372036854775808`.
    Text(Box<str>),
}

impl Number {
    /// The number written like this; the text must be a JSON number, which the parser has seen to.
    #[must_use]
    pub fn from_json_text(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(number) if text != "-0" => Self::Int(number),
            _ => Self::Text(text.into()),
        }
    }

    /// The nearest double; `None` when the text is no number at all.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the nearest double is what is asked for")]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Int(number) => Some(*number as f64),
            Self::Text(text) => text.parse().ok(),
        }
    }

    /// The whole number, when it is one and fits: `3`, and `3.0` too.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Text(text) => {
                let (whole, fraction) = text.split_once('.')?;
                fraction.bytes().all(|digit| digit == b'0').then(|| whole.parse().ok()).flatten()
            }
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(number) => number.fmt(out),
            Self::Text(text) => out.write_str(text),
        }
    }
}

/// One value that is not a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scalar {
    /// JSON null: as an attribute, a tag (events.md AT-3).
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, exactly.
    Number(Number),
    /// A text.
    Text(Box<str>),
}

impl fmt::Display for Scalar {
    /// The value as people read it: no quotes, null as nothing.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Bool(truth) => truth.fmt(out),
            Self::Number(number) => number.fmt(out),
            Self::Text(text) => out.write_str(text),
        }
    }
}

/// The value of a user attribute: a scalar, a tag (null) or a list, never an object (events.md 7.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Value {
    /// A scalar, or null for a tag.
    One(Scalar),
    /// A list; it is replaced as a whole (events.md AT-10).
    List(Vec<Scalar>),
}

impl Value {
    /// A text value.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::One(Scalar::Text(text.into()))
    }

    /// Whether this is a tag, an attribute with no value.
    #[must_use]
    pub const fn is_tag(&self) -> bool {
        matches!(self, Self::One(Scalar::Null))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        for text in ["0", "-1", "9007199254740993", "12.50", "1e3", "-0", "18446744073709551616"] {
            assert_eq!(Number::from_json_text(text).to_string(), text);
        }
    }

    #[test]
    fn whole_decimals_are_whole() {
        assert_eq!(Number::from_json_text("3.00").as_i64(), Some(3));
        assert_eq!(Number::from_json_text("3.01").as_i64(), None);
        assert_eq!(Number::from_json_text("12.5").as_f64(), Some(12.5));
    }
}
