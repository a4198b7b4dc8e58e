//! Groups: what they load, what they leave behind, and that they are all or nothing.

use uav_core::batch::Environment;
use uav_core::{Identity, IdentityType, InputId, Mpid, ProfileKey, ScopeId, Seq};

use super::{Said, Town, key};
use crate::{
    Counters, ImportId, ImportRecord, MatchRank, RefusalRecord, RequestId, RequestKey, SearchQuery, SpanQuery, Store,
    Totals, Wanted,
};

/// The last numbers are those of what is stored.
pub async fn counters_go_on_from_what_is_stored(store: &impl Store) {
    assert_eq!(store.counters().await.unwrap(), Counters::default());
    let mut town = Town::default();
    let (one, _two) = (town.seen(store, 1_000, &[]), town.seen(store, 2_000, &[]));
    town.say(store, one, &Said::default());
    town.commit(store).await;
    store.put_import(&ImportRecord { id: ImportId(7), ..ImportRecord::default() }).await.unwrap();
    let expected = Counters { seq: Seq(3), profile: ProfileKey(2), import: 7 };
    assert_eq!(store.counters().await.unwrap(), expected);
}

/// Holders, MPIDs and the profiles behind them; each profile once, whatever was asked for twice.
pub async fn what_a_group_touches_is_loaded(store: &impl Store) {
    let mut town = Town::default();
    let ann = town.seen(store, 1_000, &[(IdentityType::Email, "ann@example.com"), (IdentityType::CustomerId, "c1")]);
    let bob = town.seen(store, 1_000, &[(IdentityType::Email, "Ann@Example.com"), (IdentityType::Other, "c1")]);
    let _third = town.seen(store, 1_000, &[(IdentityType::Email, "cid@example.com")]);
    town.commit(store).await;

    let wanted = Wanted {
        identities: vec![
            key(IdentityType::Email, "ANN@example.com"),
            key(IdentityType::CustomerId, "c1"),
            key(IdentityType::CustomerId, "C1"),
            key(IdentityType::Email, "ann@example.com"),
        ],
        mpids: vec![town.profile(bob).mpid, Mpid::new(5).unwrap(), town.profile(bob).mpid],
        requests: Vec::new(),
    };
    let mut loaded = store.load(&wanted).await.unwrap();
    loaded.holders.iter_mut().for_each(|keys| keys.sort_unstable());
    loaded.profiles.sort_by_key(|(key, _)| *key);
    assert_eq!(loaded.holders, [vec![ann, bob], vec![ann], vec![], vec![ann, bob]]);
    assert_eq!(loaded.mpids, [Some(bob), None, Some(bob)]);
    assert!(loaded.stored.is_empty());
    assert_eq!(loaded.profiles, [ann, bob].map(|key| (key, town.profile(key).clone())));

    let nothing = store.load(&Wanted::default()).await.unwrap();
    assert!(nothing.holders.is_empty() && nothing.mpids.is_empty() && nothing.profiles.is_empty());
}

/// A request is one by its input and its id, and the two kinds of id do not meet.
pub async fn requests_are_known_by_input_and_id(store: &impl Store) {
    let mut town = Town::default();
    let ann = town.person();
    town.say(store, ann, &Said { input: 1, request: Some("r-1"), batch_id: Some(77), ..Said::default() });
    town.say(store, ann, &Said { input: 1, request: Some("88"), ..Said::default() });
    town.say(store, ann, &Said { input: 1, request: Some("quote \\\" / slash"), ..Said::default() });
    town.commit(store).await;
    let source = |input, id: &str| RequestKey { input: InputId(input), id: RequestId::Source(id.into()) };
    let batch = |input, id| RequestKey { input: InputId(input), id: RequestId::Batch(id) };
    let table = [
        (source(1, "r-1"), true),
        (source(2, "r-1"), false),
        (source(1, "r-"), false),
        (source(1, "R-1"), false),
        (batch(1, 77), true),
        (batch(2, 77), false),
        (source(1, "77"), false),
        (source(1, "88"), true),
        (batch(1, 88), false),
        (source(1, "quote \\\" / slash"), true),
        (source(1, "r-1"), true),
    ];
    let wanted = Wanted { requests: table.iter().map(|(request, _)| request.clone()).collect(), ..Wanted::default() };
    let stored = store.load(&wanted).await.unwrap().stored;
    for ((request, expected), found) in table.iter().zip(&stored) {
        assert_eq!(found, expected, "{request:?}");
    }
    assert_eq!(stored.len(), table.len());
}

/// A group whose second batch takes a place that is taken: nothing of it can be seen, and the next one is stored.
pub async fn a_group_that_fails_leaves_no_trace(store: &impl Store) {
    let mut town = Town::default();
    let ann = town.seen(store, 1_000, &[(IdentityType::Email, "ann@example.com")]);
    town.commit(store).await;
    let (profile, totals) = (town.profile(ann).clone(), store.totals().await.unwrap());

    let bob = town.seen(store, 2_000, &[(IdentityType::Email, "bob@example.com")]);
    let more = vec![Identity::new(IdentityType::Other, "more")];
    town.say(store, ann, &Said { at_ms: 9_000, request: Some("r-9"), gained: more, ..Said::default() });
    let mut write = town.group();
    write.entries.last_mut().unwrap().receipt.seq = Seq(1);
    write.import = Some(ImportRecord { id: ImportId(1), ..ImportRecord::default() });
    write.refusals.push(refusal());
    let mended = {
        let mut mended = write.clone();
        mended.entries.last_mut().unwrap().receipt.seq = Seq(3);
        mended
    };
    store.commit(write).await.unwrap_err();

    assert_eq!(store.counters().await.unwrap(), Counters { seq: Seq(1), profile: ann, import: 0 });
    assert_eq!(store.totals().await.unwrap(), totals);
    assert_eq!(store.profiles(&[ann, bob]).await.unwrap(), [(ann, profile)]);
    assert!(store.holders(&key(IdentityType::Other, "more")).await.unwrap().is_empty());
    let everything = SpanQuery { profile: bob, from_ms: 0, to_ms: 10_000, newest_first: false, after: None, limit: 9 };
    assert!(store.spans(everything).await.unwrap().is_empty());
    let found = store.search(&bob_query()).await.unwrap();
    assert_eq!((found.hits.len(), found.by_rank), (0, [0; 3]));
    let request = RequestKey { input: InputId(0), id: RequestId::Source("r-9".into()) };
    let wanted = Wanted { requests: vec![request], ..Wanted::default() };
    assert_eq!(store.load(&wanted).await.unwrap().stored, [false]);
    assert!(store.imports(None, 9).await.unwrap().is_empty());
    assert!(store.refusal_counts(None).await.unwrap().is_empty());

    store.commit(mended).await.unwrap();
    assert_eq!(store.search(&bob_query()).await.unwrap().hits.first().unwrap().rank, MatchRank::Prefix);
    assert_eq!(store.load(&wanted).await.unwrap().stored, [true]);
}

fn bob_query() -> SearchQuery {
    SearchQuery {
        text: "bob".to_owned(),
        scope: ScopeId(1),
        environment: Environment::Production,
        kind: None,
        include_former: true,
        after: None,
        limit: 9,
    }
}

fn refusal() -> RefusalRecord {
    RefusalRecord {
        import: None,
        input: None,
        received_ms: 1,
        line: 0,
        reason: "not_json".to_owned(),
        path: String::new(),
        detail: String::new(),
        whole: true,
        text: String::new(),
    }
}

/// Counts are exact, and times are those of receipt.
pub async fn totals_count_what_is_stored(store: &impl Store) {
    assert_eq!(store.totals().await.unwrap(), Totals::default());
    let mut town = Town::default();
    let ann = town.seen(store, 5_000, &[(IdentityType::Email, "ann@example.com"), (IdentityType::Other, "x")]);
    let lost = vec![Identity::new(IdentityType::Other, "x")];
    town.say(store, ann, &Said { at_ms: 3_000, events: 4, lost: lost.clone(), ..Said::default() });
    town.commit(store).await;
    let tester = town.person_of(ScopeId(1), Environment::Development);
    town.say(store, tester, &Said { at_ms: 4_000, events: 3, ..Said::default() });
    town.say(store, ann, &Said { at_ms: 9_000, gained: lost, ..Said::default() });
    town.commit(store).await;
    let expected = Totals {
        production_profiles: 1,
        development_profiles: 1,
        identities: 2,
        batches: 4,
        events: 7,
        first_received_ms: Some(3_000),
        last_received_ms: Some(9_000),
    };
    assert_eq!(store.totals().await.unwrap(), expected);
}

/// Something is said for people.
pub async fn facts_say_what_the_store_is(store: &impl Store) {
    let facts = store.facts().await.unwrap();
    assert!(!facts.engine.is_empty() && !facts.durability.is_empty(), "{facts:?}");
}
