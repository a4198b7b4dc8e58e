//! What is on its way in, and what became of it.

use uav_core::batch::Environment;
use uav_core::{Batch, Door, InputId, Mpid, Refusal, ScopeId, Seq, WorkspaceId};
use uav_store::{Packed, RequestId};

use super::alias::{AliasCall, AliasStep};
use super::identity::{IdentityCall, IdentityOutcome};

/// Something on its way into the log.
#[expect(clippy::large_enum_variant, reason = "nearly all are batches, and a box for each would cost more")]
pub(crate) enum Entry {
    /// A batch.
    Batch(Incoming),
    /// An identity request.
    Identity(IdentityCall),
    /// An alias request.
    Alias(AliasCall),
    /// A step of an alias that runs or is taken back; it is no part of the log.
    AliasStep(AliasStep),
    /// What was refused at a door; it is no part of the log, but can be listed.
    Refused(RefusedText),
}

/// A text that was refused at a door.
pub(crate) struct RefusedText {
    pub(crate) input: InputId,
    pub(crate) received_ms: i64,
    pub(crate) text: String,
    pub(crate) refusals: Vec<Refusal>,
}

/// What became of an entry.
pub(crate) enum EntryOutcome {
    /// Of a batch.
    Batch(Outcome),
    /// Of an identity request.
    Identity(IdentityOutcome),
    /// What has no answer of its own is stored.
    Noted,
}

/// A batch that was parsed and packed, so that the writer has only its own work to do.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The input that it came from.
    pub input: InputId,
    /// The input's workspace.
    pub workspace: WorkspaceId,
    /// The workspace's identity scope.
    pub scope: ScopeId,
    /// The kind of entrance.
    pub door: Door,
    /// When it was received, ms UTC.
    pub received_ms: i64,
    /// What it says.
    pub batch: Batch,
    /// Its text as received, in the store's form.
    pub body: Packed,
    /// Whether it is a batch of the past (events.md EP-3).
    pub is_historical: bool,
    /// Parts that the parser refused.
    pub remarks: Vec<Refusal>,
    /// The line of the file that it came from; 0 over the network.
    pub line: u64,
}

impl Incoming {
    /// The environment whose identity space it belongs to.
    #[must_use]
    pub const fn environment(&self) -> Environment {
        self.batch.environment
    }

    /// What makes a repetition of it known.
    pub(crate) fn request_ids(&self) -> impl Iterator<Item = RequestId> + '_ {
        let source = self.batch.source_request_id.iter().map(|id| RequestId::Source(id.clone()));
        source.chain(self.batch.batch_id.map(RequestId::Batch))
    }
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the log.
    Stored {
        /// Its place.
        seq: Seq,
        /// The user that it was resolved to.
        mpid: Mpid,
    },
    /// It was there before; nothing changed (events.md DD-2).
    Duplicate,
    /// It names nobody (events.md WH-4).
    NoIdentity,
    /// Its MPID is a user of the other environment or of another identity scope.
    MpidElsewhere,
}
