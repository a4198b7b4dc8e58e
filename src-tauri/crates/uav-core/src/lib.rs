//! The profile engine's rules.
//!
//! This crate is a function: a profile, a batch and a moment go in, a changed profile and an account of the
//! changes come out. It does no input or output, is not asynchronous, and reads no clock and no randomness:
//! times, MPIDs and log positions are parameters. It must never know JSON, SQL, HTTP or who is asking.
//!
//! Start reading at [`batch::Batch`] (what arrives), then [`identity::resolve`] (whose it is), then
//! [`profile::Profile::fold`] (what it changes).

pub mod alias;
pub mod batch;
pub mod identity;
pub mod ids;
pub mod profile;
pub mod refusal;
pub mod value;

pub use alias::{Alias, AliasFault, AliasState};
pub use batch::{Batch, Door, Environment, Receipt};
pub use identity::{Identity, IdentityType, IdentityTypeSet};
pub use ids::{InputId, Mpid, ProfileKey, ScopeId, Seq, WorkspaceId};
pub use refusal::{Reason, Refusal};
pub use value::{Number, Scalar, Value};
