//! Whose request is it? (idsync.md 5.2 to 5.6). A pure function over what the store holds: it changes nothing.

use super::settings::{IdentitySettings, NewKnown, OnLogout, SearchScope};
use super::{Identity, IdentityRecord, IdentityType};
use crate::ids::ProfileKey;

/// Above this many eligible records of one value, the value finds nobody: it is a farm's or a constant, not a person's
/// (idsync.md Q-I11).
pub const HOLDERS_MAX: usize = 1_000;

/// The records of one scope and environment, as far as a request can touch them.
pub trait Directory {
    /// Who holds this value now; the text is in its comparable form.
    fn holders(&self, kind: IdentityType, comparable: &str) -> &[ProfileKey];

    /// The record of a profile.
    fn record(&self, key: ProfileKey) -> Option<&IdentityRecord>;
}

/// Which call a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// The profile of these identities, made if there is none. Batches resolve like this.
    Identify,
    /// The same, on a person's signing in.
    Login,
    /// The profile to go on with after signing out.
    Logout,
    /// The profile, if there is one.
    Search,
}

/// The answer's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One that is there.
    Existing(ProfileKey),
    /// One to be made.
    New,
}

/// Which rule decided; the answer to "why is this one profile?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The sender named the MPID (events.md WH-1, WH-2).
    Named,
    /// A record was found by an identity of this type, the strongest that found any.
    Found(IdentityType),
    /// Nobody was found; the anonymous profile that the client went on from becomes known.
    PreviousBecomesKnown,
    /// Nobody was found.
    NobodyFound,
    /// A sign-out always begins anew.
    BeginsAnew,
}

/// An identity that the record takes from the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absorbed {
    /// The identity.
    pub identity: Identity,
    /// Whether it takes the place of the record's value of this type.
    pub replaces: bool,
}

/// Why an identity was kept out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedBecause {
    /// The record has another value of the immutable type.
    Immutable,
    /// Another profile holds the unique value; only a change request moves one.
    HeldByAnother,
}

/// What a request comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The answer's profile.
    pub target: Target,
    /// The types of the request's identities that the record held before.
    pub matched: Vec<IdentityType>,
    /// Identities of the request that the record held before, to be noted as said again.
    pub held: Vec<Identity>,
    /// Identities that it takes.
    pub absorbed: Vec<Absorbed>,
    /// Identities that it does not take.
    pub refused: Vec<(Identity, RefusedBecause)>,
    /// Why this profile.
    pub rule: Rule,
}

/// Why a request has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// No identity with a value.
    #[error("knownIdentities is empty.")]
    NoIdentity,
    /// A log-in with no log-in identity, where the strategy needs one.
    #[error("a login needs a login identity")]
    NoLoginIdentity,
    /// A search that finds nobody.
    #[error("nobody is found by these identities")]
    NotFound,
}

/// Identities of a request: types with their text, values that say nothing left out.
pub type Asked<'a> = [(IdentityType, &'a str)];

/// Which records a look-up may find.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    Known,
    Anonymous,
    Eligible,
    All,
}

/// Resolves a request. `previous` is the profile that the client went on from, a hint only.
///
/// # Errors
/// When the request has no usable identity, or a search finds nobody.
pub fn resolve(
    settings: &IdentitySettings,
    directory: &impl Directory,
    call: Call,
    asked: &Asked<'_>,
    previous: Option<ProfileKey>,
) -> Result<Resolution, ResolveError> {
    let request = Request { settings, directory, asked, previous };
    if !request.has_any() {
        return Err(ResolveError::NoIdentity);
    }
    let (target, rule) = match (call, request.has_login()) {
        (Call::Search, _) => {
            let found = request.search().ok_or(ResolveError::NotFound)?;
            return Ok(request.answer(Target::Existing(found.0), Rule::Found(found.1)));
        }
        (Call::Login, false) if settings.login_needs_login_id => return Err(ResolveError::NoLoginIdentity),
        (Call::Identify | Call::Login, true) => request.identify_known(),
        (Call::Identify | Call::Login, false) => request.found_or_new(Among::Eligible),
        (Call::Logout, true) => request.found_or_new(Among::Known),
        (Call::Logout, false) => match settings.on_logout {
            OnLogout::New => (Target::New, Rule::BeginsAnew),
            OnLogout::Return => request.found_or_new(Among::Anonymous),
            OnLogout::Identify => request.found_or_new(Among::Eligible),
        },
    };
    Ok(request.answer(target, rule))
}

/// What a profile that the sender named takes from a batch: never looked up, only attached (events.md WH-1).
#[must_use]
pub fn attach(
    settings: &IdentitySettings,
    directory: &impl Directory,
    target: Target,
    asked: &Asked<'_>,
) -> Resolution {
    Request { settings, directory, asked, previous: None }.answer(target, Rule::Named)
}

struct Request<'a, D> {
    settings: &'a IdentitySettings,
    directory: &'a D,
    asked: &'a Asked<'a>,
    previous: Option<ProfileKey>,
}

impl<D: Directory> Request<'_, D> {
    fn has_any(&self) -> bool {
        self.asked.iter().any(|(kind, value)| !kind.is_absent(value))
    }

    fn has_login(&self) -> bool {
        self.asked.iter().any(|(kind, value)| self.settings.login.contains(*kind) && !kind.is_absent(value))
    }

    fn value(&self, wanted: IdentityType) -> Option<&str> {
        let found = self.asked.iter().find(|(kind, value)| *kind == wanted && !kind.is_absent(value));
        found.map(|(_, value)| *value)
    }

    /// Identify and log-in with a log-in identity (5.6).
    fn identify_known(&self) -> (Target, Rule) {
        if let Some((key, by)) = self.look_up(Among::Known) {
            return (Target::Existing(key), Rule::Found(by));
        }
        if self.settings.new_known == NewKnown::Create {
            return (Target::New, Rule::NobodyFound);
        }
        if let Some((key, by)) = self.look_up(Among::Anonymous) {
            return (Target::Existing(key), Rule::Found(by));
        }
        let previous = self.previous.filter(|key| {
            let record = self.directory.record(*key);
            record.is_some_and(|record| !record.is_known(self.settings.login) && !record.is_orphan())
        });
        previous.map_or((Target::New, Rule::NobodyFound), |key| (Target::Existing(key), Rule::PreviousBecomesKnown))
    }

    fn found_or_new(&self, among: Among) -> (Target, Rule) {
        match self.look_up(among) {
            Some((key, by)) => (Target::Existing(key), Rule::Found(by)),
            None => (Target::New, Rule::NobodyFound),
        }
    }

    fn search(&self) -> Option<(ProfileKey, IdentityType)> {
        if self.settings.search == SearchScope::Any {
            return self.look_up(Among::All);
        }
        // Where a type is immutable, only its value opens a record.
        if let Some(immutable) = self.settings.immutable {
            let value = self.value(immutable)?;
            let found = self.look_up(Among::Eligible)?;
            return self.directory.record(found.0)?.holds(immutable, value).then_some(found);
        }
        self.look_up(Among::Eligible)
    }

    /// The look-up of 5.4: the first type that finds anybody decides, lower ones break ties.
    fn look_up(&self, among: Among) -> Option<(ProfileKey, IdentityType)> {
        let mut found: Option<(Vec<ProfileKey>, IdentityType)> = None;
        for kind in &self.settings.priority {
            let Some(value) = self.value(*kind) else { continue };
            let holders = self.directory.holders(*kind, &kind.comparable(value));
            let candidates = holders.iter().copied().filter(|key| self.may_find(*key, among));
            let candidates: Vec<ProfileKey> = candidates.take(HOLDERS_MAX + 1).collect();
            if candidates.is_empty() || candidates.len() > HOLDERS_MAX {
                continue;
            }
            found = match found {
                None => Some((candidates, *kind)),
                Some((before, by)) => {
                    let both: Vec<ProfileKey> = before.iter().copied().filter(|key| candidates.contains(key)).collect();
                    Some((if both.is_empty() { before } else { both }, by))
                }
            };
            if found.as_ref().is_some_and(|(found, _)| found.len() == 1) {
                break;
            }
        }
        let (found, by) = found?;
        let hinted = self.previous.filter(|previous| found.contains(previous));
        let key = hinted.or_else(|| found.into_iter().max_by_key(|key| self.touched(*key)))?;
        Some((key, by))
    }

    fn touched(&self, key: ProfileKey) -> (crate::ids::Seq, ProfileKey) {
        (self.directory.record(key).map(IdentityRecord::touched).unwrap_or_default(), key)
    }

    fn may_find(&self, key: ProfileKey, among: Among) -> bool {
        let Some(record) = self.directory.record(key) else { return false };
        match among {
            Among::All => true,
            Among::Eligible => self.is_eligible(record),
            Among::Known => record.is_known(self.settings.login) && self.is_eligible(record),
            Among::Anonymous => !record.is_known(self.settings.login) && self.is_eligible(record),
        }
    }

    /// Which records the request may get (5.2).
    fn is_eligible(&self, record: &IdentityRecord) -> bool {
        if let Some(immutable) = self.settings.immutable
            && record.values(immutable).next().is_some()
        {
            let same = self.value(immutable).is_some_and(|value| record.holds(immutable, value));
            return same && !self.is_contradicted(record);
        }
        if !record.is_known(self.settings.login) {
            return true;
        }
        let shares =
            self.settings.login.iter().any(|kind| self.value(kind).is_some_and(|value| record.holds(kind, value)));
        shares && !self.is_contradicted(record)
    }

    /// The first log-in and unique type that both have tells (5.3).
    fn is_contradicted(&self, record: &IdentityRecord) -> bool {
        let telling =
            |kind: &&IdentityType| self.settings.login.contains(**kind) && self.settings.unique.contains(**kind);
        for kind in self.settings.priority.iter().filter(telling) {
            if let Some(value) = self.value(*kind)
                && record.values(*kind).next().is_some()
            {
                return !record.holds(*kind, value);
            }
        }
        false
    }

    /// What the record has of the request, takes from it, and does not take (5.5).
    fn answer(&self, target: Target, rule: Rule) -> Resolution {
        let key = if let Target::Existing(key) = target { Some(key) } else { None };
        let record = key.and_then(|key| self.directory.record(key));
        let mut resolution =
            Resolution { target, matched: vec![], held: vec![], absorbed: vec![], refused: vec![], rule };
        for (kind, value) in self.asked.iter().filter(|(kind, value)| !kind.is_absent(value)) {
            let identity = Identity::new(*kind, value.trim());
            let taken = |other: &Absorbed| other.identity.kind == *kind;
            let holds = |record: &IdentityRecord| record.holds(*kind, value);
            if record.is_some_and(holds) {
                resolution.matched.push(*kind);
                resolution.held.push(identity);
                continue;
            }
            let has_value = record.is_some_and(|record| record.values(*kind).next().is_some())
                || resolution.absorbed.iter().any(taken);
            if self.settings.immutable == Some(*kind) && has_value {
                resolution.refused.push((identity, RefusedBecause::Immutable));
                continue;
            }
            let unique = self.settings.unique.contains(*kind);
            let others = self.directory.holders(*kind, &kind.comparable(value));
            if unique && others.iter().any(|other| Some(*other) != key) {
                resolution.refused.push((identity, RefusedBecause::HeldByAnother));
                continue;
            }
            resolution.absorbed.push(Absorbed { identity, replaces: unique && has_value });
        }
        resolution
    }
}

/// How a record changed when it took what a resolution gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordChange {
    /// Identities that it was given.
    pub gained: Vec<Identity>,
    /// Identities that it held and lost.
    pub lost: Vec<Identity>,
}

impl IdentityRecord {
    /// Takes what a resolution gives it.
    pub fn absorb(&mut self, resolution: &Resolution, stamp: super::Stamp) -> RecordChange {
        let mut change = RecordChange::default();
        self.touch(stamp.seq);
        for identity in &resolution.held {
            self.add(identity.clone(), stamp);
        }
        for Absorbed { identity, replaces } in &resolution.absorbed {
            if *replaces {
                let olds: Vec<Identity> =
                    self.values(identity.kind).map(|old| Identity::new(identity.kind, old)).collect();
                for old in olds {
                    self.end(&old, super::EndedBy::Replaced, stamp);
                    change.lost.push(old);
                }
            }
            change.lost.extend(self.add(identity.clone(), stamp));
            change.gained.push(identity.clone());
        }
        change
    }
}
