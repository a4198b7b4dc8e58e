//! Alias requests on their way into the log, and what their running writes (idsync.md 7).

use uav_core::batch::Door;
use uav_core::{Alias, AliasState, ProfileKey, Receipt};
use uav_store::{EntryKind, LogEntry, Packed, SpanCopy};

use super::fold::Folding;
use super::identity::Source;

/// An alias request that was checked and packed.
pub(crate) struct AliasCall {
    /// Whose key it came under.
    pub caller: Source,
    /// Whose events.
    pub from: ProfileKey,
    /// For whom.
    pub to: ProfileKey,
    /// Which span of time, both ends inclusive, ms UTC.
    pub range: (i64, i64),
    /// Only events of the device with this stamp.
    pub device: Option<Box<str>>,
    /// When it was received, ms UTC.
    pub received_ms: i64,
    /// When it is to run, ms UTC.
    pub due_ms: i64,
    /// Its text as received, in the store's form.
    pub body: Packed,
}

/// A step in the life of an alias: copies, a new state, or both, stored as one.
pub(crate) struct AliasStep {
    /// The alias, after the step.
    pub alias: Alias,
    /// What it copies in this step.
    pub copies: Vec<SpanCopy>,
}

impl Folding<'_> {
    /// Puts an alias request into the log. It changes no profile: it waits until it is due.
    pub(super) fn enter_alias(&mut self, call: AliasCall) {
        let seq = self.next_seq();
        self.group.aliases.push(Alias {
            seq,
            source: call.from,
            destination: call.to,
            start_ms: call.range.0,
            end_ms: call.range.1,
            device: call.device,
            asked_ms: call.received_ms,
            due_ms: call.due_ms,
            state: AliasState::Waiting,
            state_ms: call.received_ms,
        });
        self.group.entries.push(LogEntry {
            kind: EntryKind::Alias,
            receipt: Receipt {
                seq,
                received_ms: call.received_ms,
                input: call.caller.input,
                workspace: call.caller.workspace,
                door: Door::Server,
            },
            profile: call.from,
            requests: Vec::new(),
            spans: Vec::new(),
            events: 0,
            body: call.body,
        });
    }

    /// Moves an alias on.
    pub(super) fn step_alias(&mut self, step: AliasStep) {
        self.group.aliases.push(step.alias);
        self.group.copies.extend(step.copies);
    }
}
