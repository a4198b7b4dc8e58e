//! Search, as plainly as it can be said.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use uav_core::batch::Environment;
use uav_core::{Identity, ProfileKey, ScopeId};

use super::{MemoryStore, State};
use crate::{Hit, MatchRank, Result, SearchCursor, SearchFound, SearchKind, SearchQuery, SearchStore, folded};

/// A text that users are found by.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) profile: ProfileKey,
    pub(super) scope: ScopeId,
    pub(super) environment: Environment,
    pub(super) kind: SearchKind,
    pub(super) value: String,
    pub(super) former: bool,
}

impl Text {
    /// Whether this is that identity of that user.
    pub(super) fn is(&self, profile: ProfileKey, identity: &Identity) -> bool {
        let kind = identity.kind;
        self.profile == profile
            && self.kind == SearchKind::Identity(kind)
            && kind.comparable(&self.value) == kind.comparable(&identity.value)
    }

    fn rank(&self, needle: &str) -> Option<MatchRank> {
        let text = folded(&self.value);
        if text == needle {
            Some(MatchRank::Exact)
        } else if text.starts_with(needle) {
            Some(MatchRank::Prefix)
        } else {
            text.contains(needle).then_some(MatchRank::Infix)
        }
    }
}

#[async_trait]
impl SearchStore for MemoryStore {
    async fn search(&self, query: &SearchQuery) -> Result<SearchFound> {
        let needle = folded(&query.text);
        if needle.is_empty() {
            return Ok(SearchFound::default());
        }
        let state = self.state();
        let in_space = |text: &&Text| text.scope == query.scope && text.environment == query.environment;
        let mut found = SearchFound::default();
        let mut by_kind: BTreeMap<SearchKind, u64> = BTreeMap::new();
        let mut users = BTreeSet::new();
        for (text, place) in state.texts.iter().filter(in_space).zip(0..) {
            let Some(rank) = text.rank(&needle).filter(|_| query.include_former || !text.former) else { continue };
            *by_kind.entry(text.kind).or_default() += 1;
            if query.kind.is_some_and(|kind| kind != text.kind) {
                continue;
            }
            if let Some(count) = found.by_rank.get_mut(rank as usize) {
                *count += 1;
            }
            users.insert(text.profile);
            let cursor = SearchCursor { rank, age: state.age(text.profile), place };
            found.hits.push(Hit {
                profile: text.profile,
                rank,
                kind: text.kind,
                value: text.value.clone(),
                former: text.former,
                cursor,
            });
        }
        found.hits.sort_by_key(|hit| hit.cursor);
        found.hits.retain(|hit| query.after.is_none_or(|after| hit.cursor > after));
        found.more = found.hits.len() > query.limit as usize;
        found.hits.truncate(query.limit as usize);
        found.users = users.len() as u64;
        found.by_kind = by_kind.into_iter().collect();
        Ok(found)
    }
}

impl State {
    /// How long ago a user was seen, seconds before the end of time.
    fn age(&self, profile: ProfileKey) -> u32 {
        let seen_ms = self.profiles.get(&profile).map_or(0, uav_core::profile::Profile::last_seen_ms);
        u32::MAX - u32::try_from((seen_ms / 1000).max(0)).unwrap_or(u32::MAX)
    }
}
