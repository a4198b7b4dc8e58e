//! Imports and refusals.

use std::collections::BTreeMap;

use async_trait::async_trait;
use uav_core::InputId;

use super::MemoryStore;
use crate::{ImportId, ImportRecord, ImportStore, RefusalPage, Result};

#[async_trait]
impl ImportStore for MemoryStore {
    async fn put_import(&self, import: &ImportRecord) -> Result<()> {
        self.state().imports.insert(import.id, import.clone());
        Ok(())
    }

    async fn import(&self, id: ImportId) -> Result<Option<ImportRecord>> {
        Ok(self.state().imports.get(&id).cloned())
    }

    async fn imports(&self, before: Option<ImportId>, limit: u32) -> Result<Vec<ImportRecord>> {
        let state = self.state();
        let older = state.imports.values().rev().filter(|import| before.is_none_or(|before| import.id < before));
        Ok(older.take(limit as usize).cloned().collect())
    }

    async fn refusals(
        &self,
        import: Option<ImportId>,
        reason: Option<&str>,
        after: Option<u64>,
        limit: u32,
    ) -> Result<RefusalPage> {
        let state = self.state();
        let page: Vec<_> = (1u64..)
            .zip(&state.refusals)
            .filter(|(_, refusal)| refusal.import == import && reason.is_none_or(|reason| reason == refusal.reason))
            .filter(|(place, _)| after.is_none_or(|after| *place > after))
            .take(limit as usize)
            .collect();
        let next = page.last().filter(|_| page.len() == limit as usize).map(|(place, _)| *place);
        Ok(RefusalPage { refusals: page.into_iter().map(|(_, refusal)| refusal.clone()).collect(), next })
    }

    async fn refusal_counts(&self, import: Option<ImportId>) -> Result<Vec<(String, u64)>> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for refusal in self.state().refusals.iter().filter(|refusal| refusal.import == import) {
            *counts.entry(refusal.reason.clone()).or_default() += 1;
        }
        Ok(counts.into_iter().collect())
    }

    async fn network_refusals(&self, input: Option<InputId>, before: Option<u64>, limit: u32) -> Result<RefusalPage> {
        let state = self.state();
        let page: Vec<_> = (1u64..)
            .zip(&state.refusals)
            .filter(|(_, refusal)| refusal.import.is_none() && (input.is_none() || refusal.input == input))
            .filter(|(place, _)| before.is_none_or(|before| *place < before))
            .collect();
        let page: Vec<_> = page.into_iter().rev().take(limit as usize).collect();
        let next = page.last().filter(|_| page.len() == limit as usize).map(|(place, _)| *place);
        Ok(RefusalPage { refusals: page.into_iter().map(|(_, refusal)| refusal.clone()).collect(), next })
    }
}
