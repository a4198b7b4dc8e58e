//! Profiles as JSON, byte for byte (profiles.md 1.2, 1.4, 1.5, 2.4, 2.8).

use serde_json::{Value as Json, json};
use uav_core::batch::{Door, Receipt};
use uav_core::identity::{Absorbed, Resolution, Rule, Stamp, Target};
use uav_core::profile::Profile;
use uav_core::{Environment, Identity, IdentityType, InputId, Mpid, ScopeId, Seq, WorkspaceId};
use uav_wire::{Fields, Limits, Policy, consumer_profiles_json, parse_batch, profile_json};

const WORKSPACE: WorkspaceId = WorkspaceId(1);
const RECEIVED_MS: i64 = 1_700_000_000_000;

/// A user with a number that JavaScript would round, after these batches, each a second after the other.
fn profile(identities: &[(IdentityType, &str)], batches: &[&str]) -> Profile {
    let mut profile = Profile::new(Mpid::new(9_080_350_317_581_165_001).unwrap(), ScopeId(1), Environment::Production);
    let (input, seq) = (InputId(1), Seq(1));
    let absorbed =
        identities.iter().map(|(kind, value)| Absorbed { identity: Identity::new(*kind, value), replaces: false });
    let resolution = Resolution {
        target: Target::New,
        matched: vec![],
        held: vec![],
        absorbed: absorbed.collect(),
        refused: vec![],
        rule: Rule::NobodyFound,
    };
    let stamp = Stamp { received_ms: RECEIVED_MS, time_ms: RECEIVED_MS, input, seq };
    profile.record.absorb(&resolution, stamp);
    for (text, place) in batches.iter().zip(0u32..) {
        let parsed = parse_batch(text.as_bytes(), Policy::of(Door::Server, &Limits::default())).unwrap();
        assert_eq!(parsed.refusals, []);
        let received_ms = RECEIVED_MS + i64::from(place) * 1_000;
        let seq = Seq(u64::from(place) + 1);
        let receipt = Receipt { seq, received_ms, input, workspace: WORKSPACE, door: Door::Server };
        profile.fold(&parsed.batch, &receipt);
    }
    profile
}

fn fields(names: &str) -> Fields {
    Fields::parse(names).unwrap()
}

/// A section of the profile.
fn section(profile: &Profile, name: &str) -> Json {
    let text = profile_json(profile, WORKSPACE, fields(name));
    serde_json::from_str::<Json>(&text).unwrap()[name].clone()
}

#[test]
fn what_is_always_there_comes_first_and_the_mpid_is_a_number() {
    let profile = profile(&[], &[r#"{"mpid":1}"#, r#"{"mpid":1}"#]);
    let expected = r#"{"mpid":9080350317581165001,"created_timestamp_ms":1700000000000,"last_stored_timestamp_ms":1700000001000,"is_opted_out":false,"limit_ad_tracking":null,"user_identities":[],"account_userattributes":null}"#;
    assert_eq!(profile_json(&profile, WORKSPACE, fields("user_identities")), expected);
}

#[test]
fn flags_are_those_of_the_profile() {
    let batch = r#"{"mp_deviceid":"D","device_info":{"limit_ad_tracking":true},
        "events":[{"event_type":"opt_out","data":{"is_opted_out":true}}]}"#;
    let text = profile_json(&profile(&[], &[batch]), WORKSPACE, fields("attribution"));
    assert!(text.contains(r#""is_opted_out":true,"limit_ad_tracking":true,"#), "{text}");
}

#[test]
fn identities_have_the_names_of_this_surface() {
    let identities = [
        (IdentityType::CustomerId, "c-1"),
        (IdentityType::Facebook, "f"),
        (IdentityType::OtherId2, "o"),
        (IdentityType::MobileNumber, "+41"),
        (IdentityType::Email, "a@x"),
        (IdentityType::Email, "b@x"),
        (IdentityType::IosVendorId, "V"),
        (IdentityType::DeviceApplicationStamp, "D-old"),
    ];
    let batch = r#"{"mp_deviceid":"D","device_info":{"ios_idfv":"V","android_advertising_id":"G","push_token":"T",
        "ios_advertising_id":"00000000-0000-0000-0000-000000000000"}}"#;
    let profile = profile(&identities, &[batch]);
    let item = |kind: &str, value: &str| json!({"type": kind, "encoding": "none", "value": value});
    let expected = [
        item("customer_id", "c-1"),
        item("facebook_id", "f"),
        item("other_id_2", "o"),
        item("mobile_number", "+41"),
        item("email", "a@x"),
        item("email", "b@x"),
    ];
    assert_eq!(section(&profile, "user_identities"), Json::from(expected.to_vec()));
    let mut devices = section(&profile, "device_identities").as_array().unwrap().clone();
    let old = devices.pop();
    devices.sort_by_key(Json::to_string);
    let expected = [
        item("google_advertising_id", "G"),
        item("ios_vendor_id", "V"),
        item("push_notification_token", "T"),
        item("unknown", "D"),
    ];
    let mut expected = expected.to_vec();
    expected.sort_by_key(Json::to_string);
    assert_eq!(devices, expected, "each once, though the device and the record have it");
    assert_eq!(old, Some(item("unknown", "D-old")));
}

#[test]
fn attributes_are_texts_or_lists_of_texts() {
    let batch = r#"{"mpid":1,"user_attributes":{"$city":"Lyon","age":41,"big":9007199254740993,"ltv":99.50,"vip":true,
        "tag":null,"recs":["sku-1",2,false,null],"none":[]}}"#;
    let expected = r#""user_attributes":{"$city":"Lyon","age":"41","big":"9007199254740993","ltv":"99.50","none":[],"recs":["sku-1","2","false",null],"tag":null,"vip":"true"}"#;
    let text = profile_json(&profile(&[], &[batch]), WORKSPACE, fields("user_attributes"));
    assert!(text.ends_with(&format!("{expected}}}")), "{text}");
}

#[test]
fn attributes_are_those_of_the_workspace() {
    let profile = profile(&[], &[r#"{"mpid":1,"user_attributes":{"a":1},"mp_deviceid":"D"}"#]);
    let names = "user_attributes,device_identities,attribution,consent_state";
    let text = profile_json(&profile, WorkspaceId(2), fields(names));
    let json: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(json["user_attributes"], json!({}));
    assert_eq!((&json["device_identities"], &json["attribution"]), (&json!([]), &json!([])));
    assert_eq!(json["consent_state"], json!({}));
}

#[test]
fn the_install_that_counts_of_each_device() {
    let install = |device: &str, publisher: &str, time_ms: i64| {
        format!(
            r#"{{"mpid":1{device},"events":[{{"event_type":"custom_event","data":{{"event_name":"attribution","custom_event_type":"attribution","timestamp_unixtime_ms":{time_ms},"custom_attributes":{{"publisher":"{publisher}","campaign":"c"}}}}}}]}}"#
        )
    };
    let device = r#","mp_deviceid":"D""#;
    let batches = [install(device, "late", 300), install(device, "early", 200), install("", "nowhere", 100)];
    let profile = profile(&[], &batches.each_ref().map(String::as_str));
    let expected = json!([
        {"publisher": "nowhere", "campaign": "c", "timestamp_ms": 100},
        {"publisher": "early", "campaign": "c", "timestamp_ms": 200},
    ]);
    assert_eq!(section(&profile, "attribution"), expected);
}

#[test]
fn consent_has_the_form_of_batches() {
    let batch = r#"{"mpid":1,"timestamp_unixtime_ms":7,"consent_state":{"gdpr":{"Marketing":{"consented":true,"timestamp_unixtime_ms":5,"document":"d","location":"l","hardware_id":"h"}},
        "ccpa":{"data_sale_opt_out":{"consented":false}}}}"#;
    let expected = json!({
        "gdpr": {"Marketing": {"consented": true, "timestamp_unixtime_ms": 5, "document": "d", "location": "l", "hardware_id": "h"}},
        "ccpa": {"data_sale_opt_out": {"consented": false, "timestamp_unixtime_ms": 7}},
    });
    assert_eq!(section(&profile(&[], &[batch]), "consent_state"), expected);
}

#[test]
fn sections_without_anything_are_empty() {
    let profile = profile(&[], &[]);
    for (name, expected) in [
        ("audience_memberships", json!([])),
        ("device_identities", json!([])),
        ("attribution", json!([])),
        ("user_attributes", json!({})),
        ("partner_identities", json!({})),
        ("consent_state", json!({})),
    ] {
        assert_eq!(section(&profile, name), expected, "{name}");
    }
}

#[test]
fn a_search_answers_everybody_under_id() {
    assert_eq!(consumer_profiles_json(&[], WORKSPACE), r#"{"consumer_profiles":[]}"#);
    let profile = profile(&[(IdentityType::Email, "a@x")], &[]);
    let expected = r#"{"consumer_profiles":[{"id":9080350317581165001,"created_timestamp_ms":1700000000000,"last_stored_timestamp_ms":1700000000000,"is_opted_out":false,"limit_ad_tracking":null,"device_identities":[],"user_identities":[{"type":"email","encoding":"none","value":"a@x"}],"account_userattributes":null,"user_attributes":{},"audience_memberships":[]}]}"#;
    assert_eq!(consumer_profiles_json(&[&profile], WORKSPACE), expected);
}
