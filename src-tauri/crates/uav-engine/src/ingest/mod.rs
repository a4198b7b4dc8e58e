//! Taking batches in: groups of them, resolved, folded, and stored as one.
//!
//! Everything that changes a profile goes through one writer, in the order of the log. Live batches wait in a bounded
//! queue and are taken together, as many as wait; an import hands over whole groups.

mod fold;
mod incoming;
mod working;
mod writer;

pub(crate) use fold::fold_group;
pub use incoming::{Incoming, Outcome};
pub(crate) use working::{Working, wanted};
pub(crate) use writer::{Writer, WriterHandle};
