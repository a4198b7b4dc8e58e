//! Profiles and the log.

use async_trait::async_trait;
use uav_core::profile::Profile;
use uav_core::{Mpid, ProfileKey, Seq};

use super::MemoryStore;
use crate::{IdentityKey, ProfileStore, Result, Span, SpanQuery, StoredEntry, TimelineStore};

#[async_trait]
impl ProfileStore for MemoryStore {
    async fn key_of(&self, mpid: Mpid) -> Result<Option<ProfileKey>> {
        Ok(self.state().key_of(mpid))
    }

    async fn profiles(&self, keys: &[ProfileKey]) -> Result<Vec<(ProfileKey, Profile)>> {
        let state = self.state();
        Ok(keys.iter().filter_map(|key| Some((*key, state.profiles.get(key)?.clone()))).collect())
    }

    async fn holders(&self, identity: &IdentityKey) -> Result<Vec<(ProfileKey, Profile)>> {
        Ok(self.state().holders(identity).map(|(key, profile)| (key, profile.clone())).collect())
    }

    async fn profiles_after(&self, after: ProfileKey, limit: u32) -> Result<Vec<(ProfileKey, Profile)>> {
        let state = self.state();
        let beyond = state.profiles.iter().filter(|(key, _)| **key > after);
        Ok(beyond.take(limit as usize).map(|(key, profile)| (*key, profile.clone())).collect())
    }
}

#[async_trait]
impl TimelineStore for MemoryStore {
    async fn spans(&self, query: SpanQuery) -> Result<Vec<Span>> {
        let state = self.state();
        let asked = state.spans.iter().filter(|((profile, newest, seq), _)| {
            let place = (*newest, *seq);
            *profile == query.profile
                && (query.from_ms..=query.to_ms).contains(newest)
                && query.after.is_none_or(|after| if query.newest_first { place < after } else { place > after })
        });
        let mut spans: Vec<Span> = asked
            .map(|((_, newest_ms, seq), (oldest_ms, alias))| Span {
                seq: *seq,
                oldest_ms: *oldest_ms,
                newest_ms: *newest_ms,
                alias: *alias,
            })
            .collect();
        if query.newest_first {
            spans.reverse();
        }
        spans.truncate(query.limit as usize);
        Ok(spans)
    }

    async fn entries(&self, seqs: &[Seq]) -> Result<Vec<StoredEntry>> {
        let state = self.state();
        Ok(seqs.iter().filter_map(|seq| state.log.get(seq)).map(|(entry, _)| entry.clone()).collect())
    }

    async fn entries_after(&self, after: Seq, limit: u32) -> Result<Vec<StoredEntry>> {
        let state = self.state();
        let beyond = state.log.iter().filter(|(seq, _)| **seq > after);
        Ok(beyond.take(limit as usize).map(|(_, (entry, _))| entry.clone()).collect())
    }
}
