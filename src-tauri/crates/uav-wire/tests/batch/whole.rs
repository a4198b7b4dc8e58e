//! The whole batch (events.md 6 and 7): every member, kept.

use uav_core::batch::{AttStatus, Environment, Regulation};
use uav_core::{Door, IdentityType, Mpid, Scalar, Value};
use uav_wire::{Limits, parse_file_batch};

use super::{number, pairs, taken, text, through};

const WHOLE: &str = r#"{
  "schema_version": 2, "batch_id": "-7778608565459706417", "source_request_id": "r-1", "environment": "development",
  "mpid": "-6490370220000000001", "origin_mpid": 5, "mp_deviceid": "DAS-1", "timestamp_unixtime_ms": "1700000000000",
  "ip": "198.51.100.9", "sdk_version": "2.68.0", "api_key": "k", "unique_id": "u", "modified": true,
  "source_info": {"channel": "javascript", "partner": null, "is_historical": false},
  "partner_identities": {"Shop_Member": "m"}, "attribution_info": {"service_provider": "a", "publisher": "b", "campaign": "c"},
  "user_identities": {"email": "A@example.com", "customer_id": 123456, "other2": "two", "mobile_number": null, "alias": ""},
  "user_attributes": {"$FirstName": "Ada", "age": 41, "score": 12.50, "vip": true, "tag": null, "big": 9007199254740993,
                      "list": ["a", 1, false, null]},
  "deleted_user_attributes": ["old", "older"],
  "device_info": {"platform": "iOS", "os_version": "17.4", "screen_width": 1170, "is_tablet": false, "device_orientation": 6,
    "limit_ad_tracking": true, "att_authorization_status": "denied", "att_timestamp_unixtime_ms": 1699999999999,
    "ios_advertising_id": "00000000-0000-0000-0000-000000000000", "ios_idfv": "V-1", "android_uuid": "A-1",
    "android_advertising_id": "G-1", "amp_id": "amp", "roku_advertising_id": "ra", "roku_publisher_id": "rp",
    "fire_advertising_id": "f", "microsoft_advertising_id": "ma", "microsoft_publisher_id": "mp", "push_token": "p",
    "supports_telephony": "", "network_carrier": null, "radio_access_technology": "LTE"},
  "application_info": {"application_name": "Shop", "application_version": "3.2.2", "application_build_number": "7",
    "package": "com.example.shop", "os": "IOS", "apple_search_ads_attributes": {"Version3.1": {"a": "b"}}, "sideloaded_kits_count": 0},
  "consent_state": {
    "gdpr": {" Marketing ": {"consented": true, "timestamp_unixtime_ms": 1523039002083, "document": "v1", "location": "app", "hardware_id": "hw"},
             "quiet": null},
    "ccpa": {"data_sale_opt_out": {"consented": false}}},
  "integration_attributes": {"83": {"MCMID": "x"}, "11": {}},
  "context": {"data_plan": {"plan_id": "shop", "plan_version": 2}, "location": {"country_code": "CH"}, "batching": {"a": 1}},
  "events": null,
  "page_of_tomorrow": {"deep": [1, {"x": null}]}
}"#;

#[test]
fn who_and_when() {
    let (batch, said) = taken(WHOLE);
    assert_eq!(said, [] as [String; 0]);
    assert_eq!(batch.environment, Environment::Development);
    assert_eq!(batch.source_request_id.as_deref(), Some("r-1"));
    assert_eq!(batch.batch_id, Some(-7_778_608_565_459_706_417));
    assert_eq!(batch.mpid, Mpid::new(-6_490_370_220_000_000_001));
    assert_eq!(batch.device_application_stamp.as_deref(), Some("DAS-1"));
    assert_eq!(batch.timestamp_ms, Some(1_700_000_000_000));
    let identities: Vec<_> = batch.user_identities.iter().map(|held| (held.kind, &*held.value)).collect();
    let expected =
        [(IdentityType::Email, "A@example.com"), (IdentityType::CustomerId, "123456"), (IdentityType::OtherId2, "two")];
    assert_eq!(identities, expected);
    assert!(batch.events.is_empty());
    let plan = batch.data_plan.as_ref().map(|(id, version)| (&**id, *version));
    assert_eq!(plan, Some(("shop", Some(2))));
    assert_eq!(pairs(&batch.integration_attributes), [("83", r#"{"MCMID": "x"}"#.into()), ("11", "{}".into())]);
}

#[test]
fn attributes_keep_their_types_and_every_digit() {
    let (batch, _) = taken(WHOLE);
    let one = Value::One;
    let expected = [
        ("$FirstName", one(text("Ada"))),
        ("age", one(number("41"))),
        ("score", one(number("12.50"))),
        ("vip", one(Scalar::Bool(true))),
        ("tag", one(Scalar::Null)),
        ("big", one(number("9007199254740993"))),
        ("list", Value::List(vec![text("a"), number("1"), Scalar::Bool(false), Scalar::Null])),
    ];
    assert_eq!(pairs(&batch.user_attributes), expected);
    let deleted: Vec<&str> = batch.deleted_user_attributes.iter().map(AsRef::as_ref).collect();
    assert_eq!(deleted, ["old", "older"]);
}

#[test]
fn the_device_and_what_runs_on_it() {
    let (batch, _) = taken(WHOLE);
    let device = batch.device.as_ref().unwrap();
    let identities: Vec<_> = device.identities.iter().map(|held| (held.kind, &*held.value)).collect();
    use IdentityType as Kind;
    let expected = [
        (Kind::IosAdvertisingId, "00000000-0000-0000-0000-000000000000"),
        (Kind::IosVendorId, "V-1"),
        (Kind::AndroidId, "A-1"),
        (Kind::GoogleAdvertisingId, "G-1"),
        (Kind::AmpId, "amp"),
        (Kind::RokuAdvertisingId, "ra"),
        (Kind::RokuPublisherId, "rp"),
        (Kind::FireAdvertisingId, "f"),
        (Kind::MicrosoftAdvertisingId, "ma"),
        (Kind::MicrosoftPublisherId, "mp"),
        (Kind::PushToken, "p"),
    ];
    assert_eq!(identities, expected);
    // The all-zero id is kept with the device and finds nobody (WH-6).
    assert!(batch.identities().all(|(kind, _)| kind != Kind::IosAdvertisingId));
    assert_eq!((device.limit_ad_tracking, device.att_status), (Some(true), Some(AttStatus::Denied)));
    assert_eq!(device.att_timestamp_ms, Some(1_699_999_999_999));
    let facts = [
        ("platform", text("iOS")),
        ("os_version", text("17.4")),
        ("screen_width", number("1170")),
        ("is_tablet", Scalar::Bool(false)),
        ("device_orientation", number("6")),
        ("radio_access_technology", text("LTE")),
    ];
    assert_eq!(pairs(&device.facts), facts, "null and the empty text say nothing");
    let application = batch.application.as_ref().unwrap();
    let names = (application.name.as_deref(), application.version.as_deref(), application.package.as_deref());
    assert_eq!(names, (Some("Shop"), Some("3.2.2"), Some("com.example.shop")));
}

#[test]
fn consent_of_both_laws() {
    let (batch, _) = taken(WHOLE);
    let [gdpr, ccpa] = &batch.consent[..] else { panic!("{:?}", batch.consent) };
    assert_eq!((gdpr.regulation, &*gdpr.purpose, gdpr.consented), (Regulation::Gdpr, "Marketing", true));
    assert_eq!(gdpr.timestamp_ms, Some(1_523_039_002_083));
    let rest = (gdpr.document.as_deref(), gdpr.location.as_deref(), gdpr.hardware_id.as_deref());
    assert_eq!(rest, (Some("v1"), Some("app"), Some("hw")));
    assert_eq!((ccpa.regulation, &*ccpa.purpose, ccpa.consented), (Regulation::Ccpa, "data_sale_opt_out", false));
    assert_eq!(ccpa.timestamp_ms, None);
}

#[test]
fn nothing_is_required_but_somebody() {
    let (batch, said) = taken(r#"{"user_identities":{"email":"a@example.com"}}"#);
    assert_eq!(said, [] as [String; 0]);
    assert_eq!((batch.environment, batch.events.len()), (Environment::Production, 0));
    for json in [r#"{"mpid":1,"events":[]}"#, r#"{"mp_deviceid":"d"}"#, r#"{"device_info":{"amp_id":"a"}}"#] {
        assert!(through(Door::Server, json).is_ok(), "{json}");
    }
}

#[test]
fn a_batch_of_a_file_says_itself_how_it_came_in() {
    let table = [
        (r#"{"mpid":1}"#, Door::Server, None),
        (r#"{"mpid":1,"source_info":{"channel":"javascript"}}"#, Door::Browser, None),
        (r#"{"mpid":1,"source_info":{"channel":"pixel"}}"#, Door::Browser, None),
        (r#"{"mpid":1,"source_info":{"channel":"native","partner":null}}"#, Door::Native, None),
        (
            r#"{"mpid":1,"source_info":{"channel":"partner","partner":"Generic S2S"}}"#,
            Door::Server,
            Some("Generic S2S"),
        ),
        (r#"{"mpid":1,"source_info":null}"#, Door::Server, None),
    ];
    for (json, door, partner) in table {
        let batch = parse_file_batch(json.as_bytes(), &Limits::default()).unwrap();
        assert_eq!((batch.door, batch.partner.as_deref()), (door, partner), "{json}");
    }
}
