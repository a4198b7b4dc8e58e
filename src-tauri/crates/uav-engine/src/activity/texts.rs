//! A user's batches as they were received, newest first.

use rustc_hash::FxHashSet;
use uav_core::{ProfileKey, WorkspaceId};
use uav_store::SpanQuery;

use crate::engine::Engine;
use crate::error::Result;

const SPANS_AT_ONCE: u32 = 200;

impl Engine {
    /// The texts of a user's batches in a workspace whose newest event is in the span of time, ms UTC, newest first. What
    /// an alias copied is left out: a text tells whole batches, with identities that are not the user's (idsync.md AL-7).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn batch_texts(
        &self,
        profile: ProfileKey,
        workspace: WorkspaceId,
        (from_ms, to_ms): (i64, i64),
        limit: usize,
    ) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        let mut seen = FxHashSet::default();
        let mut after = None;
        while texts.len() < limit {
            let query = SpanQuery { profile, from_ms, to_ms, newest_first: true, after, limit: SPANS_AT_ONCE };
            let spans = self.store().spans(query).await?;
            let Some(last) = spans.last() else { break };
            after = Some((last.newest_ms, last.seq));
            let own = spans.iter().filter(|span| span.alias.is_none());
            let fresh: Vec<_> = own.map(|span| span.seq).filter(|seq| seen.insert(*seq)).collect();
            let entries = self.store().entries(&fresh).await?;
            let here = entries.into_iter().filter(|entry| entry.receipt.workspace == workspace);
            texts.extend(here.map(|entry| String::from_utf8_lossy(&entry.raw).into_owned()));
        }
        texts.truncate(limit);
        Ok(texts)
    }
}
