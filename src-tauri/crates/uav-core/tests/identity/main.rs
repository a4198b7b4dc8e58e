//! The contract's identity vectors and the invariants of idsync.md 10, against a naive directory.

mod configurations;
mod invariants;
mod notation;
mod vectors;
mod world;
