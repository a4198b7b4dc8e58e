//! The short forms: the old browser library's single events (real-clients.md 3) and the native libraries' batches
//! (events.md 17). They are the long form under other names, so that the same readers read them: what is here are tables
//! of names and words, and the little that stands in another place. Paths keep the short names, as the sender knows them.

mod browser;
pub(crate) mod names;
mod native;
mod words;

use uav_core::batch::{Batch, Door, Event, EventType};
use uav_core::{Reason, Refusal};

use crate::batch::event::read_event_of;
use crate::json::{Json, Kind, Members};
use crate::object::{Object, REQUIRED};
use crate::reader::{Path, Reader};
use names::Names;

/// The form that a batch is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// The documented one.
    #[default]
    Long,
    /// One event of the old browser library.
    Browser,
    /// A batch of a native library.
    Native,
}

impl Form {
    /// The form of a batch that came through this entrance: a short one says what type it is and has no `events`.
    pub(crate) fn of(door: Door, members: &Members<'_>) -> Self {
        if !door.sends_snapshots() || members.iter().any(|(name, _)| name == "events") {
            return Self::Long;
        }
        let is_there = |wanted: &str| members.iter().any(|(name, _)| name == wanted);
        let kind = members.iter().find(|(name, _)| name == "dt").map(|(_, value)| value.text());
        match kind {
            None => Self::Long,
            Some("\"h\"") => Self::Native,
            Some(_) if is_there("msgs") => Self::Native,
            Some(_) => Self::Browser,
        }
    }

    /// The long name of a member; none for one that only the short form has.
    pub(crate) fn long<'n>(self, names: &Names, name: &'n str) -> Option<&'n str> {
        if self == Self::Long { Some(name) } else { names::long(names, name) }
    }

    /// How a member with this long name is named here.
    pub(crate) fn spelled<'n>(self, names: &Names, long: &'n str) -> &'n str {
        if self == Self::Long { long } else { names::short(names, long).unwrap_or(long) }
    }

    /// The names of a batch's members.
    pub(crate) const fn batch_names(self) -> &'static Names {
        match self {
            Self::Long => &[],
            Self::Browser => names::BROWSER_EVENT,
            Self::Native => names::NATIVE_BATCH,
        }
    }

    /// The type of a custom event, by its number or word.
    pub(crate) fn custom_type(self, word: Box<str>) -> Box<str> {
        if self == Self::Long { word } else { words::custom_type(&word).map_or(word, Into::into) }
    }

    /// What was done with products, in the words of the long form.
    pub(crate) fn product_action(self, word: &str) -> &str {
        if self == Self::Long { word } else { words::product_action(word) }
    }

    /// The state that an application came to, in the words of the long form.
    pub(crate) fn transition(self, word: &str) -> &str {
        if self == Self::Long { word } else { words::transition(word) }
    }

    /// The name of an identity type, which the short forms number.
    pub(crate) fn identity_type(self, name: &str) -> &str {
        if self == Self::Long { name } else { words::identity_type(name).unwrap_or(name) }
    }
}

/// Reads what a short form has in another place than the long one.
pub(crate) fn read_rest(reader: &mut Reader<'_>, batch: &mut Batch, root: &Object<'_, '_>, faults: &mut Vec<Refusal>) {
    match reader.form {
        Form::Long => {}
        Form::Browser => browser::read_rest(reader, batch, root, faults),
        Form::Native => native::read_rest(reader, batch, root),
    }
}

/// An event in a short form, whose data is not apart from its envelope.
///
/// # Errors
/// When it has no type that is known, or lacks what its type needs.
pub(crate) fn read_message(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Result<Event, Refusal> {
    if value.kind() != Kind::Object {
        let detail = format!("{} where a message belongs", value.kind().name());
        return Err(Refusal::new(path.to_string(), Reason::WrongType, detail));
    }
    let message = Object { members: value.members(), path, names: None };
    if reader.form == Form::Browser {
        browser::read_event(reader, message)
    } else {
        native::read_message(reader, message)
    }
}

/// A type of message, and the names of its own members.
struct MessageType {
    /// How `dt` spells it.
    dt: &'static str,
    event_type: EventType,
    names: &'static Names,
}

/// Reads a message by its type in this table.
fn read_typed(
    reader: &mut Reader<'_>,
    message: Object<'_, '_>,
    types: &'static [MessageType],
    common: &'static Names,
) -> Result<Event, Refusal> {
    let path = message.path.member("dt").to_string();
    let Some(dt) = message.text(reader, "dt") else { return Err(Refusal::new(path, Reason::Missing, REQUIRED)) };
    let Some(of_type) = types.iter().find(|known| *known.dt == *dt) else {
        return Err(Refusal::new(path, Reason::UnknownWord, format!("{dt:?} is not a type of message")));
    };
    let data = Object { names: Some([common, of_type.names]), ..message };
    read_event_of(reader, of_type.event_type, &data)
}
