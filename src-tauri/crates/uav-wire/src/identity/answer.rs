//! What IDSync answers (idsync.md 3).

use serde::Serialize;
use uav_core::{Identity, IdentityType, Mpid};

use crate::errors::ErrorItem;
use crate::written::{Pairs, written};

/// The answer to a request for a profile. Of a profile that a dry run would make the MPID is "0". It is a text in any
/// case: the browser library cannot go on from a number.
#[must_use]
pub fn identity_answer(mpid: Option<Mpid>, matched: &[Identity], is_logged_in: bool) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        context: Option<&'a str>,
        matched_identities: Pairs<&'static str, &'a str>,
        is_ephemeral: bool,
        mpid: String,
        is_logged_in: bool,
    }
    let matched = matched.iter().map(|identity| (identity.kind.idsync_name(), &*identity.value)).collect();
    written(&Answer {
        context: None,
        matched_identities: Pairs(matched),
        is_ephemeral: false,
        mpid: mpid.map_or(0, Mpid::get).to_string(),
        is_logged_in,
    })
}

/// The answer to a change request: the profiles that lost a unique identity to this one.
#[must_use]
pub fn modify_answer(lost: &[(IdentityType, Mpid)]) -> String {
    #[derive(Serialize)]
    struct Loss {
        identity_type: &'static str,
        modified_mpid: String,
    }
    #[derive(Serialize)]
    struct Answer {
        change_results: Vec<Loss>,
    }
    let loss = |(kind, mpid): &(IdentityType, Mpid)| Loss {
        identity_type: kind.idsync_name(),
        modified_mpid: mpid.to_string(),
    };
    written(&Answer { change_results: lost.iter().map(loss).collect() })
}

/// The answer to a request that was refused, in both documented forms at once (idsync.md 3.3).
#[must_use]
pub fn identity_error(code: &str, messages: &[String], status: u16, request_id: Option<&str>) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        errors: &'a [ErrorItem<'a>],
        #[serde(rename = "Errors")]
        capital_errors: &'a [ErrorItem<'a>],
        #[serde(rename = "ErrorCode")]
        error_code: &'a str,
        #[serde(rename = "StatusCode")]
        status_code: u16,
        #[serde(rename = "RequestId")]
        request_id: Option<&'a str>,
    }
    let errors = ErrorItem::all(code, messages);
    written(&Answer { errors: &errors, capital_errors: &errors, error_code: code, status_code: status, request_id })
}
