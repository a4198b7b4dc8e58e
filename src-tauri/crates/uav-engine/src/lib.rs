//! The running system: takes batches in, keeps imports going, finds users and reads their profiles and timelines.
//!
//! One [`Engine`] owns a store. It knows no transport and no SQL; it is told the time. Everything that changes a profile
//! goes through one writer (`ingest`), in the order of the log. Start reading there.

pub mod activity;
mod changes;
mod clock;
mod dry_run;
mod engine;
mod error;
mod gauges;
pub mod imports;
mod ingest;
mod inputs;
mod log;
mod parts;
mod plan;
mod profiles;
mod search;
mod secrets;
mod workspaces;

pub use changes::{Changed, Changes};
pub use clock::{FixedWorld, SystemWorld, World};
pub use engine::{Engine, EngineOptions, EngineStatus};
pub use error::{EngineError, Result};
pub use ingest::{Incoming, Outcome};
pub use profiles::{AttributeChanges, FoundProfile};
pub use search::{SearchAnswer, SearchRequest};
pub use secrets::{MadeCredential, MadeInput, is_secret};
