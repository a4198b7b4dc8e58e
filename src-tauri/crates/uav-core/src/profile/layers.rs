//! Facts of which the newest statement of each stands, kept without a time stamp for each.
//!
//! A device says the same dozen things with every batch. A layer is one batch's statements; a fact lives in the newest
//! layer that says it. As a rule one layer has them all, and a new batch that says the same only moves its time.

use serde::{Deserialize, Serialize};

use super::Moment;

/// What one batch said, as far as no newer one said it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Layer<K, V> {
    moment: Moment,
    /// By key.
    facts: Vec<(K, V)>,
}

/// Facts by key; of each, the newest statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Layers<K, V> {
    /// Newest first; none empty.
    layers: Vec<Layer<K, V>>,
}

impl<K, V> Default for Layers<K, V> {
    fn default() -> Self {
        Self { layers: Vec::new() }
    }
}

impl<K: Ord, V: PartialEq> Layers<K, V> {
    /// Puts a batch's statements into their place. The keys are distinct.
    pub(super) fn put(&mut self, moment: Moment, mut facts: Vec<(K, V)>) {
        if facts.is_empty() {
            return;
        }
        facts.sort_by(|one, other| one.0.cmp(&other.0));
        if let Some(top) = self.layers.first_mut()
            && top.moment <= moment
            && top.facts == facts
        {
            top.moment = moment;
            return;
        }
        let place = self.layers.partition_point(|layer| layer.moment > moment);
        let newer = self.layers.get(..place).unwrap_or_default();
        facts.retain(|(key, _)| !newer.iter().any(|layer| layer.says(key)));
        for older in self.layers.iter_mut().skip(place) {
            older.facts.retain(|(key, _)| facts.binary_search_by(|(said, _)| said.cmp(key)).is_err());
        }
        if !facts.is_empty() {
            self.layers.insert(place, Layer { moment, facts });
        }
        self.layers.retain(|layer| !layer.facts.is_empty());
    }

    /// The facts with the moment of their statement, newest layers first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V, Moment)> {
        self.layers.iter().flat_map(|layer| layer.facts.iter().map(|(key, value)| (key, value, layer.moment)))
    }

    /// One fact.
    pub(super) fn get(&self, key: &K) -> Option<(&V, Moment)> {
        self.iter().find(|(said, ..)| *said == key).map(|(_, value, moment)| (value, moment))
    }
}

impl<K: Ord, V> Layer<K, V> {
    fn says(&self, key: &K) -> bool {
        self.facts.binary_search_by(|(said, _)| said.cmp(key)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::ids::Seq;

    fn moment(seq: u64) -> Moment {
        Moment { time_ms: 0, seq: Seq(seq), place: 0 }
    }

    proptest! {
        #[test]
        fn in_any_order_the_newest_statement_of_each_stands(
            batches in prop::collection::vec(prop::collection::btree_map(0..6u8, 0..3u8, 0..5), 0..8),
            order in any::<prop::sample::Index>(),
        ) {
            let mut numbered: Vec<_> = batches.into_iter().zip(1u64..).collect();
            let mut naive = BTreeMap::new();
            for (facts, seq) in &numbered {
                for (key, value) in facts {
                    naive.insert(*key, (*value, moment(*seq)));
                }
            }
            if !numbered.is_empty() {
                let middle = order.index(numbered.len());
                numbered.rotate_left(middle);
            }
            let mut reversed = numbered.clone();
            reversed.reverse();
            for order in [numbered, reversed] {
                let mut layers = Layers::default();
                for (facts, seq) in order {
                    layers.put(moment(seq), facts.into_iter().collect());
                }
                let found: BTreeMap<_, _> = layers.iter().map(|(key, value, at)| (*key, (*value, at))).collect();
                prop_assert_eq!(&found, &naive);
            }
        }
    }

    #[test]
    fn saying_the_same_again_keeps_one_layer() {
        let mut layers = Layers::default();
        for seq in 1..100 {
            layers.put(moment(seq), vec![("os", 1), ("brand", 2)]);
        }
        assert_eq!((layers.layers.len(), layers.get(&"os")), (1, Some((&1, moment(99)))));
    }
}
