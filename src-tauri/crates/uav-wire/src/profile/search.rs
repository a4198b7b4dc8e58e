//! Questions for profiles and for their history (profiles.md 2.3, 2.8).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use uav_core::batch::Environment;
use uav_core::{IdentityType, Mpid, Reason, Refusal};

use super::names::from_public_name;
use crate::limits::Limits;
use crate::object::{self, Object};
use crate::reader::Reader;

/// Batches that an event search answers when it does not say how many.
const BATCHES_DEFAULT: u32 = 50;
/// Batches that an event search can ask for.
const BATCHES_MAX: u32 = 1_000;
/// The end of the last year that dates of four digits reach, ms UTC.
const YEAR_9999_ENDS_MS: i64 = 253_402_300_799_999;

/// A question for the profile with an immutable identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolveRequest {
    /// Production or development.
    pub environment: Environment,
    /// The type; whether it is immutable is the scope's matter.
    pub kind: IdentityType,
    /// The value.
    pub value: Box<str>,
}

/// A question for everybody with an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsumerSearch {
    /// The type.
    pub kind: IdentityType,
    /// The value.
    pub value: Box<str>,
}

/// A question for a user's batches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventsSearch {
    /// Whose.
    pub mpid: Mpid,
    /// From when, ms UTC; as far back as there are any, unless it says.
    pub from_ms: i64,
    /// Until when, ms UTC; without end, unless it says.
    pub to_ms: i64,
    /// How many at most, the newest.
    pub max: u32,
}

/// Reads a question for the profile with an immutable identity.
///
/// # Errors
/// Every fault with its path.
pub fn parse_resolve_request(text: &[u8]) -> Result<ResolveRequest, Vec<Refusal>> {
    let root = object::request(text).map_err(|fault| vec![fault])?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let environment = root.needed_environment(&mut faults, "environment_type");
    let identity = read_identity(&mut faults, &root);
    match (environment, identity) {
        (Some(environment), Some(ConsumerSearch { kind, value })) if faults.refusals.is_empty() => {
            Ok(ResolveRequest { environment, kind, value })
        }
        _ => Err(faults.refusals),
    }
}

/// Reads a question for everybody with an identity.
///
/// # Errors
/// Every fault with its path.
pub fn parse_consumer_search(text: &[u8]) -> Result<ConsumerSearch, Vec<Refusal>> {
    let root = object::request(text).map_err(|fault| vec![fault])?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let identity = read_identity(&mut faults, &root);
    identity.filter(|_| faults.refusals.is_empty()).ok_or(faults.refusals)
}

/// Reads a question for a user's batches.
///
/// # Errors
/// Every fault with its path.
pub fn parse_events_search(text: &[u8]) -> Result<EventsSearch, Vec<Refusal>> {
    let root = object::request(text).map_err(|fault| vec![fault])?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let mpid = root.needed_mpid(&mut faults, "user_id");
    let from_ms = read_date(&mut faults, &root, "from").unwrap_or(0);
    let to_ms = read_date(&mut faults, &root, "to").unwrap_or(YEAR_9999_ENDS_MS);
    if to_ms < from_ms {
        faults.refuse(root.path.member("to"), Reason::Conflict, "before from");
    }
    let max = match root.integer(&mut faults, "max_record_count").map(u32::try_from) {
        None => BATCHES_DEFAULT,
        Some(Ok(count @ 1..=BATCHES_MAX)) => count,
        Some(_) => {
            let detail = format!("from 1 to {BATCHES_MAX}");
            faults.refuse(root.path.member("max_record_count"), Reason::OverLimit, detail);
            BATCHES_DEFAULT
        }
    };
    let search = mpid.map(|mpid| EventsSearch { mpid, from_ms, to_ms, max });
    search.filter(|_| faults.refusals.is_empty()).ok_or(faults.refusals)
}

/// The member `identity`: a type in any public spelling, and a value as it is; hashes of one find nobody here.
fn read_identity(faults: &mut Reader<'_>, root: &Object<'_, '_>) -> Option<ConsumerSearch> {
    let identity = root.needed_object(faults, "identity")?;
    let name = identity.needed_text(faults, "type");
    let kind = name.as_deref().and_then(from_public_name);
    if let (Some(name), None) = (&name, kind) {
        let detail = format!("{name:?} is not a type of identity");
        faults.refuse(identity.path.member("type"), Reason::UnknownWord, detail);
    }
    if let Some(encoding) = identity.text(faults, "encoding").filter(|encoding| &**encoding != "none") {
        let detail = format!("{encoding:?} is not \"none\"");
        faults.refuse(identity.path.member("encoding"), Reason::UnknownWord, detail);
    }
    let value = identity.needed_text(faults, "value");
    Some(ConsumerSearch { kind: kind?, value: value? })
}

fn read_date(faults: &mut Reader<'_>, root: &Object<'_, '_>, name: &str) -> Option<i64> {
    let text = root.text(faults, name)?;
    let time_ms = date_ms(text.trim());
    if time_ms.is_none() {
        let detail = format!("{text:?} is neither YYYY-MM-DD HH:MM:SS nor ISO 8601");
        faults.refuse(root.path.member(name), Reason::UnknownWord, detail);
    }
    time_ms
}

/// The moment of a date, ms UTC: with or without an offset, where none is said UTC.
fn date_ms(text: &str) -> Option<i64> {
    let zoned = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M:%S%.fZ"];
    let plain = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"];
    DateTime::parse_from_rfc3339(text)
        .ok()
        .or_else(|| zoned.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()))
        .map(|moment| moment.timestamp_millis())
        .or_else(|| {
            let moment = plain.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
            let day = || Some(NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_time(NaiveTime::MIN));
            moment.or_else(day).map(|moment| moment.and_utc().timestamp_millis())
        })
}
