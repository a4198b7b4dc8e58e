//! What IDSync is asked (idsync.md 3.1, 3.2).
//!
//! A request happens whole or not at all, so that every fault of it is told at once. What a client merely hints at is no
//! fault, nor is a type of identity that only newer clients know.

use uav_core::batch::Environment;
use uav_core::identity::IdentityChange;
use uav_core::{Identity, IdentityType, Mpid, Reason, Refusal};

use crate::identities::OneOfEach;
use crate::json::{Json, Kind};
use crate::limits::Limits;
use crate::object::{self, Object, REQUIRED};
use crate::reader::{Path, Reader};

/// A request to identify, log in, log out or search.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityRequest {
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// The client's id of the request; with one, a repetition gets the same answer.
    pub request_id: Option<Box<str>>,
    /// The identities, one of each type, at least one.
    pub identities: Vec<Identity>,
    /// The profile that the client goes on from, a hint only.
    pub previous: Option<Mpid>,
    /// When the client sent it by its own clock, ms UTC.
    pub sent_ms: Option<i64>,
    /// What was passed over.
    pub remarks: Vec<Refusal>,
}

/// A request to change the identities of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModifyRequest {
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// The client's id of the request; with one, a repetition gets the same answer.
    pub request_id: Option<Box<str>>,
    /// The changes, in order; none is no fault.
    pub changes: Vec<IdentityChange>,
    /// When the client sent it by its own clock, ms UTC.
    pub sent_ms: Option<i64>,
}

/// Why a request cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestFault {
    /// No identity has a value; answered with the code `LOOKUP_ERROR`.
    #[error("knownIdentities is empty.")]
    NoIdentity,
    /// Every fault with its path; answered with the code `BAD_REQUEST`.
    #[error("{}", .0.iter().map(Refusal::to_string).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<Refusal>),
}

impl From<Refusal> for RequestFault {
    fn from(refusal: Refusal) -> Self {
        Self::Invalid(vec![refusal])
    }
}

/// Reads a request to identify, log in, log out or search.
///
/// # Errors
/// When anything in it does not fit, or no identity has a value.
pub fn parse_identity_request(text: &[u8]) -> Result<IdentityRequest, RequestFault> {
    let root = object::request(text)?;
    let limits = Limits::default();
    let (mut faults, mut remarks) = (Reader::new(&limits), Reader::new(&limits));
    let environment = root.needed_environment(&mut faults, "environment");
    let request_id = root.text(&mut faults, "request_id");
    let sent_ms = root.integer(&mut faults, "request_timestamp_ms");
    let mut found = OneOfEach::default();
    if let Some(known) = root.get("known_identities") {
        read_known(&mut faults, &mut remarks, known, &mut found);
    }
    let Some(environment) = environment.filter(|_| faults.refusals.is_empty()) else {
        return Err(RequestFault::Invalid(faults.refusals));
    };
    if found.identities.is_empty() {
        return Err(RequestFault::NoIdentity);
    }
    Ok(IdentityRequest {
        environment,
        request_id,
        identities: found.identities,
        previous: root.get("previous_mpid").and_then(hinted_mpid),
        sent_ms,
        remarks: remarks.refusals,
    })
}

/// Reads a request to change identities.
///
/// # Errors
/// When anything in it does not fit.
pub fn parse_modify_request(text: &[u8]) -> Result<ModifyRequest, RequestFault> {
    let root = object::request(text)?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let environment = root.needed_environment(&mut faults, "environment");
    let request_id = root.text(&mut faults, "request_id");
    let sent_ms = root.integer(&mut faults, "request_timestamp_ms");
    let path = root.path.member("identity_changes");
    let changes = match root.get("identity_changes") {
        None => {
            faults.refuse(path, Reason::Missing, REQUIRED);
            Vec::new()
        }
        Some(list) if faults.is(Kind::List, list, path) => {
            let items = list.items().into_iter().enumerate();
            items.filter_map(|(place, item)| read_change(&mut faults, item, path.item(place))).collect()
        }
        Some(_) => Vec::new(),
    };
    match environment {
        Some(environment) if faults.refusals.is_empty() => {
            Ok(ModifyRequest { environment, request_id, changes, sent_ms })
        }
        _ => Err(RequestFault::Invalid(faults.refusals)),
    }
}

/// The id of a request that could not be read otherwise, for its answer.
#[must_use]
pub fn request_id_of(text: &[u8]) -> Option<Box<str>> {
    let root = object::request(text).ok()?;
    root.text(&mut Reader::new(&Limits::default()), "request_id")
}

fn read_known(faults: &mut Reader<'_>, remarks: &mut Reader<'_>, value: Json<'_>, found: &mut OneOfEach) {
    let path = Path::Root.member("known_identities");
    if !faults.is(Kind::Object, value, path) {
        return;
    }
    for (name, value) in value.members() {
        let path = path.member(&name);
        let Some(kind) = IdentityType::from_name(&name) else {
            if !value.is_null() {
                remarks.refuse(path, Reason::UnknownWord, "not a type of identity");
            }
            continue;
        };
        if let Some(text) = read_value(faults, kind, value, path) {
            found.add(remarks, Identity { kind, value: text }, &name, path);
        }
    }
}

/// The value of an identity: a text, or a number as its text. What says nothing is absent (idsync.md 5.1).
fn read_value(faults: &mut Reader<'_>, kind: IdentityType, value: Json<'_>, path: Path<'_>) -> Option<Box<str>> {
    if value.kind() == Kind::Bool {
        faults.wrong_type(path, value, "a text");
        return None;
    }
    let text = faults.text(value, path).filter(|text| !kind.is_absent(text))?;
    faults.fits_identity(kind, &text, path).then_some(text)
}

/// An MPID, as a number or text; anything else hints at nobody.
fn hinted_mpid(value: Json<'_>) -> Option<Mpid> {
    match value.kind() {
        Kind::Text => value.as_text()?.parse().ok(),
        _ => value.as_number()?.as_i64().and_then(Mpid::new),
    }
}

fn read_change(faults: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<IdentityChange> {
    if value.is_null() {
        faults.wrong_type(path, value, Kind::Object.name());
    }
    let change = Object::at(faults, value, path)?;
    let name = change.needed_text(faults, "identity_type")?;
    let Some(kind) = IdentityType::from_name(&name) else {
        let detail = format!("{name:?} is not a type of identity");
        faults.refuse(path.member("identity_type"), Reason::UnknownWord, detail);
        return None;
    };
    let mut side = |name: &str| change.get(name).and_then(|value| read_value(faults, kind, value, path.member(name)));
    Some(IdentityChange { kind, old: side("old_value"), new: side("new_value") })
}
