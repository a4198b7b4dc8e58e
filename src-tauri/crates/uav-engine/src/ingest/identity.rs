//! Identity requests on their way into the log: resolved between the batches, in the order of arrival, so that a batch
//! that comes after an answered request sees its effect (idsync.md 9).

use uav_core::batch::{Door, Environment};
use uav_core::identity::{
    Call, Directory, IdentityChange, IdentitySettings, ModifyError, Resolution, ResolveError, Stamp, modify, resolve,
};
use uav_core::{Identity, IdentityType, InputId, Mpid, ProfileKey, Receipt, ScopeId, Seq, WorkspaceId};
use uav_store::{EntryKind, LogEntry, Packed};

use super::fold::Folding;
use super::working::{Working, refusal_of_known};

/// Whose key a request came under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The input.
    pub input: InputId,
    /// The input's workspace.
    pub workspace: WorkspaceId,
    /// The workspace's identity scope.
    pub scope: ScopeId,
}

/// What an identity request asks for.
#[derive(Clone, Debug)]
pub enum IdentityAct {
    /// The profile of these identities.
    Resolve {
        /// Which call; a search is none that is stored.
        call: Call,
        /// The identities.
        identities: Vec<Identity>,
        /// The profile that the client went on from, a hint only.
        previous: Option<Mpid>,
    },
    /// Other identities for a profile.
    Modify {
        /// Whose.
        mpid: Mpid,
        /// The changes, in order; all or none is done.
        changes: Vec<IdentityChange>,
    },
}

impl IdentityAct {
    /// The MPID that it names.
    pub(crate) const fn mpid(&self) -> Option<Mpid> {
        match self {
            Self::Resolve { previous, .. } => *previous,
            Self::Modify { mpid, .. } => Some(*mpid),
        }
    }

    /// The values whose holders it depends on.
    pub(crate) fn values(&self) -> impl Iterator<Item = (IdentityType, &str)> {
        let (asked, changed) = match self {
            Self::Resolve { identities, .. } => (&identities[..], &[][..]),
            Self::Modify { changes, .. } => (&[][..], &changes[..]),
        };
        let asked = asked.iter().map(|identity| (identity.kind, &*identity.value));
        asked.chain(changed.iter().filter_map(|change| Some((change.kind, change.new.as_deref()?))))
    }

    const fn kind(&self) -> EntryKind {
        match self {
            Self::Resolve { call: Call::Login, .. } => EntryKind::Login,
            Self::Resolve { call: Call::Logout, .. } => EntryKind::Logout,
            Self::Resolve { call: Call::Identify | Call::Search, .. } => EntryKind::Identify,
            Self::Modify { .. } => EntryKind::Modify,
        }
    }
}

/// An identity request that was read and packed.
#[derive(Clone, Debug)]
pub(crate) struct IdentityCall {
    /// Whose key it came under.
    pub source: Source,
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// When it was received, ms UTC.
    pub received_ms: i64,
    /// What it asks for.
    pub act: IdentityAct,
    /// Its text as received, in the store's form.
    pub body: Packed,
    /// What makes a repetition of it known; `None` when each counts.
    pub repeat: Option<[u8; 16]>,
}

/// The profile that a request was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Its MPID; `None` where a dry run would make one.
    pub mpid: Option<Mpid>,
    /// The identities of the request, in its text, that the profile held before.
    pub matched: Vec<Identity>,
    /// Whether the profile is known after the request.
    pub is_known: bool,
}

/// What became of an identity request. A refused one left no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityOutcome {
    /// The profile, or why there is none.
    Resolved(Result<Resolved, ResolveError>),
    /// The identities that were taken from other profiles, or why nothing was changed.
    Modified(Result<Vec<(IdentityType, Mpid)>, ModifyError>),
}

impl IdentityOutcome {
    /// Whether anything was stored.
    pub(crate) const fn is_stored(&self) -> bool {
        matches!(self, Self::Resolved(Ok(_)) | Self::Modified(Ok(_)))
    }
}

/// Whom a request comes to, on what is in hand; nothing changes.
pub(crate) fn resolve_in(
    working: &Working,
    settings: &IdentitySettings,
    (scope, environment): (ScopeId, Environment),
    call: Call,
    identities: &[Identity],
    previous: Option<Mpid>,
) -> Result<(Resolution, Vec<Identity>), ResolveError> {
    let asked: Vec<(IdentityType, &str)> = identities.iter().map(|asked| (asked.kind, &*asked.value)).collect();
    let directory = working.directory(scope, environment);
    let previous = previous.and_then(|mpid| working.by_mpid(mpid)).filter(|key| directory.record(*key).is_some());
    let resolution = resolve(settings, &directory, call, &asked, previous)?;
    let is_matched = |identity: &&Identity| resolution.matched.contains(&identity.kind);
    let matched = identities.iter().filter(is_matched).cloned().collect();
    Ok((resolution, matched))
}

impl Folding<'_> {
    /// Answers an identity request and puts it into the log, or refuses it and leaves no trace.
    pub(super) fn fold_identity(&mut self, call: &IdentityCall, settings: &IdentitySettings) -> IdentityOutcome {
        match &call.act {
            IdentityAct::Resolve { call: which, identities, previous } => {
                IdentityOutcome::Resolved(self.resolve(call, settings, *which, identities, *previous))
            }
            IdentityAct::Modify { mpid, changes } => {
                IdentityOutcome::Modified(self.modify(call, settings, *mpid, changes))
            }
        }
    }

    fn resolve(
        &mut self,
        call: &IdentityCall,
        settings: &IdentitySettings,
        which: Call,
        identities: &[Identity],
        previous: Option<Mpid>,
    ) -> Result<Resolved, ResolveError> {
        let space = (call.source.scope, call.environment);
        let (resolution, matched) = resolve_in(self.working, settings, space, which, identities, previous)?;
        let (key, mpid) = self.profile_of(resolution.target, None, call.source.scope, call.environment);
        let stamp = self.enter(call, key);
        self.working.absorb(key, &resolution, stamp);
        for (identity, why) in &resolution.refused {
            let part = self.record(call.source.input, call.received_ms, &refusal_of_known(identity, *why));
            self.group.refusals.push(part);
        }
        let is_known = self.working.profile(key).is_some_and(|profile| profile.is_known(settings.login));
        Ok(Resolved { mpid: Some(mpid), matched, is_known })
    }

    fn modify(
        &mut self,
        call: &IdentityCall,
        settings: &IdentitySettings,
        mpid: Mpid,
        changes: &[IdentityChange],
    ) -> Result<Vec<(IdentityType, Mpid)>, ModifyError> {
        let key = self.working.by_mpid(mpid).ok_or(ModifyError::NotFound)?;
        // Worked out with the number that it will have if it is possible.
        let stamp = stamp_of(call, self.last_seq().next());
        let directory = self.working.directory(call.source.scope, call.environment);
        let modified = modify(settings, &directory, key, changes, stamp)?;
        let stamp = self.enter(call, key);
        let mpid_of = |from: ProfileKey| self.working.profile(from).map(|profile| profile.mpid);
        let taken = modified.taken.iter().filter_map(|taken| Some((taken.identity.kind, mpid_of(taken.from)?)));
        let lost = taken.collect();
        self.working.put_record(key, modified, stamp);
        Ok(lost)
    }

    /// Puts a request into the log.
    fn enter(&mut self, call: &IdentityCall, profile: ProfileKey) -> Stamp {
        let seq = self.next_seq();
        self.group.entries.push(LogEntry {
            kind: call.act.kind(),
            receipt: Receipt {
                seq,
                received_ms: call.received_ms,
                input: call.source.input,
                workspace: call.source.workspace,
                door: Door::Server,
            },
            profile,
            requests: Vec::new(),
            spans: Vec::new(),
            events: 0,
            body: call.body.clone(),
        });
        stamp_of(call, seq)
    }
}

const fn stamp_of(call: &IdentityCall, seq: Seq) -> Stamp {
    Stamp { received_ms: call.received_ms, time_ms: call.received_ms, input: call.source.input, seq }
}
