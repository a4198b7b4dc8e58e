//! The simplest directory there is: a list of records, searched from end to end.

use std::collections::BTreeMap;

use uav_core::identity::{
    Call, Directory, IdentityChange, IdentityRecord, IdentitySettings, Modified, Resolution, ResolveError, Stamp,
    Target, modify, resolve,
};
use uav_core::{Identity, IdentityType, InputId, ProfileKey, Seq};

/// The records of one scope, by key.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) records: BTreeMap<ProfileKey, IdentityRecord>,
    holders: BTreeMap<(IdentityType, String), Vec<ProfileKey>>,
    pub(crate) seq: u64,
}

impl Directory for World {
    fn holders(&self, kind: IdentityType, comparable: &str) -> &[ProfileKey] {
        self.holders.get(&(kind, comparable.to_owned())).map_or(&[], Vec::as_slice)
    }

    fn record(&self, key: ProfileKey) -> Option<&IdentityRecord> {
        self.records.get(&key)
    }
}

/// What a request names.
pub(crate) type Named = Vec<(IdentityType, String)>;

impl World {
    fn stamp(&mut self) -> Stamp {
        self.seq += 1;
        let time_ms = i64::try_from(self.seq).unwrap();
        Stamp { received_ms: time_ms, time_ms, input: InputId(1), seq: Seq(self.seq) }
    }

    /// Puts a record with these identities there, touched now.
    pub(crate) fn put(&mut self, key: ProfileKey, identities: &[(IdentityType, String)]) {
        let stamp = self.stamp();
        let settings = IdentitySettings::best_match();
        let asked: Vec<_> = identities.iter().map(|(kind, value)| (*kind, value.as_str())).collect();
        let resolution = uav_core::identity::attach(&settings, &Self::default(), Target::New, &asked);
        self.records.entry(key).or_default().absorb(&resolution, stamp);
        self.index();
    }

    fn index(&mut self) {
        self.holders.clear();
        for (key, record) in &self.records {
            for held in record.current() {
                let comparable = held.identity.kind.comparable(&held.identity.value).into_owned();
                self.holders.entry((held.identity.kind, comparable)).or_default().push(*key);
            }
        }
    }

    /// Answers a request and takes its consequences; the answer's key and whether it was made.
    pub(crate) fn call(
        &mut self,
        settings: &IdentitySettings,
        call: Call,
        named: &Named,
        previous: Option<ProfileKey>,
    ) -> Result<(ProfileKey, bool, Resolution), ResolveError> {
        let asked: Vec<_> = named.iter().map(|(kind, value)| (*kind, value.as_str())).collect();
        let resolution = resolve(settings, self, call, &asked, previous)?;
        let (key, made) = match resolution.target {
            Target::Existing(key) => (key, false),
            Target::New => (self.next_key(), true),
        };
        if call != Call::Search {
            let stamp = self.stamp();
            self.records.entry(key).or_default().absorb(&resolution, stamp);
            self.index();
        }
        Ok((key, made, resolution))
    }

    /// Changes identities and takes the consequences.
    pub(crate) fn modify(
        &mut self,
        settings: &IdentitySettings,
        key: ProfileKey,
        changes: &[IdentityChange],
    ) -> Result<Modified, uav_core::identity::ModifyError> {
        let stamp = self.stamp();
        let modified = modify(settings, self, key, changes, stamp)?;
        self.records.insert(key, modified.record.clone());
        for taken in &modified.taken {
            self.records.get_mut(&taken.from).expect("it was a holder").lose(&taken.identity, stamp);
        }
        self.index();
        Ok(modified)
    }

    pub(crate) fn next_key(&self) -> ProfileKey {
        ProfileKey(self.records.keys().last().map_or(1, |key| key.0 + 1))
    }

    /// The identities of every record, sorted, for comparing.
    pub(crate) fn graph(&self) -> BTreeMap<ProfileKey, Vec<Identity>> {
        let sorted = |record: &IdentityRecord| {
            let mut held: Vec<Identity> = record.current().map(|held| held.identity.clone()).collect();
            held.sort();
            held
        };
        self.records.iter().map(|(key, record)| (*key, sorted(record))).collect()
    }
}
