//! Taking in batches and identity requests: groups of them, resolved, folded, and stored as one.
//!
//! Everything that changes a profile goes through one writer, in the order of the log. What is live waits in a bounded
//! queue and is taken together, as much as waits; an import hands over whole groups.

mod alias;
mod fold;
mod identity;
mod incoming;
mod live;
mod repeats;
mod working;
mod writer;

pub(crate) use alias::{AliasCall, AliasStep};
pub(crate) use fold::fold_group;
pub use identity::{IdentityAct, IdentityOutcome, Resolved, Source};
pub(crate) use identity::{IdentityCall, resolve_in};
pub(crate) use incoming::Entry;
pub use incoming::{Incoming, Outcome};
pub use live::LiveBatch;
pub(crate) use working::{Working, identity_key, wanted};
pub(crate) use writer::{Writer, WriterHandle};
