//! Changing the identities of a profile on request: the only way that a unique identity moves (idsync.md 5.7).

use super::settings::IdentitySettings;
use super::{Directory, EndedBy, Identity, IdentityRecord, IdentityType, RecordChange, Stamp};
use crate::ids::ProfileKey;

/// One change: from a value to another. No old value adds, no new value removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityChange {
    /// The type.
    pub kind: IdentityType,
    /// What the client thinks the record has.
    pub old: Option<Box<str>>,
    /// What it shall have.
    pub new: Option<Box<str>>,
}

/// Why a change is refused; then none of the request is done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModifyError {
    /// There is no such profile in this scope and environment.
    #[error("there is no such profile")]
    NotFound,
    /// The immutable identity has another value already.
    #[error("identity_changes[{place}]: {} is immutable", .kind.idsync_name())]
    Immutable {
        /// The place in the request.
        place: usize,
        /// The type.
        kind: IdentityType,
    },
    /// Another profile holds the value, and a value of the immutable type is never taken.
    #[error("identity_changes[{place}]: another profile holds this {}", .kind.idsync_name())]
    HeldByAnother {
        /// The place in the request.
        place: usize,
        /// The type.
        kind: IdentityType,
    },
}

/// A unique identity that was taken from another profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From whom.
    pub from: ProfileKey,
    /// What.
    pub identity: Identity,
}

/// What a request comes to: the record as it shall be, and what others lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modified {
    /// The record.
    pub record: IdentityRecord,
    /// What it gained and lost, from before the request to after it.
    pub change: RecordChange,
    /// What was taken from others, in the order of the request.
    pub taken: Vec<Taken>,
}

/// Works out a change request on a copy of the record; nothing is changed here.
///
/// # Errors
/// When the profile does not exist, or a change is not possible: then none of them is done.
pub fn modify(
    settings: &IdentitySettings,
    directory: &impl Directory,
    key: ProfileKey,
    changes: &[IdentityChange],
    stamp: Stamp,
) -> Result<Modified, ModifyError> {
    let before = directory.record(key).ok_or(ModifyError::NotFound)?;
    let mut modified = Modified { record: before.clone(), change: RecordChange::default(), taken: Vec::new() };
    for (place, change) in changes.iter().enumerate() {
        let kind = change.kind;
        let said = |value: &Option<Box<str>>| {
            value.as_deref().map(str::trim).filter(|text| !kind.is_absent(text)).map(str::to_owned)
        };
        let (old, new) = (said(&change.old), said(&change.new));
        if settings.immutable == Some(kind) && modified.record.values(kind).next().is_some() {
            let same = new.as_deref().is_some_and(|value| modified.record.holds(kind, value));
            if same || (old.is_none() && new.is_none()) {
                continue;
            }
            return Err(ModifyError::Immutable { place, kind });
        }
        match new {
            None => modified.remove(settings, kind, old.as_deref(), stamp),
            Some(new) if settings.unique.contains(kind) => {
                modified.take_from_others(settings, directory, key, place, &Identity::new(kind, &new))?;
                modified.replace(kind, &new, stamp);
            }
            Some(new) => modified.exchange(kind, old.as_deref(), &new, stamp),
        }
    }
    modified.settle(before);
    modified.record.touch(stamp.seq);
    Ok(modified)
}

impl Modified {
    /// A unique type loses its value whatever the client thinks it is; another loses exactly the old value.
    fn remove(&mut self, settings: &IdentitySettings, kind: IdentityType, old: Option<&str>, stamp: Stamp) {
        match old {
            Some(_) if settings.unique.contains(kind) => self.end_all(kind, EndedBy::Removed, stamp),
            Some(old) => self.end(&Identity::new(kind, old), EndedBy::Removed, stamp),
            None => {}
        }
    }

    /// One request may give, take and give again; what counts is where it ended.
    fn settle(&mut self, before: &IdentityRecord) {
        let holds = |record: &IdentityRecord, identity: &Identity| record.holds(identity.kind, &identity.value);
        let after = &self.record;
        self.change.gained.retain(|identity| holds(after, identity) && !holds(before, identity));
        self.change.lost.retain(|identity| holds(before, identity) && !holds(after, identity));
    }

    fn take_from_others(
        &mut self,
        settings: &IdentitySettings,
        directory: &impl Directory,
        key: ProfileKey,
        place: usize,
        identity: &Identity,
    ) -> Result<(), ModifyError> {
        let kind = identity.kind;
        let already = |taken: &Taken, from: ProfileKey| taken.from == from && taken.identity == *identity;
        for from in
            directory.holders(kind, &kind.comparable(&identity.value)).iter().copied().filter(|from| *from != key)
        {
            if settings.immutable == Some(kind) {
                return Err(ModifyError::HeldByAnother { place, kind });
            }
            if !self.taken.iter().any(|taken| already(taken, from)) {
                self.taken.push(Taken { from, identity: identity.clone() });
            }
        }
        Ok(())
    }

    fn replace(&mut self, kind: IdentityType, new: &str, stamp: Stamp) {
        if self.record.values(kind).eq([new]) {
            return;
        }
        self.end_all(kind, EndedBy::Replaced, stamp);
        self.add(Identity::new(kind, new), stamp);
    }

    fn exchange(&mut self, kind: IdentityType, old: Option<&str>, new: &str, stamp: Stamp) {
        if let Some(old) = old {
            self.end(&Identity::new(kind, old), EndedBy::Replaced, stamp);
        }
        let spelled_otherwise = self.record.holds(kind, new) && !self.record.values(kind).any(|held| held == new);
        if spelled_otherwise {
            self.end(&Identity::new(kind, new), EndedBy::Replaced, stamp);
        }
        if !self.record.holds(kind, new) {
            self.add(Identity::new(kind, new), stamp);
        }
    }

    fn end_all(&mut self, kind: IdentityType, how: EndedBy, stamp: Stamp) {
        let olds: Vec<Identity> = self.record.values(kind).map(|old| Identity::new(kind, old)).collect();
        for old in olds {
            self.end(&old, how, stamp);
        }
    }

    fn end(&mut self, identity: &Identity, how: EndedBy, stamp: Stamp) {
        if self.record.end(identity, how, stamp) {
            self.change.lost.push(identity.clone());
        }
    }

    fn add(&mut self, identity: Identity, stamp: Stamp) {
        self.change.lost.extend(self.record.add(identity.clone(), stamp));
        self.change.gained.push(identity);
    }
}

impl IdentityRecord {
    /// Loses an identity that another profile took.
    pub fn lose(&mut self, identity: &Identity, stamp: Stamp) -> bool {
        self.end(identity, EndedBy::Taken, stamp)
    }
}
