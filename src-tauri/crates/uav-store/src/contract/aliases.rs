//! Aliases, and the copies that they make and lose.

use uav_core::{Alias, AliasState, ProfileKey, Seq};

use super::{Said, Town};
use crate::{EntryKind, Span, SpanCopy, SpanQuery, Store, WriteSet};

fn alias(seq: Seq, source: ProfileKey, destination: ProfileKey) -> Alias {
    Alias {
        seq,
        source,
        destination,
        start_ms: -50,
        end_ms: i64::from(u32::MAX) * 1_000,
        device: None,
        asked_ms: 60,
        due_ms: 70,
        state: AliasState::Waiting,
        state_ms: 60,
    }
}

/// A request for an alias, as the log has it.
fn asked(store: &impl Store, town: &mut Town, source: ProfileKey, destination: ProfileKey) -> Alias {
    let seq = town.say(store, source, &Said { kind: EntryKind::Alias, at_ms: 60, ..Said::default() });
    alias(seq, source, destination)
}

async fn write(store: &impl Store, aliases: &[&Alias], copies: &[SpanCopy]) {
    let aliases = aliases.iter().map(|alias| (*alias).clone()).collect();
    store.commit(WriteSet { aliases, copies: copies.to_vec(), ..WriteSet::default() }).await.unwrap();
}

/// The whole timeline, the same in both directions and in small pages.
async fn timeline(store: &impl Store, profile: ProfileKey) -> Vec<Span> {
    let (from_ms, to_ms) = (i64::MIN, i64::MAX);
    let query = SpanQuery { profile, from_ms, to_ms, newest_first: true, after: None, limit: 1_000 };
    let mut all = store.spans(query).await.unwrap();
    all.reverse();
    let (mut after, mut joined) = (None, Vec::new());
    loop {
        let page = store.spans(SpanQuery { newest_first: false, after, limit: 2, ..query }).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.newest_ms, last.seq));
        joined.extend(page);
    }
    assert_eq!(joined, all);
    all
}

/// Every field is kept, a second writing replaces the first, and both profiles have part.
pub async fn aliases_are_kept_by_place_and_profile(store: &impl Store) {
    let mut town = Town::default();
    let [ann, bob, eve] = [(); 3].map(|()| town.person());
    let mut all = Vec::new();
    for (state, time) in AliasState::ALL.iter().zip(0i64..) {
        let device = (time % 2 == 0).then(|| format!("phone \"ä\" {time}").into());
        let pair = if time % 3 == 0 { (eve, ann) } else { (ann, bob) };
        let one = asked(store, &mut town, pair.0, pair.1);
        all.push(Alias { device, state: *state, state_ms: 90 + time, due_ms: 80 - time, ..one });
    }
    town.commit(store).await;
    write(store, &all.iter().collect::<Vec<_>>(), &[]).await;
    for one in &all {
        assert_eq!(store.alias(one.seq).await.unwrap().as_ref(), Some(one));
    }
    assert_eq!(store.alias(Seq(99)).await.unwrap(), None);
    for person in [ann, bob, eve] {
        let has_part = |one: &&Alias| one.source == person || one.destination == person;
        let expected: Vec<Alias> = all.iter().filter(has_part).cloned().collect();
        assert_eq!(store.aliases_of(person).await.unwrap(), expected, "{person}");
    }
    let first = all.first().unwrap();
    let moved = Alias { state: AliasState::Done, state_ms: 7_000, ..first.clone() };
    write(store, &[&moved], &[]).await;
    assert_eq!(store.alias(first.seq).await.unwrap(), Some(moved));
}

/// Those that wait, the one due first; of those due at once the one asked for first.
pub async fn waiting_aliases_come_in_the_order_in_which_they_are_due(store: &impl Store) {
    let mut town = Town::default();
    let (ann, bob) = (town.person(), town.person());
    let mut all = Vec::new();
    for (due_ms, state) in [
        (50, AliasState::Waiting),
        (20, AliasState::Waiting),
        (10, AliasState::Done),
        (20, AliasState::Waiting),
        (-5, AliasState::Waiting),
        (0, AliasState::Undone),
    ] {
        all.push(Alias { due_ms, state, ..asked(store, &mut town, ann, bob) });
    }
    town.commit(store).await;
    write(store, &all.iter().collect::<Vec<_>>(), &[]).await;
    let places = |aliases: Vec<Alias>| aliases.iter().map(|alias| alias.seq.0).collect::<Vec<_>>();
    assert_eq!(places(store.waiting_aliases(9).await.unwrap()), [5, 2, 4, 1]);
    assert_eq!(places(store.waiting_aliases(2).await.unwrap()), [5, 2]);
    let done = Alias { state: AliasState::Done, ..all.last().unwrap().clone() };
    write(store, &[&Alias { seq: Seq(5), ..done }], &[]).await;
    assert_eq!(places(store.waiting_aliases(2).await.unwrap()), [2, 4]);
}

/// A copy stands among the destination's own pieces, says which alias it is of, and is gone with it; the source keeps
/// what it has. Copying the same again changes nothing.
pub async fn copies_come_and_go_with_their_alias(store: &impl Store) {
    let mut town = Town::default();
    let [ann, bob, eve] = [(); 3].map(|()| town.person());
    let said = |spans: &[(i64, i64)]| Said { at_ms: 9_000, spans: spans.to_vec(), ..Said::default() };
    let of_ann = town.say(store, ann, &said(&[(10, 20), (900, 950)]));
    let of_bob = town.say(store, bob, &said(&[(15, 30)]));
    let of_eve = town.say(store, eve, &said(&[(5, 20)]));
    let from_ann = asked(store, &mut town, ann, bob);
    let again = asked(store, &mut town, ann, bob);
    let from_eve = asked(store, &mut town, eve, bob);
    town.commit(store).await;
    let (before_ann, before) = (timeline(store, ann).await, timeline(store, bob).await);

    let piece = |alias: &Alias, seq, oldest_ms, newest_ms| SpanCopy {
        profile: bob,
        alias: alias.seq,
        span: Span { seq, oldest_ms, newest_ms, alias: None },
    };
    let early = piece(&from_ann, of_ann, 12, 20);
    let late = piece(&again, of_ann, 900, 940);
    let eves = piece(&from_eve, of_eve, 5, 20);
    // In the transaction of the state, and twice.
    for _ in 0..2 {
        let done = Alias { state: AliasState::Done, ..from_ann.clone() };
        write(store, &[&done], &[early, late]).await;
    }
    write(store, &[&again, &from_eve], &[eves]).await;
    let shown = |copy: SpanCopy| Span { alias: Some(copy.alias), ..copy.span };
    let mut expected = before.clone();
    expected.extend([early, late, eves].map(shown));
    expected.sort_by_key(|span| (span.newest_ms, span.seq));
    assert_eq!(timeline(store, bob).await, expected);
    assert!(before.iter().all(|span| span.alias.is_none()) && before.iter().any(|span| span.seq == of_bob));

    for (undone, copy) in [(&again, late), (&from_ann, early), (&from_eve, eves)] {
        write(store, &[&Alias { state: AliasState::Undone, ..undone.clone() }], &[]).await;
        expected.retain(|span| *span != shown(copy));
        assert_eq!(timeline(store, bob).await, expected);
    }
    assert_eq!(timeline(store, bob).await, before);
    assert_eq!(timeline(store, ann).await, before_ann);
}

/// A group that cannot be stored stores no alias and no copy.
pub async fn aliases_are_stored_with_their_group(store: &impl Store) {
    let mut town = Town::default();
    let (ann, bob) = (town.person(), town.person());
    let one = asked(store, &mut town, ann, bob);
    let group = town.group();
    let entry = group.entries.clone();
    store.commit(WriteSet { aliases: vec![one.clone()], ..group }).await.unwrap();
    let span = Span { seq: one.seq, oldest_ms: 1, newest_ms: 2, alias: None };
    let failing = WriteSet {
        entries: entry,
        aliases: vec![Alias { state: AliasState::Done, ..one.clone() }],
        copies: vec![SpanCopy { profile: bob, alias: one.seq, span }],
        ..WriteSet::default()
    };
    assert!(store.commit(failing).await.is_err());
    assert_eq!(store.alias(one.seq).await.unwrap(), Some(one));
    assert!(timeline(store, bob).await.is_empty());
}
