//! The Profile API and the older contract for search and event history (profiles.md 2).

mod document;
mod fields;
mod names;
mod search;
mod token;

pub use document::{consumer_profiles_json, profile_json};
pub use fields::Fields;
pub use search::{
    ConsumerSearch, EventsSearch, ResolveRequest, parse_consumer_search, parse_events_search, parse_resolve_request,
};
pub use token::{TokenRequest, oauth_error, parse_token_request, token_answer};
