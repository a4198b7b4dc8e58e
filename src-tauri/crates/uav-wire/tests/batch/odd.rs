//! Odd values that real clients send (events.md 6.2, 6.3): understood, or left out and named; never the end of a batch.

use uav_core::batch::{Batch, Door, Environment};
use uav_core::{IdentityType, Mpid, Number, Reason};
use uav_wire::{Limits, parse_file_batch};

use super::{event, taken, through};

/// A batch with these members beside somebody's e-mail.
fn with(members: &str) -> (Batch, Vec<String>) {
    taken(&format!(r#"{{"mp_deviceid":"D",{members}}}"#))
}

#[test]
fn mpids_come_as_numbers_and_texts() {
    let table = [
        ("6490370220000000001", Mpid::new(6_490_370_220_000_000_001), ""),
        (r#""-6490370220000000001""#, Mpid::new(-6_490_370_220_000_000_001), ""),
        ("0", None, ""),
        (r#""0""#, None, ""),
        ("null", None, ""),
        (r#""""#, None, ""),
        ("9223372036854775808", None, "mpid: 9223372036854775808 is not a whole 64-bit number"),
        ("1.5", None, "mpid: 1.5 is not a whole 64-bit number"),
        (r#""abc""#, None, "mpid: \"abc\" is not a number"),
        ("[1]", None, "mpid: an array where a number belongs"),
        ("true", None, "mpid: a boolean where a number belongs"),
    ];
    for (value, mpid, expected) in table {
        let (batch, said) = with(&format!(r#""mpid":{value}"#));
        assert_eq!((batch.mpid, said.join("; ").as_str()), (mpid, expected), "{value}");
    }
}

#[test]
fn times_come_as_numbers_and_texts() {
    for (value, expected) in [
        ("1599790566900", Some(1_599_790_566_900)),
        (r#""1599790566900""#, Some(1_599_790_566_900)),
        ("1599790566900.0", Some(1_599_790_566_900)),
        (r#"" 5 ""#, Some(5)),
        ("null", None),
        (r#""""#, None),
        (r#""2024-05-06T07:08:09Z""#, None),
        (r#""0x1f""#, None),
        (r#""NaN""#, None),
    ] {
        assert_eq!(with(&format!(r#""timestamp_unixtime_ms":{value}"#)).0.timestamp_ms, expected, "{value}");
    }
}

#[test]
fn environments_are_two() {
    let table = [
        (r#""production""#, Environment::Production, 0),
        (r#""development""#, Environment::Development, 0),
        ("null", Environment::Production, 0),
        (r#""unknown""#, Environment::Production, 1),
        ("7", Environment::Production, 1),
    ];
    for (word, environment, said) in table {
        let (batch, found) = with(&format!(r#""environment":{word}"#));
        assert_eq!((batch.environment, found.len()), (environment, said), "{word}");
    }
}

#[test]
fn identities_come_in_every_spelling() {
    for kind in IdentityType::ALL.iter().filter(|kind| !kind.is_device()) {
        for name in [kind.name(), kind.idsync_name()] {
            let (batch, said) = with(&format!(r#""user_identities":{{"{name}":"v"}}"#));
            let found: Vec<_> = batch.user_identities.iter().map(|held| (held.kind, &*held.value)).collect();
            assert_eq!((found, said.len()), (vec![(*kind, "v")], 0), "{name}");
        }
    }
    let table: [(&str, &[&str], &str); 8] = [
        (
            r#"{"customer_id":"z","customerid":5}"#,
            &["z"],
            "user_identities.customerid: two spellings of customer_id differ: \"z\" counts",
        ),
        (
            r#"{"customerid":5,"customer_id":"z"}"#,
            &["z"],
            "user_identities.customer_id: two spellings of customer_id differ: \"z\" counts",
        ),
        (r#"{"customerid":"z","customer_id":"z"}"#, &["z"], ""),
        (r#"{"email":null,"other":"  ","google":""}"#, &[], ""),
        (
            r#"{"password":"x","amp_id":"y"}"#,
            &[],
            "user_identities.password: not a type of user identity; user_identities.amp_id: not a type of user identity",
        ),
        (r#"{"email":["a"]}"#, &[], "user_identities.email: an array where a text belongs"),
        (
            r#"[{"identity_type":"email","identity":"a","timestamp_unixtime_ms":5},{"identity_type":"customerid","identity":7}]"#,
            &["a", "7"],
            "",
        ),
        (r#""email""#, &[], "user_identities: a text where an object belongs"),
    ];
    for (value, expected, expected_said) in table {
        let (batch, said) = with(&format!(r#""user_identities":{value}"#));
        let values: Vec<&str> = batch.user_identities.iter().map(|held| &*held.value).collect();
        assert_eq!((values, said.join("; ").as_str()), (expected.to_vec(), expected_said), "{value}");
    }
}

#[test]
fn faulty_parts_cost_themselves_alone() {
    let table = [
        (
            r#""user_attributes":{"m":{"x":1},"n":"ok","l":[[1]]}"#,
            "user_attributes.m: an object where a scalar or a list belongs; user_attributes.l[0]: an array where a scalar belongs",
        ),
        (r#""user_attributes":[1]"#, "user_attributes: an array where an object belongs"),
        (r#""deleted_user_attributes":["a",{},null]"#, "deleted_user_attributes[1]: an object where a text belongs"),
        (r#""device_info":7"#, "device_info: a number where an object belongs"),
        (
            r#""device_info":{"platform":{"x":1},"limit_ad_tracking":"maybe","att_authorization_status":"perhaps"}"#,
            "device_info.platform: an object where a scalar belongs; device_info.limit_ad_tracking: a text where true or false belongs; device_info.att_authorization_status: \"perhaps\" is not an authorization status",
        ),
        (
            r#""consent_state":{"gdpr":{"a":{"timestamp_unixtime_ms":5},"b":true,"":{"consented":true}},"lgpd":{}}"#,
            "consent_state.gdpr.a.consented: required, missing or empty; consent_state.gdpr.b: a boolean where an object belongs; consent_state.gdpr.: a purpose needs a name; consent_state.lgpd: neither gdpr nor ccpa",
        ),
        (r#""integration_attributes":{"83":"x"}"#, "integration_attributes.83: a text where an object belongs"),
        (r#""context":{"data_plan":"shop"}"#, "context.data_plan: a text where an object belongs"),
        (
            r#""consent_state":null,"device_info":null,"user_attributes":null,"user_identities":null,"context":null,"integration_attributes":null,"application_info":null,"deleted_user_attributes":null,"source_request_id":null"#,
            "",
        ),
        (r#""consent_state":{"gdpr":null,"ccpa":{}},"ip":"","context":{"data_plan":null}"#, ""),
    ];
    for (members, expected) in table {
        assert_eq!(with(members).1.join("; "), expected, "{members}");
    }
}

#[test]
fn faulty_members_of_an_event_are_absent_and_named() {
    let table = [
        (
            "session_start",
            r#"{"timestamp_unixtime_ms":"soon"}"#,
            "events[0].data.timestamp_unixtime_ms: \"soon\" is not a number",
        ),
        (
            "session_start",
            r#"{"location":{"latitude":"north","longitude":1e999}}"#,
            "events[0].data.location.latitude: \"north\" is not a number; events[0].data.location.longitude: 1e999 is too large",
        ),
        (
            "session_start",
            r#"{"custom_attributes":{"a":[1],"b":{}}}"#,
            "events[0].data.custom_attributes.a: an array where a scalar belongs; events[0].data.custom_attributes.b: an object where a scalar belongs",
        ),
        (
            "commerce_event",
            r#"{"product_action":{"products":[{"id":"a"}]}}"#,
            "events[0].data.product_action.action: required, missing or empty",
        ),
        (
            "commerce_event",
            r#"{"product_action":{"action":"steal"}}"#,
            "events[0].data.product_action.action: \"steal\" is not a product action",
        ),
        (
            "commerce_event",
            r#"{"product_action":{"action":"click","products":[7,{"price":"cheap"}]}}"#,
            "events[0].data.product_action.products[0]: a number where an object belongs; events[0].data.product_action.products[1].price: \"cheap\" is not a number",
        ),
        (
            "commerce_event",
            r#"{"promotion_action":{"action":3}}"#,
            "events[0].data.promotion_action.action: \"3\" is not a promotion action",
        ),
        (
            "commerce_event",
            r#"{"promotion_action":{}}"#,
            "events[0].data.promotion_action.action: required, missing or empty",
        ),
        ("opt_out", r#"{"is_opted_out":"yes"}"#, "events[0].data.is_opted_out: a text where true or false belongs"),
        ("opt_out", r#"{"is_opted_out":"True"}"#, ""),
    ];
    for (event_type, data, expected) in table {
        assert_eq!(event(event_type, data).1.join("; "), expected, "{data}");
    }
}

#[test]
fn numbers_keep_every_digit() {
    for text in
        ["9007199254740993", "12.50", "1e3", "-0", "18446744073709551616", "0.1000000000000000055511151231257827"]
    {
        let (batch, _) = with(&format!(r#""user_attributes":{{"n":{text}}}"#));
        let held = batch.user_attributes[0].1.clone();
        assert_eq!(held, uav_core::Value::One(uav_core::Scalar::Number(Number::from_json_text(text))));
    }
}

#[test]
fn a_member_given_twice_counts_as_given_last() {
    let (batch, said) = taken(r#"{"mpid":1,"mpid":2,"user_attributes":{"a":1,"b":2,"a":3}}"#);
    assert_eq!((batch.mpid, said.len()), (Mpid::new(2), 0));
    let names: Vec<&str> = batch.user_attributes.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["a", "b"]);
}

#[test]
fn a_pasted_sample_with_commas_too_many_is_taken_from_a_file_only() {
    let json = r#"{"user_identities":{"email":"a@x",},"events":[{"event_type":"first_run","data":{},},],}"#;
    let batch = parse_file_batch(json.as_bytes(), &Limits::default()).unwrap();
    assert_eq!((batch.batch.events.len(), batch.refusals.len()), (1, 1));
    assert_eq!(batch.refusals[0].detail, "a comma before a closing bracket was left out");
    assert_eq!(through(Door::Server, json).unwrap_err().refusals()[0].reason, Reason::NotJson);
}
