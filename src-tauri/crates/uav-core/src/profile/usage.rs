//! First and last seen, and through which inputs.

use serde::{Deserialize, Serialize};

use crate::batch::Receipt;
use crate::ids::InputId;

/// What one input saw of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputUsage {
    /// Which.
    pub input: InputId,
    /// First, by receipt, ms UTC.
    pub first_seen_ms: i64,
    /// Last, by receipt, ms UTC.
    pub last_seen_ms: i64,
    /// Batches received through it.
    pub batches: u64,
}

/// What all inputs of a workspace saw of a user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// By number.
    inputs: Vec<InputUsage>,
}

impl Usage {
    /// Notes a batch.
    pub(crate) fn note(&mut self, receipt: &Receipt) {
        let at_ms = receipt.received_ms;
        match self.inputs.binary_search_by_key(&receipt.input, |usage| usage.input) {
            Ok(place) => {
                if let Some(usage) = self.inputs.get_mut(place) {
                    usage.first_seen_ms = usage.first_seen_ms.min(at_ms);
                    usage.last_seen_ms = usage.last_seen_ms.max(at_ms);
                    usage.batches += 1;
                }
            }
            Err(place) => self.inputs.insert(
                place,
                InputUsage { input: receipt.input, first_seen_ms: at_ms, last_seen_ms: at_ms, batches: 1 },
            ),
        }
    }

    /// The inputs, by number.
    #[must_use]
    pub fn inputs(&self) -> &[InputUsage] {
        &self.inputs
    }

    /// First seen, by receipt, ms UTC; 0 before the first batch.
    #[must_use]
    pub fn first_seen_ms(&self) -> i64 {
        self.inputs.iter().map(|usage| usage.first_seen_ms).min().unwrap_or_default()
    }

    /// Last seen, by receipt, ms UTC; 0 before the first batch.
    #[must_use]
    pub fn last_seen_ms(&self) -> i64 {
        self.inputs.iter().map(|usage| usage.last_seen_ms).max().unwrap_or_default()
    }

    /// The input that saw the user last.
    #[must_use]
    pub fn latest_input(&self) -> Option<InputId> {
        self.inputs.iter().max_by_key(|usage| (usage.last_seen_ms, usage.input)).map(|usage| usage.input)
    }

    /// Batches received.
    #[must_use]
    pub fn batches(&self) -> u64 {
        self.inputs.iter().map(|usage| usage.batches).sum()
    }
}
