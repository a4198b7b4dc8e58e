//! The running system: takes batches in, keeps imports going, finds users and reads their profiles and timelines.
//!
//! One [`Engine`] owns a store. It knows no transport and no SQL; it is told the time. Everything that changes a profile
//! goes through one writer (`ingest`), in the order of the log. Start reading there.

mod access;
pub mod activity;
mod aliases;
mod changes;
mod clock;
mod collector;
mod dry_run;
mod engine;
mod error;
mod gauges;
mod identity;
pub mod imports;
mod ingest;
mod inputs;
mod installation;
mod log;
mod names;
mod parts;
mod plan;
mod profiles;
mod resolution;
mod search;
mod workspaces;

pub use access::{
    Admission, Caller, InputKeys, MadeCredential, MadeKey, Metered, Reader, ServiceLimits, Signed, TOKEN_LIFE_S, Token,
    is_secret,
};
pub use aliases::{AliasOrder, AliasOutcome, AliasRole, ProfileAlias};
pub use changes::{Changed, Changes};
pub use clock::{FixedWorld, SystemWorld, World};
pub use collector::CollectorSetting;
pub use engine::{Engine, EngineOptions, EngineStatus};
pub use error::{EngineError, Result};
pub use identity::{IdentityRequest, Look, ScopeFacts};
pub use ingest::{IdentityAct, IdentityOutcome, Incoming, LiveBatch, Outcome, Resolved, Source};
pub use installation::new_id;
pub use profiles::{AttributeChanges, FoundProfile};
pub use resolution::{Affected, Applied, ExampleChange, Preview, PreviewProgress, PreviewState};
pub use search::{SearchAnswer, SearchRequest};
