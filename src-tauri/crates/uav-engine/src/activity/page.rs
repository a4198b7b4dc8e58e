//! Pages of the timeline, in either direction, from an index that knows batches only.
//!
//! The store orders pieces of batches by their newest event, and no piece spans more than ten minutes. So, going back in
//! time, an event can be given out once it is newer than the newest of all pieces not yet read; going forward, once it is
//! older than that by ten minutes. What cannot be given out yet waits in a heap.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::{ProfileKey, Seq};
use uav_store::{Span, SpanQuery, Store};

use super::describe::{Category, Headline, describe};
use super::event::{ActivityCursor, TimelineBatch, TimelineEvent};
use super::filter::ActivityFilter;
use crate::error::Result;
use crate::log::decode;

/// The longest time that a piece of a batch spans, ms.
pub(crate) const SPAN_MS_MAX: i64 = 10 * 60 * 1000;
/// Pieces that are asked for at once.
const SPANS_AT_ONCE: u32 = 64;
/// Batches that are read for one page. A filter that finds little gives a short page with a place to go on from, so that
/// no request works for long.
const BATCHES_READ_MAX: usize = 4_000;

/// A page of the timeline.
#[derive(Debug, Default)]
pub struct ActivityPage {
    /// The events, in the order asked for.
    pub events: Vec<TimelineEvent>,
    /// Where the next page starts: after this place. `None` after the last.
    pub next: Option<ActivityCursor>,
}

/// An event in the heap, ordered by its place alone.
struct Waiting(ActivityCursor, TimelineEvent);

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

/// Events waiting to be given out, in one direction of time.
enum Heap {
    NewestFirst(BinaryHeap<Waiting>),
    OldestFirst(BinaryHeap<Reverse<Waiting>>),
}

impl Heap {
    fn push(&mut self, event: TimelineEvent) {
        let waiting = Waiting(event.cursor(), event);
        match self {
            Self::NewestFirst(heap) => heap.push(waiting),
            Self::OldestFirst(heap) => heap.push(Reverse(waiting)),
        }
    }

    /// The next event, if nothing that is still to be read can come before it.
    fn pop(&mut self, border_ms: Option<i64>) -> Option<TimelineEvent> {
        match self {
            Self::NewestFirst(heap) => {
                let ready = heap.peek().is_some_and(|next| border_ms.is_none_or(|border| next.0.time_ms > border));
                ready.then(|| heap.pop()).flatten().map(|waiting| waiting.1)
            }
            Self::OldestFirst(heap) => {
                let ready = heap.peek().is_some_and(|next| border_ms.is_none_or(|border| next.0.0.time_ms < border));
                ready.then(|| heap.pop()).flatten().map(|waiting| waiting.0.1)
            }
        }
    }
}

impl ActivityPage {
    /// Takes the events that may be given out. True when there are more than the page has room for.
    fn is_filled_from(&mut self, heap: &mut Heap, border_ms: Option<i64>, limit: usize) -> bool {
        while let Some(event) = heap.pop(border_ms) {
            if self.events.len() == limit {
                self.next = self.events.last().map(TimelineEvent::cursor);
                return true;
            }
            self.events.push(event);
        }
        false
    }
}

/// Reads a page of a user's timeline.
///
/// # Errors
/// When the store cannot be read.
pub(crate) async fn page(
    store: &dyn Store,
    profile: ProfileKey,
    filter: &ActivityFilter,
    newest_first: bool,
    after: Option<ActivityCursor>,
    limit: usize,
) -> Result<ActivityPage> {
    let mut heap =
        if newest_first { Heap::NewestFirst(BinaryHeap::new()) } else { Heap::OldestFirst(BinaryHeap::new()) };
    let mut query = first_query(profile, filter, newest_first, after);
    let mut page = ActivityPage::default();
    let mut batches = 0;
    loop {
        let spans = store.spans(query).await?;
        let ended = spans.len() < query.limit as usize;
        let decoded = decode_spans(store, &spans).await?;
        // What is read again, before the place to go on from, does not count: else no page might come beyond it.
        batches += decoded.len().min(spans.iter().filter(|span| is_beyond(span, after, newest_first)).count());
        for (place, span) in spans.iter().enumerate() {
            if let Some(batch) = decoded.get(&span.seq).filter(|batch| filter.lets_batch_pass(batch)) {
                for event in events_of(batch, span) {
                    let fresh = after
                        .is_none_or(|after| if newest_first { event.cursor() < after } else { event.cursor() > after });
                    if fresh && filter.lets_event_pass(&event) {
                        heap.push(event);
                    }
                }
            }
            let next = spans.get(place + 1).unwrap_or(span);
            if page.is_filled_from(&mut heap, Some(border_of(next, newest_first)), limit) {
                return Ok(page);
            }
        }
        let Some(last) = spans.last().filter(|_| !ended) else {
            page.is_filled_from(&mut heap, None, limit);
            return Ok(page);
        };
        if batches >= BATCHES_READ_MAX {
            page.next = Some(cut_at(border_of(last, newest_first), newest_first));
            return Ok(page);
        }
        query.after = Some((last.newest_ms, last.seq));
    }
}

/// The first pieces that can hold an event of the page.
fn first_query(
    profile: ProfileKey,
    filter: &ActivityFilter,
    newest_first: bool,
    after: Option<ActivityCursor>,
) -> SpanQuery {
    let mut from_ms = filter.from_ms.unwrap_or(i64::MIN);
    let mut to_ms = filter.to_ms.map_or(i64::MAX, |to| to.saturating_add(SPAN_MS_MAX));
    if let Some(after) = after {
        if newest_first {
            to_ms = to_ms.min(after.time_ms.saturating_add(SPAN_MS_MAX));
        } else {
            from_ms = from_ms.max(after.time_ms);
        }
    }
    SpanQuery { profile, from_ms, to_ms, newest_first, after: None, limit: SPANS_AT_ONCE }
}

/// Whether a piece lies wholly beyond the place to go on from, and so was not read for the page before.
fn is_beyond(span: &Span, after: Option<ActivityCursor>, newest_first: bool) -> bool {
    after.is_none_or(|after| {
        if newest_first {
            span.newest_ms < after.time_ms
        } else {
            span.newest_ms.saturating_sub(SPAN_MS_MAX) > after.time_ms
        }
    })
}

/// No piece from this one on holds an event beyond this time.
const fn border_of(next: &Span, newest_first: bool) -> i64 {
    if newest_first { next.newest_ms } else { next.newest_ms.saturating_sub(SPAN_MS_MAX) }
}

/// The place before all events at the border, in the direction of reading.
const fn cut_at(border_ms: i64, newest_first: bool) -> ActivityCursor {
    if newest_first {
        ActivityCursor { time_ms: border_ms, seq: Seq(u64::MAX), index: u32::MAX }
    } else {
        ActivityCursor { time_ms: border_ms, seq: Seq(0), index: 0 }
    }
}

async fn decode_spans(store: &dyn Store, spans: &[Span]) -> Result<FxHashMap<Seq, Arc<TimelineBatch>>> {
    let mut known = FxHashSet::default();
    let seqs: Vec<Seq> = spans.iter().map(|span| span.seq).filter(|seq| known.insert(*seq)).collect();
    let entries = store.entries(&seqs).await?;
    Ok(entries.into_iter().map(|entry| (entry.receipt.seq, Arc::new(decode(&entry)))).collect())
}

/// The events of a batch that belong to one piece of it.
fn events_of(batch: &Arc<TimelineBatch>, span: &Span) -> Vec<TimelineEvent> {
    let received_ms = batch.receipt.received_ms;
    let belongs = |time_ms: i64| (span.oldest_ms..=span.newest_ms).contains(&time_ms);
    if batch.batch.events.is_empty() {
        // It updated the profile that it came for; where an alias copied it to, it updated nothing (events.md TM-6).
        if span.alias.is_some() {
            return Vec::new();
        }
        return belongs(batch.batch.time_ms(received_ms)).then(|| eventless(batch)).into_iter().collect();
    }
    let events = batch.batch.events.iter().zip(0u32..);
    events
        .map(|(event, index)| (event, index, event.time_ms(received_ms)))
        .filter(|(.., time_ms)| belongs(*time_ms))
        .map(|(event, index, ordered_ms)| TimelineEvent {
            batch: Arc::clone(batch),
            index,
            ordered_ms,
            category: Category::of(&event.kind),
            headline: describe(event),
        })
        .collect()
}

/// The line of a batch that only updates the profile.
fn eventless(batch: &Arc<TimelineBatch>) -> TimelineEvent {
    let said = [
        (batch.batch.user_identities.len(), "identities", "identity"),
        (batch.batch.user_attributes.len(), "attributes", "attribute"),
        (batch.batch.deleted_user_attributes.len(), "deleted", "deleted"),
        (batch.batch.consent.len(), "consents", "consent"),
    ];
    let words = said.iter().filter(|(count, ..)| *count > 0);
    let words: Vec<String> =
        words.map(|(count, many, one)| format!("{count} {}", if *count == 1 { one } else { many })).collect();
    TimelineEvent {
        batch: Arc::clone(batch),
        index: 0,
        ordered_ms: batch.batch.time_ms(batch.receipt.received_ms),
        category: Category::Other,
        headline: Headline { name: "Profile updated".to_owned(), detail: words.join(", "), ..Headline::default() },
    }
}
