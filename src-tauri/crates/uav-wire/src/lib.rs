//! mParticle's JSON, read and written as real clients need it.
//!
//! Reading is liberal (events.md 6.2, 6.3): spellings, nulls and numbers in quotes are understood, unknown members are left
//! alone, and what cannot be taken is named with its path and left out, so that a fault costs as little as possible. The
//! text itself is never changed: the log keeps it. Start reading at [`parse_batch`], then [`parse_identity_request`].

mod alias;
mod batch;
mod bulk;
mod config;
mod errors;
mod identities;
mod identity;
mod json;
mod limits;
mod object;
mod openapi;
mod profile;
mod reader;
mod short;
mod split;
mod written;

pub use alias::{AliasRequest, alias_error, parse_alias_request};
pub use batch::{BatchError, FileBatch, ParsedBatch, Policy, event_texts, parse_batch, parse_file_batch, parse_logged};
pub use bulk::{historical_fault, split_bulk};
pub use config::{BrowserConfig, audience_answer, browser_config, native_config, native_events_answer};
pub use errors::errors_body;
pub use identity::{
    IdentityRequest, ModifyRequest, RequestFault, identity_answer, identity_error, modify_answer,
    parse_identity_request, parse_modify_request, request_id_of,
};
pub use limits::Limits;
pub use openapi::openapi;
pub use profile::{
    ConsumerSearch, EventsSearch, Fields, ResolveRequest, TokenRequest, consumer_profiles_json, oauth_error,
    parse_consumer_search, parse_events_search, parse_resolve_request, parse_token_request, profile_json, token_answer,
};
pub use split::{batches_in, without_trailing_commas};
