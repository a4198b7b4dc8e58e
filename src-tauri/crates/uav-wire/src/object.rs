//! An object whose members are asked for by name.

use uav_core::batch::Environment;
use uav_core::{Mpid, Reason, Refusal};

use crate::json::{Json, Kind, Members};
use crate::reader::{Path, Reader};
use crate::short::names::{self, Names};
use crate::split::{not_json, not_utf8};

/// What is said of a member that must be there.
pub(crate) const REQUIRED: &str = "required, missing or empty";

/// The members of an object, and where it stands.
pub(crate) struct Object<'a, 'p> {
    pub(crate) members: Members<'a>,
    pub(crate) path: Path<'p>,
    /// The short names that its members have, where it is asked for them by their long ones.
    pub(crate) names: Option<[&'static Names; 2]>,
}

/// The object that a request is.
///
/// # Errors
/// When the text is not JSON, or something else.
pub(crate) fn request(text: &[u8]) -> Result<Object<'_, 'static>, Refusal> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    let root = Json::parse(text).map_err(|fault| not_json(&fault))?;
    if root.kind() != Kind::Object {
        let detail = format!("{} where an object belongs", root.kind().name());
        return Err(Refusal::new("", Reason::WrongType, detail));
    }
    Ok(Object { members: root.members(), path: Path::Root, names: None })
}

impl<'a, 'p> Object<'a, 'p> {
    /// The object that stands there; anything else but null is named.
    pub(crate) fn at(reader: &mut Reader<'_>, value: Json<'a>, path: Path<'p>) -> Option<Self> {
        reader.is(Kind::Object, value, path).then(|| Self { members: value.members(), path, names: None })
    }

    /// A member that is there and not null.
    pub(crate) fn get(&self, name: &str) -> Option<Json<'a>> {
        self.member(name).filter(|value| !value.is_null())
    }

    /// A member that is there, null or not; the last of several.
    pub(crate) fn member(&self, name: &str) -> Option<Json<'a>> {
        let name = self.spelled(name)?;
        self.members.iter().rev().find(|(member, _)| member == name).map(|(_, value)| *value)
    }

    /// Where a member stands, or would.
    pub(crate) fn path_of<'o>(&'o self, name: &'o str) -> Path<'o> {
        self.path.member(self.spelled(name).unwrap_or(name))
    }

    /// How a member is named here; none for one that a short form does not have.
    fn spelled<'n>(&self, name: &'n str) -> Option<&'n str> {
        match self.names {
            None => Some(name),
            Some([common, own]) => names::short(own, name).or_else(|| names::short(common, name)),
        }
    }

    /// An object that is there; anything else but null is named.
    pub(crate) fn object<'o>(&'o self, reader: &mut Reader<'_>, name: &'o str) -> Option<Object<'a, 'o>> {
        self.get(name).and_then(|value| Object::at(reader, value, self.path_of(name)))
    }

    pub(crate) fn text(&self, reader: &mut Reader<'_>, name: &str) -> Option<Box<str>> {
        self.get(name).and_then(|value| reader.text(value, self.path_of(name)))
    }

    pub(crate) fn integer(&self, reader: &mut Reader<'_>, name: &str) -> Option<i64> {
        self.get(name).and_then(|value| reader.integer(value, self.path_of(name)))
    }

    pub(crate) fn boolean(&self, reader: &mut Reader<'_>, name: &str) -> Option<bool> {
        self.get(name).and_then(|value| reader.boolean(value, self.path_of(name)))
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// When it is not.
    pub(crate) fn required(&self, reader: &mut Reader<'_>, name: &str) -> Result<Box<str>, Refusal> {
        self.text(reader, name).ok_or_else(|| Refusal::new(self.path_of(name).to_string(), Reason::Missing, REQUIRED))
    }

    /// A text that must be there; one that is missing or no text is named once.
    pub(crate) fn needed_text(&self, reader: &mut Reader<'_>, name: &str) -> Option<Box<str>> {
        let known = reader.refusals.len();
        let text = self.text(reader, name);
        self.miss(reader, name, text.is_none(), known);
        text
    }

    /// An object that must be there; one that is missing or none is named once.
    pub(crate) fn needed_object<'o>(&'o self, reader: &mut Reader<'_>, name: &'o str) -> Option<Object<'a, 'o>> {
        if self.get(name).is_none() {
            reader.refuse(self.path_of(name), Reason::Missing, REQUIRED);
        }
        self.object(reader, name)
    }

    /// An MPID that must be there, a number or one in quotes.
    pub(crate) fn needed_mpid(&self, reader: &mut Reader<'_>, name: &str) -> Option<Mpid> {
        let known = reader.refusals.len();
        let number = self.integer(reader, name);
        if number == Some(0) {
            reader.refuse(self.path_of(name), Reason::UnknownWord, "0 is no MPID");
        }
        self.miss(reader, name, number.is_none(), known);
        number.and_then(Mpid::new)
    }

    /// Production or development, which a request must say (idsync.md 3.1).
    pub(crate) fn needed_environment(&self, reader: &mut Reader<'_>, name: &str) -> Option<Environment> {
        match &*self.needed_text(reader, name)? {
            "production" => Some(Environment::Production),
            "development" => Some(Environment::Development),
            other => {
                let detail = format!("{other:?} is neither production nor development");
                reader.refuse(self.path_of(name), Reason::UnknownWord, detail);
                None
            }
        }
    }

    /// Names a member that must be there, unless something was said of it already.
    fn miss(&self, reader: &mut Reader<'_>, name: &str, is_missing: bool, known: usize) {
        if is_missing && reader.refusals.len() == known {
            reader.refuse(self.path_of(name), Reason::Missing, REQUIRED);
        }
    }
}
