//! What costs an event, what costs the whole batch, and how each is named (events.md RD-5, WH-4, 3.2, 3.5).

use uav_core::Reason;
use uav_core::batch::Door;
use uav_wire::{Limits, event_texts, parse_file_batch, parse_logged};

use super::through;

/// Faulty events, with the fault and its path within the event.
const FAULTY: &[(&str, Reason, &str)] = &[
    ("7", Reason::WrongType, ": a number where an event belongs"),
    ("null", Reason::WrongType, ": null where an event belongs"),
    (r#"{"data":{}}"#, Reason::Missing, ".event_type: required, missing or empty"),
    (r#"{"event_type":"","data":{}}"#, Reason::Missing, ".event_type: required, missing or empty"),
    (r#"{"event_type":"dance","data":{}}"#, Reason::UnknownWord, ".event_type: \"dance\" is not a type of event"),
    (r#"{"event_type":"session_start"}"#, Reason::Missing, ".data: required, missing or empty"),
    (r#"{"event_type":"session_start","data":null}"#, Reason::Missing, ".data: required, missing or empty"),
    (r#"{"event_type":"session_start","data":[]}"#, Reason::WrongType, ".data: an array where an object belongs"),
    (r#"{"event_type":"custom_event","data":{}}"#, Reason::Missing, ".data.event_name: required, missing or empty"),
    (
        r#"{"event_type":"custom_event","data":{"event_name":""}}"#,
        Reason::Missing,
        ".data.event_name: required, missing or empty",
    ),
    (
        r#"{"event_type":"user_attribute_change","data":{"new":1}}"#,
        Reason::Missing,
        ".data.user_attribute_name: required, missing or empty",
    ),
    (
        r#"{"event_type":"application_state_transition","data":{}}"#,
        Reason::Missing,
        ".data.application_transition_type: required, missing or empty",
    ),
    (
        r#"{"event_type":"application_state_transition","data":{"application_transition_type":"nap"}}"#,
        Reason::UnknownWord,
        ".data.application_transition_type: \"nap\" is not a transition",
    ),
];

fn among_good_ones(faulty: &str) -> String {
    let good = r#"{"event_type":"session_start","data":{}}"#;
    format!(r#"{{"mpid":1,"events":[{good},{good},{good},{faulty},{good}]}}"#)
}

#[test]
fn a_faulty_event_costs_a_server_the_batch() {
    for (faulty, reason, said) in FAULTY {
        for door in [Door::Server, Door::Partner] {
            let fault = through(door, &among_good_ones(faulty)).unwrap_err();
            assert_eq!(fault.refusals().len(), 1);
            assert_eq!((fault.refusals()[0].reason, fault.to_string()), (*reason, format!("events[3]{said}")));
        }
    }
}

#[test]
fn a_faulty_event_costs_everybody_else_the_event() {
    for (faulty, reason, said) in FAULTY {
        let json = among_good_ones(faulty);
        let file = parse_file_batch(json.as_bytes(), &Limits::default()).unwrap();
        assert_eq!((file.batch.events.len(), file.refusals.len()), (4, 1), "{faulty}");
        for door in [Door::Browser, Door::Native] {
            let parsed = through(door, &json).unwrap();
            assert_eq!(parsed.batch.events.len(), 4, "{faulty}");
            let refusal = &parsed.refusals[0];
            assert_eq!((refusal.reason, refusal.to_string()), (*reason, format!("events[3]{said}")));
        }
    }
}

#[test]
fn every_fault_of_a_batch_is_told_at_once() {
    let json = r#"{"mpid":1,"events":[{"data":{}},{"event_type":"first_run","data":{}},{"event_type":"custom_event","data":{}}]}"#;
    let fault = through(Door::Server, json).unwrap_err();
    let expected =
        "events[0].event_type: required, missing or empty; events[2].data.event_name: required, missing or empty";
    assert_eq!(fault.to_string(), expected);
}

#[test]
fn a_batch_of_nobody_is_refused_where_somebody_can_be_told() {
    for json in [
        "{}",
        r#"{"environment":"development"}"#,
        r#"{"mpid":0,"user_identities":{"email":" "}}"#,
        r#"{"device_info":{"ios_advertising_id":"00000000-0000-0000-0000-000000000000","android_uuid":"9774d56d682e549c"}}"#,
        r#"{"user_identities":{"email":"00000000-0000-0000-0000-000000000000 "},"user_identities":null}"#,
    ] {
        let fault = through(Door::Server, json).unwrap_err();
        assert_eq!(fault.refusals()[0].reason, Reason::NoIdentity, "{json}");
        assert!(through(Door::Browser, json).is_ok(), "{json}");
    }
    assert!(through(Door::Server, r#"{"user_identities":{"email":"00000000-0000-0000-0000-000000000000"}}"#).is_ok());
}

#[test]
fn what_is_no_batch_at_all_is_named() {
    let table: &[(&[u8], Reason, &str)] = &[
        (b"", Reason::NotJson, "not JSON: EOF while parsing a value at column 0"),
        (b"{\"mpid\":1", Reason::NotJson, "not JSON: EOF while parsing an object at column 9"),
        (b"{\n\"mpid\":1,\nnope}", Reason::NotJson, "not JSON: key must be a string at line 3, column 1"),
        (b"{\"mpid\":1} {}", Reason::NotJson, "not JSON: trailing characters at column 12"),
        (b"[{\"mpid\":1}]", Reason::WrongType, "an array where a batch belongs"),
        (b"\"text\"", Reason::WrongType, "a text where a batch belongs"),
        (b"{\"mpid\":1,\"x\":\"\xff\"}", Reason::NotUtf8, "not UTF-8 at byte 16"),
        (br#"{"mpid":1,"events":{}}"#, Reason::WrongType, "events: an object where an array belongs"),
    ];
    for (text, reason, said) in table {
        let fault = uav_wire::parse_batch(text, uav_wire::Policy::of(Door::Server, &Limits::default())).unwrap_err();
        assert_eq!((fault.refusals()[0].reason, fault.to_string().as_str()), (*reason, *said));
    }
}

#[test]
fn deep_texts_do_not_break_anything() {
    let deep = format!(r#"{{"mpid":1,"x":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    // Whether it is taken or refused, it must be an answer.
    let _answer = through(Door::Server, &deep);
}

#[test]
fn a_partner_must_not_change_consent() {
    let json = r#"{"mpid":1,"consent_state":{"gdpr":{"marketing":{"consented":true}}},"user_attributes":{"a":1}}"#;
    let parsed = through(Door::Partner, json).unwrap();
    assert!(parsed.batch.consent.is_empty() && parsed.batch.user_attributes.len() == 1);
    let refusal = &parsed.refusals[0];
    assert_eq!((refusal.path.as_str(), refusal.reason), ("consent_state", Reason::NotAllowed));
    assert!(through(Door::Partner, r#"{"mpid":1,"consent_state":null}"#).unwrap().refusals.is_empty());
}

#[test]
fn the_log_reads_back_what_was_taken() {
    let json = among_good_ones(r#"{"event_type":"dance","data":{}}"#);
    let parsed = through(Door::Browser, &json).unwrap();
    assert_eq!(parse_logged(json.as_bytes(), Door::Browser).unwrap().batch, parsed.batch);
    assert_eq!(parse_logged(b"{}", Door::Browser).unwrap().batch, uav_core::Batch::default());
    let texts = event_texts(json.as_bytes(), Door::Browser);
    assert_eq!(texts, vec![r#"{"event_type":"session_start","data":{}}"#; 4], "of the events that were taken");
    let pasted = br#"{"mpid":1,"events":[],}"#;
    let file = parse_file_batch(pasted, &Limits::default()).unwrap();
    assert_eq!(parse_logged(pasted, Door::Server).unwrap().batch, file.batch);
}
