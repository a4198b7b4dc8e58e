//! Finding users by any part of any identity, current or former, and by MPID.

use std::borrow::Cow;

use async_trait::async_trait;
use uav_core::batch::Environment;
use uav_core::{IdentityType, ProfileKey, ScopeId};

use crate::Result;

/// What a hit matched: an identity of some type, or the MPID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SearchKind {
    /// The MPID.
    Mpid,
    /// An identity.
    Identity(IdentityType),
}

/// How a hit matches; the order is the rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchRank {
    /// The whole text.
    Exact,
    /// Its beginning.
    Prefix,
    /// A part of it.
    Infix,
}

/// A search. Texts match by their [`folded`] forms.
#[derive(Clone, Debug)]
pub struct SearchQuery {
    /// The text to find; not empty, outer white space removed.
    pub text: String,
    /// Where.
    pub scope: ScopeId,
    /// Production or development.
    pub environment: Environment,
    /// Only this kind.
    pub kind: Option<SearchKind>,
    /// Whether identities that a user no longer has count.
    pub include_former: bool,
    /// Only hits beyond this one.
    pub after: Option<SearchCursor>,
    /// At most this many hits.
    pub limit: u32,
}

/// A text as search compares it: without regard to case, character by character, and with one form of the Greek sigma,
/// so that a part of a text folds to a part of its folded form.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() {
        let lower = text.chars().flat_map(char::to_lowercase);
        Cow::Owned(lower.map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect())
    } else if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Where a page ended: the place of its last hit in the order of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchCursor {
    /// How it matched.
    pub rank: MatchRank,
    /// When its user was last seen, seconds before the end of time, so that recent comes first.
    pub age: u32,
    /// The place of the identity among all those of its scope and environment.
    pub place: u32,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The user.
    pub profile: ProfileKey,
    /// How it matches.
    pub rank: MatchRank,
    /// What matched.
    pub kind: SearchKind,
    /// The text as it was given.
    pub value: String,
    /// Whether the user no longer has it.
    pub former: bool,
    /// Its place, to go on from.
    pub cursor: SearchCursor,
}

/// A page of hits, and exact totals over all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFound {
    /// By rank, then last seen, then place.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub more: bool,
    /// Matching identities of the kind asked for, by rank: exact, prefix, infix.
    pub by_rank: [u64; 3],
    /// Matching identities by kind in order, whatever kind was asked for; kinds with none are left out.
    pub by_kind: Vec<(SearchKind, u64)>,
    /// Users with at least one hit of the kind asked for.
    pub users: u64,
}

/// Searching.
#[async_trait]
pub trait SearchStore: Send + Sync {
    /// Finds identities that contain the text. Everything committed before is found.
    async fn search(&self, query: &SearchQuery) -> Result<SearchFound>;
}
