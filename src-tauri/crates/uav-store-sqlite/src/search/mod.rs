//! Search: every identity's text in memory, scanned for each question.
//!
//! A scan of the texts of a million users takes a few milliseconds, finds any infix, and needs no index that each
//! import would have to keep. What is in memory is what stands in `search_segment` and `last_seen`, in order.

mod last_seen;
mod ops;
mod scan;
mod text;

use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use uav_store::{Result, SearchFound, SearchQuery, SearchStore, StoreError};

use crate::SqliteStore;

pub(crate) use last_seen::{row as last_seen_row, seconds};
pub(crate) use ops::{Entry, MPID_KIND, Op, Ops};
pub(crate) use text::{SearchText, space_number};

#[async_trait]
impl SearchStore for SqliteStore {
    async fn search(&self, query: &SearchQuery) -> Result<SearchFound> {
        let text = Arc::clone(&self.search);
        let query = query.clone();
        tokio::task::spawn_blocking(move || scan::scan(&text.read().unwrap_or_else(PoisonError::into_inner), &query))
            .await
            .map_err(|fault| StoreError::Other { what: "searching", source: Box::new(fault) })
    }
}
