//! Finding users by any part of any identity.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Searches users. An empty query finds nobody.
#[derive(Debug, Deserialize, TS)]
pub struct SearchUsers {
    /// Any part of an identity, or an MPID; outer white space does not count.
    pub query: String,
    /// `production` or `development`.
    pub environment: String,
    /// Only this identity type (`email`, `mpid` …); absent for all.
    pub kind: Option<String>,
    /// Whether identities that a user no longer has count too.
    pub include_former: bool,
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// At most this many hits, 1 to 200.
    pub limit: u32,
}

/// How a hit matches, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchRank {
    /// The whole identity.
    Exact,
    /// Its beginning.
    Prefix,
    /// A part of it.
    Infix,
}

/// One matching identity.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchHitView {
    /// The user.
    pub mpid: String,
    /// The best name there is; absent for the anonymous.
    pub name: Option<String>,
    /// Whether the user is known by a log-in identity.
    pub known: bool,
    /// How it matches.
    pub rank: MatchRank,
    /// The identity's type, `mpid` included.
    pub kind: String,
    /// The type as people call it.
    pub kind_label: String,
    /// The identity as it was given.
    pub value: String,
    /// Whether the user no longer has it.
    pub former: bool,
    /// The customer ID, whatever matched.
    pub customer_id: Option<String>,
    /// Where the user was seen, most recent first: `web`, `iOS`, `Android`, `feed` …
    pub platforms: Vec<String>,
    /// First seen, ms UTC.
    pub first_seen_ms: i64,
    /// Last seen, ms UTC.
    pub last_seen_ms: i64,
}

/// How many identities of one type match.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindCountView {
    /// The type.
    pub kind: String,
    /// As people call it.
    pub label: String,
    /// Matching identities.
    pub count: i64,
}

/// One page of hits, and exact totals over all of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchResultsView {
    /// The hits: exact, then prefix, then infix, each by last seen.
    pub hits: Vec<SearchHitView>,
    /// Where the next page starts; absent after the last.
    pub next: Option<String>,
    /// Identities that match exactly.
    pub exact: i64,
    /// Identities that begin with the query.
    pub prefix: i64,
    /// Identities that contain it elsewhere.
    pub infix: i64,
    /// Users with at least one match.
    pub users: i64,
    /// The same totals by identity type, whatever type was asked for; types with none included if common.
    pub kinds: Vec<KindCountView>,
    /// Profiles searched.
    pub searched: i64,
    /// How long the search took, microseconds.
    pub took_us: i64,
}

/// Asks for short rows of users already known by MPID: pinned ones and recent look-ups.
#[derive(Debug, Deserialize, TS)]
pub struct PeekUsers {
    /// At most 50.
    pub mpids: Vec<String>,
}

/// A user in one line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UserLineView {
    /// The user.
    pub mpid: String,
    /// The best name there is.
    pub name: Option<String>,
    /// Whether known by a log-in identity.
    pub known: bool,
    /// The strongest identity in words: a customer ID, else an e-mail, else any.
    pub identity: Option<String>,
    /// Last seen, ms UTC.
    pub last_seen_ms: i64,
}

/// The users asked for, in that order; those that do not exist are left out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PeekUsersView {
    /// The users.
    pub users: Vec<UserLineView>,
}
