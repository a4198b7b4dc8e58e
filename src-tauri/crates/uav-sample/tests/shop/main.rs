//! The shop from outside: what a reader of its batches may rely on.

mod content;
mod stream;

use serde_json::Value;
use uav_sample::{SampleHead, Shop};

/// 24 November 2026, midnight UTC.
const END_MS: i64 = 1_795_478_400_000;

fn shop(users: u64) -> Shop {
    Shop { users, days: 60, seed: 5, end_ms: END_MS }
}

/// Calls `look` with every batch, read.
fn each_batch(shop: &Shop, mut look: impl FnMut(SampleHead, &Value)) {
    let mut batches = shop.batches();
    let mut json = String::new();
    while let Some(head) = batches.next_into(&mut json) {
        let batch: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
        look(head, &batch);
    }
}

fn events(batch: &Value) -> &[Value] {
    batch["events"].as_array().map_or(&[], Vec::as_slice)
}
