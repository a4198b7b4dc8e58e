//! Imports and refusals.

use uav_core::{IdentityType, InputId};

use super::Town;
use crate::{ImportId, ImportRecord, ImportState, RefusalRecord, Store, WriteSet};

fn import(id: u64) -> ImportRecord {
    ImportRecord {
        id: ImportId(id),
        name: format!("file {id} \"ä\""),
        source: "import:1:file:9:/a".to_owned(),
        state: ImportState::Failed,
        total: u64::from(u32::MAX) * 9,
        done: 2,
        lines: 3,
        accepted: 4,
        duplicates: 5,
        refused: 6,
        remarks: 7,
        events: 8,
        created: 9,
        updated: 10,
        started_ms: 11,
        finished_ms: Some(12),
        fault: Some("the file ends early".to_owned()),
    }
}

/// Every field is kept, a second writing replaces the first, and pages go back in time.
pub async fn imports_are_listed_newest_first(store: &impl Store) {
    let states =
        [ImportState::Running, ImportState::Paused, ImportState::Done, ImportState::Cancelled, ImportState::Failed];
    let records: Vec<_> = (1..).zip(states).map(|(id, state)| ImportRecord { state, ..import(id) }).collect();
    for record in records.iter().rev() {
        store.put_import(record).await.unwrap();
    }
    for record in &records {
        assert_eq!(store.import(record.id).await.unwrap().as_ref(), Some(record));
    }
    let changed = ImportRecord { id: ImportId(2), finished_ms: None, fault: None, ..ImportRecord::default() };
    store.put_import(&changed).await.unwrap();
    assert_eq!(store.import(ImportId(2)).await.unwrap(), Some(changed));
    assert_eq!(store.import(ImportId(99)).await.unwrap(), None);

    let ids = |imports: Vec<ImportRecord>| imports.into_iter().map(|import| import.id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.imports(None, 2).await.unwrap()), [5, 4]);
    assert_eq!(ids(store.imports(Some(ImportId(4)), 2).await.unwrap()), [3, 2]);
    assert_eq!(ids(store.imports(Some(ImportId(2)), 9).await.unwrap()), [1]);
}

/// An import's place and counts are those of the group that was stored with it.
pub async fn an_import_is_stored_with_its_group(store: &impl Store) {
    let mut town = Town::default();
    town.seen(store, 1_000, &[(IdentityType::Email, "ann@example.com")]);
    let write = WriteSet { import: Some(import(3)), ..town.group() };
    store.commit(write).await.unwrap();
    assert_eq!(store.import(ImportId(3)).await.unwrap(), Some(import(3)));
    // A group may hold nothing but books.
    let next = ImportRecord { lines: 99, ..import(3) };
    store.commit(WriteSet { import: Some(next.clone()), ..WriteSet::default() }).await.unwrap();
    assert_eq!(store.import(ImportId(3)).await.unwrap(), Some(next));
    store.commit(WriteSet::default()).await.unwrap();
}

fn refusal(import: Option<u64>, line: u64, reason: &str) -> RefusalRecord {
    RefusalRecord {
        import: import.map(ImportId),
        input: (line.is_multiple_of(5)).then_some(InputId(3)),
        received_ms: 1_000 + i64::try_from(line).unwrap(),
        line,
        reason: reason.to_owned(),
        path: format!("events[{line}].data"),
        detail: "a text where \"ä\" belongs".to_owned(),
        whole: line.is_multiple_of(2),
        text: format!("{{line {line}"),
    }
}

/// Pages keep to one import and one reason and join to the whole; counts are by reason.
pub async fn refusals_page_and_count(store: &impl Store) {
    let mut all = Vec::new();
    for line in 1..=12 {
        let reason = if line % 3 == 0 { "not_json" } else { "wrong_type" };
        let import = if line % 4 == 0 { None } else { Some(1 + line % 2) };
        all.push(refusal(import, line, reason));
    }
    for refusals in all.chunks(5) {
        store.commit(WriteSet { refusals: refusals.to_vec(), ..WriteSet::default() }).await.unwrap();
    }
    for import in [None, Some(ImportId(1)), Some(ImportId(2)), Some(ImportId(9))] {
        for reason in [None, Some("not_json"), Some("wrong_type"), Some("missing")] {
            let asked = |refusal: &&RefusalRecord| {
                refusal.import == import && reason.is_none_or(|reason| reason == refusal.reason)
            };
            let expected: Vec<_> = all.iter().filter(asked).cloned().collect();
            for limit in [1, 3, 100] {
                let (mut after, mut joined) = (None, Vec::new());
                loop {
                    let page = store.refusals(import, reason, after, limit).await.unwrap();
                    assert!(page.refusals.len() <= limit as usize);
                    joined.extend(page.refusals);
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                assert_eq!(joined, expected, "{import:?} {reason:?}, {limit} at a time");
            }
            if let (Some(reason), 1..) = (reason, expected.len()) {
                let counts = store.refusal_counts(import).await.unwrap();
                assert!(counts.contains(&(reason.to_owned(), expected.len() as u64)), "{import:?} {counts:?}");
            }
        }
    }
    assert!(store.refusal_counts(Some(ImportId(9))).await.unwrap().is_empty());
}

/// What the network was refused is listed newest first, of one input if asked, and pages join.
pub async fn network_refusals_are_listed_newest_first(store: &impl Store) {
    let all: Vec<_> = (1..=20).map(|line| refusal((line % 4 != 0).then_some(1), line, "missing")).collect();
    store.commit(WriteSet { refusals: all.clone(), ..WriteSet::default() }).await.unwrap();
    for input in [None, Some(InputId(3)), Some(InputId(9))] {
        let asked = |refusal: &&RefusalRecord| refusal.import.is_none() && (input.is_none() || refusal.input == input);
        let expected: Vec<_> = all.iter().rev().filter(asked).cloned().collect();
        let (mut before, mut joined) = (None, Vec::new());
        loop {
            let page = store.network_refusals(input, before, 2).await.unwrap();
            joined.extend(page.refusals);
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(joined, expected, "{input:?}");
    }
}
