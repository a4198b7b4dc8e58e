//! A group of batches, resolved and folded in the order of the log: from what was loaded to what is stored.

use uav_core::identity::{Call, IdentitySettings, Resolution, Stamp, Target, attach, resolve};
use uav_core::profile::Profile;
use uav_core::{Batch, ProfileKey, Reason, Receipt, Refusal, Seq};
use uav_store::{Counters, ImportId, ImportRecord, LogEntry, RefusalRecord, RequestKey};

use super::incoming::{Incoming, Outcome};
use super::working::Working;
use crate::activity::SPAN_MS_MAX;
use crate::clock::World;
use crate::plan::Plan;

/// What a group came to.
#[derive(Default)]
pub(crate) struct GroupFold {
    /// What became of each batch, in order.
    pub(crate) outcomes: Vec<Outcome>,
    /// The batches for the log.
    pub(crate) entries: Vec<LogEntry>,
    /// What was refused.
    pub(crate) refusals: Vec<RefusalRecord>,
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
    batches: Vec<Incoming>,
    plan: &Plan,
    world: &dyn World,
    counters: &mut Counters,
    import: Option<ImportId>,
) -> GroupFold {
    let mut group = GroupFold::default();
    for incoming in batches {
        let settings = plan.identity(incoming.scope);
        let outcome = fold_one(working, incoming, &settings, world, counters, import, &mut group);
        match outcome {
            Outcome::Stored { .. } => group.counts.accepted += 1,
            Outcome::Duplicate => group.counts.duplicates += 1,
            Outcome::NoIdentity => group.counts.refused += 1,
        }
        group.outcomes.push(outcome);
    }
    let (created, updated) = working.changed_counts();
    group.counts.created = created;
    group.counts.updated = updated;
    group
}

fn fold_one(
    working: &mut Working,
    incoming: Incoming,
    settings: &IdentitySettings,
    world: &dyn World,
    counters: &mut Counters,
    import: Option<ImportId>,
    group: &mut GroupFold,
) -> Outcome {
    let requests: Vec<RequestKey> =
        incoming.request_ids().map(|id| RequestKey { input: incoming.input, id }).collect();
    if requests.iter().any(|request| working.is_stored(request)) {
        return Outcome::Duplicate;
    }
    if incoming.batch.mpid.is_none() && incoming.batch.identities().next().is_none() {
        let refusal = Refusal::new("", Reason::NoIdentity, "no MPID, no identity and no device id");
        group.refusals.push(refused(&incoming, &refusal, import, true));
        return Outcome::NoIdentity;
    }
    for request in &requests {
        working.note_request(request);
    }
    let seq = Seq(counters.seq.0 + 1);
    counters.seq = seq;
    let receipt = Receipt {
        seq,
        received_ms: incoming.received_ms,
        input: incoming.input,
        workspace: incoming.workspace,
        door: incoming.door,
    };
    let (key, unheld) = whose(working, &incoming, &receipt, settings, world, counters);
    let mut remarks = unheld;
    let mut mpid = None;
    if let Some(profile) = working.profile_mut(key) {
        mpid = Some(profile.mpid);
        remarks.extend(profile.fold(&incoming.batch, &receipt).refusals);
    }
    for remark in incoming.remarks.iter().chain(&remarks) {
        group.refusals.push(refused(&incoming, remark, import, false));
        group.counts.remarks += 1;
    }
    let events = u32::try_from(incoming.batch.events.len()).unwrap_or(u32::MAX);
    group.counts.events += u64::from(events);
    group.entries.push(LogEntry {
        receipt,
        profile: key,
        requests,
        spans: spans(&incoming.batch, incoming.received_ms),
        events,
        body: incoming.body,
    });
    mpid.map_or(Outcome::NoIdentity, |mpid| Outcome::Stored { seq, mpid })
}

/// The profile of a batch (events.md 6.4), given the batch's identities as far as the rules let it have them.
fn whose(
    working: &mut Working,
    incoming: &Incoming,
    receipt: &Receipt,
    settings: &IdentitySettings,
    world: &dyn World,
    counters: &mut Counters,
) -> (ProfileKey, Vec<Refusal>) {
    let identities: Vec<_> = incoming.batch.identities().collect();
    let directory = working.directory(incoming.scope, incoming.environment());
    let named = incoming.batch.mpid.and_then(|mpid| working.by_mpid(mpid));
    let resolution = match (incoming.batch.mpid, named) {
        (Some(_), Some(key)) => attach(settings, &directory, Target::Existing(key), &identities),
        (Some(_), None) => attach(settings, &directory, Target::New, &identities),
        (None, _) => resolve(settings, &directory, Call::Identify, &identities, None)
            .unwrap_or_else(|_nobody| Resolution::new_record(settings)),
    };
    let key = match resolution.target {
        Target::Existing(key) => key,
        Target::New => {
            let key = ProfileKey(counters.profile.0 + 1);
            counters.profile = key;
            let mpid = incoming.batch.mpid.unwrap_or_else(|| world.new_mpid());
            working.create(key, Profile::new(mpid, incoming.scope, incoming.environment(), receipt.received_ms));
            key
        }
    };
    let stamp = Stamp {
        received_ms: receipt.received_ms,
        time_ms: incoming.batch.time_ms(receipt.received_ms),
        input: receipt.input,
        seq: receipt.seq,
    };
    let refusals = working.absorb(key, &resolution, stamp);
    (key, refusals)
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

fn refused(incoming: &Incoming, refusal: &Refusal, import: Option<ImportId>, whole: bool) -> RefusalRecord {
    RefusalRecord {
        import,
        received_ms: incoming.received_ms,
        line: incoming.line,
        reason: refusal.reason.code().to_owned(),
        path: refusal.path.clone(),
        detail: refusal.detail.clone(),
        whole,
        text: String::new(),
    }
}
