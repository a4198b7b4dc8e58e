//! Aliases and their copies.

use async_trait::async_trait;
use uav_core::{Alias, AliasState, ProfileKey, Seq};

use super::{MemoryStore, State};
use crate::{AliasStore, Result, SpanCopy};

#[async_trait]
impl AliasStore for MemoryStore {
    async fn alias(&self, seq: Seq) -> Result<Option<Alias>> {
        Ok(self.state().aliases.get(&seq).cloned())
    }

    async fn aliases_of(&self, profile: ProfileKey) -> Result<Vec<Alias>> {
        let state = self.state();
        let has_part = |alias: &&Alias| alias.source == profile || alias.destination == profile;
        Ok(state.aliases.values().filter(has_part).cloned().collect())
    }

    async fn waiting_aliases(&self, limit: u32) -> Result<Vec<Alias>> {
        let state = self.state();
        let waits = |alias: &&Alias| alias.state == AliasState::Waiting;
        let mut waiting: Vec<Alias> = state.aliases.values().filter(waits).cloned().collect();
        waiting.sort_by_key(|alias| (alias.due_ms, alias.seq));
        waiting.truncate(limit as usize);
        Ok(waiting)
    }
}

impl State {
    pub(super) fn write_aliases(&mut self, aliases: Vec<Alias>, copies: Vec<SpanCopy>) {
        for SpanCopy { profile, alias, span } in copies {
            self.spans.insert((profile, span.newest_ms, span.seq), (span.oldest_ms, Some(alias)));
        }
        for alias in aliases {
            if alias.state == AliasState::Undone {
                self.spans.retain(|_, (_, copied_by)| *copied_by != Some(alias.seq));
            }
            self.aliases.insert(alias.seq, alias);
        }
    }
}
