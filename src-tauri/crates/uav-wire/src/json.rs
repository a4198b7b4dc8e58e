//! A JSON text looked into one level at a time.
//!
//! A value is borrowed as its own text until somebody asks what is in it. So a member that nobody knows costs nothing more
//! than being passed over, and a number keeps every digit.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use uav_core::{Number, Scalar};

/// One value, as its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'a>(&'a str);

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// The word for people.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "an array",
            Self::Object => "an object",
        }
    }
}

/// The members of an object, in order.
pub(crate) type Members<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

impl<'a> Json<'a> {
    /// The value of a whole text.
    ///
    /// # Errors
    /// When the text is not JSON; the fault names line and column.
    pub(crate) fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str::<&RawValue>(text).map(|raw| Self(raw.get()))
    }

    /// The text of the value.
    pub(crate) const fn text(self) -> &'a str {
        self.0
    }

    pub(crate) fn kind(self) -> Kind {
        match self.0.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// The members of an object; none for any other kind.
    pub(crate) fn members(self) -> Members<'a> {
        serde_json::from_str::<Object<'a>>(self.0).map(|object| object.0).unwrap_or_default()
    }

    /// The entries of a list; none for any other kind.
    pub(crate) fn items(self) -> Vec<Self> {
        serde_json::from_str::<List<'a>>(self.0).map(|list| list.0).unwrap_or_default()
    }

    /// The text of a text.
    pub(crate) fn as_text(self) -> Option<Cow<'a, str>> {
        match self.0.as_bytes() {
            [b'"', inside @ .., b'"'] if !inside.contains(&b'\\') => self.0.get(1..self.0.len() - 1).map(Cow::Borrowed),
            [b'"', ..] => serde_json::from_str::<String>(self.0).ok().map(Cow::Owned),
            _ => None,
        }
    }

    pub(crate) fn as_bool(self) -> Option<bool> {
        match self.0 {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    pub(crate) fn as_number(self) -> Option<Number> {
        (self.kind() == Kind::Number).then(|| Number::from_json_text(self.0))
    }

    /// A value that is neither object nor list.
    pub(crate) fn as_scalar(self) -> Option<Scalar> {
        match self.kind() {
            Kind::Null => Some(Scalar::Null),
            Kind::Bool => self.as_bool().map(Scalar::Bool),
            Kind::Number => self.as_number().map(Scalar::Number),
            Kind::Text => self.as_text().map(|text| Scalar::Text(text.into())),
            Kind::List | Kind::Object => None,
        }
    }
}

struct Object<'a>(Members<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::with_capacity(map.size_hint().unwrap_or(16));
                while let Some(key) = map.next_key::<Key<'de>>()? {
                    members.push((key.0, Json(map.next_value::<&'de RawValue>()?.get())));
                }
                Ok(Object(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// A key, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

struct List<'a>(Vec<Json<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for List<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = List<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an array")
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Self::Value, S::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element::<&'de RawValue>()? {
                    items.push(Json(item.get()));
                }
                Ok(List(items))
            }
        }
        deserializer.deserialize_seq(Items)
    }
}
