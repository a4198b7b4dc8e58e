//! Aliases: events of one user shown on the timeline of another (idsync.md 7).

mod order;
mod runner;
mod shown;

pub use order::{AliasOrder, AliasOutcome};
pub(crate) use runner::AliasRunner;
pub use shown::{AliasRole, ProfileAlias};
