//! A JSON text looked into one level at a time.
//!
//! A value is borrowed as its own text until somebody asks what is in it. So a member that nobody knows costs nothing more
//! than being passed over, and a number keeps every digit.

use std::borrow::Cow;

use memchr::memchr2;
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
        let Some(mut walk) = Walk::into(self, b'{') else { return Members::new() };
        let mut members = Members::with_capacity(8);
        while let Some(name) = walk.key() {
            let Some(value) = walk.value() else { break };
            members.push((name, value));
        }
        members
    }

    /// The entries of a list; none for any other kind.
    pub(crate) fn items(self) -> Vec<Self> {
        let Some(mut walk) = Walk::into(self, b'[') else { return Vec::new() };
        std::iter::from_fn(|| walk.value()).collect()
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

/// A walk over a text that is known to be JSON, because [`Json::parse`] read it once: it finds where values end, and checks
/// nothing again. On anything else it stops early and never reads beyond the end.
struct Walk<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Walk<'a> {
    /// A walk that stands behind the opening bracket of a value; `None` when it has another first byte.
    fn into(value: Json<'a>, bracket: u8) -> Option<Self> {
        (value.0.as_bytes().first() == Some(&bracket)).then_some(Self { text: value.0, at: 1 })
    }

    /// The next byte that is no white space and no comma; the walk stands on it.
    fn next_byte(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let skipped = rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b','))?;
        self.at += skipped;
        rest.get(skipped).copied()
    }

    /// The key that stands here, its colon passed.
    fn key(&mut self) -> Option<Cow<'a, str>> {
        if self.next_byte()? != b'"' {
            return None;
        }
        let from = self.at;
        self.pass_string();
        let key = Json(self.text.get(from..self.at)?).as_text()?;
        self.at += self.text.as_bytes().get(self.at..)?.iter().position(|byte| *byte == b':')? + 1;
        Some(key)
    }

    /// The value that stands here.
    fn value(&mut self) -> Option<Json<'a>> {
        let first = self.next_byte()?;
        let from = self.at;
        match first {
            b'"' => self.pass_string(),
            b'{' | b'[' => self.pass_brackets(),
            b'}' | b']' => return None,
            _ => {
                let rest = self.text.as_bytes().get(from..)?;
                let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
                self.at += rest.iter().position(ends).unwrap_or(rest.len());
            }
        }
        self.text.get(from..self.at).map(Json)
    }

    /// Past the text that begins here.
    fn pass_string(&mut self) {
        self.at += 1;
        while let Some(rest) = self.text.as_bytes().get(self.at..) {
            match memchr2(b'"', b'\\', rest) {
                Some(place) if rest.get(place) == Some(&b'"') => {
                    self.at += place + 1;
                    return;
                }
                Some(place) => self.at += place + 2,
                None => self.at += rest.len() + 1,
            }
        }
        self.at = self.text.len();
    }

    /// Past the object or list that begins here.
    fn pass_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'"' => {
                    self.pass_string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_json() -> impl Strategy<Value = serde_json::Value> {
        let text = prop::collection::vec(
            prop::sample::select(vec!["a", "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "é", "𝄞"]),
            0..6,
        )
        .prop_map(|parts| parts.concat());
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            text.clone().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::btree_map(text.clone(), inner, 0..5)
                    .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
            ]
        })
    }

    /// What a walk finds, level by level, put together again.
    fn rebuilt(json: Json<'_>) -> serde_json::Value {
        match json.kind() {
            Kind::Object => {
                json.members().into_iter().map(|(name, value)| (name.into_owned(), rebuilt(value))).collect()
            }
            Kind::List => json.items().into_iter().map(rebuilt).collect(),
            _ => serde_json::from_str(json.text()).unwrap(),
        }
    }

    proptest! {
        #[test]
        fn a_walk_finds_what_is_there(value in any_json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.unwrap();
            prop_assert_eq!(rebuilt(Json::parse(&text).unwrap()), value);
        }

        #[test]
        fn a_walk_over_what_is_no_json_ends(text in "[\\[\\]{}\",:\\\\a1 é]{0,30}") {
            let json = Json(&text);
            let _whatever = (json.members(), json.items(), json.as_text());
        }
    }
}
