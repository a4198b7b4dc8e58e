//! The identities that a profile is found by, and those that it had (idsync.md 5, profiles.md 1.1).

use serde::{Deserialize, Serialize};

use super::{Identity, IdentityType, IdentityTypeSet};
use crate::ids::{InputId, Seq};

/// How many values of one type a record gathers; then the oldest becomes a former one (idsync.md Q-I10).
pub const VALUES_OF_A_TYPE_MAX: usize = 100;

/// When and by what a record was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When the request was received, ms UTC.
    pub received_ms: i64,
    /// The time of the batch, ms UTC; for a request, when it was received.
    pub time_ms: i64,
    /// The input that it came from.
    pub input: InputId,
    /// Its place in the log.
    pub seq: Seq,
}

/// How an identity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndedBy {
    /// A new value of a unique type took its place.
    Replaced,
    /// Another profile took it.
    Taken,
    /// It was removed on request.
    Removed,
    /// There were too many of its type.
    Crowded,
}

/// When an identity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// When, ms UTC.
    pub at_ms: i64,
    /// By which entry of the log.
    pub seq: Seq,
    /// How.
    pub how: EndedBy,
}

/// An identity that a record has or had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldIdentity {
    /// Type and text.
    pub identity: Identity,
    /// Since when, ms UTC: the earliest receipt of a batch that said it, whatever the order in which they came.
    pub since_ms: i64,
    /// When it was last said, ms UTC: the newest batch time that carried it (events.md EN-8).
    pub updated_ms: i64,
    /// The input of that batch.
    pub input: InputId,
    /// Its entry of the log.
    pub seq: Seq,
    /// Until when; `None` while it is held.
    pub ended: Option<Ended>,
}

/// The identities of a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityRecord {
    identities: Vec<HeldIdentity>,
    touched: Seq,
}

impl IdentityRecord {
    /// The identities held now, in the order in which they came.
    pub fn current(&self) -> impl Iterator<Item = &HeldIdentity> {
        self.identities.iter().filter(|held| held.ended.is_none())
    }

    /// The identities that it had, in the order in which they came.
    pub fn former(&self) -> impl Iterator<Item = &HeldIdentity> {
        self.identities.iter().filter(|held| held.ended.is_some())
    }

    /// The entry of the log that touched it last; ties between records go to the one touched last.
    #[must_use]
    pub const fn touched(&self) -> Seq {
        self.touched
    }

    /// The values of a type that it holds now.
    pub fn values(&self, kind: IdentityType) -> impl Iterator<Item = &str> {
        self.current().filter(move |held| held.identity.kind == kind).map(|held| &*held.identity.value)
    }

    /// Whether it holds this value now, by the rules of comparison.
    #[must_use]
    pub fn holds(&self, kind: IdentityType, value: &str) -> bool {
        let comparable = kind.comparable(value);
        self.values(kind).any(|held| kind.comparable(held) == comparable)
    }

    /// Whether it holds a log-in identity.
    #[must_use]
    pub fn is_known(&self, login: IdentityTypeSet) -> bool {
        self.current().any(|held| login.contains(held.identity.kind))
    }

    /// Since when it holds or held anything, ms UTC of receipt.
    #[must_use]
    pub fn since_ms(&self) -> Option<i64> {
        self.identities.iter().map(|held| held.since_ms).min()
    }

    /// When an identity was last said, ms UTC.
    #[must_use]
    pub fn updated_ms(&self) -> Option<i64> {
        self.identities.iter().map(|held| held.updated_ms).max()
    }

    /// Whether nothing can find it.
    #[must_use]
    pub fn is_orphan(&self) -> bool {
        self.current().next().is_none()
    }

    /// Notes that a request was answered with this record.
    pub fn touch(&mut self, seq: Seq) {
        self.touched = self.touched.max(seq);
    }

    /// Loses everything that it holds: the log was resolved anew, and others hold it now. Returns what it lost.
    pub fn give_up(&mut self, stamp: Stamp) -> Vec<Identity> {
        let held: Vec<Identity> = self.current().map(|held| held.identity.clone()).collect();
        held.into_iter().filter(|identity| self.end(identity, EndedBy::Taken, stamp)).collect()
    }

    /// Adds an identity beside those that it has, or notes that one it has was said again.
    ///
    /// Returns the identity that had to go because there were too many of its type.
    pub(super) fn add(&mut self, identity: Identity, stamp: Stamp) -> Option<Identity> {
        let kind = identity.kind;
        let comparable = kind.comparable(&identity.value);
        let same = |held: &&mut HeldIdentity| {
            held.ended.is_none() && held.identity.kind == kind && kind.comparable(&held.identity.value) == comparable
        };
        if let Some(held) = self.identities.iter_mut().find(same) {
            held.updated_ms = held.updated_ms.max(stamp.time_ms);
            if (stamp.received_ms, stamp.seq) < (held.since_ms, held.seq) {
                (held.since_ms, held.input, held.seq) = (stamp.received_ms, stamp.input, stamp.seq);
            }
            return None;
        }
        let crowded = (self.values(kind).count() >= VALUES_OF_A_TYPE_MAX)
            .then(|| self.values(kind).next().map(|oldest| Identity::new(kind, oldest)))
            .flatten();
        if let Some(oldest) = &crowded {
            self.end(oldest, EndedBy::Crowded, stamp);
        }
        self.identities.push(HeldIdentity {
            identity,
            since_ms: stamp.received_ms,
            updated_ms: stamp.time_ms,
            input: stamp.input,
            seq: stamp.seq,
            ended: None,
        });
        crowded
    }

    /// Makes an identity a former one; false when it is not held.
    pub(super) fn end(&mut self, identity: &Identity, how: EndedBy, stamp: Stamp) -> bool {
        let comparable = identity.kind.comparable(&identity.value);
        let held = self.identities.iter_mut().find(|held| {
            held.ended.is_none()
                && held.identity.kind == identity.kind
                && identity.kind.comparable(&held.identity.value) == comparable
        });
        let Some(held) = held else { return false };
        held.ended = Some(Ended { at_ms: stamp.received_ms, seq: stamp.seq, how });
        true
    }
}
