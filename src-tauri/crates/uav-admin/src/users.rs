//! Finding users by any part of any identity.

use std::collections::HashMap;
use std::time::Instant;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::batch::Environment;
use uav_core::profile::Profile;
use uav_core::{IdentityType, InputId};
use uav_engine::{Engine, SearchRequest};
use uav_store::{Hit, SearchCursor, SearchKind};

use crate::admin::Admin;
use crate::error::Problem;
use crate::numbers::signed;
use crate::request::{environment, mpid};

/// Searches users. An empty query finds nobody.
#[derive(Debug, Deserialize, TS)]
pub struct SearchUsers {
    /// Any part of an identity, or an MPID; outer white space does not count.
    pub query: String,
    /// `production` or `development`.
    pub environment: String,
    /// The workspace whose users are searched; absent for the first.
    pub workspace: Option<u32>,
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

/// MPIDs that one peek may ask for.
const PEEK_MAX: usize = 50;
/// Types whose counts are shown even when nothing matches: people expect to see that they were looked into.
const COMMON_KINDS: &[SearchKind] =
    &[SearchKind::Identity(IdentityType::Email), SearchKind::Identity(IdentityType::CustomerId), SearchKind::Mpid];

impl Admin {
    /// Finds users by any part of any identity.
    ///
    /// # Errors
    /// When a word of the request is not understood or the store cannot be read.
    pub async fn users_search(&self, request: SearchUsers) -> Result<SearchResultsView, Problem> {
        let started = Instant::now();
        let environment = environment(&request.environment)?;
        let kind = request.kind.as_deref().map(kind_of_name).transpose()?;
        let after = request.cursor.as_deref().map(cursor).transpose()?;
        let query = SearchRequest {
            text: request.query,
            scope: self.scope_of(request.workspace).await?,
            environment,
            kind,
            include_former: request.include_former,
            after,
            limit: request.limit,
        };
        let answer = self.engine.search(query).await?;
        let totals = self.engine.status().await?.totals;
        let searched = match environment {
            Environment::Production => totals.production_profiles,
            Environment::Development => totals.development_profiles,
        };
        let lines = Lines::load(&self.engine).await?;
        let found = answer.found;
        let hits = found.hits.iter().filter_map(|hit| Some(lines.hit(hit, answer.profiles.get(&hit.profile)?)));
        let [exact, prefix, infix] = found.by_rank.map(signed);
        Ok(SearchResultsView {
            hits: hits.collect(),
            next: found.hits.last().filter(|_| found.more).map(|hit| cursor_text(hit.cursor)),
            exact,
            prefix,
            infix,
            users: signed(found.users),
            kinds: kind_counts(&found.by_kind),
            searched: signed(searched),
            took_us: i64::try_from(started.elapsed().as_micros()).unwrap_or(i64::MAX),
        })
    }

    /// Short rows of users known by MPID.
    ///
    /// # Errors
    /// When an MPID is none, there are too many, or the store cannot be read.
    pub async fn users_peek(&self, request: PeekUsers) -> Result<PeekUsersView, Problem> {
        if request.mpids.len() > PEEK_MAX {
            return Err(Problem::invalid("mpids", format!("{} of them, at most {PEEK_MAX}", request.mpids.len())));
        }
        let mut mpids = Vec::with_capacity(request.mpids.len());
        for (place, text) in request.mpids.iter().enumerate() {
            mpids.push(mpid(&format!("mpids[{place}]"), text)?);
        }
        let lines = Lines::load(&self.engine).await?;
        let profiles = self.engine.peek(&mpids).await?;
        Ok(PeekUsersView { users: profiles.iter().map(|profile| lines.line(profile)).collect() })
    }
}

/// What is needed to tell of a user in one line.
struct Lines {
    platforms: HashMap<InputId, String>,
    engine: Engine,
}

impl Lines {
    async fn load(engine: &Engine) -> Result<Self, Problem> {
        let inputs = engine.inputs().await?;
        let platforms = inputs.into_iter().map(|input| (input.id, input.platform)).collect();
        Ok(Self { platforms, engine: engine.clone() })
    }

    fn is_known(&self, profile: &Profile) -> bool {
        profile.is_known(self.engine.identity_settings(profile.scope).login)
    }

    fn hit(&self, hit: &Hit, profile: &Profile) -> SearchHitView {
        SearchHitView {
            mpid: profile.mpid.to_string(),
            name: profile.display_name(),
            known: self.is_known(profile),
            rank: match hit.rank {
                uav_store::MatchRank::Exact => MatchRank::Exact,
                uav_store::MatchRank::Prefix => MatchRank::Prefix,
                uav_store::MatchRank::Infix => MatchRank::Infix,
            },
            kind: kind_name(hit.kind).to_owned(),
            kind_label: kind_label(hit.kind).to_owned(),
            value: hit.value.clone(),
            former: hit.former,
            customer_id: profile.record.values(IdentityType::CustomerId).next().map(str::to_owned),
            platforms: self.platforms_of(profile),
            first_seen_ms: profile.first_seen_ms(),
            last_seen_ms: profile.last_seen_ms(),
        }
    }

    fn line(&self, profile: &Profile) -> UserLineView {
        let of = |kind: IdentityType| profile.record.values(kind).next();
        let strongest = of(IdentityType::CustomerId).or_else(|| of(IdentityType::Email));
        let any = || profile.record.current().next().map(|held| &*held.identity.value);
        UserLineView {
            mpid: profile.mpid.to_string(),
            name: profile.display_name(),
            known: self.is_known(profile),
            identity: strongest.or_else(any).map(str::to_owned),
            last_seen_ms: profile.last_seen_ms(),
        }
    }

    /// The platforms of the inputs that saw the user, the latest first.
    fn platforms_of(&self, profile: &Profile) -> Vec<String> {
        let mut inputs: Vec<(i64, InputId)> = profile
            .workspaces()
            .iter()
            .flat_map(|workspace| workspace.usage.inputs())
            .map(|usage| (usage.last_seen_ms, usage.input))
            .collect();
        inputs.sort_unstable_by(|one, other| other.cmp(one));
        let mut platforms: Vec<String> = Vec::new();
        for platform in inputs.iter().filter_map(|(_, input)| self.platforms.get(input)) {
            if !platforms.contains(platform) {
                platforms.push(platform.clone());
            }
        }
        platforms
    }
}

fn kind_name(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Mpid => "mpid",
        SearchKind::Identity(kind) => kind.name(),
    }
}

fn kind_label(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Mpid => "MPID",
        SearchKind::Identity(kind) => kind.label(),
    }
}

fn kind_of_name(name: &str) -> Result<SearchKind, Problem> {
    match name {
        "mpid" => Ok(SearchKind::Mpid),
        name => IdentityType::from_name(name)
            .map(SearchKind::Identity)
            .ok_or_else(|| Problem::invalid("kind", format!("{name:?} is no identity type"))),
    }
}

/// The counts by type: the common ones, then the others with hits, most hits first.
fn kind_counts(found: &[(SearchKind, u64)]) -> Vec<KindCountView> {
    let count_of = |kind: SearchKind| found.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count);
    let mut others: Vec<(SearchKind, u64)> =
        found.iter().filter(|(kind, _)| !COMMON_KINDS.contains(kind)).copied().collect();
    others.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
    let common = COMMON_KINDS.iter().map(|kind| (*kind, count_of(*kind)));
    let view = |(kind, count): (SearchKind, u64)| KindCountView {
        kind: kind_name(kind).to_owned(),
        label: kind_label(kind).to_owned(),
        count: signed(count),
    };
    common.chain(others).map(view).collect()
}

fn cursor_text(cursor: SearchCursor) -> String {
    format!("{}.{}.{}", cursor.rank as u8, cursor.age, cursor.place)
}

fn cursor(text: &str) -> Result<SearchCursor, Problem> {
    let read = || {
        let mut parts = text.split('.');
        let rank = match parts.next()? {
            "0" => uav_store::MatchRank::Exact,
            "1" => uav_store::MatchRank::Prefix,
            "2" => uav_store::MatchRank::Infix,
            _ => return None,
        };
        let (age, place) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        parts.next().is_none().then_some(SearchCursor { rank, age, place })
    };
    read().ok_or_else(|| Problem::invalid("cursor", "not a cursor of this list"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back() {
        let there = SearchCursor { rank: uav_store::MatchRank::Infix, age: u32::MAX, place: 7 };
        assert_eq!(cursor(&cursor_text(there)).unwrap(), there);
        for bad in ["", "3.1.1", "0.1", "0.1.1.1", "0.-1.1", "0.1.4294967296"] {
            assert_eq!(cursor(bad).unwrap_err().code, "invalid", "{bad}");
        }
    }

    #[test]
    fn common_types_are_counted_even_with_no_hits() {
        let phone = SearchKind::Identity(IdentityType::MobileNumber);
        let counts = kind_counts(&[(phone, 3), (SearchKind::Mpid, 1)]);
        let counts: Vec<(&str, i64)> = counts.iter().map(|count| (count.kind.as_str(), count.count)).collect();
        assert_eq!(counts, [("email", 0), ("customer_id", 0), ("mpid", 1), (IdentityType::MobileNumber.name(), 3)]);
    }
}
