//! Answers as JSON text.

use serde::{Serialize, Serializer};

/// The text of an answer.
pub(crate) fn written<T: Serialize>(answer: &T) -> String {
    // Our answers have texts as keys and no numbers that JSON lacks, so that nothing is left to fail.
    serde_json::to_string(answer).unwrap_or_default()
}

/// Names with values, as an object in this order.
pub(crate) struct Pairs<K, V>(pub(crate) Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
