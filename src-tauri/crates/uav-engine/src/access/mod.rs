//! Who may do what: inputs and their keys, readers and their tokens, and how much of it a second.
//!
//! The secret of a key follows from the installation's key and the key's text, so that signatures can be checked though
//! only a hash of the secret is stored (idsync.md 2).

mod callers;
mod inputs;
mod limits;
mod readers;
mod secrets;
mod signature;

pub use callers::Caller;
pub(crate) use callers::Callers;
pub use inputs::{InputKeys, MadeKey};
pub(crate) use limits::Meters;
pub use limits::{Admission, Metered, ServiceLimits};
pub use readers::{MadeCredential, Reader, TOKEN_LIFE_S, Token};
pub(crate) use secrets::hex;
pub use secrets::is_secret;
pub use signature::Signed;
