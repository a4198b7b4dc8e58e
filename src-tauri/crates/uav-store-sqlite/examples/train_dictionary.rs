//! Trains the dictionary of batches on the sample shop: `cargo run --release -p uav-store-sqlite --example
//! train_dictionary -- OUT`. A new dictionary gets a new number; the old one stays for the rows that name it.

#![expect(clippy::unwrap_used, reason = "a tool that is run by hand")]

use uav_sample::Shop;

/// Larger ones pack better, and take longer to be read into the cache.
const DICTIONARY_BYTES: usize = 64 << 10;

fn main() {
    let out = std::env::args().nth(1).unwrap();
    // Other users than any shop that tests measure with.
    let shop = Shop { users: 4_000, days: 60, seed: 0x5eed_0fd1, end_ms: 1_760_000_000_000 };
    let samples: Vec<String> = shop.batches().map(|sample| sample.json).collect();
    let dictionary = zstd::dict::from_samples(&samples, DICTIONARY_BYTES).unwrap();
    std::fs::write(out, dictionary).unwrap();
}
