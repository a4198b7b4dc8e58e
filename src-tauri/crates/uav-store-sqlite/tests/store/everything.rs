//! Everything that a store answers, so that two stores can be held against one another.

use uav_core::batch::Environment;
use uav_core::profile::Profile;
use uav_core::{Alias, IdentityType, InputId, ProfileKey, ScopeId, Seq};
use uav_store::{
    ApiCredential, Counters, IdentityKey, ImportId, ImportRecord, Input, InputKey, RefusalPage, RequestId, RequestKey,
    Scope, SearchFound, SearchKind, SearchQuery, Span, SpanQuery, Store, StoredEntry, Totals, Wanted, Workspace,
};

/// The words that tests give as identities; the searches are pieces of them.
pub(crate) const WORDS: &[&str] = &["ann@example.com", "Ann@Example.com", "ANNA", "an", "ΟΔΥΣΣΕΥΣ", " x", "7000", "b"];
const PIECES: &[&str] = &["an", "ann@example.com", "@", "δυσ", "x", "7", "b", "nothing", "e"];
/// The ids that tests give to requests.
pub(crate) const REQUESTS: &[&str] = &["r-1", "R-1", "77", "a b/c", "ä"];

/// The answers.
#[derive(Debug, PartialEq)]
pub(crate) struct Everything {
    counters: Counters,
    totals: Totals,
    profiles: Vec<(ProfileKey, Profile)>,
    log: Vec<StoredEntry>,
    timelines: Vec<Vec<Span>>,
    aliases: Vec<Vec<Alias>>,
    waiting: Vec<Alias>,
    holders: Vec<Vec<ProfileKey>>,
    stored: Vec<bool>,
    searches: Vec<SearchFound>,
    imports: Vec<ImportRecord>,
    refusals: Vec<(Vec<(String, u64)>, RefusalPage)>,
    network_refusals: RefusalPage,
    inputs: Vec<Input>,
    keys: Vec<InputKey>,
    credentials: Vec<ApiCredential>,
    workspaces: Vec<Workspace>,
    scopes: Vec<Scope>,
    setting: Option<String>,
}

const SPACES: [(ScopeId, Environment); 3] = [
    (ScopeId(1), Environment::Production),
    (ScopeId(1), Environment::Development),
    (ScopeId(2), Environment::Production),
];

/// A space by number.
pub(crate) fn space(number: usize) -> (ScopeId, Environment) {
    SPACES[number % SPACES.len()]
}

impl Everything {
    pub(crate) async fn of(store: &impl Store) -> Self {
        let counters = store.counters().await.unwrap();
        let (mut timelines, mut aliases) = (Vec::new(), Vec::new());
        for key in (1..=counters.profile.0).map(ProfileKey) {
            for newest_first in [false, true] {
                let (from_ms, to_ms) = (i64::MIN, i64::MAX);
                let query = SpanQuery { profile: key, from_ms, to_ms, newest_first, after: None, limit: 1_000 };
                timelines.push(store.spans(query).await.unwrap());
            }
            aliases.push(store.aliases_of(key).await.unwrap());
        }
        let (holders, stored) = loaded(store).await;
        let mut refusals = Vec::new();
        for import in [None, Some(ImportId(1)), Some(ImportId(2))] {
            let page = store.refusals(import, None, None, 1_000).await.unwrap();
            refusals.push((store.refusal_counts(import).await.unwrap(), page));
        }
        Self {
            counters,
            totals: store.totals().await.unwrap(),
            profiles: store.profiles_after(ProfileKey(0), 1_000_000).await.unwrap(),
            log: store.entries_after(Seq(0), 1_000_000).await.unwrap(),
            timelines,
            aliases,
            waiting: store.waiting_aliases(1_000).await.unwrap(),
            holders,
            stored,
            searches: searches(store).await,
            imports: store.imports(None, 1_000).await.unwrap(),
            refusals,
            network_refusals: store.network_refusals(None, None, 1_000).await.unwrap(),
            inputs: store.inputs().await.unwrap(),
            keys: store.keys().await.unwrap(),
            credentials: store.credentials().await.unwrap(),
            workspaces: store.workspaces().await.unwrap(),
            scopes: store.scopes().await.unwrap(),
            setting: store.setting("limits").await.unwrap(),
        }
    }
}

/// Who holds any of the words, and which requests are known; asked in one load and one by one.
async fn loaded(store: &impl Store) -> (Vec<Vec<ProfileKey>>, Vec<bool>) {
    let mut wanted = Wanted::default();
    for (scope, environment) in SPACES {
        for kind in [IdentityType::Email, IdentityType::CustomerId, IdentityType::Other] {
            wanted.identities.extend(WORDS.iter().map(|word| IdentityKey {
                scope,
                environment,
                kind,
                comparable: kind.comparable(word).into(),
            }));
        }
    }
    for input in [InputId(0), InputId(1)] {
        let ids = REQUESTS.iter().map(|id| RequestId::Source((*id).into())).chain((0..3).map(RequestId::Batch));
        wanted.requests.extend(ids.map(|id| RequestKey { input, id }));
    }
    let mut loaded = store.load(&wanted).await.unwrap();
    loaded.profiles.sort_by_key(|(key, _)| *key);
    for (identity, keys) in wanted.identities.iter().zip(&mut loaded.holders) {
        keys.sort_unstable();
        let mut alone: Vec<_> = store.holders(identity).await.unwrap().into_iter().map(|(key, _)| key).collect();
        alone.sort_unstable();
        assert_eq!(alone, *keys, "{identity:?}");
    }
    let mut named: Vec<_> = loaded.holders.iter().flatten().copied().collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(loaded.profiles, store.profiles(&named).await.unwrap());
    (loaded.holders, loaded.stored)
}

async fn searches(store: &impl Store) -> Vec<SearchFound> {
    let kinds = [None, Some(SearchKind::Mpid), Some(SearchKind::Identity(IdentityType::Email))];
    let mut found = Vec::new();
    for (scope, environment) in SPACES {
        for text in PIECES {
            for (kind, include_former) in kinds.iter().flat_map(|kind| [(*kind, false), (*kind, true)]) {
                let (text, after) = ((*text).to_owned(), None);
                let mut query = SearchQuery { text, scope, environment, kind, include_former, after, limit: 3 };
                let page = store.search(&query).await.unwrap();
                query.after = page.hits.last().map(|hit| hit.cursor);
                query.limit = 1_000;
                found.push(page);
                found.push(store.search(&query).await.unwrap());
            }
        }
    }
    found
}
