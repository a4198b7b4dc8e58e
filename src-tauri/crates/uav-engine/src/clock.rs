//! Time and chance, as parameters: tests bring their own.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use uav_core::Mpid;

/// Where the engine gets the time and new MPIDs from.
pub trait World: Send + Sync {
    /// Now, ms UTC.
    fn now_ms(&self) -> i64;

    /// A new MPID: random, not sequential, so that it tells nothing (idsync.md 6).
    fn new_mpid(&self) -> Mpid;
}

/// The system's clock and random numbers.
#[derive(Debug, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now_ms(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_millis()).ok())
            .unwrap_or_default()
    }

    fn new_mpid(&self) -> Mpid {
        loop {
            let number = getrandom::u64().unwrap_or_default().cast_signed();
            if let Some(mpid) = Mpid::new(number) {
                return mpid;
            }
        }
    }
}

/// A world for tests: time stands until it is moved, and MPIDs come from a seed.
#[derive(Debug)]
pub struct FixedWorld {
    now_ms: AtomicI64,
    state: AtomicU64,
}

impl FixedWorld {
    /// A world at this time, ms UTC, with this seed.
    #[must_use]
    pub const fn new(now_ms: i64, seed: u64) -> Self {
        Self { now_ms: AtomicI64::new(now_ms), state: AtomicU64::new(seed) }
    }

    /// Moves the clock.
    pub fn set_now_ms(&self, now_ms: i64) {
        self.now_ms.store(now_ms, Ordering::Relaxed);
    }
}

impl World for FixedWorld {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }

    /// The next number of the SplitMix64 sequence.
    fn new_mpid(&self) -> Mpid {
        loop {
            let state = self.state.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            if let Some(mpid) = Mpid::new((mixed ^ (mixed >> 31)).cast_signed()) {
                return mpid;
            }
        }
    }
}
