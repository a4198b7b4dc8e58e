//! mParticle's JSON, read as real clients write it.
//!
//! Reading is liberal (events.md 6.2, 6.3): spellings, nulls and numbers in quotes are understood, unknown members are left
//! alone, and what cannot be taken is named with its path and left out, so that a fault costs as little as possible. The
//! text itself is never changed: the log keeps it. Start reading at [`parse_batch`].

mod batch;
mod json;
mod limits;
mod reader;
mod split;

pub use batch::{BatchError, FileBatch, ParsedBatch, Policy, parse_batch, parse_file_batch, parse_logged};
pub use limits::Limits;
pub use split::{batches_in, without_trailing_commas};
