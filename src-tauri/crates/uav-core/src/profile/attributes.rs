//! User attributes of a workspace (events.md 11).
//!
//! Three things are kept of a name: its greatest write or deletion, whether it was ever written, and its greatest fill. A
//! fill is an entry of a client's snapshot: it shows only while the name was never written (AT-9).

use serde::{Deserialize, Serialize};

use super::{Moment, Written};
use crate::ids::InputId;
use crate::value::{Scalar, Value};

/// What is kept of one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeState {
    name: Box<str>,
    /// The greatest write, or deletion (no value).
    last: Option<Written<Option<Value>>>,
    /// Whether there was ever a write.
    written: bool,
    /// The greatest fill.
    fill: Option<Written<Value>>,
}

/// An attribute that the user has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldAttribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: &'a Value,
    /// When it was set, and by which entry of the log.
    pub moment: Moment,
    /// The input that set it.
    pub input: InputId,
}

/// An attribute that was deleted and not set again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeletedAttribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// When it was deleted, and by which entry of the log.
    pub moment: Moment,
    /// The input that deleted it.
    pub input: InputId,
}

impl AttributeState {
    fn deleted(&self) -> Option<DeletedAttribute<'_>> {
        let last = self.last.as_ref().filter(|last| last.value.is_none() && self.held().is_none())?;
        Some(DeletedAttribute { name: &self.name, moment: last.moment, input: last.input })
    }

    fn held(&self) -> Option<HeldAttribute<'_>> {
        let of = |value, moment, input| HeldAttribute { name: &self.name, value, moment, input };
        let last = self.last.as_ref();
        if self.written {
            return last.and_then(|last| Some(of(last.value.as_ref()?, last.moment, last.input)));
        }
        // Never written: what is there besides fills can only be a deletion.
        let fill = self.fill.as_ref()?;
        let stands = last.is_none_or(|deletion| deletion.moment < fill.moment);
        stands.then(|| of(&fill.value, fill.moment, fill.input))
    }
}

/// The user attributes of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    /// By name.
    states: Vec<AttributeState>,
}

impl Attributes {
    /// A write.
    pub(crate) fn write(&mut self, name: &str, value: &Value, moment: Moment, input: InputId) {
        let Some(state) = self.state_mut(name) else { return };
        state.written = true;
        Written::put(&mut state.last, Some(value.clone()), moment, input);
    }

    /// A deletion; it stays as a mark, so that a late write from before it changes nothing.
    pub(crate) fn delete(&mut self, name: &str, moment: Moment, input: InputId) {
        if let Some(state) = self.state_mut(name) {
            Written::put(&mut state.last, None, moment, input);
        }
    }

    /// An entry of a snapshot.
    pub(crate) fn fill(&mut self, name: &str, value: &Value, moment: Moment, input: InputId) {
        if let Some(state) = self.state_mut(name) {
            Written::put(&mut state.fill, value.clone(), moment, input);
        }
    }

    /// The attributes that the user has, by name.
    pub fn iter(&self) -> impl Iterator<Item = HeldAttribute<'_>> {
        self.states.iter().filter_map(AttributeState::held)
    }

    /// The attributes that were deleted and not set again, by name.
    pub fn deleted(&self) -> impl Iterator<Item = DeletedAttribute<'_>> {
        self.states.iter().filter_map(AttributeState::deleted)
    }

    /// One attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<HeldAttribute<'_>> {
        let place = self.states.binary_search_by(|state| (*state.name).cmp(name)).ok()?;
        self.states.get(place)?.held()
    }

    /// First and last name; reserved names match without regard to case (profiles.md 1.4).
    pub(crate) fn person_name(&self) -> Option<String> {
        let text = |wanted: &str| {
            let mut found = self.iter().filter(|held| held.name.eq_ignore_ascii_case(wanted));
            found.find_map(|held| match held.value {
                Value::One(Scalar::Text(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                _ => None,
            })
        };
        match (text("$FirstName"), text("$LastName")) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (first, last) => first.or(last),
        }
    }

    fn state_mut(&mut self, name: &str) -> Option<&mut AttributeState> {
        let place = match self.states.binary_search_by(|state| (*state.name).cmp(name)) {
            Ok(place) => place,
            Err(place) => {
                let state = AttributeState { name: name.into(), last: None, written: false, fill: None };
                self.states.insert(place, state);
                place
            }
        };
        self.states.get_mut(place)
    }
}
