//! A group of batches.

use std::collections::BTreeSet;

use async_trait::async_trait;
use uav_core::batch::Environment;
use uav_core::{Mpid, ProfileKey};

use super::search::Text;
use super::{MemoryStore, State};
use crate::{
    Counters, GroupStore, Loaded, LogEntry, Move, Packed, Result, SearchKind, StoreError, StoreFacts, StoredEntry,
    Totals, Wanted, WriteSet,
};

#[async_trait]
impl GroupStore for MemoryStore {
    async fn counters(&self) -> Result<Counters> {
        let state = self.state();
        Ok(Counters {
            seq: state.log.keys().last().copied().unwrap_or_default(),
            profile: state.profiles.keys().last().copied().unwrap_or_default(),
            import: state.imports.keys().last().copied().unwrap_or_default().0,
        })
    }

    async fn load(&self, wanted: &Wanted) -> Result<Loaded> {
        let state = self.state();
        let holders: Vec<Vec<ProfileKey>> =
            wanted.identities.iter().map(|identity| state.holders(identity).map(|(key, _)| key).collect()).collect();
        let mpids: Vec<Option<ProfileKey>> = wanted.mpids.iter().map(|mpid| state.key_of(*mpid)).collect();
        let named: BTreeSet<ProfileKey> = holders.iter().flatten().chain(mpids.iter().flatten()).copied().collect();
        let profiles = named.iter().filter_map(|key| Some((*key, state.profiles.get(key)?.clone()))).collect();
        let stored = wanted.requests.iter().map(|request| state.requests.contains(request)).collect();
        Ok(Loaded { holders, mpids, stored, profiles })
    }

    async fn commit(&self, write: WriteSet) -> Result<()> {
        let mut state = self.state();
        let mut seqs = BTreeSet::new();
        for LogEntry { receipt, .. } in &write.entries {
            if state.log.contains_key(&receipt.seq) || !seqs.insert(receipt.seq) {
                return Err(StoreError::Exists { what: format!("batch {}", receipt.seq) });
            }
        }
        state.write(write);
        Ok(())
    }

    fn pack(&self, raw: &[u8]) -> Packed {
        Packed { form: 0, bytes: raw.to_vec() }
    }

    async fn totals(&self) -> Result<Totals> {
        let state = self.state();
        let profiles_of = |environment: Environment| {
            state.profiles.values().filter(|profile| profile.environment == environment).count() as u64
        };
        let batches = || state.log.values().filter(|(entry, _)| entry.kind.is_batch());
        let received = || batches().map(|(entry, _)| entry.receipt.received_ms);
        Ok(Totals {
            production_profiles: profiles_of(Environment::Production),
            development_profiles: profiles_of(Environment::Development),
            identities: state.texts.iter().filter(|text| text.kind != SearchKind::Mpid).count() as u64,
            batches: batches().count() as u64,
            events: state.log.values().map(|(_, events)| u64::from(*events)).sum(),
            first_received_ms: received().min(),
            last_received_ms: received().max(),
        })
    }

    async fn facts(&self) -> Result<StoreFacts> {
        Ok(StoreFacts { engine: "Memory".to_owned(), path: String::new(), bytes: 0, durability: "none".to_owned() })
    }
}

impl State {
    pub(super) fn key_of(&self, mpid: Mpid) -> Option<ProfileKey> {
        self.profiles.iter().find(|(_, profile)| profile.mpid == mpid).map(|(key, _)| *key)
    }

    fn write(&mut self, write: WriteSet) {
        for entry in write.entries {
            let LogEntry { kind, receipt, profile, requests, spans, events, body } = entry;
            self.requests.extend(requests);
            for (oldest, newest) in spans {
                self.spans.insert((profile, newest, receipt.seq), (oldest, None));
            }
            self.log
                .insert(receipt.seq, (StoredEntry { kind, receipt, profile, first: profile, raw: body.bytes }, events));
        }
        for profile_write in write.profiles {
            self.note_texts(&profile_write);
            self.profiles.insert(profile_write.key, (*profile_write.profile).clone());
        }
        self.refusals.extend(write.refusals);
        self.move_entries(&write.moves);
        self.write_aliases(write.aliases, write.copies);
        if let Some(import) = write.import {
            self.imports.insert(import.id, import);
        }
    }

    /// Gives entries to other profiles, with their pieces on the timeline.
    fn move_entries(&mut self, moves: &[Move]) {
        for Move { seq, from, to } in moves {
            if let Some((entry, _)) = self.log.get_mut(seq) {
                entry.profile = *to;
            }
            let pieces = self
                .spans
                .iter()
                .filter(|((profile, _, of), (_, alias))| profile == from && of == seq && alias.is_none());
            let pieces: Vec<_> = pieces.map(|(place, piece)| (*place, *piece)).collect();
            for ((_, newest, seq), piece) in pieces {
                self.spans.remove(&(*from, newest, seq));
                self.spans.insert((*to, newest, seq), piece);
            }
        }
    }

    /// Each identity that a profile ever had stands once; one that it lost is marked, and unmarked when it comes back.
    fn note_texts(&mut self, write: &crate::ProfileWrite) {
        let profile = &write.profile;
        let text = |kind, value: &str| Text {
            profile: write.key,
            scope: profile.scope,
            environment: profile.environment,
            kind,
            value: value.to_owned(),
            former: false,
        };
        if write.created {
            self.texts.push(text(SearchKind::Mpid, &profile.mpid.to_string()));
        }
        for identity in &write.gained {
            match self.texts.iter_mut().find(|text| text.is(write.key, identity)) {
                Some(text) => text.former = false,
                None => self.texts.push(text(SearchKind::Identity(identity.kind), &identity.value)),
            }
        }
        for identity in &write.lost {
            if let Some(text) = self.texts.iter_mut().find(|text| text.is(write.key, identity)) {
                text.former = true;
            }
        }
    }
}
