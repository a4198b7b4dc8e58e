//! What there is to filter a user's timeline by.

use rustc_hash::FxHashMap;
use uav_core::{InputId, ProfileKey, Seq};
use uav_store::{SpanQuery, Store};

use super::describe::{Category, describe};
use crate::error::Result;
use crate::log::decode;

/// Batches that are counted, the newest first.
const BATCHES_MAX: usize = 5_000;
const SPANS_AT_ONCE: u32 = 500;

/// One thing to filter by, with its number of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet<T> {
    /// The thing.
    pub value: T,
    /// Events with it.
    pub count: u64,
}

/// What there is to filter by, most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    /// Names of events.
    pub names: Vec<Facet<String>>,
    /// Inputs.
    pub inputs: Vec<Facet<InputId>>,
    /// Device application stamps.
    pub devices: Vec<Facet<Box<str>>>,
    /// Categories.
    pub categories: Vec<Facet<Category>>,
    /// Whether only the newest batches were counted.
    pub truncated: bool,
}

/// Counts what there is to filter by.
///
/// # Errors
/// When the store cannot be read.
pub(crate) async fn facets(store: &dyn Store, profile: ProfileKey) -> Result<Facets> {
    let mut names = FxHashMap::default();
    let mut inputs = FxHashMap::default();
    let mut devices = FxHashMap::default();
    let mut categories = FxHashMap::default();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut query = SpanQuery {
        profile,
        from_ms: i64::MIN,
        to_ms: i64::MAX,
        newest_first: true,
        after: None,
        limit: SPANS_AT_ONCE,
    };
    let truncated = loop {
        let spans = store.spans(query).await?;
        let seqs: Vec<Seq> = spans.iter().map(|span| span.seq).filter(|seq| seen.insert(*seq)).collect();
        for entry in store.entries(&seqs).await? {
            let batch = decode(&entry);
            let events = batch.batch.events.len() as u64;
            *inputs.entry(batch.receipt.input).or_insert(0) += events;
            if let Some(device) = &batch.device {
                *devices.entry(device.clone()).or_insert(0) += events;
            }
            for event in &batch.batch.events {
                *names.entry(describe(event).name).or_insert(0) += 1;
                *categories.entry(Category::of(&event.kind)).or_insert(0) += 1;
            }
        }
        match spans.last() {
            Some(_) if seen.len() >= BATCHES_MAX => break true,
            Some(last) if spans.len() == SPANS_AT_ONCE as usize => query.after = Some((last.newest_ms, last.seq)),
            _ => break false,
        }
    };
    Ok(Facets {
        names: by_count(names),
        inputs: by_count(inputs),
        devices: by_count(devices),
        categories: by_count(categories),
        truncated,
    })
}

fn by_count<T: Ord>(counts: FxHashMap<T, u64>) -> Vec<Facet<T>> {
    let mut facets: Vec<Facet<T>> = counts.into_iter().map(|(value, count)| Facet { value, count }).collect();
    facets.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.value.cmp(&other.value)));
    facets
}
