//! The bulk doors: several batches in one request (events.md EP-2, EP-3, RD-1).

use uav_core::batch::Batch;
use uav_core::{Reason, Refusal};

use crate::batch::BatchError;
use crate::json::{Json, Kind};
use crate::split::{not_json, not_utf8};

/// How old every event of a batch of the past must be (EP-3).
const PAST_AFTER_MS: i64 = 72 * 60 * 60 * 1000;

/// The text of each batch of a bulk request, exactly as it came, so that each can be taken and logged by itself. What
/// stands in the array is not looked at: a faulty batch is named when it is read.
///
/// # Errors
/// When the text is not a JSON array.
pub fn split_bulk(text: &[u8]) -> Result<Vec<&str>, BatchError> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    let root = Json::parse(text).map_err(|fault| not_json(&fault))?;
    if root.kind() != Kind::List {
        let detail = format!("{} where an array of batches belongs", root.kind().name());
        return Err(Refusal::new("", Reason::WrongType, detail).into());
    }
    Ok(root.items().into_iter().map(Json::text).collect())
}

/// Why a batch is not one of the past: it has no events, or one without a time stamp or younger than 72 hours (EP-3).
#[must_use]
pub fn historical_fault(batch: &Batch, received_ms: i64) -> Option<Refusal> {
    if batch.events.is_empty() {
        return Some(Refusal::new("events", Reason::Missing, "a batch of the past needs events"));
    }
    batch.events.iter().enumerate().find_map(|(place, event)| {
        let fault =
            |reason, detail| Refusal::new(format!("events[{place}].data.timestamp_unixtime_ms"), reason, detail);
        match event.timestamp_ms {
            None => Some(fault(Reason::Missing, "an event of the past needs a time stamp")),
            Some(time_ms) if received_ms.saturating_sub(time_ms) < PAST_AFTER_MS => {
                Some(fault(Reason::NotAllowed, "less than 72 hours old"))
            }
            Some(_) => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use uav_core::batch::Door;

    use super::*;
    use crate::{Limits, Policy, parse_batch};

    #[test]
    fn each_batch_keeps_its_text() {
        let table: &[(&str, &[&str])] =
            &[("[]", &[]), (" [ {\"a\" : 1.50} ,7, [\"]\"] ]\n", &["{\"a\" : 1.50}", "7", "[\"]\"]"])];
        for (text, expected) in table {
            assert_eq!(split_bulk(text.as_bytes()).unwrap(), *expected);
        }
    }

    #[test]
    fn anything_but_an_array_is_refused() {
        let table: &[(&[u8], &str)] = &[
            (b"", "not JSON: EOF while parsing a value at column 0"),
            (b"{\"events\":[]}", "an object where an array of batches belongs"),
            (b"{\"batches\":[]}", "an object where an array of batches belongs"),
            (b"[{}", "not JSON: EOF while parsing a list at column 3"),
            (b"\xff", "not UTF-8 at byte 1"),
            (b"null", "null where an array of batches belongs"),
        ];
        for (text, expected) in table {
            assert_eq!(split_bulk(text).unwrap_err().to_string(), *expected);
        }
    }

    #[test]
    fn the_past_begins_72_hours_ago() {
        let now = 1_700_000_000_000_i64;
        let at = |ms: i64| format!(r#"{{"event_type":"first_run","data":{{"timestamp_unixtime_ms":{ms}}}}}"#);
        let old = at(now - PAST_AFTER_MS);
        let table = [
            (String::new(), Some("events: a batch of the past needs events")),
            (old.clone(), None),
            (
                format!("{old},{}", at(now - PAST_AFTER_MS + 1)),
                Some("events[1].data.timestamp_unixtime_ms: less than 72 hours old"),
            ),
            (at(now + 5), Some("events[0].data.timestamp_unixtime_ms: less than 72 hours old")),
            (at(i64::MIN), None),
            (
                r#"{"event_type":"first_run","data":{}}"#.to_owned(),
                Some("events[0].data.timestamp_unixtime_ms: an event of the past needs a time stamp"),
            ),
        ];
        for (events, expected) in table {
            let text = format!(r#"{{"mpid":1,"events":[{events}]}}"#);
            let parsed = parse_batch(text.as_bytes(), Policy::of(Door::Server, &Limits::default())).unwrap();
            let fault = historical_fault(&parsed.batch, now).map(|fault| fault.to_string());
            assert_eq!(fault.as_deref(), expected, "{events}");
        }
    }
}
