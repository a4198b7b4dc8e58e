//! Reading members with their paths: what does not fit is named, left out, and counted as absent.

use std::fmt;

use uav_core::{IdentityType, Number, Reason, Refusal};

use crate::json::{Json, Kind};
use crate::limits::{Limits, is_longer};
use crate::short::Form;

/// The way to a value; written out only when there is something to say.
#[derive(Clone, Copy)]
pub(crate) enum Path<'p> {
    Root,
    Member(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    pub(crate) const fn member(&'p self, name: &'p str) -> Self {
        Self::Member(self, name)
    }

    pub(crate) const fn item(&'p self, place: usize) -> Self {
        Self::Item(self, place)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(Self::Root, name) => out.write_str(name),
            Self::Member(above, name) => write!(out, "{above}.{name}"),
            Self::Item(above, place) => write!(out, "{above}[{place}]"),
        }
    }
}

/// What is gathered while a batch is read.
pub(crate) struct Reader<'l> {
    pub(crate) limits: &'l Limits,
    /// How the members are named.
    pub(crate) form: Form,
    pub(crate) refusals: Vec<Refusal>,
}

impl<'l> Reader<'l> {
    pub(crate) const fn new(limits: &'l Limits) -> Self {
        Self { limits, form: Form::Long, refusals: Vec::new() }
    }

    /// Notes that something was left out or cut.
    pub(crate) fn refuse(&mut self, path: Path<'_>, reason: Reason, detail: impl Into<String>) {
        self.refusals.push(Refusal::new(path.to_string(), reason, detail));
    }

    pub(crate) fn wrong_type(&mut self, path: Path<'_>, json: Json<'_>, expected: &str) {
        self.refuse(path, Reason::WrongType, format!("{} where {expected} belongs", json.kind().name()));
    }

    /// A text; a number or boolean counts as its text, null and the empty text as absent.
    pub(crate) fn text(&mut self, json: Json<'_>, path: Path<'_>) -> Option<Box<str>> {
        match json.kind() {
            Kind::Null => None,
            Kind::Text => json.as_text().filter(|text| !text.is_empty()).map(Into::into),
            Kind::Number | Kind::Bool => Some(json.text().into()),
            Kind::List | Kind::Object => {
                self.wrong_type(path, json, "a text");
                None
            }
        }
    }

    /// A whole number, or one in quotes (events.md RD-3); null and the empty text count as absent.
    pub(crate) fn integer(&mut self, json: Json<'_>, path: Path<'_>) -> Option<i64> {
        let number = self.number(json, path)?;
        let whole = number.as_i64();
        if whole.is_none() {
            self.refuse(path, Reason::WrongType, format!("{number} is not a whole 64-bit number"));
        }
        whole
    }

    /// A number, or one in quotes; null and the empty text count as absent.
    pub(crate) fn number(&mut self, json: Json<'_>, path: Path<'_>) -> Option<Number> {
        match json.kind() {
            Kind::Null => None,
            Kind::Number => json.as_number(),
            Kind::Text => {
                let text = json.as_text()?;
                let text = text.trim();
                if text.is_empty() {
                    return None;
                }
                // What JSON takes for a number, no more: not "inf", not "0x1f".
                let number = Json::parse(text).ok().and_then(Json::as_number);
                if number.is_none() {
                    self.refuse(path, Reason::WrongType, format!("{text:?} is not a number"));
                }
                number
            }
            _ => {
                self.wrong_type(path, json, "a number");
                None
            }
        }
    }

    /// A degree of latitude and the like.
    pub(crate) fn decimal(&mut self, json: Json<'_>, path: Path<'_>) -> Option<f64> {
        let number = self.number(json, path)?;
        let decimal = number.as_f64().filter(|number| number.is_finite());
        if decimal.is_none() {
            self.refuse(path, Reason::WrongType, format!("{number} is too large"));
        }
        decimal
    }

    /// A truth, or one in quotes; null and the empty text count as absent.
    pub(crate) fn boolean(&mut self, json: Json<'_>, path: Path<'_>) -> Option<bool> {
        let text = json.as_text();
        match (json.as_bool(), text.as_deref()) {
            (Some(truth), _) => Some(truth),
            (None, Some("true" | "True")) => Some(true),
            (None, Some("false" | "False")) => Some(false),
            (None, Some("")) => None,
            _ if json.is_null() => None,
            _ => {
                self.wrong_type(path, json, "true or false");
                None
            }
        }
    }

    /// Whether an identity is no longer than identities may be; one that is gets named.
    pub(crate) fn fits_identity(&mut self, kind: IdentityType, text: &str, path: Path<'_>) -> bool {
        // Push tokens are long and find nobody by default; the limit is on identities that people are found by.
        let limit = if kind == IdentityType::PushToken { 4_096 } else { self.limits.identity_chars_max };
        let fits = !is_longer(text, limit);
        if !fits {
            self.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
        }
        fits
    }

    /// Whether the value is of the kind wanted; null is absent, anything else is named.
    pub(crate) fn is(&mut self, kind: Kind, json: Json<'_>, path: Path<'_>) -> bool {
        let right = json.kind() == kind;
        if !right && !json.is_null() {
            self.wrong_type(path, json, kind.name());
        }
        right
    }
}
