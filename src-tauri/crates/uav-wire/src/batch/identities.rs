//! `user_identities`, in every spelling that clients use (events.md 7.1).

use uav_core::{Identity, IdentityType, Reason};

use crate::json::{Json, Kind};
use crate::limits::is_longer;
use crate::reader::{Path, Reader};

/// Reads the map, or the array that outgoing JSON has in its place (events.md 13.3).
pub(super) fn read_user_identities(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<Identity> {
    let mut found = Found::default();
    match value.kind() {
        Kind::Object => {
            for (name, value) in value.members() {
                found.add(reader, &name, value, path.member(&name));
            }
        }
        Kind::List => {
            for (place, item) in value.items().into_iter().enumerate() {
                let path = path.item(place);
                let members = item.members();
                let member = |wanted: &str| members.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
                let kind = member("identity_type").and_then(Json::as_text);
                if let (Some(kind), Some(value)) = (kind, member("identity")) {
                    found.add(reader, &kind, value, path);
                }
            }
        }
        _ => {
            reader.is(Kind::Object, value, path);
        }
    }
    found.identities
}

/// One identity of each type; the canonical spelling wins over another one.
#[derive(Default)]
struct Found {
    identities: Vec<Identity>,
    canonical: Vec<bool>,
}

impl Found {
    fn add(&mut self, reader: &mut Reader<'_>, name: &str, value: Json<'_>, path: Path<'_>) {
        let Some(kind) = IdentityType::from_name(name).filter(|kind| !kind.is_device()) else {
            if !value.is_null() {
                reader.refuse(path, Reason::UnknownWord, "not a type of user identity");
            }
            return;
        };
        let Some(text) = reader.text(value, path).filter(|text| !text.trim().is_empty()) else { return };
        let limit = reader.limits.identity_chars_max;
        if is_longer(&text, limit) {
            reader.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
            return;
        }
        let identity = Identity { kind, value: text };
        let canonical = kind.name() == name;
        match self.identities.iter().position(|held| held.kind == kind) {
            None => {
                self.identities.push(identity);
                self.canonical.push(canonical);
            }
            Some(place) => self.choose(reader, place, identity, canonical, path),
        }
    }

    /// Two spellings of one type: where they differ, the canonical one counts and the other is named.
    fn choose(&mut self, reader: &mut Reader<'_>, place: usize, identity: Identity, canonical: bool, path: Path<'_>) {
        let (Some(held), Some(held_canonical)) = (self.identities.get_mut(place), self.canonical.get_mut(place)) else {
            return;
        };
        if held.value == identity.value {
            return;
        }
        let winner = if canonical && !*held_canonical { identity.value.clone() } else { held.value.clone() };
        let detail = format!("two spellings of {} differ: {winner:?} counts", identity.kind.name());
        reader.refuse(path, Reason::Conflict, detail);
        if canonical && !*held_canonical {
            *held = identity;
            *held_canonical = true;
        }
    }
}
