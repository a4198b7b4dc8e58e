//! One question: a pass over the texts of a space, on two threads when there is much of it.

use std::collections::BinaryHeap;

use memchr::memmem::Finder;
use uav_core::ProfileKey;
use uav_store::{Hit, MatchRank, SearchCursor, SearchFound, SearchKind, SearchQuery, folded};

use super::ops::{kind, kind_number};
use super::text::{Bits, SearchText, Segment, space_number};

/// Fewer segments than this are not worth a second thread.
const SHARED_FROM_SEGMENTS: usize = 4;
/// Identity types and the MPID, by number.
const KINDS: usize = 256;

/// Hits so far: the best of them, and how many there are.
struct Tally<'a> {
    best: BinaryHeap<Candidate<'a>>,
    by_rank: [u64; 3],
    by_kind: Box<[u64; KINDS]>,
    users: Bits,
    /// Hits beyond the cursor.
    beyond: u64,
}

/// A hit that may be on the page. The heap's greatest is the one to go first.
struct Candidate<'a> {
    cursor: SearchCursor,
    segment: &'a Segment,
    index: usize,
    former: bool,
}

impl PartialEq for Candidate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cursor == other.cursor
    }
}

impl Eq for Candidate<'_> {}

impl PartialOrd for Candidate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.cursor.cmp(&other.cursor)
    }
}

/// What the scan is after.
struct Wanted<'a> {
    text: &'a SearchText,
    finder: Finder<'a>,
    length: usize,
    kind: Option<u8>,
    include_former: bool,
    after: Option<SearchCursor>,
    limit: usize,
}

/// Answers a question.
pub(super) fn scan(text: &SearchText, query: &SearchQuery) -> SearchFound {
    let needle = folded(&query.text);
    if needle.is_empty() {
        return SearchFound::default();
    }
    let wanted = Wanted {
        text,
        finder: Finder::new(needle.as_bytes()),
        length: needle.len(),
        kind: query.kind.map(kind_number),
        include_former: query.include_former,
        after: query.after,
        limit: query.limit as usize,
    };
    let segments = text.space(space_number(query.scope, query.environment));
    let mut tally = Tally::new();
    if segments.len() < SHARED_FROM_SEGMENTS {
        tally.add_all(&wanted, segments);
    } else {
        let (first, second) = segments.split_at(segments.len() / 2);
        let other = std::thread::scope(|scope| {
            let other = scope.spawn(|| {
                let mut tally = Tally::new();
                tally.add_all(&wanted, second);
                tally
            });
            tally.add_all(&wanted, first);
            other.join()
        });
        match other {
            Ok(other) => tally.merge(other, wanted.limit),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
    tally.answer()
}

impl<'a> Tally<'a> {
    fn new() -> Self {
        Self {
            best: BinaryHeap::new(),
            by_rank: [0; 3],
            by_kind: Box::new([0; KINDS]),
            users: Bits::default(),
            beyond: 0,
        }
    }

    fn add_all(&mut self, wanted: &Wanted<'_>, segments: &'a [Segment]) {
        for segment in segments {
            self.add_segment(wanted, segment);
        }
    }

    fn add_segment(&mut self, wanted: &Wanted<'_>, segment: &'a Segment) {
        let mut index = 0;
        let mut from = 0;
        while let Some(offset) = segment.text.get(from..).and_then(|rest| wanted.finder.find(rest)) {
            let at = from + offset;
            index = entry_at(&segment.starts, index, at);
            let end = segment.end(index);
            self.add_hit(wanted, segment, index, at, end);
            from = end + 1;
        }
    }

    fn add_hit(&mut self, wanted: &Wanted<'_>, segment: &'a Segment, index: usize, at: usize, end: usize) {
        let (Some(profile), Some(kind), Some(start)) =
            (segment.profiles.get(index), segment.kinds.get(index), segment.starts.get(index))
        else {
            return;
        };
        let former = wanted.text.former_profiles.contains(*profile)
            && wanted.text.is_former(*profile, *kind, segment.original(index));
        if former && !wanted.include_former {
            return;
        }
        if let Some(count) = self.by_kind.get_mut(usize::from(*kind)) {
            *count += 1;
        }
        if wanted.kind.is_some_and(|wanted| wanted != *kind) {
            return;
        }
        let rank = match at == *start as usize {
            true if end - at == wanted.length => MatchRank::Exact,
            true => MatchRank::Prefix,
            false => MatchRank::Infix,
        };
        if let Some(count) = self.by_rank.get_mut(rank as usize) {
            *count += 1;
        }
        self.users.insert(*profile);
        let place = segment.first_place + u32::try_from(index).unwrap_or(u32::MAX);
        let cursor = SearchCursor { rank, age: wanted.text.last_seen.age(*profile), place };
        if wanted.after.is_some_and(|after| cursor <= after) {
            return;
        }
        self.beyond += 1;
        self.keep(Candidate { cursor, segment, index, former }, wanted.limit);
    }

    fn keep(&mut self, candidate: Candidate<'a>, limit: usize) {
        if self.best.len() < limit {
            self.best.push(candidate);
        } else if let Some(mut last) = self.best.peek_mut()
            && candidate.cursor < last.cursor
        {
            *last = candidate;
        }
    }

    fn merge(&mut self, other: Self, limit: usize) {
        for candidate in other.best {
            self.keep(candidate, limit);
        }
        for (count, more) in self.by_rank.iter_mut().zip(other.by_rank) {
            *count += more;
        }
        for (count, more) in self.by_kind.iter_mut().zip(other.by_kind.iter()) {
            *count += more;
        }
        self.users.union_with(&other.users);
        self.beyond += other.beyond;
    }

    fn answer(self) -> SearchFound {
        let more = self.beyond > self.best.len() as u64;
        let hits = self.best.into_sorted_vec().into_iter().filter_map(|candidate| {
            let Candidate { cursor, segment, index, former } = candidate;
            Some(Hit {
                profile: ProfileKey(*segment.profiles.get(index)?),
                rank: cursor.rank,
                kind: kind(*segment.kinds.get(index)?)?,
                value: segment.original(index).to_owned(),
                former,
                cursor,
            })
        });
        let mut by_kind: Vec<(SearchKind, u64)> = (0..=u8::MAX)
            .zip(self.by_kind.iter())
            .filter(|(_, count)| **count > 0)
            .filter_map(|(number, count)| Some((kind(number)?, *count)))
            .collect();
        by_kind.sort_unstable();
        SearchFound { hits: hits.collect(), more, by_rank: self.by_rank, by_kind, users: self.users.count() }
    }
}

/// The text that a byte belongs to, looked for from a text before it. Hits often follow one another closely.
fn entry_at(starts: &[u32], from: usize, at: usize) -> usize {
    let begins_beyond = |index: usize| starts.get(index).is_none_or(|start| *start as usize > at);
    if begins_beyond(from + 1) {
        return from;
    }
    if begins_beyond(from + 2) {
        return from + 1;
    }
    let rest = starts.get(from..).unwrap_or_default();
    (from + rest.partition_point(|start| *start as usize <= at)).saturating_sub(1)
}
