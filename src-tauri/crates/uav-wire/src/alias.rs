//! Alias requests: events of one profile for another (idsync.md 7). Browser and native libraries spell them alike; older
//! ones give no scope.

use serde::Serialize;
use uav_core::batch::Environment;
use uav_core::{Mpid, Reason, Refusal};

use crate::limits::Limits;
use crate::object::{self, Object};
use crate::reader::Reader;
use crate::written::written;

/// What an alias request asks for. Whether its span of time is allowed depends on the clock, and is not looked at here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasRequest {
    /// The client's id of the request.
    pub request_id: Option<Box<str>>,
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// The key that the body repeats; the path or the header decides.
    pub api_key: Option<Box<str>>,
    /// Whose events.
    pub source: Mpid,
    /// For whom.
    pub destination: Mpid,
    /// From when, ms UTC.
    pub start_ms: Option<i64>,
    /// Until when, ms UTC.
    pub end_ms: Option<i64>,
    /// Only events of the device with this stamp.
    pub device_only: Option<Box<str>>,
}

/// Reads an alias request.
///
/// # Errors
/// Every fault with its path.
pub fn parse_alias_request(text: &[u8]) -> Result<AliasRequest, Vec<Refusal>> {
    let root = object::request(text).map_err(|fault| vec![fault])?;
    let limits = Limits::default();
    let mut faults = Reader::new(&limits);
    let request_id = root.text(&mut faults, "request_id");
    let environment = root.needed_environment(&mut faults, "environment");
    let api_key = root.text(&mut faults, "api_key");
    if let Some(kind) = root.text(&mut faults, "request_type").filter(|kind| &**kind != "alias") {
        faults.refuse(root.path.member("request_type"), Reason::UnknownWord, format!("{kind:?} is not \"alias\""));
    }
    let copied = read_data(&mut faults, &root);
    match (environment, copied) {
        (Some(environment), Some(Copied { source, destination, start_ms, end_ms, device_only }))
            if faults.refusals.is_empty() =>
        {
            Ok(AliasRequest { request_id, environment, api_key, source, destination, start_ms, end_ms, device_only })
        }
        _ => Err(faults.refusals),
    }
}

/// Which events, and for whom.
struct Copied {
    source: Mpid,
    destination: Mpid,
    start_ms: Option<i64>,
    end_ms: Option<i64>,
    device_only: Option<Box<str>>,
}

fn read_data(faults: &mut Reader<'_>, root: &Object<'_, '_>) -> Option<Copied> {
    let data = root.needed_object(faults, "data")?;
    let source = data.needed_mpid(faults, "source_mpid");
    let destination = data.needed_mpid(faults, "destination_mpid");
    if source.is_some() && source == destination {
        faults.refuse(data.path.member("destination_mpid"), Reason::Conflict, "the same as source_mpid");
    }
    let start_ms = data.integer(faults, "start_unixtime_ms");
    let end_ms = data.integer(faults, "end_unixtime_ms");
    if let (Some(start_ms), Some(end_ms)) = (start_ms, end_ms)
        && end_ms < start_ms
    {
        faults.refuse(data.path.member("end_unixtime_ms"), Reason::Conflict, "before start_unixtime_ms");
    }
    let device_only = match data.text(faults, "scope").as_deref() {
        Some("device") => data.needed_text(faults, "device_application_stamp"),
        None | Some("mpid") => None,
        Some(other) => {
            let detail = format!("{other:?} is neither device nor mpid");
            faults.refuse(data.path.member("scope"), Reason::UnknownWord, detail);
            None
        }
    };
    Some(Copied { source: source?, destination: destination?, start_ms, end_ms, device_only })
}

/// The answer to an alias request that was refused: `{"code","message"}`.
#[must_use]
pub fn alias_error(code: &str, message: &str) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        code: &'a str,
        message: &'a str,
    }
    written(&Answer { code, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(data: &str) -> Result<AliasRequest, String> {
        let text = format!(r#"{{"environment":"production","data":{data}}}"#);
        parse_alias_request(text.as_bytes()).map_err(|faults| said(&faults))
    }

    fn said(faults: &[Refusal]) -> String {
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_request_of_the_browser_library() {
        let text = r#"{"request_id":"R","request_type":"alias","environment":"development","api_key":"us1-1",
            "data":{"source_mpid":"-77","destination_mpid":"9080350317581165001","start_unixtime_ms":1,
            "end_unixtime_ms":"2","scope":"device","device_application_stamp":"D"}}"#;
        let expected = AliasRequest {
            request_id: Some("R".into()),
            environment: Environment::Development,
            api_key: Some("us1-1".into()),
            source: Mpid::new(-77).unwrap(),
            destination: Mpid::new(9_080_350_317_581_165_001).unwrap(),
            start_ms: Some(1),
            end_ms: Some(2),
            device_only: Some("D".into()),
        };
        assert_eq!(parse_alias_request(text.as_bytes()), Ok(expected));
    }

    #[test]
    fn only_a_scope_of_one_device_restricts() {
        for (scope, expected) in [
            (r#""scope":"device","device_application_stamp":"D""#, Some("D")),
            (r#""scope":"mpid","device_application_stamp":"D""#, None),
            (r#""scope":null,"device_application_stamp":"D""#, None),
            (r#""device_application_stamp":"D""#, None),
        ] {
            let request = with(&format!(r#"{{"source_mpid":1,"destination_mpid":2,{scope}}}"#)).unwrap();
            assert_eq!(request.device_only.as_deref(), expected, "{scope}");
            assert_eq!((request.start_ms, request.end_ms), (None, None));
        }
    }

    #[test]
    fn every_fault_is_told_with_its_path() {
        let table = [
            (
                r#"{}"#,
                "data.source_mpid: required, missing or empty; data.destination_mpid: required, missing or empty",
            ),
            (r#"{"source_mpid":"","destination_mpid":2}"#, "data.source_mpid: required, missing or empty"),
            (
                r#"{"source_mpid":0,"destination_mpid":"0"}"#,
                "data.source_mpid: 0 is no MPID; data.destination_mpid: 0 is no MPID",
            ),
            (
                r#"{"source_mpid":"abc","destination_mpid":[]}"#,
                "data.source_mpid: \"abc\" is not a number; data.destination_mpid: an array where a number belongs",
            ),
            (r#"{"source_mpid":1.5,"destination_mpid":2}"#, "data.source_mpid: 1.5 is not a whole 64-bit number"),
            (r#"{"source_mpid":"1","destination_mpid":1}"#, "data.destination_mpid: the same as source_mpid"),
            (
                r#"{"source_mpid":1,"destination_mpid":2,"start_unixtime_ms":2,"end_unixtime_ms":1}"#,
                "data.end_unixtime_ms: before start_unixtime_ms",
            ),
            (
                r#"{"source_mpid":1,"destination_mpid":2,"start_unixtime_ms":"x"}"#,
                "data.start_unixtime_ms: \"x\" is not a number",
            ),
            (
                r#"{"source_mpid":1,"destination_mpid":2,"scope":"all"}"#,
                "data.scope: \"all\" is neither device nor mpid",
            ),
            (
                r#"{"source_mpid":1,"destination_mpid":2,"scope":"device"}"#,
                "data.device_application_stamp: required, missing or empty",
            ),
            ("[]", "data: an array where an object belongs"),
            ("null", "data: required, missing or empty"),
        ];
        for (data, expected) in table {
            assert_eq!(with(data), Err(expected.to_owned()), "{data}");
        }
        let whole: &[(&[u8], &str)] = &[
            (b"", "not JSON: EOF while parsing a value at column 0"),
            (b"[]", "an array where an object belongs"),
            (b"{}", "environment: required, missing or empty; data: required, missing or empty"),
            (
                br#"{"request_type":"merge","environment":"test","data":{"source_mpid":1,"destination_mpid":2}}"#,
                "environment: \"test\" is neither production nor development; request_type: \"merge\" is not \"alias\"",
            ),
        ];
        for (text, expected) in whole {
            assert_eq!(said(&parse_alias_request(text).unwrap_err()), *expected);
        }
    }

    #[test]
    fn a_refusal_is_one_object() {
        assert_eq!(alias_error("BAD_REQUEST", "\"a\""), r#"{"code":"BAD_REQUEST","message":"\"a\""}"#);
    }
}
