//! The same groups into both stores, and every answer the same.

use proptest::prelude::*;
use uav_core::{Alias, AliasState, Identity, IdentityType, ProfileKey, Seq};
use uav_store::contract::{Said, Town};
use uav_store::memory::MemoryStore;
use uav_store::{EntryKind, GroupStore, ImportId, ImportRecord, RefusalRecord, Span, SpanCopy, WriteSet};

use crate::everything::{Everything, REQUESTS, WORDS, space};
use crate::{fresh, open};

#[derive(Clone, Debug)]
enum Step {
    Person(usize),
    Say {
        who: prop::sample::Index,
        said: Said,
    },
    Refuse {
        import: Option<u64>,
        reason: &'static str,
    },
    Import(u64),
    /// An alias from one to another, of this number, in this state, with a copy of a piece of a batch.
    Alias {
        who: [prop::sample::Index; 2],
        seq: u64,
        state: AliasState,
        piece: (u64, i64),
    },
    Commit,
}

fn identity() -> impl Strategy<Value = Identity> {
    let kinds = prop::sample::select(&[IdentityType::Email, IdentityType::CustomerId, IdentityType::Other][..]);
    (kinds, prop::sample::select(WORDS)).prop_map(|(kind, word)| Identity::new(kind, word))
}

fn said() -> impl Strategy<Value = Said> {
    let span = (-5_000i64..90_000, 0i64..600).prop_map(|(from, length)| (from, from + length));
    (
        (0i64..90_000, 0u32..2, 0u32..9),
        prop::collection::vec(identity(), 0..4),
        prop::collection::vec(identity(), 0..2),
        prop::option::of(prop::sample::select(REQUESTS)),
        prop::option::of(0i64..3),
        prop::collection::vec(span, 0..4),
    )
        .prop_map(|((at_ms, input, events), gained, lost, request, batch_id, spans)| Said {
            at_ms,
            input,
            gained,
            lost,
            request,
            batch_id,
            events,
            spans,
            kind: EntryKind::Batch,
        })
}

fn step() -> impl Strategy<Value = Step> {
    let reasons = prop::sample::select(&["not_json", "missing"][..]);
    prop_oneof![
        2 => (0usize..3).prop_map(Step::Person),
        8 => (any::<prop::sample::Index>(), said()).prop_map(|(who, said)| Step::Say { who, said }),
        1 => (prop::option::of(1u64..3), reasons).prop_map(|(import, reason)| Step::Refuse { import, reason }),
        1 => (1u64..4).prop_map(Step::Import),
        2 => (any::<[prop::sample::Index; 2]>(), 1u64..4, prop::sample::select(AliasState::ALL), (1u64..6, 0i64..9_000))
            .prop_map(|(who, seq, state, piece)| Step::Alias { who, seq, state, piece }),
        3 => Just(Step::Commit),
    ]
}

fn alias(who: [ProfileKey; 2], seq: u64, state: AliasState) -> Alias {
    let [source, destination] = who;
    Alias {
        seq: Seq(seq),
        source,
        destination,
        start_ms: 0,
        end_ms: 9_000,
        device: seq.is_multiple_of(2).then(|| "phone".into()),
        asked_ms: 5,
        due_ms: 90 - i64::from(state.number()),
        state,
        state_ms: 7,
    }
}

fn refusal(import: Option<u64>, reason: &str) -> RefusalRecord {
    RefusalRecord {
        import: import.map(ImportId),
        input: None,
        received_ms: 5,
        line: 7,
        reason: reason.to_owned(),
        path: "mpid".to_owned(),
        detail: "a detail".to_owned(),
        whole: import.is_some(),
        text: "{}".to_owned(),
    }
}

/// The group in a store's own form; the town packs for the store in memory, which leaves texts as they are.
fn packed_for(store: &impl GroupStore, write: &WriteSet) -> WriteSet {
    let mut write = write.clone();
    for entry in &mut write.entries {
        entry.body = store.pack(&entry.body.bytes);
    }
    write
}

async fn both(steps: Vec<Step>) -> (Everything, Everything, Everything) {
    let (sqlite, folder) = fresh().await;
    let memory = MemoryStore::new();
    let mut town = Town::default();
    let (mut people, mut write): (Vec<ProfileKey>, _) = (Vec::new(), WriteSet::default());
    let mut known = std::collections::BTreeMap::new();
    for step in steps.into_iter().chain([Step::Commit]) {
        match step {
            Step::Person(number) => {
                let (scope, environment) = space(number);
                people.push(town.person_of(scope, environment));
            }
            Step::Say { who, said } if !people.is_empty() => drop(town.say(&memory, *who.get(&people), &said)),
            Step::Alias { who, seq, state, piece: (batch, time_ms) } if !people.is_empty() => {
                let who = who.map(|who| *who.get(&people));
                let alias = alias(who, seq, state);
                // An alias stands once in a group, and has the same two users for ever.
                if write.aliases.iter().all(|written| written.seq != alias.seq)
                    && *known.entry(seq).or_insert(who) == who
                {
                    let span = Span { seq: Seq(batch), oldest_ms: time_ms - 5, newest_ms: time_ms, alias: None };
                    write.copies.push(SpanCopy { profile: alias.destination, alias: alias.seq, span });
                    write.aliases.push(alias);
                }
            }
            Step::Say { .. } | Step::Alias { .. } => {}
            Step::Refuse { import, reason } => write.refusals.push(refusal(import, reason)),
            Step::Import(id) => {
                write.import = Some(ImportRecord { id: ImportId(id), lines: id, ..ImportRecord::default() });
            }
            Step::Commit => {
                let WriteSet { entries, profiles, .. } = town.group();
                let group = WriteSet { entries, profiles, ..std::mem::take(&mut write) };
                sqlite.commit(packed_for(&sqlite, &group)).await.unwrap();
                memory.commit(group).await.unwrap();
            }
        }
    }
    let answers = Everything::of(&sqlite).await;
    drop(sqlite);
    let reopened = Everything::of(&open(&folder).await.unwrap()).await;
    (Everything::of(&memory).await, answers, reopened)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn both_stores_answer_alike_and_so_does_the_file_opened_again(steps in prop::collection::vec(step(), 1..60)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let (memory, sqlite, reopened) = runtime.block_on(both(steps));
        prop_assert_eq!(&sqlite, &memory);
        prop_assert_eq!(&reopened, &memory);
    }
}
