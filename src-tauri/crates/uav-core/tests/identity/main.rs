//! The contract's identity vectors and the invariants of idsync.md 10, against a naive directory.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod configurations;
mod invariants;
mod notation;
mod replays;
mod vectors;
mod world;
