//! A group of batches: what it needs to be read, what it writes.

use std::sync::Arc;

use uav_core::batch::Environment;
use uav_core::profile::Profile;
use uav_core::{Alias, Identity, IdentityType, InputId, Mpid, ProfileKey, Receipt, ScopeId, Seq};

use crate::aliases::SpanCopy;
use crate::imports::{ImportRecord, RefusalRecord};

/// An identity as something to look up: where, which type, and the text in its comparable form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdentityKey {
    /// The identity scope.
    pub scope: ScopeId,
    /// Production and development are two spaces.
    pub environment: Environment,
    /// The type.
    pub kind: IdentityType,
    /// The text, as [`IdentityType::comparable`] gives it.
    pub comparable: Box<str>,
}

/// What tells one request of an input from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RequestId {
    /// The batch's `source_request_id` (events.md DD-1).
    Source(Box<str>),
    /// The batch's own `batch_id` (events.md DD-3).
    Batch(i64),
}

/// A request, by the input that it came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestKey {
    /// The input.
    pub input: InputId,
    /// Its id of the request.
    pub id: RequestId,
}

/// What a group touches. Duplicates are allowed and cost little.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Whose holders to load.
    pub identities: Vec<IdentityKey>,
    /// Whose profiles to load.
    pub mpids: Vec<Mpid>,
    /// Which to tell whether they were stored before.
    pub requests: Vec<RequestKey>,
}

/// What was found of a [`Wanted`].
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// For each wanted identity, who holds it now. Never a hash hit unverified.
    pub holders: Vec<Vec<ProfileKey>>,
    /// For each wanted MPID, its profile.
    pub mpids: Vec<Option<ProfileKey>>,
    /// For each wanted request, whether it was stored before.
    pub stored: Vec<bool>,
    /// Every profile named above, once.
    pub profiles: Vec<(ProfileKey, Profile)>,
}

/// The text of a batch in a store's own form. Only the store that packed it can read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Which form, in the store's own numbering.
    pub form: u32,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What an entry of the log is. Whatever changes a profile is one, so that a replay gives the same profiles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// A batch.
    #[default]
    Batch,
    /// A batch of the past: it changes profiles, but is not forwarded and moves nobody in or out of an audience
    /// (events.md EP-3).
    HistoricalBatch,
    /// An identity request, answered with a profile.
    Identify,
    /// The same, on signing in.
    Login,
    /// The same, on signing out.
    Logout,
    /// A change of a profile's identities.
    Modify,
    /// A request to copy a stretch of one profile's events to another.
    Alias,
}

impl EntryKind {
    /// Every kind, by stored number.
    pub const ALL: &[Self] =
        &[Self::Batch, Self::HistoricalBatch, Self::Identify, Self::Login, Self::Logout, Self::Modify, Self::Alias];

    /// The stored number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Whether it carries events and is folded into a profile.
    #[must_use]
    pub const fn is_batch(self) -> bool {
        matches!(self, Self::Batch | Self::HistoricalBatch)
    }
}

/// One entry on its way into the log.
#[derive(Clone, Debug)]
pub struct LogEntry {
    /// What it is.
    pub kind: EntryKind,
    /// Place, time and source.
    pub receipt: Receipt,
    /// The user that it was resolved to.
    pub profile: ProfileKey,
    /// What makes a repetition of it known: none, one or both ids.
    pub requests: Vec<RequestKey>,
    /// The batch's own times, oldest and newest, ms UTC, cut so that no piece spans more than ten minutes; an eventless
    /// batch has one piece at its batch time, and what is no batch has none. Never later than receipt.
    pub spans: Vec<(i64, i64)>,
    /// Number of events.
    pub events: u32,
    /// The text as received.
    pub body: Packed,
}

/// One profile on its way into the store.
#[derive(Clone, Debug)]
pub struct ProfileWrite {
    /// Its key.
    pub key: ProfileKey,
    /// The whole profile, after the group.
    pub profile: Arc<Profile>,
    /// Whether it was made by this group.
    pub created: bool,
    /// Identities that it was given by this group.
    pub gained: Vec<Identity>,
    /// Identities that it held and lost by this group; they stay findable as former ones.
    pub lost: Vec<Identity>,
}

/// An entry of the log that goes to another profile, because the log is resolved anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The entry.
    pub seq: Seq,
    /// Whose it was.
    pub from: ProfileKey,
    /// Whose it is from now on. Its pieces on the timeline go with it; what aliases copied elsewhere stays there.
    pub to: ProfileKey,
}

/// Everything that a group changes; stored as one.
#[derive(Clone, Debug, Default)]
pub struct WriteSet {
    /// The batches, ascending by seq.
    pub entries: Vec<LogEntry>,
    /// The profiles, each once.
    pub profiles: Vec<ProfileWrite>,
    /// Entries that go to other profiles.
    pub moves: Vec<Move>,
    /// What was refused.
    pub refusals: Vec<RefusalRecord>,
    /// The import that the group belongs to, with its new position and counts.
    pub import: Option<ImportRecord>,
    /// Aliases that are new or have a new state. The copies of one that was undone go with it, all of them.
    pub aliases: Vec<Alias>,
    /// What aliases copy. A piece that is copied again by the same alias is as if nothing had happened.
    pub copies: Vec<SpanCopy>,
}

/// The last numbers given out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// The last place in the log.
    pub seq: Seq,
    /// The last profile.
    pub profile: ProfileKey,
    /// The last import.
    pub import: u64,
}
