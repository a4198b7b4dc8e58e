//! Identities out of a map: one of each type, in whatever spelling (events.md 7.1).

use uav_core::{Identity, Reason};

use crate::reader::{Path, Reader};

/// One identity of each type; the canonical spelling wins over another one.
#[derive(Default)]
pub(crate) struct OneOfEach {
    pub(crate) identities: Vec<Identity>,
    /// Whether each came under its canonical name.
    canonical: Vec<bool>,
}

impl OneOfEach {
    /// Adds an identity that came under this name.
    pub(crate) fn add(&mut self, reader: &mut Reader<'_>, identity: Identity, name: &str, path: Path<'_>) {
        let canonical = identity.kind.name() == name;
        match self.identities.iter().position(|held| held.kind == identity.kind) {
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
