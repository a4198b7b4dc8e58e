//! mParticle's JSON, read and written as real clients need it.
//!
//! Reading is liberal (events.md 6.2, 6.3): spellings, nulls and numbers in quotes are understood, unknown members are left
//! alone, and what cannot be taken is named with its path and left out, so that a fault costs as little as possible. The
//! text itself is never changed: the log keeps it. Start reading at [`parse_batch`], then [`parse_identity_request`].

mod batch;
mod bulk;
mod errors;
mod identities;
mod identity;
mod json;
mod limits;
mod object;
mod reader;
mod split;
mod written;

pub use batch::{BatchError, FileBatch, ParsedBatch, Policy, parse_batch, parse_file_batch, parse_logged};
pub use bulk::{historical_fault, split_bulk};
pub use errors::errors_body;
pub use identity::{
    IdentityRequest, ModifyRequest, RequestFault, identity_answer, identity_error, modify_answer,
    parse_identity_request, parse_modify_request, request_id_of,
};
pub use limits::Limits;
pub use split::{batches_in, without_trailing_commas};
