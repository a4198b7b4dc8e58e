//! The log resolved anew under other settings: a second graph of identities beside the first (idsync.md 8).
//!
//! The log tells for each entry which profile it was given to. Replaying it in the order of receipt gives each entry a
//! profile of the second graph; where the two disagree, profiles merge or split. Nothing is changed by it.

use std::collections::HashMap;

use super::{
    Asked, Call, Directory, IdentityChange, IdentityRecord, IdentitySettings, IdentityType, Resolution, Stamp, Target,
    attach, modify, resolve,
};
use crate::batch::Environment;
use crate::ids::ProfileKey;

/// What an entry of the log says about identities.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// A batch whose sender named the user: it goes wherever that user went.
    Named(&'a Asked<'a>),
    /// A batch or request that was resolved by its identities.
    Resolved {
        /// Which call.
        call: Call,
        /// The identities.
        identities: &'a Asked<'a>,
        /// The profile of the first graph that the client went on from.
        previous: Option<ProfileKey>,
    },
    /// Other identities for the user.
    Modified(&'a [IdentityChange]),
}

/// The second graph. Its profiles are numbered 1, 2, 3 … in the order in which they appear.
#[derive(Clone, Debug, Default)]
pub struct Replay {
    settings: IdentitySettings,
    records: Vec<IdentityRecord>,
    spaces: [Space; 2],
    went: HashMap<ProfileKey, ProfileKey>,
}

/// Who holds what in one environment.
#[derive(Clone, Debug, Default)]
struct Space {
    holders: HashMap<IdentityType, HashMap<Box<str>, Vec<ProfileKey>>>,
}

/// One environment of the graph, as the resolution sees it.
struct View<'a> {
    space: &'a Space,
    records: &'a [IdentityRecord],
}

impl Directory for View<'_> {
    fn holders(&self, kind: IdentityType, comparable: &str) -> &[ProfileKey] {
        let holders = self.space.holders.get(&kind).and_then(|holders| holders.get(comparable));
        holders.map_or(&[], Vec::as_slice)
    }

    fn record(&self, key: ProfileKey) -> Option<&IdentityRecord> {
        self.records.get(place(key))
    }
}

impl Replay {
    /// An empty graph under these settings.
    #[must_use]
    pub fn new(settings: IdentitySettings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// The next entry of the log, which the first graph gave to `before`. Returns the profile that the second gives it to.
    ///
    /// A request that the new settings would refuse stays with whoever it was answered with.
    pub fn say(&mut self, environment: Environment, before: ProfileKey, said: Said<'_>, stamp: Stamp) -> ProfileKey {
        let space = environment as usize;
        let went = self.went.get(&before).copied();
        let target = went.map_or(Target::New, Target::Existing);
        let key = match said {
            Said::Modified(changes) => {
                let key = went.unwrap_or_else(|| self.appear());
                self.modify(space, key, changes, stamp);
                key
            }
            Said::Named(asked) => {
                let resolution = attach(&self.settings, &self.view(space), target, asked);
                self.absorb(space, &resolution, stamp)
            }
            Said::Resolved { call, identities, previous } => {
                let previous = previous.and_then(|previous| self.went.get(&previous).copied());
                let view = self.view(space);
                let resolution = resolve(&self.settings, &view, call, identities, previous)
                    .unwrap_or_else(|_refused| attach(&self.settings, &view, target, identities));
                self.absorb(space, &resolution, stamp)
            }
        };
        self.went.insert(before, key);
        key
    }

    /// The record of a profile of this graph.
    #[must_use]
    pub fn record(&self, key: ProfileKey) -> Option<&IdentityRecord> {
        self.records.get(place(key))
    }

    /// How many profiles this graph has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether nothing was said yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    fn view(&self, space: usize) -> View<'_> {
        // There are two environments.
        let space = self.spaces.get(space).unwrap_or(&self.spaces[0]);
        View { space, records: &self.records }
    }

    fn appear(&mut self) -> ProfileKey {
        self.records.push(IdentityRecord::default());
        ProfileKey(u32::try_from(self.records.len()).unwrap_or(u32::MAX))
    }

    fn absorb(&mut self, space: usize, resolution: &Resolution, stamp: Stamp) -> ProfileKey {
        let key = match resolution.target {
            Target::Existing(key) => key,
            Target::New => self.appear(),
        };
        if let Some(record) = self.records.get_mut(place(key)) {
            let change = record.absorb(resolution, stamp);
            self.index(space, key, &change.lost, false);
            self.index(space, key, &change.gained, true);
        }
        key
    }

    fn modify(&mut self, space: usize, key: ProfileKey, changes: &[IdentityChange], stamp: Stamp) {
        let Ok(modified) = modify(&self.settings, &self.view(space), key, changes, stamp) else { return };
        for taken in &modified.taken {
            if let Some(record) = self.records.get_mut(place(taken.from)) {
                record.lose(&taken.identity, stamp);
            }
            self.index(space, taken.from, std::slice::from_ref(&taken.identity), false);
        }
        if let Some(record) = self.records.get_mut(place(key)) {
            *record = modified.record;
        }
        self.index(space, key, &modified.change.lost, false);
        self.index(space, key, &modified.change.gained, true);
    }

    fn index(&mut self, space: usize, key: ProfileKey, identities: &[super::Identity], holds: bool) {
        let Some(space) = self.spaces.get_mut(space) else { return };
        for identity in identities {
            let comparable = identity.kind.comparable(&identity.value);
            let holders = space.holders.entry(identity.kind).or_default().entry(comparable.into()).or_default();
            holders.retain(|holder| *holder != key);
            if holds {
                holders.push(key);
            }
        }
    }
}

const fn place(key: ProfileKey) -> usize {
    (key.0 as usize).wrapping_sub(1)
}
