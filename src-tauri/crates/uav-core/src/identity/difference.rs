//! How two graphs of one log differ: which profiles merge, which split, and who keeps whose name (idsync.md 8).

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::ids::{ProfileKey, Seq};

/// What two profiles, one of each graph, have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shared {
    events: u64,
    first: Seq,
}

/// The comparison, filled entry by entry.
#[derive(Clone, Debug, Default)]
pub struct Difference {
    /// (profile of the first graph, profile of the second).
    shared: HashMap<(ProfileKey, ProfileKey), Shared>,
}

/// A profile that falls apart, or several that become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The profiles of the first graph, those with most events first.
    pub before: Vec<ProfileKey>,
    /// The profiles of the second graph, those with most events first.
    pub after: Vec<ProfileKey>,
    /// The entry of the log that decided: the first that the two graphs do not agree about.
    pub decided_by: Seq,
}

/// The comparison in numbers, with the largest changes as examples.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Profiles of the first graph.
    pub before: u64,
    /// Profiles of the second.
    pub after: u64,
    /// Profiles of the first graph that stay as they are.
    pub same: u64,
    /// Profiles of the second graph that are made of several.
    pub merges: u64,
    /// Profiles of the first graph that fall apart.
    pub splits: u64,
    /// Some of the merges.
    pub merge_examples: Vec<Change>,
    /// Some of the splits.
    pub split_examples: Vec<Change>,
}

impl Difference {
    /// An entry of the log with so many events, which the graphs give to these profiles.
    pub fn note(&mut self, before: ProfileKey, after: ProfileKey, events: u64, seq: Seq) {
        let shared = self.shared.entry((before, after)).or_insert(Shared { events: 0, first: seq });
        shared.events += events;
        shared.first = shared.first.min(seq);
    }

    /// The comparison in numbers, with at most so many examples of each kind.
    #[must_use]
    pub fn summary(&self, examples_max: usize) -> Summary {
        let by_before = self.grouped(|(before, after)| (before, after));
        let by_after = self.grouped(|(before, after)| (after, before));
        let alone = |key: &ProfileKey, others: &BTreeMap<ProfileKey, Vec<(ProfileKey, Shared)>>| {
            others.get(key).is_none_or(|others| others.len() == 1)
        };
        let same = by_before.values().filter(|parts| match parts.as_slice() {
            [(after, _)] => alone(after, &by_after),
            _ => false,
        });
        let merges = || by_after.iter().filter(|(_, parts)| parts.len() > 1);
        let splits = || by_before.iter().filter(|(_, parts)| parts.len() > 1);
        let largest = |mut changes: Vec<(u64, Change)>| {
            changes.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.decided_by.cmp(&other.1.decided_by)));
            changes.into_iter().take(examples_max).map(|(_, change)| change).collect()
        };
        let merge = |(after, parts): (&ProfileKey, &Vec<(ProfileKey, Shared)>)| {
            let (events, before, decided_by) = ranked(parts);
            (events, Change { before, after: vec![*after], decided_by })
        };
        let split = |(before, parts): (&ProfileKey, &Vec<(ProfileKey, Shared)>)| {
            let (events, after, decided_by) = ranked(parts);
            (events, Change { before: vec![*before], after, decided_by })
        };
        Summary {
            before: by_before.len() as u64,
            after: by_after.len() as u64,
            same: same.count() as u64,
            merges: merges().count() as u64,
            splits: splits().count() as u64,
            merge_examples: largest(merges().map(merge).collect()),
            split_examples: largest(splits().map(split).collect()),
        }
    }

    /// Which profile of the first graph each profile of the second goes on as: the one that shares most events with it,
    /// each at most once. A profile that is left without one is new.
    #[must_use]
    pub fn heirs(&self) -> HashMap<ProfileKey, ProfileKey> {
        let mut pairs: Vec<_> = self.shared.iter().collect();
        pairs.sort_unstable_by_key(|((before, after), shared)| {
            (std::cmp::Reverse(shared.events), shared.first, *before, *after)
        });
        let mut taken = HashSet::new();
        let mut heirs = HashMap::new();
        for ((before, after), _) in pairs {
            if !taken.contains(before) && !heirs.contains_key(after) {
                taken.insert(*before);
                heirs.insert(*after, *before);
            }
        }
        heirs
    }

    fn grouped(
        &self,
        sides: impl Fn((ProfileKey, ProfileKey)) -> (ProfileKey, ProfileKey),
    ) -> BTreeMap<ProfileKey, Vec<(ProfileKey, Shared)>> {
        let mut groups: BTreeMap<ProfileKey, Vec<(ProfileKey, Shared)>> = BTreeMap::new();
        for (pair, shared) in &self.shared {
            let (group, member) = sides(*pair);
            groups.entry(group).or_default().push((member, *shared));
        }
        groups
    }
}

/// The events of all parts, the parts by their events, and the second of their beginnings: until then there was one.
fn ranked(parts: &[(ProfileKey, Shared)]) -> (u64, Vec<ProfileKey>, Seq) {
    let mut ranked = parts.to_vec();
    ranked.sort_unstable_by_key(|(key, shared)| (std::cmp::Reverse(shared.events), shared.first, *key));
    let mut firsts: Vec<Seq> = parts.iter().map(|(_, shared)| shared.first).collect();
    firsts.sort_unstable();
    let events = parts.iter().map(|(_, shared)| shared.events).sum();
    (events, ranked.into_iter().map(|(key, _)| key).collect(), firsts.get(1).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn key(number: u32) -> ProfileKey {
        ProfileKey(number)
    }

    #[test]
    fn merges_and_splits_are_told_apart_with_the_entry_that_decided() {
        let mut difference = Difference::default();
        // 1 and 2 become 10; 3 falls apart into 11 and 12; 4 stays as 13.
        for (before, after, events, seq) in
            [(1, 10, 5, 1), (2, 10, 7, 4), (3, 11, 1, 2), (3, 12, 9, 6), (4, 13, 1, 3), (1, 10, 1, 9)]
        {
            difference.note(key(before), key(after), events, Seq(seq));
        }
        let summary = difference.summary(5);
        let counts = (summary.before, summary.after, summary.same, summary.merges, summary.splits);
        assert_eq!(counts, (4, 4, 1, 1, 1));
        let merge = Change { before: vec![key(2), key(1)], after: vec![key(10)], decided_by: Seq(4) };
        assert_eq!(summary.merge_examples, [merge]);
        let split = Change { before: vec![key(3)], after: vec![key(12), key(11)], decided_by: Seq(6) };
        assert_eq!(summary.split_examples, [split]);
        let heirs = difference.heirs();
        let expected = HashMap::from([(key(12), key(3)), (key(10), key(2)), (key(13), key(4))]);
        assert_eq!(heirs, expected, "11 is new, 1 is gone");
    }

    #[test]
    fn a_profile_is_inherited_once() {
        let mut difference = Difference::default();
        difference.note(key(1), key(10), 5, Seq(1));
        difference.note(key(1), key(11), 4, Seq(2));
        difference.note(key(2), key(11), 1, Seq(3));
        assert_eq!(difference.heirs(), HashMap::from([(key(10), key(1)), (key(11), key(2))]));
    }
}
