//! What search finds, and how it ranks.

use uav_core::batch::Environment;
use uav_core::{Identity, IdentityType, ScopeId};

use super::{Said, Town};
use crate::{MatchRank, SearchFound, SearchKind, SearchQuery, Store};

pub(super) fn query(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.to_owned(),
        scope: ScopeId(1),
        environment: Environment::Production,
        kind: None,
        include_former: false,
        after: None,
        limit: 100,
    }
}

fn values(found: &SearchFound) -> Vec<&str> {
    found.hits.iter().map(|hit| &*hit.value).collect()
}

/// Whole texts come first, then beginnings, then parts; the counts are exact.
pub async fn texts_rank_by_how_they_match(store: &impl Store) {
    let mut town = Town::default();
    for text in ["an", "ann@example.com", "susan", "anan", "bob", "can"] {
        town.seen(store, 1_000, &[(IdentityType::Other, text)]);
    }
    town.commit(store).await;
    let found = store.search(&query("an")).await.unwrap();
    assert_eq!(values(&found), ["an", "ann@example.com", "anan", "susan", "can"]);
    let ranks: Vec<_> = found.hits.iter().map(|hit| hit.rank).collect();
    use MatchRank::{Exact, Infix, Prefix};
    assert_eq!(ranks, [Exact, Prefix, Prefix, Infix, Infix]);
    assert_eq!((found.by_rank, found.users, found.more), ([1, 2, 2], 5, false));

    for (text, hits) in [("x", 1), ("ananx", 0), ("nn@example.com.", 0), ("", 0)] {
        let found = store.search(&query(text)).await.unwrap();
        assert_eq!((found.hits.len(), found.by_rank.iter().sum::<u64>()), (hits, hits as u64), "{text}");
    }
    // The MPID is a text like any other.
    let mpid = town.profile(uav_core::ProfileKey(3)).mpid.to_string();
    let found = store.search(&query(&mpid)).await.unwrap();
    let hit = found.hits.first().unwrap();
    assert_eq!((hit.kind, hit.rank, hit.profile.0), (SearchKind::Mpid, MatchRank::Exact, 3));
}

/// Upper and lower case are the same, in every script; hits show the text as it was given.
pub async fn texts_match_without_regard_to_case(store: &impl Store) {
    let mut town = Town::default();
    for text in ["Ann@Example.COM", "ÄRGER", "ΟΔΥΣΣΕΥΣ", "Иван", "İstanbul", "straße"] {
        town.seen(store, 1_000, &[(IdentityType::Other, text)]);
    }
    town.commit(store).await;
    let table: &[(&str, &[&str])] = &[
        ("aNN@", &["Ann@Example.COM"]),
        ("ärger", &["ÄRGER"]),
        ("rgeR", &["ÄRGER"]),
        ("οδυσ", &["ΟΔΥΣΣΕΥΣ"]),
        ("ευς", &["ΟΔΥΣΣΕΥΣ"]),
        ("ΔΥΣ", &["ΟΔΥΣΣΕΥΣ"]),
        ("ИВАН", &["Иван"]),
        ("STANBUL", &["İstanbul"]),
        ("STRAß", &["straße"]),
    ];
    for (text, expected) in table {
        assert_eq!(values(&store.search(&query(text)).await.unwrap()), *expected, "{text}");
    }
}

/// A match lies within one text.
pub async fn no_match_reaches_over_two_texts(store: &impl Store) {
    let mut town = Town::default();
    town.seen(store, 1_000, &[(IdentityType::Other, "one"), (IdentityType::Alias, "two")]);
    town.seen(store, 1_000, &[(IdentityType::Other, "three")]);
    town.commit(store).await;
    for text in ["onetwo", "etw", "twothree", "ot", "e\u{0}t", "e\nt"] {
        let found = store.search(&query(text)).await.unwrap();
        assert!(found.hits.is_empty(), "{text:?} found {:?}", values(&found));
    }
}

/// What a user no longer has is found only when asked for, and says so.
pub async fn former_identities_are_found_when_asked_for(store: &impl Store) {
    let old = Identity::new(IdentityType::Email, "Old@example.com");
    let respelled = Identity::new(IdentityType::Email, "old@EXAMPLE.com");
    let mut town = Town::default();
    let ann = town.seen(store, 1_000, &[(IdentityType::Email, "old@example.com"), (IdentityType::Other, "old")]);
    let bob = town.seen(store, 1_000, &[(IdentityType::Email, "old@example.com")]);
    town.commit(store).await;
    town.say(store, ann, &Said { at_ms: 2_000, lost: vec![old.clone()], ..Said::default() });
    town.commit(store).await;

    let now = store.search(&query("old@")).await.unwrap();
    assert_eq!((now.hits.len(), now.users, now.hits.first().unwrap().profile), (1, 1, bob));
    let ever = SearchQuery { include_former: true, ..query("old@") };
    let found = store.search(&ever).await.unwrap();
    let hits: Vec<_> = found.hits.iter().map(|hit| (hit.profile, hit.former)).collect();
    assert_eq!((hits, found.by_rank), (vec![(ann, true), (bob, false)], [0, 2, 0]));

    // It comes back under another spelling, within the same group in which it is lost by another user.
    town.say(store, ann, &Said { at_ms: 3_000, gained: vec![respelled], ..Said::default() });
    town.say(store, bob, &Said { at_ms: 2_000, lost: vec![old.clone()], ..Said::default() });
    town.commit(store).await;
    let found = store.search(&ever).await.unwrap();
    let hits: Vec<_> = found.hits.iter().map(|hit| (hit.profile, hit.former)).collect();
    assert_eq!(hits, [(ann, false), (bob, true)]);

    // Gained and lost in one group: it was there, and is gone.
    let flash = vec![Identity::new(IdentityType::Alias, "flash")];
    town.say(store, bob, &Said { at_ms: 2_000, gained: flash.clone(), lost: flash, ..Said::default() });
    town.commit(store).await;
    assert!(store.search(&query("flash")).await.unwrap().hits.is_empty());
    let found = store.search(&SearchQuery { include_former: true, ..query("flash") }).await.unwrap();
    assert_eq!(found.hits.iter().map(|hit| hit.former).collect::<Vec<_>>(), [true]);
}

/// The counts by kind are of all kinds; hits, ranks and users are of the kind asked for.
pub async fn kinds_are_counted_whatever_was_asked_for(store: &impl Store) {
    let mut town = Town::default();
    town.seen(store, 1_000, &[(IdentityType::Email, "a7@x"), (IdentityType::CustomerId, "a7")]);
    town.seen(store, 2_000, &[(IdentityType::Email, "ba7@x"), (IdentityType::Email, "a7b@x")]);
    town.commit(store).await;
    let (email, customer) = (SearchKind::Identity(IdentityType::Email), SearchKind::Identity(IdentityType::CustomerId));
    let by_kind = vec![(customer, 1), (email, 3)];
    let table = [
        (None, 4, [1, 2, 1], 2),
        (Some(email), 3, [0, 2, 1], 2),
        (Some(customer), 1, [1, 0, 0], 1),
        (Some(SearchKind::Mpid), 0, [0, 0, 0], 0),
    ];
    for (kind, hits, by_rank, users) in table {
        let found = store.search(&SearchQuery { kind, ..query("a7") }).await.unwrap();
        assert_eq!((found.hits.len(), found.by_rank, found.users), (hits, by_rank, users), "{kind:?}");
        assert_eq!(found.by_kind, by_kind, "{kind:?}");
    }
    // Every MPID of the town begins with a 7, or with a minus and a 7.
    let found = store.search(&query("7")).await.unwrap();
    assert_eq!(found.by_kind, [(SearchKind::Mpid, 2), (customer, 1), (email, 3)]);
}

/// Other scopes and environments are not searched.
pub async fn search_keeps_to_one_space(store: &impl Store) {
    let mut town = Town::default();
    let spaces = [
        (ScopeId(1), Environment::Production),
        (ScopeId(1), Environment::Development),
        (ScopeId(2), Environment::Production),
    ];
    let people = spaces.map(|(scope, environment)| town.person_of(scope, environment));
    for person in people {
        let gained = vec![Identity::new(IdentityType::Email, "ann@example.com")];
        town.say(store, person, &Said { gained, ..Said::default() });
    }
    town.commit(store).await;
    for ((scope, environment), person) in spaces.into_iter().zip(people) {
        let found = store.search(&SearchQuery { scope, environment, ..query("ann@") }).await.unwrap();
        assert_eq!(found.hits.iter().map(|hit| hit.profile).collect::<Vec<_>>(), [person]);
        assert_eq!(found.by_rank, [0, 1, 0]);
    }
}
