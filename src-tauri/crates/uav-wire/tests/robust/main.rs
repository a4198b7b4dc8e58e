//! Whatever bytes come in, there is an answer, and never a panic; and what must survive a reading does.

mod round_trips;

use proptest::prelude::*;
use serde_json::{Map, Value as Json};
use uav_core::batch::Door;
use uav_wire::{
    Fields, Limits, Policy, batches_in, event_texts, historical_fault, parse_alias_request, parse_batch,
    parse_consumer_search, parse_events_search, parse_file_batch, parse_identity_request, parse_logged,
    parse_modify_request, parse_resolve_request, parse_token_request, request_id_of, split_bulk,
};

/// One valid request for each reader: what is cut and twisted.
const SEEDS: &[&str] = &[
    r#"{"environment":"production","request_id":"R","request_timestamp_ms":5,"previous_mpid":"-7","known_identities":{"customerid":"c","email":7}}"#,
    r#"{"environment":"development","identity_changes":[{"identity_type":"email","old_value":null,"new_value":"a"}]}"#,
    r#"{"request_type":"alias","environment":"production","data":{"source_mpid":1,"destination_mpid":"2","start_unixtime_ms":1,"scope":"device","device_application_stamp":"D"}}"#,
    r#"{"environment_type":"production","identity":{"type":"customer_id","encoding":"none","value":"c"}}"#,
    r#"{"user_id":1,"from":"2024-06-01 12:00:00","to":"2024-06-01T12:00:00.5-02:00","max_record_count":7}"#,
    r#"{"client_id":"a","client_secret":"s","grant_type":"client_credentials"}"#,
    "client_id=a&client_secret=%2Bs&grant_type=client_credentials",
    r#"[{"mpid":1,"events":[{"event_type":"custom_event","data":{"event_name":"a","timestamp_unixtime_ms":"5"}}]}]"#,
    r#"{"dt":"h","id":"B","ct":5,"mpid":1,"ui":[{"n":1,"i":"c"}],"ai":{"env":1},"di":{"dsh":"1"},"msgs":[{"dt":"cm","pd":{"an":"purchase","tr":"1.5","pl":[{"id":"p"}]}},{"dt":"uac","n":"a","nv":null}]}"#,
    r#"{"dt":16,"n":"x","ct":5,"mpid":"-7","ui":[{"Identity":"c","Type":1}],"pd":{"an":7,"tr":0},"con":{"gdpr":{"a":{"c":true}}},"lc":{"lat":1,"lng":2}}"#,
];

/// Names and words that mean something somewhere.
const WORDS: &[&str] = &[
    "environment",
    "production",
    "development",
    "known_identities",
    "customerid",
    "customer_id",
    "email",
    "request_id",
    "previous_mpid",
    "identity_changes",
    "identity_type",
    "old_value",
    "new_value",
    "data",
    "source_mpid",
    "destination_mpid",
    "scope",
    "device",
    "identity",
    "type",
    "value",
    "encoding",
    "none",
    "user_id",
    "from",
    "to",
    "max_record_count",
    "client_id",
    "client_secret",
    "grant_type",
    "environment_type",
    "events",
    "event_type",
    "mpid",
    "custom_event",
    "commerce_event",
    "event_name",
    "user_attributes",
    "device_info",
    "consent_state",
    "gdpr",
    "ccpa",
    "dt",
    "h",
    "msgs",
    "ui",
    "n",
    "i",
    "Type",
    "Identity",
    "ua",
    "con",
    "di",
    "ai",
    "ctx",
    "dpln",
    "env",
    "pd",
    "pm",
    "pi",
    "pl",
    "an",
    "e",
    "cm",
    "uac",
    "uic",
    "ss",
    "ast",
    "t",
    "ct",
    "id",
    "sid",
    "lc",
    "4",
    "16",
    "",
];

/// Every reader, on the same text.
fn read_all(text: &[u8]) {
    let limits = Limits::default();
    for door in [Door::Server, Door::Partner, Door::Browser, Door::Native] {
        if let Ok(parsed) = parse_batch(text, Policy::of(door, &limits)) {
            let _fault = historical_fault(&parsed.batch, i64::MIN);
            // What was taken reads again.
            assert_eq!(event_texts(text, door).len(), parsed.batch.events.len());
            assert_eq!(parse_logged(text, door).map(|logged| logged.batch), Ok(parsed.batch));
        }
    }
    let _answers = (parse_file_batch(text, &limits).is_ok(), batches_in(text).is_ok(), split_bulk(text).is_ok());
    let _answers = (parse_identity_request(text).is_ok(), parse_modify_request(text).is_ok(), request_id_of(text));
    let _answers = (parse_alias_request(text).is_ok(), parse_resolve_request(text).is_ok());
    let _answers = (parse_consumer_search(text).is_ok(), parse_events_search(text).is_ok());
    for kind in ["application/json", "application/x-www-form-urlencoded"] {
        let _answer = parse_token_request(text, kind);
    }
    let _answer = Fields::parse(&String::from_utf8_lossy(text));
}

fn any_json() -> impl Strategy<Value = Json> {
    let word = || prop::sample::select(WORDS).prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        word().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        let members = prop::collection::vec((word(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Json::from),
            members.prop_map(|members| Json::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_have_an_answer(text in prop::collection::vec(any::<u8>(), 0..200)) {
        read_all(&text);
    }

    #[test]
    fn any_json_has_an_answer(value in any_json()) {
        read_all(value.to_string().as_bytes());
    }

    #[test]
    fn any_twisted_request_has_an_answer(
        seed in prop::sample::select(SEEDS),
        at in any::<prop::sample::Index>(),
        until in any::<prop::sample::Index>(),
        by in prop::collection::vec(prop::sample::select(b"{}[]\",:\\-.0129etn \xff\xc3".as_slice()), 0..4),
    ) {
        let (one, other) = (at.index(seed.len() + 1), until.index(seed.len() + 1));
        let mut text = seed.as_bytes().to_vec();
        text.splice(one.min(other)..one.max(other), by);
        read_all(&text);
    }
}

#[test]
fn the_seeds_are_valid_each_for_somebody() {
    for seed in SEEDS {
        let text = seed.as_bytes();
        let native = parse_batch(text, Policy::of(Door::Native, &Limits::default()));
        let takers = [
            parse_identity_request(text).is_ok(),
            parse_modify_request(text).is_ok(),
            parse_alias_request(text).is_ok(),
            parse_resolve_request(text).is_ok(),
            parse_events_search(text).is_ok(),
            parse_token_request(text, "application/x-www-form-urlencoded").is_ok(),
            parse_token_request(text, "").is_ok(),
            split_bulk(text).is_ok(),
            native.is_ok_and(|parsed| !parsed.batch.events.is_empty() && parsed.refusals.is_empty()),
        ];
        assert!(takers.contains(&true), "{seed}");
    }
}

#[test]
fn deep_texts_have_an_answer_wherever_they_stand() {
    let (open, close) = ("[".repeat(30_000), "]".repeat(30_000));
    let deep = format!("{open}{close}");
    let objects = format!("{}1{}", r#"{"a":"#.repeat(30_000), "}".repeat(30_000));
    for deep in [&deep, &objects, &open, &close] {
        read_all(deep.as_bytes());
        for place in
            SEEDS.iter().flat_map(|seed| seed.match_indices(':').map(move |(place, _)| seed.split_at(place + 1)))
        {
            let text = format!("{}{deep},\"x\":{}", place.0, place.1);
            read_all(text.as_bytes());
        }
    }
}
