//! The profile and how a batch changes it.
//!
//! Folding is commutative: the same received batches, folded in any order, give an equal profile (events.md TM-5). So every
//! part of the state is the greatest of its writes by (time, log position, place), a minimum or maximum, or a sum. History
//! is not kept here: it is folded from the log when somebody asks ([`AttributeHistory`]). The identities are apart
//! ([`Profile::record`]): whom a batch belongs to is decided once, in receipt order, before it is folded.

pub mod activity;
mod attributes;
mod consent;
mod devices;
mod fold;
mod history;
mod inherit;
mod layers;
mod operations;
mod usage;

#[cfg(test)]
mod tests;

pub use activity::{Activity, Category, DayCounts};
pub use attributes::{AttributeState, Attributes, DeletedAttribute, HeldAttribute};
pub use consent::{ConsentChange, ConsentState, HeldConsent};
pub use devices::{AttState, Attribution, Device, DeviceKey, DeviceState, Devices};
pub use fold::FoldReport;
pub use history::{AttributeHistory, Change};
pub use usage::{InputUsage, Usage};

use serde::{Deserialize, Serialize};

use crate::batch::Environment;
use crate::identity::{IdentityRecord, IdentityType, IdentityTypeSet};
use crate::ids::{InputId, Mpid, ScopeId, Seq, WorkspaceId};

/// The version of the stored form; a store keeps it beside each profile and rebuilds from the log where it differs.
pub const PROFILE_FORMAT: u8 = 1;

/// A client's clock that is this far ahead is worth a warning, ms (events.md TM-3).
const CLOCK_AHEAD_MS: i64 = 24 * 60 * 60 * 1000;

/// The place of a write among all writes: by time, then log position, then place in the batch (events.md AT-14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// When, ms UTC, never later than receipt.
    pub time_ms: i64,
    /// The entry of the log.
    pub seq: Seq,
    /// The place in the batch.
    pub place: u32,
}

/// A value with where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// When, and by which entry of the log.
    pub moment: Moment,
    /// The input that wrote it.
    pub input: InputId,
}

impl<T> Written<T> {
    /// Puts a write into its place: it stands if it is the greatest so far.
    pub(crate) fn put(held: &mut Option<Self>, value: T, moment: Moment, input: InputId) {
        if held.as_ref().is_none_or(|held| held.moment < moment) {
            *held = Some(Self { value, moment, input });
        }
    }
}

/// What a profile knows of one workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceProfile {
    /// Which.
    pub workspace: WorkspaceId,
    /// First and last seen, through which inputs.
    pub usage: Usage,
    /// User attributes.
    pub attributes: Attributes,
    /// Consent.
    pub consent: ConsentState,
    /// Devices.
    pub devices: Devices,
    /// Events by day.
    pub activity: Activity,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The one number of this user.
    pub mpid: Mpid,
    /// The scope whose workspaces share the user.
    pub scope: ScopeId,
    /// Production or development.
    pub environment: Environment,
    /// The identities, kept by the resolution.
    pub record: IdentityRecord,
    /// Whether the user opted out, by the newest opt-out event.
    opted_out: Option<Written<bool>>,
    /// Whether some client's clock was far ahead.
    clock_ahead: bool,
    /// What each workspace knows, by number.
    workspaces: Vec<WorkspaceProfile>,
    /// When the user was first seen under another MPID whose events were copied here; put on at reading, never stored.
    #[serde(skip)]
    seen_before_ms: Option<i64>,
}

impl Profile {
    /// A user of whom nothing is known yet.
    #[must_use]
    pub fn new(mpid: Mpid, scope: ScopeId, environment: Environment) -> Self {
        Self {
            mpid,
            scope,
            environment,
            record: IdentityRecord::default(),
            opted_out: None,
            clock_ahead: false,
            workspaces: Vec::new(),
            seen_before_ms: None,
        }
    }

    /// What each workspace knows, by number.
    #[must_use]
    pub fn workspaces(&self) -> &[WorkspaceProfile] {
        &self.workspaces
    }

    /// What one workspace knows.
    #[must_use]
    pub fn workspace(&self, id: WorkspaceId) -> Option<&WorkspaceProfile> {
        self.workspaces.iter().find(|workspace| workspace.workspace == id)
    }

    /// The workspace that saw the user last.
    #[must_use]
    pub fn latest_workspace(&self) -> Option<&WorkspaceProfile> {
        self.workspaces.iter().max_by_key(|workspace| (workspace.usage.last_seen_ms(), workspace.workspace))
    }

    /// When the user was first seen in any workspace, by receipt, ms UTC (profiles.md 1.6): by its first batch, or by the
    /// first identity request where that came before, or as the source of an alias (AL-6); 0 before any.
    #[must_use]
    pub fn first_seen_ms(&self) -> i64 {
        let batches = self.workspaces.iter().map(|workspace| workspace.usage.first_seen_ms());
        batches.chain(self.record.since_ms()).chain(self.seen_before_ms).min().unwrap_or_default()
    }

    /// When the user was last seen in any workspace, by receipt, ms UTC; one who was only asked for by identity requests
    /// was last seen by the last that said something new.
    #[must_use]
    pub fn last_seen_ms(&self) -> i64 {
        let batches = self.workspaces.iter().map(|workspace| workspace.usage.last_seen_ms()).max();
        batches.or_else(|| self.record.updated_ms()).unwrap_or_default()
    }

    /// Batches received.
    #[must_use]
    pub fn batches(&self) -> u64 {
        self.workspaces.iter().map(|workspace| workspace.usage.batches()).sum()
    }

    /// Events received.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.workspaces.iter().map(|workspace| workspace.activity.events()).sum()
    }

    /// Whether the user opted out of collection: what the newest opt-out event says (profiles.md 1.6).
    #[must_use]
    pub fn is_opted_out(&self) -> bool {
        self.opted_out.as_ref().is_some_and(|written| written.value)
    }

    /// Whether a client's clock was more than a day ahead of receipt (events.md TM-3).
    #[must_use]
    pub const fn has_clock_warning(&self) -> bool {
        self.clock_ahead
    }

    /// Whether the user is known by an identity of these types.
    #[must_use]
    pub fn is_known(&self, login: IdentityTypeSet) -> bool {
        self.record.is_known(login)
    }

    /// Whether ad tracking is limited on the device seen last that says so (profiles.md 1.6).
    #[must_use]
    pub fn limit_ad_tracking(&self) -> Option<bool> {
        let devices = self.workspaces.iter().flat_map(|workspace| workspace.devices.merged());
        let saying = devices.filter_map(|device| Some((device.last_seen_ms, device.limit_ad_tracking?)));
        saying.max_by_key(|(last_seen_ms, _)| *last_seen_ms).map(|(_, limited)| limited)
    }

    /// The best name there is: first and last name, else e-mail, else customer ID; `None` for the anonymous.
    #[must_use]
    pub fn display_name(&self) -> Option<String> {
        let workspaces = self.workspaces.iter().rev();
        let named = workspaces.filter_map(|workspace| workspace.attributes.person_name()).next();
        // The one said last, whatever the order in which they came.
        let identity = |kind: IdentityType| {
            let held = self.record.current().filter(|held| held.identity.kind == kind);
            let latest = held.max_by(|one, other| {
                one.updated_ms.cmp(&other.updated_ms).then_with(|| one.identity.value.cmp(&other.identity.value))
            });
            latest.map(|held| held.identity.value.to_string())
        };
        named.or_else(|| identity(IdentityType::Email)).or_else(|| identity(IdentityType::CustomerId))
    }

    /// The part of a workspace, made if there is none.
    fn workspace_mut(&mut self, id: WorkspaceId) -> Option<&mut WorkspaceProfile> {
        let place = match self.workspaces.binary_search_by_key(&id, |workspace| workspace.workspace) {
            Ok(place) => place,
            Err(place) => {
                self.workspaces.insert(place, WorkspaceProfile { workspace: id, ..WorkspaceProfile::default() });
                place
            }
        };
        self.workspaces.get_mut(place)
    }
}
