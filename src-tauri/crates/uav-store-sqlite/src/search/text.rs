//! The texts in memory: one long lower-case text per megabyte of identities, with a byte between that no text has.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHashSet};
use uav_core::ScopeId;
use uav_core::batch::Environment;
use uav_store::{Result, SearchKind, folded};

use super::last_seen::LastSeen;
use super::ops::{self, Entry, Op};

/// Stands between texts; no UTF-8 has it, so no match reaches over it.
const SEPARATOR: u8 = 0xff;
const SEGMENT_BYTES: usize = 1 << 20;

/// All that search knows.
#[derive(Debug, Default)]
pub(crate) struct SearchText {
    spaces: FxHashMap<u32, Space>,
    /// Hashes of the texts that their users no longer have.
    former: FxHashSet<u64>,
    /// Users with any such text: most have none, and need no look at the hashes.
    pub(crate) former_profiles: Bits,
    pub(crate) last_seen: LastSeen,
}

/// The texts of one identity scope and environment.
#[derive(Debug, Default)]
pub(crate) struct Space {
    pub(crate) segments: Vec<Segment>,
}

/// About a megabyte of texts.
#[derive(Debug, Default)]
pub(crate) struct Segment {
    /// The place of its first text in the space.
    pub(crate) first_place: u32,
    /// The texts in lower case, each followed by the separator.
    pub(crate) text: Vec<u8>,
    /// Where each text begins.
    pub(crate) starts: Vec<u32>,
    pub(crate) profiles: Vec<u32>,
    pub(crate) kinds: Vec<u8>,
    /// The texts that are not in lower case, as they were given.
    originals: FxHashMap<u32, Box<str>>,
}

/// A set of small numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(crate) fn insert(&mut self, number: u32) {
        let place = number as usize / 64;
        if place >= self.words.len() {
            self.words.resize(place + 1, 0);
        }
        if let Some(word) = self.words.get_mut(place) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(crate) fn union_with(&mut self, other: &Self) {
        if other.words.len() > self.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }

    pub(crate) fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

/// Scope and environment in one number.
pub(crate) fn space_number(scope: ScopeId, environment: Environment) -> u32 {
    scope.0 << 1 | u32::from(environment == Environment::Development)
}

/// What tells a text of a user from all others.
fn hash(profile: u32, kind: u8, text: &str) -> u64 {
    let comparable = match ops::kind(kind) {
        Some(SearchKind::Identity(kind)) => kind.comparable(text),
        _ => Cow::Borrowed(text),
    };
    let mut hasher = DefaultHasher::new();
    (profile, kind, comparable).hash(&mut hasher);
    hasher.finish()
}

impl SearchText {
    /// Reads a row of operations.
    pub(crate) fn read(&mut self, row: &[u8]) -> Result<()> {
        ops::read(row, |op| self.apply(op))
    }

    /// The texts of a scope and environment.
    pub(crate) fn space(&self, space: u32) -> &[Segment] {
        self.spaces.get(&space).map_or(&[], |space| &space.segments)
    }

    /// Whether a user no longer has a text.
    pub(crate) fn is_former(&self, profile: u32, kind: u8, text: &str) -> bool {
        self.former_profiles.contains(profile) && self.former.contains(&hash(profile, kind, text))
    }

    fn apply(&mut self, op: Op<'_>) {
        match op {
            Op::Add(entry) => self.spaces.entry(entry.space).or_default().add(entry),
            Op::Lost(entry) => {
                self.former_profiles.insert(entry.profile);
                self.former.insert(hash(entry.profile, entry.kind, entry.text));
            }
            Op::Regained(entry) => {
                self.former.remove(&hash(entry.profile, entry.kind, entry.text));
            }
        }
    }
}

impl Space {
    fn add(&mut self, entry: Entry<'_>) {
        let place = self.segments.last().map_or(0, Segment::next_place);
        if self.segments.last().is_none_or(|segment| segment.text.len() >= SEGMENT_BYTES) {
            self.segments.push(Segment { first_place: place, ..Segment::default() });
        }
        if let Some(segment) = self.segments.last_mut() {
            segment.add(entry);
        }
    }
}

impl Segment {
    fn next_place(&self) -> u32 {
        self.first_place.saturating_add(u32::try_from(self.starts.len()).unwrap_or(u32::MAX))
    }

    fn add(&mut self, entry: Entry<'_>) {
        let folded = folded(entry.text);
        let Ok(start) = u32::try_from(self.text.len()) else { return };
        if *folded != *entry.text {
            let index = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
            self.originals.insert(index, entry.text.into());
        }
        self.starts.push(start);
        self.profiles.push(entry.profile);
        self.kinds.push(entry.kind);
        self.text.extend_from_slice(folded.as_bytes());
        self.text.push(SEPARATOR);
    }

    /// Where a text ends, its separator not counted.
    pub(crate) fn end(&self, index: usize) -> usize {
        self.starts.get(index + 1).map_or(self.text.len(), |next| *next as usize).saturating_sub(1)
    }

    /// A text as it was given.
    pub(crate) fn original(&self, index: usize) -> &str {
        let given = u32::try_from(index).ok().and_then(|index| self.originals.get(&index));
        if let Some(given) = given {
            return given;
        }
        let start = self.starts.get(index).map_or(0, |start| *start as usize);
        self.text.get(start..self.end(index)).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}
