//! A group, resolved and folded in the order of the log: from what was loaded to what is stored.

use uav_core::batch::Environment;
use uav_core::identity::{Call, IdentitySettings, Resolution, Stamp, Target, attach, resolve};
use uav_core::profile::Profile;
use uav_core::{Alias, Batch, InputId, Mpid, ProfileKey, Reason, Receipt, Refusal, ScopeId, Seq};
use uav_store::{Counters, EntryKind, ImportId, ImportRecord, LogEntry, RefusalRecord, RequestKey, SpanCopy};

use super::incoming::{Entry, EntryOutcome, Incoming, Outcome, RefusedText};
use super::working::{Working, refusal_of};
use crate::activity::SPAN_MS_MAX;
use crate::clock::World;
use crate::plan::Plan;

/// What a group came to.
#[derive(Default)]
pub(crate) struct GroupFold {
    /// What became of each entry, in order.
    pub(crate) outcomes: Vec<EntryOutcome>,
    /// The entries of the log.
    pub(crate) entries: Vec<LogEntry>,
    /// What was refused.
    pub(crate) refusals: Vec<RefusalRecord>,
    /// Aliases that are new or moved on.
    pub(crate) aliases: Vec<Alias>,
    /// What aliases copy.
    pub(crate) copies: Vec<SpanCopy>,
    /// The group in numbers.
    pub(crate) counts: GroupCounts,
}

/// A group in numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct GroupCounts {
    pub(crate) accepted: u64,
    pub(crate) duplicates: u64,
    pub(crate) refused: u64,
    pub(crate) remarks: u64,
    pub(crate) events: u64,
    pub(crate) created: u64,
    pub(crate) updated: u64,
}

impl GroupCounts {
    fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Stored { .. } => self.accepted += 1,
            Outcome::Duplicate => self.duplicates += 1,
            Outcome::NoIdentity | Outcome::MpidElsewhere => self.refused += 1,
        }
    }

    /// The record of an import with this group added.
    pub(crate) fn add_to(self, mut record: ImportRecord) -> ImportRecord {
        record.accepted += self.accepted;
        record.duplicates += self.duplicates;
        record.refused += self.refused;
        record.remarks += self.remarks;
        record.events += self.events;
        record.created += self.created;
        record.updated += self.updated;
        record
    }
}

/// Folds a group. Everything that it touches is in `working`; numbers are given out from `counters`.
pub(crate) fn fold_group(
    working: &mut Working,
    entries: impl IntoIterator<Item = Entry>,
    plan: &Plan,
    world: &dyn World,
    counters: &mut Counters,
    import: Option<ImportId>,
) -> GroupFold {
    let mut folding = Folding { working, world, counters, import, group: GroupFold::default() };
    for entry in entries {
        let outcome = match entry {
            Entry::Batch(incoming) => {
                let settings = plan.identity(incoming.scope);
                let outcome = folding.fold(incoming, &settings);
                folding.group.counts.add(outcome);
                EntryOutcome::Batch(outcome)
            }
            Entry::Identity(call) => {
                let settings = plan.identity(call.source.scope);
                EntryOutcome::Identity(folding.fold_identity(&call, &settings))
            }
            Entry::Alias(call) => {
                folding.enter_alias(call);
                EntryOutcome::Noted
            }
            Entry::AliasStep(step) => {
                folding.step_alias(step);
                EntryOutcome::Noted
            }
            Entry::Refused(refused) => {
                folding.note(&refused);
                EntryOutcome::Noted
            }
        };
        folding.group.outcomes.push(outcome);
    }
    let mut group = folding.group;
    (group.counts.created, group.counts.updated) = working.changed_counts();
    group
}

/// A group at work.
pub(super) struct Folding<'a> {
    pub(super) working: &'a mut Working,
    world: &'a dyn World,
    counters: &'a mut Counters,
    import: Option<ImportId>,
    pub(super) group: GroupFold,
}

impl Folding<'_> {
    fn fold(&mut self, incoming: Incoming, settings: &IdentitySettings) -> Outcome {
        let requests: Vec<RequestKey> =
            incoming.request_ids().map(|id| RequestKey { input: incoming.input, id }).collect();
        if requests.iter().any(|request| self.working.is_stored(request)) {
            return Outcome::Duplicate;
        }
        if incoming.batch.mpid.is_none() && incoming.batch.identities().next().is_none() {
            let refusal = Refusal::new("", Reason::NoIdentity, "no MPID, no identity and no device id");
            self.refuse(&incoming, &refusal, true);
            // It may have named somebody in a way that was refused.
            self.remark(&incoming, &incoming.remarks);
            return Outcome::NoIdentity;
        }
        if self.is_elsewhere(&incoming) {
            let detail = "this MPID is a user of the other environment or of another identity scope";
            self.refuse(&incoming, &Refusal::new("mpid", Reason::NotAllowed, detail), true);
            return Outcome::MpidElsewhere;
        }
        for request in &requests {
            self.working.note_request(request);
        }
        let seq = self.next_seq();
        let receipt = Receipt {
            seq,
            received_ms: incoming.received_ms,
            input: incoming.input,
            workspace: incoming.workspace,
            door: incoming.door,
        };
        let (key, mpid) = self.take(&incoming, &receipt, settings);
        let events = u32::try_from(incoming.batch.events.len()).unwrap_or(u32::MAX);
        self.group.counts.events += u64::from(events);
        self.group.entries.push(LogEntry {
            kind: if incoming.is_historical { EntryKind::HistoricalBatch } else { EntryKind::Batch },
            receipt,
            profile: key,
            requests,
            spans: spans(&incoming.batch, incoming.received_ms),
            events,
            body: incoming.body,
        });
        Outcome::Stored { seq, mpid }
    }

    /// The last place in the log that was given out.
    pub(super) const fn last_seq(&self) -> Seq {
        self.counters.seq
    }

    /// Gives out the next place in the log.
    pub(super) const fn next_seq(&mut self) -> Seq {
        self.counters.seq = self.counters.seq.next();
        self.counters.seq
    }

    /// Whether the batch names a user of another space: MPIDs are unique over all of them.
    fn is_elsewhere(&self, incoming: &Incoming) -> bool {
        let named = incoming.batch.mpid.and_then(|mpid| self.working.by_mpid(mpid));
        let profile = named.and_then(|key| self.working.profile(key));
        profile.is_some_and(|profile| profile.scope != incoming.scope || profile.environment != incoming.environment())
    }

    /// Finds or makes the batch's profile, gives it the identities that the rules let it have, and folds the batch in.
    fn take(&mut self, incoming: &Incoming, receipt: &Receipt, settings: &IdentitySettings) -> (ProfileKey, Mpid) {
        let resolution = self.whose(incoming, settings);
        let (key, mpid) =
            self.profile_of(resolution.target, incoming.batch.mpid, incoming.scope, incoming.environment());
        let stamp = Stamp {
            received_ms: receipt.received_ms,
            time_ms: incoming.batch.time_ms(receipt.received_ms),
            input: receipt.input,
            seq: receipt.seq,
        };
        self.working.absorb(key, &resolution, stamp);
        let remarks: Vec<Refusal> = resolution.refused.iter().map(|(who, why)| refusal_of(who, *why)).collect();
        if let Some(profile) = self.working.profile_mut(key) {
            profile.fold(&incoming.batch, receipt);
        }
        self.remark(incoming, &incoming.remarks);
        self.remark(incoming, &remarks);
        (key, mpid)
    }

    /// The profile of a target, made if there is none: with the MPID that the sender named, else with a new one.
    pub(super) fn profile_of(
        &mut self,
        target: Target,
        named: Option<Mpid>,
        scope: ScopeId,
        environment: Environment,
    ) -> (ProfileKey, Mpid) {
        let (key, mpid) = match target {
            Target::Existing(key) => (key, self.working.profile(key).map(|profile| profile.mpid)),
            Target::New => {
                let key = ProfileKey(self.counters.profile.0 + 1);
                self.counters.profile = key;
                (key, None)
            }
        };
        let mpid = mpid.or(named).unwrap_or_else(|| self.world.new_mpid());
        if self.working.profile(key).is_none() {
            self.working.create(key, Profile::new(mpid, scope, environment));
        }
        (key, mpid)
    }

    /// Whose batch it is (events.md 6.4).
    fn whose(&self, incoming: &Incoming, settings: &IdentitySettings) -> Resolution {
        let identities: Vec<_> = incoming.batch.identities().collect();
        let directory = self.working.directory(incoming.scope, incoming.environment());
        match incoming.batch.mpid {
            Some(mpid) => {
                let target = self.working.by_mpid(mpid).map_or(Target::New, Target::Existing);
                attach(settings, &directory, target, &identities)
            }
            None => resolve(settings, &directory, Call::Identify, &identities, None)
                .unwrap_or_else(|_nobody| attach(settings, &directory, Target::New, &identities)),
        }
    }

    /// Notes parts that were refused.
    fn remark(&mut self, incoming: &Incoming, parts: &[Refusal]) {
        for part in parts {
            self.refuse(incoming, part, false);
        }
        self.group.counts.remarks += parts.len() as u64;
    }

    fn refuse(&mut self, incoming: &Incoming, refusal: &Refusal, whole: bool) {
        let record = self.record(incoming.input, incoming.received_ms, refusal);
        self.group.refusals.push(RefusalRecord { line: incoming.line, whole, ..record });
    }

    /// Notes what was refused at a door, its text beside the first of its faults.
    fn note(&mut self, refused: &RefusedText) {
        for (place, refusal) in refused.refusals.iter().enumerate() {
            let record = self.record(refused.input, refused.received_ms, refusal);
            let text = if place == 0 { refused.text.clone() } else { String::new() };
            self.group.refusals.push(RefusalRecord { whole: place == 0, text, ..record });
        }
    }

    /// A refused part.
    pub(super) fn record(&self, input: InputId, received_ms: i64, refusal: &Refusal) -> RefusalRecord {
        RefusalRecord {
            import: self.import,
            input: Some(input),
            received_ms,
            line: 0,
            reason: refusal.reason.code().to_owned(),
            path: refusal.path.clone(),
            detail: refusal.detail.clone(),
            whole: false,
            text: String::new(),
        }
    }
}

/// The times of a batch, in pieces of at most ten minutes.
fn spans(batch: &Batch, received_ms: i64) -> Vec<(i64, i64)> {
    let mut times: Vec<i64> = batch.events.iter().map(|event| event.time_ms(received_ms)).collect();
    if times.is_empty() {
        let time_ms = batch.time_ms(received_ms);
        return vec![(time_ms, time_ms)];
    }
    times.sort_unstable();
    let mut spans: Vec<(i64, i64)> = Vec::with_capacity(1);
    for time_ms in times {
        match spans.last_mut() {
            Some((oldest, newest)) if time_ms - *oldest <= SPAN_MS_MAX => *newest = time_ms,
            _ => spans.push((time_ms, time_ms)),
        }
    }
    spans
}
