//! Questions for profiles and their history (profiles.md 2.3, 2.8).

use uav_core::batch::Environment;
use uav_core::{IdentityType, Mpid, Refusal};
use uav_wire::{EventsSearch, parse_consumer_search, parse_events_search, parse_resolve_request};

fn said(faults: &[Refusal]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn an_immutable_identity_in_any_spelling() {
    for (name, kind) in [
        ("customer_id", IdentityType::CustomerId),
        ("customerid", IdentityType::CustomerId),
        ("customer", IdentityType::CustomerId),
        ("controller_customer_id", IdentityType::CustomerId),
        ("other", IdentityType::Other),
        ("other_id_2", IdentityType::OtherId2),
        ("other2", IdentityType::OtherId2),
        ("facebook_id", IdentityType::Facebook),
        ("android_aaid", IdentityType::GoogleAdvertisingId),
        ("android_advertising_id", IdentityType::GoogleAdvertisingId),
    ] {
        let text = format!(r#"{{"environment_type":"development","identity":{{"type":"{name}","value":"v"}}}}"#);
        let request = parse_resolve_request(text.as_bytes()).unwrap();
        let found = (request.environment, request.kind, &*request.value);
        assert_eq!(found, (Environment::Development, kind, "v"), "{name}");
    }
    let number = br#"{"environment_type":"production","identity":{"type":"other","encoding":"none","value":7}}"#;
    assert_eq!(&*parse_resolve_request(number).unwrap().value, "7");
}

#[test]
fn every_fault_of_a_question_is_told_with_its_path() {
    let table = [
        ("", "not JSON: EOF while parsing a value at column 0"),
        ("[]", "an array where an object belongs"),
        ("{}", "environment_type: required, missing or empty; identity: required, missing or empty"),
        (
            r#"{"environment_type":"staging","identity":"c"}"#,
            "environment_type: \"staging\" is neither production nor development; identity: a text where an object belongs",
        ),
        (
            r#"{"environment_type":"production","identity":{}}"#,
            "identity.type: required, missing or empty; identity.value: required, missing or empty",
        ),
        (
            r#"{"environment_type":"production","identity":{"type":"unknown","encoding":"lower_md5","value":[]}}"#,
            "identity.type: \"unknown\" is not a type of identity; identity.encoding: \"lower_md5\" is not \"none\"; identity.value: an array where a text belongs",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(said(&parse_resolve_request(text.as_bytes()).unwrap_err()), expected, "{text}");
    }
}

#[test]
fn a_search_needs_no_environment() {
    let text = br#"{"identity":{"type":"email","encoding":"none","value":"a@x"}}"#;
    let search = parse_consumer_search(text).unwrap();
    assert_eq!((search.kind, &*search.value), (IdentityType::Email, "a@x"));
    assert_eq!(said(&parse_consumer_search(b"{}").unwrap_err()), "identity: required, missing or empty");
    let hashed = br#"{"identity":{"type":"android_id","encoding":"upper_sha1","value":"x"}}"#;
    assert_eq!(said(&parse_consumer_search(hashed).unwrap_err()), "identity.encoding: \"upper_sha1\" is not \"none\"");
}

#[test]
fn dates_come_in_both_documented_forms() {
    let noon_ms = 1_717_243_200_000;
    for (date, expected) in [
        ("2024-06-01 12:00:00", noon_ms),
        (" 2024-06-01 12:00:00 ", noon_ms),
        ("2024-06-01 12:00:00.250", noon_ms + 250),
        ("2024-06-01T12:00:00Z", noon_ms),
        ("2024-06-01T12:00:00.5Z", noon_ms + 500),
        ("2024-06-01T14:00:00+02:00", noon_ms),
        ("2024-06-01T14:00:00+0200", noon_ms),
        ("2024-06-01 07:00:00-05:00", noon_ms),
        ("2024-06-01T12:00:00", noon_ms),
        ("2024-06-01", noon_ms - 12 * 3_600_000),
    ] {
        let text = format!(r#"{{"user_id":-7,"from":"{date}","to":"{date}"}}"#);
        let search = parse_events_search(text.as_bytes()).map_err(|faults| said(&faults));
        let mpid = Mpid::new(-7).unwrap();
        assert_eq!(search, Ok(EventsSearch { mpid, from_ms: expected, to_ms: expected, max: 50 }), "{date}");
    }
}

#[test]
fn a_history_is_of_somebody_and_has_an_end() {
    let search =
        parse_events_search(br#"{"user_id":"9080350317581165001","max_record_count":"7","from":null}"#).unwrap();
    assert_eq!((search.mpid.to_string().as_str(), search.max, search.from_ms), ("9080350317581165001", 7, 0));
    assert!(search.to_ms > 4_000_000_000_000);
    let table = [
        ("{}", "user_id: required, missing or empty"),
        (r#"{"user_id":0}"#, "user_id: 0 is no MPID"),
        (r#"{"user_id":"x"}"#, "user_id: \"x\" is not a number"),
        (r#"{"user_id":1,"from":"yesterday"}"#, "from: \"yesterday\" is neither YYYY-MM-DD HH:MM:SS nor ISO 8601"),
        (r#"{"user_id":1,"to":"2024-13-01"}"#, "to: \"2024-13-01\" is neither YYYY-MM-DD HH:MM:SS nor ISO 8601"),
        (r#"{"user_id":1,"to":[]}"#, "to: an array where a text belongs"),
        (r#"{"user_id":1,"from":"2024-06-02","to":"2024-06-01"}"#, "to: before from"),
        (r#"{"user_id":1,"max_record_count":0}"#, "max_record_count: from 1 to 1000"),
        (r#"{"user_id":1,"max_record_count":-1}"#, "max_record_count: from 1 to 1000"),
        (r#"{"user_id":1,"max_record_count":1001}"#, "max_record_count: from 1 to 1000"),
        (r#"{"user_id":1,"max_record_count":99999999999}"#, "max_record_count: from 1 to 1000"),
    ];
    for (text, expected) in table {
        assert_eq!(said(&parse_events_search(text.as_bytes()).unwrap_err()), expected, "{text}");
    }
}
