//! Requests to identify, log in, log out and search (idsync.md 3.1, real-clients.md 2 and 5).

use uav_core::batch::Environment;
use uav_core::{IdentityType, Mpid, Reason};
use uav_wire::{IdentityRequest, parse_identity_request, request_id_of};

/// A request of this environment and these further members.
fn with(members: &str) -> Result<IdentityRequest, String> {
    parse_identity_request(format!(r#"{{"environment":"production",{members}}}"#).as_bytes())
        .map_err(|fault| fault.to_string())
}

fn known(identities: &str) -> Result<IdentityRequest, String> {
    with(&format!(r#""known_identities":{identities}"#))
}

#[test]
fn a_request_of_the_browser_library() {
    let text = r#"{"client_sdk":{"platform":"web","sdk_vendor":"mparticle","sdk_version":"2.68.0"},"context":"abc",
        "environment":"development","request_id":"R-1","request_timestamp_ms":1700000000000,"previous_mpid":"-77",
        "known_identities":{"customerid":"c-1","email":null,"google":"","other2":"o","device_application_stamp":"D"}}"#;
    let request = parse_identity_request(text.as_bytes()).unwrap();
    assert_eq!((request.environment, request.request_id.as_deref()), (Environment::Development, Some("R-1")));
    assert_eq!((request.previous, request.sent_ms), (Mpid::new(-77), Some(1_700_000_000_000)));
    let found: Vec<_> = request.identities.iter().map(|identity| (identity.kind, &*identity.value)).collect();
    let expected =
        [(IdentityType::CustomerId, "c-1"), (IdentityType::OtherId2, "o"), (IdentityType::DeviceApplicationStamp, "D")];
    assert_eq!((found, request.remarks.len()), (expected.to_vec(), 0));
}

#[test]
fn every_type_comes_under_each_of_its_names() {
    for kind in IdentityType::ALL {
        for name in [kind.name(), kind.idsync_name()] {
            let request = known(&format!(r#"{{"{name}":"v"}}"#)).unwrap();
            let found: Vec<_> = request.identities.iter().map(|identity| (identity.kind, &*identity.value)).collect();
            assert_eq!(found, [(*kind, "v")], "{name}");
        }
    }
}

#[test]
fn values_are_texts_or_numbers() {
    let long = "x".repeat(257);
    let token = "x".repeat(4_096);
    let table = [
        (r#"{"customerid":7}"#.to_owned(), Ok("7")),
        (r#"{"customerid":9007199254740993}"#.to_owned(), Ok("9007199254740993")),
        (r#"{"customerid":1.50}"#.to_owned(), Ok("1.50")),
        (r#"{"customerid":" a "}"#.to_owned(), Ok(" a ")),
        (r#"{"customerid":"null"}"#.to_owned(), Ok("null")),
        (r#"{"email":"é@x"}"#.to_owned(), Ok("é@x")),
        (format!(r#"{{"push_token":"{token}"}}"#), Ok(&*token)),
        (r#"{"email":true}"#.to_owned(), Err("known_identities.email: a boolean where a text belongs")),
        (r#"{"email":{"a":"b"}}"#.to_owned(), Err("known_identities.email: an object where a text belongs")),
        (r#"{"email":["a"]}"#.to_owned(), Err("known_identities.email: an array where a text belongs")),
        (format!(r#"{{"email":"{long}"}}"#), Err("known_identities.email: 257 characters, limit 256")),
        (format!(r#"{{"email":"{}"}}"#, "é".repeat(256)), Ok(&*"é".repeat(256))),
    ]
    .map(|(identities, expected)| (identities, expected.map(str::to_owned).map_err(str::to_owned)));
    for (identities, expected) in table {
        let found = known(&identities).map(|request| request.identities[0].value.to_string());
        assert_eq!(found, expected, "{identities}");
    }
}

#[test]
fn what_says_nothing_is_no_identity() {
    for members in [
        r#""x":1"#,
        r#""known_identities":null"#,
        r#""known_identities":{}"#,
        r#""known_identities":{"email":null,"customerid":"","google":"  "}"#,
        r#""known_identities":{"ios_idfa":"00000000-0000-0000-0000-000000000000"}"#,
        r#""known_identities":{"android_uuid":"9774d56d682e549c"}"#,
        r#""known_identities":{"password":"x"}"#,
    ] {
        assert_eq!(with(members), Err("knownIdentities is empty.".to_owned()), "{members}");
    }
}

#[test]
fn types_that_only_newer_clients_know_are_passed_over_and_named() {
    let request = known(r#"{"hologram":"x","email":"a@x","aura":null}"#).unwrap();
    assert_eq!(request.identities.len(), 1);
    let remark = &request.remarks[0];
    assert_eq!((request.remarks.len(), remark.reason), (1, Reason::UnknownWord));
    assert_eq!(remark.to_string(), "known_identities.hologram: not a type of identity");
}

#[test]
fn of_two_spellings_the_canonical_one_counts() {
    for identities in [r#"{"customer_id":"z","customerid":5}"#, r#"{"customerid":5,"customer_id":"z"}"#] {
        let request = known(identities).unwrap();
        let values: Vec<_> = request.identities.iter().map(|identity| &*identity.value).collect();
        assert_eq!((values, request.remarks[0].reason), (vec!["z"], Reason::Conflict), "{identities}");
    }
    assert!(known(r#"{"customer_id":"z","customerid":"z"}"#).unwrap().remarks.is_empty());
}

#[test]
fn hints_that_do_not_read_hint_at_nobody() {
    let table = [
        (r#""-77""#, Mpid::new(-77)),
        ("4611686018427387905", Mpid::new(4_611_686_018_427_387_905)),
        ("0", None),
        (r#""0""#, None),
        ("null", None),
        (r#""abc""#, None),
        ("9223372036854775808", None),
        ("1.5", None),
        ("[1]", None),
        ("{}", None),
    ];
    for (hint, expected) in table {
        let request = with(&format!(r#""previous_mpid":{hint},"known_identities":{{"email":"a"}}"#)).unwrap();
        assert_eq!(request.previous, expected, "{hint}");
    }
}

#[test]
fn every_fault_is_told_with_its_path() {
    let table: &[(&str, &str)] = &[
        ("", "not JSON: EOF while parsing a value at column 0"),
        ("{", "not JSON: EOF while parsing an object at column 1"),
        ("[]", "an array where an object belongs"),
        ("7", "a number where an object belongs"),
        ("{}", "environment: required, missing or empty"),
        (r#"{"environment":null}"#, "environment: required, missing or empty"),
        (r#"{"environment":""}"#, "environment: required, missing or empty"),
        (r#"{"environment":"unknown"}"#, "environment: \"unknown\" is neither production nor development"),
        (r#"{"environment":"Production"}"#, "environment: \"Production\" is neither production nor development"),
        (r#"{"environment":["production"]}"#, "environment: an array where a text belongs"),
        (r#"{"environment":"production","known_identities":[]}"#, "known_identities: an array where an object belongs"),
        (
            r#"{"environment":"production","known_identities":"a@x"}"#,
            "known_identities: a text where an object belongs",
        ),
        (
            r#"{"environment":"production","request_id":{},"request_timestamp_ms":"soon","known_identities":{"email":"a"}}"#,
            "request_id: an object where a text belongs; request_timestamp_ms: \"soon\" is not a number",
        ),
        (
            r#"{"request_id":"R","known_identities":{"email":[],"customerid":false,"google":"g"}}"#,
            "environment: required, missing or empty; known_identities.email: an array where a text belongs; known_identities.customerid: a boolean where a text belongs",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(parse_identity_request(text.as_bytes()).unwrap_err().to_string(), *expected, "{text}");
    }
    assert_eq!(parse_identity_request(b"{\"a\":\"\xff\"}").unwrap_err().to_string(), "not UTF-8 at byte 7");
}

#[test]
fn the_id_of_a_faulty_request_is_known_for_its_answer() {
    let table: &[(&str, Option<&str>)] = &[
        (r#"{"request_id":"R","known_identities":7}"#, Some("R")),
        (r#"{"request_id":7}"#, Some("7")),
        (r#"{"request_id":{}}"#, None),
        ("{}", None),
        ("nope", None),
    ];
    for (text, expected) in table {
        assert_eq!(request_id_of(text.as_bytes()).as_deref(), *expected, "{text}");
    }
}

#[test]
fn deep_and_long_texts_are_answered() {
    let deep = format!(r#""known_identities":{}{}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(with(&deep).is_err());
    let deep =
        format!(r#""context":{}1{},"known_identities":{{"email":"a"}}"#, "{\"a\":".repeat(9_999), "}".repeat(9_999));
    let _answer = with(&deep);
    let long = format!(r#""known_identities":{{"email":"{}"}}"#, "x".repeat(10_000_000));
    assert!(with(&long).is_err());
}
