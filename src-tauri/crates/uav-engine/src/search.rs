//! Finding users.

use rustc_hash::FxHashMap;
use uav_core::ProfileKey;
use uav_core::profile::Profile;
use uav_store::{SearchFound, SearchQuery};

use crate::engine::Engine;
use crate::error::{EngineError, Result};

/// The longest text that is searched for, characters: no identity is longer.
const QUERY_CHARS_MAX: usize = 256;
/// Hits a page.
const HITS_MAX: u32 = 200;

/// A search, as the store takes it.
pub type SearchRequest = SearchQuery;

/// What was found, with the profiles of the page.
#[derive(Debug)]
pub struct SearchAnswer {
    /// Hits and totals.
    pub found: SearchFound,
    /// The profiles of the hits.
    pub profiles: FxHashMap<ProfileKey, Profile>,
}

impl Engine {
    /// Finds users by any part of any identity, or by MPID. An empty text finds nobody.
    ///
    /// # Errors
    /// When the text is too long or the store cannot be read.
    pub async fn search(&self, mut request: SearchRequest) -> Result<SearchAnswer> {
        request.text = request.text.trim().to_owned();
        if request.text.chars().count() > QUERY_CHARS_MAX {
            let detail = format!("longer than {QUERY_CHARS_MAX} characters");
            return Err(EngineError::Invalid { path: "query", detail });
        }
        if request.text.is_empty() {
            return Ok(SearchAnswer { found: SearchFound::default(), profiles: FxHashMap::default() });
        }
        request.limit = request.limit.clamp(1, HITS_MAX);
        let found = self.store().search(&request).await?;
        let mut keys: Vec<ProfileKey> = found.hits.iter().map(|hit| hit.profile).collect();
        keys.sort_unstable();
        keys.dedup();
        let profiles = self.store().profiles(&keys).await?.into_iter().collect();
        Ok(SearchAnswer { found, profiles })
    }
}
