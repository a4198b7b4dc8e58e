//! Which requests were stored before: hashes in memory, written as append-only rows.

use rustc_hash::FxHashMap;
use uav_core::Seq;
use uav_store::{RequestId, RequestKey, Result};

use crate::error::damaged;

const PAIR_BYTES: usize = 16;

/// Hash of a request to its place in the log.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    places: FxHashMap<u64, Seq>,
}

impl Requests {
    /// Where a request of this hash was stored; to be verified against what is there.
    pub(crate) fn place(&self, hash: u64) -> Option<Seq> {
        self.places.get(&hash).copied()
    }

    pub(crate) fn extend(&mut self, pairs: &[(u64, Seq)]) {
        self.places.extend(pairs.iter().copied());
    }

    /// Reads a row.
    pub(crate) fn read(&mut self, row: &[u8]) -> Result<()> {
        if !row.len().is_multiple_of(PAIR_BYTES) {
            return Err(damaged("a run of requests has an odd length"));
        }
        self.places.reserve(row.len() / PAIR_BYTES);
        for pair in row.chunks_exact(PAIR_BYTES) {
            let number = |from: usize| {
                let bytes = pair.get(from..from + 8).and_then(|bytes| bytes.try_into().ok());
                bytes.map(u64::from_le_bytes).unwrap_or_default()
            };
            self.places.insert(number(0), Seq(number(8)));
        }
        Ok(())
    }
}

/// The row of some requests.
pub(crate) fn row(pairs: &[(u64, Seq)]) -> Vec<u8> {
    let mut row = Vec::with_capacity(pairs.len() * PAIR_BYTES);
    for (hash, seq) in pairs {
        row.extend_from_slice(&hash.to_le_bytes());
        row.extend_from_slice(&seq.0.to_le_bytes());
    }
    row
}

/// Whether a stored text can be that of the request: the id stands in it. One with characters that JSON writes in more
/// than one way is believed, because its hash is 64 bits under a secret key.
pub(crate) fn carries(raw: &[u8], request: &RequestKey) -> bool {
    let plain = |id: &str| id.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'/'));
    match &request.id {
        RequestId::Source(id) if plain(id) => memchr::memmem::find(raw, id.as_bytes()).is_some(),
        RequestId::Source(_) => true,
        RequestId::Batch(id) => memchr::memmem::find(raw, id.to_string().as_bytes()).is_some(),
    }
}
