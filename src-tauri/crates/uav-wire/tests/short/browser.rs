//! One event of the old browser library (real-clients.md 3).

use std::fs;
use std::path::Path;

use serde_json::{Map, Value as Json, json};
use uav_core::batch::{Door, EventKind};

use super::taken;

/// The identity types by their numbers, as a batch spells them.
const IDENTITIES: &[&str] = &[
    "other",
    "customer_id",
    "facebook",
    "twitter",
    "google",
    "microsoft",
    "yahoo",
    "email",
    "alias",
    "facebook_custom_audience_id",
    "other_id_2",
    "other_id_3",
    "other_id_4",
    "other_id_5",
    "other_id_6",
    "other_id_7",
    "other_id_8",
    "other_id_9",
    "other_id_10",
    "mobile_number",
    "phone_number_2",
    "phone_number_3",
];
const CUSTOM_TYPES: &[&str] = &[
    "unknown",
    "navigation",
    "location",
    "search",
    "transaction",
    "user_content",
    "user_preference",
    "social",
    "other",
    "media",
];
const ACTIONS: &[&str] = &[
    "",
    "add_to_cart",
    "remove_from_cart",
    "checkout",
    "checkout_option",
    "click",
    "view_detail",
    "purchase",
    "refund",
    "add_to_wishlist",
    "remove_from_wish_list",
];

/// The word of a number.
fn word(words: &[&'static str], number: &Json) -> &'static str {
    words[usize::try_from(number.as_u64().unwrap()).unwrap()]
}

/// An object with these members under their long names; `null` and what a number does not know left out.
fn renamed(object: &Json, names: &[(&str, &str)], unknown_is_zero: &[&str]) -> Map<String, Json> {
    let members = names.iter().map(|(short, long)| ((*long).to_owned(), object[*short].clone(), *short));
    let known = members.filter(|(_, value, short)| {
        let is_unknown = unknown_is_zero.contains(short) && value.as_f64() == Some(0.0);
        !value.is_null() && !is_unknown
    });
    known.map(|(long, value, _)| (long, value)).collect()
}

fn product(short: &Json) -> Json {
    let names = [
        ("id", "id"),
        ("nm", "name"),
        ("br", "brand"),
        ("ca", "category"),
        ("va", "variant"),
        ("ps", "position"),
        ("pr", "price"),
        ("qt", "quantity"),
        ("tpa", "total_product_amount"),
        ("cc", "coupon_code"),
        ("attrs", "custom_attributes"),
    ];
    renamed(short, &names, &["ps"]).into()
}

fn products(short: &Json) -> Json {
    short.as_array().into_iter().flatten().map(product).collect()
}

/// What the newer library would have sent, written from the two descriptions of the forms.
fn long_form(short: &Json) -> Json {
    let (kind, mut own) = match short["dt"].as_u64().unwrap() {
        1 => ("session_start", Map::new()),
        2 => ("session_end", renamed(short, &[("sl", "session_duration_ms")], &[])),
        3 => ("screen_view", renamed(short, &[("n", "screen_name")], &[])),
        4 => ("custom_event", renamed(short, &[("n", "event_name")], &[])),
        5 => ("crash_report", renamed(short, &[("n", "message")], &[])),
        6 => ("opt_out", renamed(short, &[("o", "is_opted_out")], &[])),
        10 => ("application_state_transition", renamed(short, &[("fr", "is_first_run"), ("iu", "is_upgrade")], &[])),
        16 => ("commerce_event", renamed(short, &[("cu", "currency_code")], &[])),
        other => panic!("{other}"),
    };
    match kind {
        "custom_event" => drop(own.insert("custom_event_type".into(), word(CUSTOM_TYPES, &short["et"]).into())),
        "application_state_transition" => {
            assert_eq!(short["at"], 1);
            own.insert("application_transition_type".into(), "application_initialized".into());
        }
        _ => {}
    }
    if short["pd"].is_object() {
        let names = [
            ("ti", "transaction_id"),
            ("ta", "affiliation"),
            ("tr", "total_amount"),
            ("tt", "tax_amount"),
            ("ts", "shipping_amount"),
            ("tcc", "coupon_code"),
            ("cs", "checkout_step"),
            ("co", "checkout_options"),
        ];
        let mut action = renamed(&short["pd"], &names, &["tr", "tt", "ts", "cs"]);
        action.insert("action".into(), word(ACTIONS, &short["pd"]["an"]).into());
        action.insert("products".into(), products(&short["pd"]["pl"]));
        own.insert("product_action".into(), action.into());
    }
    if short["pm"].is_object() {
        let names = [("id", "id"), ("nm", "name"), ("cr", "creative"), ("ps", "position")];
        let list = short["pm"]["pl"].as_array().unwrap().iter().map(|promotion| renamed(promotion, &names, &[]).into());
        let action = json!({"action": short["pm"]["an"], "promotions": list.collect::<Vec<Json>>()});
        own.insert("promotion_action".into(), action);
    }
    if short["pi"].is_array() {
        let impression =
            |shown: &Json| json!({"product_impression_list": shown["pil"], "products": products(&shown["pl"])});
        let list: Json = short["pi"].as_array().unwrap().iter().map(impression).collect();
        own.insert("product_impressions".into(), list);
    }
    let common = [
        ("ct", "timestamp_unixtime_ms"),
        ("sid", "session_uuid"),
        ("ssd", "session_start_unixtime_ms"),
        ("attrs", "custom_attributes"),
    ];
    own.extend(renamed(short, &common, &[]));
    own.insert("location".into(), renamed(&short["lc"], &[("lat", "latitude"), ("lng", "longitude")], &[]).into());
    let identities = short["ui"].as_array().unwrap().iter();
    let consent = |law: &str| -> Json {
        let names = [
            ("c", "consented"),
            ("ts", "timestamp_unixtime_ms"),
            ("d", "document"),
            ("l", "location"),
            ("h", "hardware_id"),
        ];
        let purposes = short["con"][law].as_object().into_iter().flatten();
        purposes.map(|(purpose, record)| (purpose.clone(), Json::Object(renamed(record, &names, &[])))).collect()
    };
    json!({
        "environment": if short["dbg"] == true { "development" } else { "production" },
        "mpid": short["mpid"],
        "mp_deviceid": short["das"],
        "timestamp_unixtime_ms": short["ct"],
        "user_attributes": short["ua"],
        "user_identities": identities
            .map(|held| json!({"identity_type": word(IDENTITIES, &held["Type"]), "identity": held["Identity"]}))
            .collect::<Json>(),
        "integration_attributes": short["ia"],
        "consent_state": {"gdpr": consent("gdpr"), "ccpa": consent("ccpa")},
        "context": {"data_plan": {"plan_id": short["dp_id"], "plan_version": short["dp_v"]}},
        "application_info": {"application_version": short["av"]},
        "device_info": {"platform": "web"},
        "events": [{"event_type": kind, "data": own}],
    })
}

#[test]
fn every_recorded_event_reads_as_its_long_twin() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recordings/web-sdk-2.12.8-v2-events");
    let mut events = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let exchange: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let body = &exchange["request"]["body"];
        if !exchange["request"]["path"].as_str().unwrap().ends_with("/Events") || body.is_null() {
            continue;
        }
        let (short, said) = taken(Door::Browser, &body.to_string());
        let (long, _) = taken(Door::Browser, &long_form(body).to_string());
        assert_eq!((short, said.as_str()), (long, ""), "{path:?}");
        events += 1;
    }
    assert_eq!(events, 29, "as many as were recorded");
}

#[test]
fn numbers_in_quotes_read_and_zero_is_unknown() {
    let json = r#"{"dt":"16","n":"x","ct":"5","mpid":"-7","das":"D","dp_id":"p","dp_v":"2","dbg":"false","ssd":"4","sid":"S",
        "pd":{"an":"7","cs":"0","tr":"19.90","tt":0,"pl":[{"id":1,"pr":"9.95","qt":"2","ps":"0","tpa":"19.90"}]}}"#;
    let (batch, said) = taken(Door::Browser, json);
    let long = r#"{"environment":"production","timestamp_unixtime_ms":5,"mpid":-7,"mp_deviceid":"D","device_info":{"platform":"web"},
        "context":{"data_plan":{"plan_id":"p","plan_version":2}},"events":[{"event_type":"commerce_event","data":{
        "timestamp_unixtime_ms":5,"session_uuid":"S","session_start_unixtime_ms":4,"product_action":{"action":"purchase",
        "total_amount":19.90,"products":[{"id":"1","price":9.95,"quantity":2,"total_product_amount":19.90}]}}}]}"#;
    assert_eq!((batch, said.as_str()), (taken(Door::Browser, long).0, ""));
}

#[test]
fn what_cannot_be_read_is_named_by_its_short_path() {
    let table = [
        (r#"{"dt":17,"n":"x"}"#, 0, "dt: \"17\" is not a type of message"),
        (r#"{"dt":null,"n":"x","mpid":"1"}"#, 0, "dt: required, missing or empty"),
        (r#"{"dt":{},"n":"x"}"#, 0, "dt: an object where a text belongs; dt: required, missing or empty"),
        (r#"{"dt":4,"et":1}"#, 0, "n: required, missing or empty"),
        (r#"{"dt":10,"at":9}"#, 0, "at: \"9\" is not a transition"),
        (r#"{"dt":3,"n":"Home","ui":[{"Identity":"a","Type":99}]}"#, 1, "ui[0]: not a type of user identity"),
        (r#"{"dt":3,"ui":{"Identity":"a"}}"#, 1, "ui.Identity: not a type of user identity"),
        (r#"{"dt":3,"ua":[],"ct":"soon"}"#, 1, "ua: an array where an object belongs; ct: \"soon\" is not a number"),
        (r#"{"dt":16,"pd":{"an":0}}"#, 1, "pd.an: \"0\" is not a product action"),
        (r#"{"dt":16,"pd":{"pl":[]}}"#, 1, "pd.an: required, missing or empty"),
        (r#"{"dt":3,"con":{"gdpr":{"a":{"ts":5}}}}"#, 1, "con.gdpr.a.c: required, missing or empty"),
        (r#"{"dt":3,"unheard":{"of":[1]}}"#, 1, ""),
    ];
    for (json, events, expected) in table {
        let (batch, said) = taken(Door::Browser, json);
        assert_eq!((batch.events.len(), said.as_str()), (events, expected), "{json}");
    }
}

#[test]
fn only_doors_with_snapshots_know_the_short_form() {
    let json = r#"{"dt":4,"n":"x","mpid":"1","et":1}"#;
    let (batch, _) = taken(Door::Server, json);
    assert!(batch.events.is_empty());
    let (batch, _) = taken(Door::Browser, r#"{"dt":4,"n":"x","events":[{"event_type":"first_run","data":{}}]}"#);
    assert_eq!(batch.events[0].kind, EventKind::FirstRun, "a batch with events is in the long form");
}
