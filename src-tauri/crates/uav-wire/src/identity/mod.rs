//! IDSync's requests and answers (idsync.md 3).

mod answer;
mod request;

pub use answer::{identity_answer, identity_error, modify_answer};
pub use request::{
    IdentityRequest, ModifyRequest, RequestFault, parse_identity_request, parse_modify_request, request_id_of,
};
