//! The log and its pieces in time.

use uav_core::{Door, ProfileKey, Seq};

use super::town::raw;
use super::{Said, Town};
use crate::{EntryKind, Move, Span, SpanQuery, Store, StoredEntry, WriteSet};

const fn everything(profile: ProfileKey) -> SpanQuery {
    SpanQuery { profile, from_ms: i64::MIN, to_ms: i64::MAX, newest_first: false, after: None, limit: 100 }
}

/// Every piece of a timeline, page by page.
async fn paged(store: &impl Store, mut query: SpanQuery) -> Vec<Span> {
    let mut spans = Vec::new();
    loop {
        let page = store.spans(query).await.unwrap();
        assert!(page.len() <= query.limit as usize);
        let Some(last) = page.last() else { return spans };
        query.after = Some((last.newest_ms, last.seq));
        spans.extend(page);
    }
}

fn lived(store: &impl Store, town: &mut Town) -> (ProfileKey, Vec<Span>) {
    let (ann, bob) = (town.person(), town.person());
    let mut spans = Vec::new();
    // Late ones, equal times, a batch in several pieces, times before 1970.
    let pieces: &[&[(i64, i64)]] =
        &[&[(100, 100)], &[(50, 80), (90, 100), (2_000, 2_500)], &[(100, 100)], &[(-500, -400)], &[(60, 70)]];
    for said in pieces {
        let seq = town.say(store, ann, &Said { at_ms: 5_000, spans: said.to_vec(), ..Said::default() });
        spans.extend(said.iter().map(|(oldest_ms, newest_ms)| Span {
            seq,
            oldest_ms: *oldest_ms,
            newest_ms: *newest_ms,
            alias: None,
        }));
        town.say(store, bob, &Said { at_ms: 100, ..Said::default() });
    }
    spans.sort_by_key(|span| (span.newest_ms, span.seq));
    (ann, spans)
}

/// By newest time and then place, forwards and backwards, in pages of any size.
pub async fn timelines_read_in_both_directions(store: &impl Store) {
    let mut town = Town::default();
    let (ann, spans) = lived(store, &mut town);
    town.commit(store).await;
    let backwards: Vec<Span> = spans.iter().rev().copied().collect();
    for limit in [1, 2, 3, 100] {
        let query = SpanQuery { limit, ..everything(ann) };
        assert_eq!(paged(store, query).await, spans, "{limit} at a time");
        assert_eq!(paged(store, SpanQuery { newest_first: true, ..query }).await, backwards, "{limit} at a time");
    }
    assert!(store.spans(everything(ProfileKey(99))).await.unwrap().is_empty());
}

/// Both bounds are within, and going on begins beyond the place given.
pub async fn timelines_keep_to_their_bounds(store: &impl Store) {
    let mut town = Town::default();
    let (ann, spans) = lived(store, &mut town);
    town.commit(store).await;
    for (from_ms, to_ms) in [(80, 100), (81, 99), (-400, -400), (101, 2_499), (200, 100)] {
        let expected: Vec<Span> =
            spans.iter().filter(|span| (from_ms..=to_ms).contains(&span.newest_ms)).copied().collect();
        for limit in [1, 100] {
            let query = SpanQuery { from_ms, to_ms, limit, ..everything(ann) };
            assert_eq!(paged(store, query).await, expected, "{from_ms} to {to_ms}");
        }
    }
    let after_all_at_100 = SpanQuery { after: Some((100, Seq(u64::MAX))), ..everything(ann) };
    assert!(store.spans(after_all_at_100).await.unwrap().iter().all(|span| span.newest_ms > 100));
    let before_all_at_100 = SpanQuery { newest_first: true, after: Some((100, Seq(0))), ..everything(ann) };
    assert!(store.spans(before_all_at_100).await.unwrap().iter().all(|span| span.newest_ms < 100));
}

/// Byte for byte, with place, time and source.
pub async fn batches_come_back_as_they_were(store: &impl Store) {
    let mut town = Town::default();
    let ann = town.person();
    for (kind, at_ms) in EntryKind::ALL.iter().zip(-2..) {
        town.say(store, ann, &Said { kind: *kind, at_ms, input: 7, events: 2, ..Said::default() });
    }
    let texts: [Vec<u8>; 7] = [
        b"{}".to_vec(),
        b"[]".to_vec(),
        b"a".to_vec(),
        Vec::new(),
        br#"{"events":[ ] , "x":1.50}"#.to_vec(),
        b"\xff\x00 no text".to_vec(),
        (0..300_000u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect(),
    ];
    let mut write = town.group();
    let mut expected = Vec::new();
    let doors = [Door::Server, Door::Browser, Door::Native, Door::Partner];
    for ((entry, raw), door) in write.entries.iter_mut().zip(texts).zip(doors.into_iter().cycle()) {
        entry.receipt.door = door;
        entry.body = store.pack(&raw);
        expected.push(StoredEntry { kind: entry.kind, receipt: entry.receipt, profile: ann, first: ann, raw });
    }
    store.commit(write).await.unwrap();
    let asked = [3, 1, 99, 4, 2, 3].map(Seq);
    let found = store.entries(&asked).await.unwrap();
    let by_place = |place: usize| expected.get(place - 1).unwrap().clone();
    assert!(found == [3, 1, 4, 2, 3].map(by_place));
    assert!(store.entries(&[]).await.unwrap().is_empty());
}

/// Pages of the log hold every batch, each once, in order.
pub async fn a_replay_visits_the_log_in_order(store: &impl Store) {
    let mut town = Town::default();
    let people = [town.person(), town.person()];
    let mut expected = Vec::new();
    for (person, round) in people.iter().cycle().zip(0..9) {
        let said = Said { at_ms: 100 - round, batch_id: Some(round), ..Said::default() };
        let seq = town.say(store, *person, &said);
        expected.push((seq, *person, raw(seq, &said)));
        if round % 4 == 0 {
            town.commit(store).await;
        }
    }
    for limit in [1, 4, 100] {
        let (mut after, mut visited) = (Seq::default(), Vec::new());
        loop {
            let page = store.entries_after(after, limit).await.unwrap();
            assert!(page.len() <= limit as usize);
            let Some(last) = page.last() else { break };
            after = last.receipt.seq;
            visited.extend(page.into_iter().map(|entry| (entry.receipt.seq, entry.profile, entry.raw)));
        }
        assert_eq!(visited, expected, "{limit} at a time");
    }
}

/// An entry that goes to another user goes with its pieces, there and back again, and tells whose it was first.
pub async fn entries_go_to_other_users(store: &impl Store) {
    let mut town = Town::default();
    let (ann, bob) = (town.person(), town.person());
    let spans = vec![(100, 200), (900, 950)];
    let moved = town.say(store, ann, &Said { at_ms: 950, spans, ..Said::default() });
    let stays = town.say(store, ann, &Said { at_ms: 500, ..Said::default() });
    town.say(store, bob, &Said { at_ms: 700, ..Said::default() });
    town.commit(store).await;
    let query = |profile| SpanQuery { profile, from_ms: 0, to_ms: 9_000, newest_first: false, after: None, limit: 9 };
    let (before, of_bob) = (store.spans(query(ann)).await.unwrap(), store.spans(query(bob)).await.unwrap());
    let there = Move { seq: moved, from: ann, to: bob };
    let back = Move { seq: moved, from: bob, to: ann };
    for _again in 0..2 {
        store.commit(WriteSet { moves: vec![there], ..WriteSet::default() }).await.unwrap();
        let entry = store.entries(&[moved]).await.unwrap().remove(0);
        assert_eq!((entry.profile, entry.first), (bob, ann));
        let newest = |spans: Vec<Span>| spans.iter().map(|span| (span.newest_ms, span.seq)).collect::<Vec<_>>();
        assert_eq!(newest(store.spans(query(ann)).await.unwrap()), [(500, stays)]);
        let bobs = newest(store.spans(query(bob)).await.unwrap());
        assert_eq!((bobs.len(), bobs.first(), bobs.last()), (3, Some(&(200, moved)), Some(&(950, moved))));
        store.commit(WriteSet { moves: vec![back], ..WriteSet::default() }).await.unwrap();
        assert_eq!(store.spans(query(ann)).await.unwrap(), before);
        assert_eq!(store.spans(query(bob)).await.unwrap(), of_bob);
    }
    store.commit(WriteSet::default()).await.unwrap();
}
