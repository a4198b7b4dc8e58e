//! A batch of a native library (events.md 17).

use uav_core::batch::{Door, Receipt};
use uav_core::profile::Profile;
use uav_core::{Environment, InputId, Mpid, ScopeId, Seq, Value, WorkspaceId};

use super::taken;

/// Every type of message, and everything around them, in the shapes of the two libraries.
const SHORT: &str = r#"{
 "dt": "h", "id": "B-1", "ct": 1700000100000, "sdk": "8.0.0", "a": "us1-0", "das": "D-1", "mpid": 4611686018427387907,
 "ck": {"uid": {"c": "g=1", "e": "2035"}}, "oo": false, "ltv": 0, "stl": 60, "uitl": 60, "mb": false,
 "ui": [{"n": 1, "i": "c-9", "dfs": 1, "f": true}, {"n": "7", "i": "kim@example.com"}, {"n": 11, "i": 77}],
 "ua": {"$Age": "34", "tags": ["a", "b"], "vip": null}, "uad": ["old"],
 "con": {"gdpr": {"mail": {"c": true, "ts": "1700000000001", "d": "v1", "l": "shop", "h": "hw"}},
  "ccpa": {"data_sale_opt_out": {"c": false, "ts": 1700000000002}}},
 "ctx": {"dpln": {"id": "plan", "v": "3"}},
 "ia": {"83": {"k": "v"}},
 "ai": {"an": "Shop", "av": "2.1", "apn": "com.example.shop", "env": 1, "abn": "7", "fi": true, "sideloaded_kits_count": 0},
 "di": {"b": "iPhone", "p": "p1", "dn": "Kim's phone", "dma": "Apple", "dmdl": "M1", "dp": "iOS", "dosv": "18.1", "dsh": "2556",
  "dsw": "1179", "dpi": 460, "dc": "CH", "dlc": "CH", "dll": "de", "tz": "1", "tzn": "Europe/Zurich", "idst": false,
  "nc": "ch", "nca": "Carrier", "mnc": "01", "mcc": "228", "vid": "V-1", "aid": "A-1", "gaid": "G-1", "faid": "F-1",
  "anid": "N-1", "duid": "N-1", "lat": true, "atts": "authorized", "attt": 1700000000003, "it": false,
  "jb": {"cydia": false}, "bid": "BI", "arc": "arm64e", "dst": true, "dsnfc": false, "dbe": true, "dbv": "5", "se": true,
  "ve": false, "dr": "lte"},
 "msgs": [
  {"dt": "ss", "id": "S-1", "ct": 1700000000010, "pid": "S-0", "pss": 1, "psl": 2, "mt": false, "vc": "off_thread"},
  {"dt": "e", "id": "m2", "ct": "1700000000020", "sid": "S-1", "sct": 1700000000010, "n": "Search", "et": "UserContent",
   "est": 1, "el": 2, "en": 0, "attrs": {"q": "lamp", "n": "3"}, "flags": {"F": ["x"]}, "lc": {"lat": "47.5", "lng": 8, "acc": 5}},
  {"dt": "v", "id": "m3", "ct": 1700000000030, "sid": "S-1", "sct": 1700000000010, "n": "Home", "t": "activity_started"},
  {"dt": "cm", "id": "m4", "ct": 1700000000040, "sid": "S-1", "sct": 1700000000010, "cu": "CHF", "sn": "Checkout", "ni": false,
   "attrs": {"k": "v"}, "pd": {"an": "purchase", "cs": "4", "co": "card", "pal": "l", "pls": "s", "ti": "t-1", "ta": "shop",
   "tr": "31.40", "tt": "2.35", "ts": "0", "tcc": "X", "pl": [{"id": "p", "nm": "Book", "br": "B", "ca": "C", "va": "V", "ps": "1",
   "pr": "15.70", "qt": "1", "cc": "Y", "act": 5, "tpa": "15.70", "attrs": {"cover": "hard"}}]}},
  {"dt": "cm", "id": "m5", "ct": 1700000000050, "pm": {"an": "click", "pl": [{"id": "i", "nm": "n", "cr": "c", "ps": "top"}]}},
  {"dt": "cm", "id": "m6", "ct": 1700000000060, "pi": [{"pil": "Suggested", "pl": [{"id": "p2"}]}]},
  {"dt": "o", "id": "m7", "ct": 1700000000070, "s": "true"},
  {"dt": "x", "id": "m8", "ct": 1700000000080, "s": "error", "c": "Overflow", "m": "too much", "st": "a\nb", "eh": "true", "sn": 3},
  {"dt": "pr", "id": "m9", "ct": 1700000000090, "to": "T", "tot": "google", "r": true},
  {"dt": "pm", "id": "m10", "ct": 1700000000100, "t": "action", "pay": "{}", "bhv": 1, "as": "background"},
  {"dt": "fr", "id": "m11", "ct": 1700000000110},
  {"dt": "ast", "id": "m12", "ct": 1700000000120, "sid": "NO-SESSION", "t": "app_init", "ifr": true, "iu": false, "sc": true, "nsi": 0},
  {"dt": "uac", "id": "m13", "ct": 1700000000130, "n": "$Age", "nv": "34", "ov": null, "d": false, "na": true},
  {"dt": "uac", "id": "m14", "ct": 1700000000140, "n": "old", "nv": null, "ov": "x", "d": true, "na": false},
  {"dt": "uac", "id": "m15", "ct": 1700000000150, "n": "vip", "nv": null, "ov": null, "d": false, "na": true},
  {"dt": "uic", "id": "m16", "ct": 1700000000160, "ni": {"n": 7, "i": "kim@example.com", "dfs": 1, "f": true}, "oi": {"n": "7", "i": "k@example.com"}},
  {"dt": "npe", "id": "m17", "ct": 1700000000170, "v": "GET", "url": "https://example.com", "te": 3, "bi": 1, "bo": 2},
  {"dt": "bc", "id": "m18", "ct": 1700000000180, "l": "tap", "sn": 3},
  {"dt": "pro", "id": "m19", "ct": 1700000000190, "t": "logout"},
  {"dt": "se", "id": "m20", "ct": 1700000000200, "sid": "S-1", "sct": 1700000000010, "sl": 190, "slx": 200, "smpids": [], "attrs": {}}
 ]}"#;

/// The same in the long form.
const LONG: &str = r#"{
 "source_request_id": "B-1", "timestamp_unixtime_ms": 1700000100000, "environment": "development", "mp_deviceid": "D-1",
 "mpid": 4611686018427387907,
 "user_identities": {"customer_id": "c-9", "email": "kim@example.com", "other_id_3": "77"},
 "user_attributes": {"$Age": "34", "tags": ["a", "b"], "vip": null}, "deleted_user_attributes": ["old"],
 "consent_state": {
  "gdpr": {"mail": {"consented": true, "timestamp_unixtime_ms": 1700000000001, "document": "v1", "location": "shop", "hardware_id": "hw"}},
  "ccpa": {"data_sale_opt_out": {"consented": false, "timestamp_unixtime_ms": 1700000000002}}},
 "context": {"data_plan": {"plan_id": "plan", "plan_version": 3}}, "integration_attributes": {"83": {"k": "v"}},
 "application_info": {"application_name": "Shop", "application_version": "2.1", "package": "com.example.shop"},
 "device_info": {"brand": "iPhone", "product": "p1", "device": "Kim's phone", "device_manufacturer": "Apple", "device_model": "M1",
  "platform": "iOS", "os_version": "18.1", "screen_height": 2556, "screen_width": 1179, "screen_dpi": 460, "device_country": "CH",
  "locale_country": "CH", "locale_language": "de", "timezone_offset": 1, "is_dst": false, "network_country": "ch",
  "network_carrier": "Carrier", "network_code": "01", "network_mobile_country_code": "228", "ios_idfv": "V-1",
  "ios_advertising_id": "A-1", "android_advertising_id": "G-1", "fire_advertising_id": "F-1", "android_uuid": "N-1",
  "limit_ad_tracking": true, "att_authorization_status": "authorized", "att_timestamp_unixtime_ms": 1700000000003,
  "is_tablet": false, "build_identifier": "BI", "cpu_architecture": "arm64e", "supports_telephony": true, "has_nfc": false,
  "bluetooth_enabled": true, "bluetooth_version": "5", "push_notification_sound_enabled": true,
  "push_notification_vibrate_enabled": false, "radio_access_technology": "lte"},
 "events": [
  {"event_type": "session_start", "data": {"source_message_id": "S-1", "timestamp_unixtime_ms": 1700000000010,
   "session_uuid": "S-1", "session_start_unixtime_ms": 1700000000010}},
  {"event_type": "custom_event", "data": {"source_message_id": "m2", "timestamp_unixtime_ms": 1700000000020, "session_uuid": "S-1",
   "session_start_unixtime_ms": 1700000000010, "event_name": "Search", "custom_event_type": "user_content",
   "custom_attributes": {"q": "lamp", "n": "3"}, "location": {"latitude": 47.5, "longitude": 8}}},
  {"event_type": "screen_view", "data": {"source_message_id": "m3", "timestamp_unixtime_ms": 1700000000030, "session_uuid": "S-1",
   "session_start_unixtime_ms": 1700000000010, "screen_name": "Home"}},
  {"event_type": "commerce_event", "data": {"source_message_id": "m4", "timestamp_unixtime_ms": 1700000000040, "session_uuid": "S-1",
   "session_start_unixtime_ms": 1700000000010, "currency_code": "CHF", "screen_name": "Checkout", "custom_attributes": {"k": "v"},
   "product_action": {"action": "purchase", "checkout_step": 4, "checkout_options": "card", "transaction_id": "t-1",
   "affiliation": "shop", "total_amount": 31.40, "tax_amount": 2.35, "shipping_amount": 0, "coupon_code": "X", "products": [
   {"id": "p", "name": "Book", "brand": "B", "category": "C", "variant": "V", "position": 1, "price": 15.70, "quantity": 1,
   "coupon_code": "Y", "total_product_amount": 15.70, "custom_attributes": {"cover": "hard"}}]}}},
  {"event_type": "commerce_event", "data": {"source_message_id": "m5", "timestamp_unixtime_ms": 1700000000050,
   "promotion_action": {"action": "click", "promotions": [{"id": "i", "name": "n", "creative": "c", "position": "top"}]}}},
  {"event_type": "commerce_event", "data": {"source_message_id": "m6", "timestamp_unixtime_ms": 1700000000060,
   "product_impressions": [{"product_impression_list": "Suggested", "products": [{"id": "p2"}]}]}},
  {"event_type": "opt_out", "data": {"source_message_id": "m7", "timestamp_unixtime_ms": 1700000000070, "is_opted_out": true}},
  {"event_type": "crash_report", "data": {"source_message_id": "m8", "timestamp_unixtime_ms": 1700000000080, "severity": "error",
   "class_name": "Overflow", "message": "too much"}},
  {"event_type": "push_registration", "data": {"source_message_id": "m9", "timestamp_unixtime_ms": 1700000000090, "register": true,
   "registration_token": "T"}},
  {"event_type": "push_message", "data": {"source_message_id": "m10", "timestamp_unixtime_ms": 1700000000100,
   "push_message_type": "action"}},
  {"event_type": "first_run", "data": {"source_message_id": "m11", "timestamp_unixtime_ms": 1700000000110}},
  {"event_type": "application_state_transition", "data": {"source_message_id": "m12", "timestamp_unixtime_ms": 1700000000120,
   "application_transition_type": "application_initialized", "is_first_run": true, "is_upgrade": false}},
  {"event_type": "user_attribute_change", "data": {"source_message_id": "m13", "timestamp_unixtime_ms": 1700000000130,
   "user_attribute_name": "$Age", "new": "34"}},
  {"event_type": "user_attribute_change", "data": {"source_message_id": "m14", "timestamp_unixtime_ms": 1700000000140,
   "user_attribute_name": "old", "deleted": true}},
  {"event_type": "user_attribute_change", "data": {"source_message_id": "m15", "timestamp_unixtime_ms": 1700000000150,
   "user_attribute_name": "vip", "new": null}},
  {"event_type": "user_identity_change", "data": {"source_message_id": "m16", "timestamp_unixtime_ms": 1700000000160,
   "new": {"identity_type": "email", "identity": "kim@example.com"}, "old": {"identity_type": "email", "identity": "k@example.com"}}},
  {"event_type": "network_performance", "data": {"source_message_id": "m17", "timestamp_unixtime_ms": 1700000000170,
   "url": "https://example.com"}},
  {"event_type": "breadcrumb", "data": {"source_message_id": "m18", "timestamp_unixtime_ms": 1700000000180, "label": "tap"}},
  {"event_type": "profile", "data": {"source_message_id": "m19", "timestamp_unixtime_ms": 1700000000190, "profile_event_type": "logout"}},
  {"event_type": "session_end", "data": {"source_message_id": "m20", "timestamp_unixtime_ms": 1700000000200, "session_uuid": "S-1",
   "session_start_unixtime_ms": 1700000000010, "session_duration_ms": 190}}
 ]}"#;

#[test]
fn a_batch_reads_as_its_long_twin() {
    let (short, said) = taken(Door::Native, SHORT);
    let (long, long_said) = taken(Door::Native, LONG);
    assert_eq!((said.as_str(), long_said.as_str()), ("", ""));
    assert_eq!(short.events.len(), 20);
    for (short, long) in short.events.iter().zip(&long.events) {
        assert_eq!(short, long);
    }
    assert_eq!(short, long);
}

#[test]
fn mpids_and_environments_come_in_several_forms() {
    for (members, mpid, environment) in [
        (r#""mpid":"-77""#, Mpid::new(-77), Environment::Production),
        (r#""mpid":0,"ai":{"env":2}"#, None, Environment::Production),
        (r#""mpid":1,"ai":{"env":"1"}"#, Mpid::new(1), Environment::Development),
        (r#""mpid":1,"ai":{}"#, Mpid::new(1), Environment::Production),
    ] {
        let (batch, said) = taken(Door::Native, &format!(r#"{{"dt":"h",{members}}}"#));
        assert_eq!((batch.mpid, batch.environment, said.as_str()), (mpid, environment, ""), "{members}");
    }
}

#[test]
fn a_faulty_message_costs_itself_alone_and_is_named_by_its_short_path() {
    let table = [
        (r#"{"dt":"zz"}"#, "msgs[1].dt: \"zz\" is not a type of message"),
        (r#"{"id":"m"}"#, "msgs[1].dt: required, missing or empty"),
        ("7", "msgs[1]: a number where a message belongs"),
        ("null", "msgs[1]: null where a message belongs"),
        (r#"{"dt":"e"}"#, "msgs[1].n: required, missing or empty"),
        (r#"{"dt":"uac","nv":1}"#, "msgs[1].n: required, missing or empty"),
        (r#"{"dt":"ast","t":"app_nap"}"#, "msgs[1].t: \"app_nap\" is not a transition"),
        (r#"{"dt":"ast"}"#, "msgs[1].t: required, missing or empty"),
    ];
    for (message, expected) in table {
        let (batch, said) =
            taken(Door::Native, &format!(r#"{{"dt":"h","msgs":[{{"dt":"fr"}},{message},{{"dt":"fr"}}]}}"#));
        assert_eq!((batch.events.len(), said.as_str()), (2, expected), "{message}");
    }
    let table = [
        (r#"{"dt":"uac","n":"a"}"#, "msgs[0].nv: neither a new value nor deleted: true"),
        (r#"{"dt":"uac","n":"a","nv":{}}"#, "msgs[0].nv: an object where a scalar or a list belongs"),
        (r#"{"dt":"e","n":"x","ct":"soon"}"#, "msgs[0].ct: \"soon\" is not a number"),
        (r#"{"dt":"e","n":"x","attrs":{"a":[1]}}"#, "msgs[0].attrs.a: an array where a scalar belongs"),
        (
            r#"{"dt":"cm","pd":{"an":"purchase","pl":[{"pr":"cheap"}]}}"#,
            "msgs[0].pd.pl[0].pr: \"cheap\" is not a number",
        ),
        (r#"{"dt":"cm","pd":{"an":"steal"}}"#, "msgs[0].pd.an: \"steal\" is not a product action"),
        (r#"{"dt":"cm","pm":{"pl":[]}}"#, "msgs[0].pm.an: required, missing or empty"),
        (r#"{"dt":"e","n":"x","lc":{"lat":"north"}}"#, "msgs[0].lc.lat: \"north\" is not a number"),
    ];
    for (message, expected) in table {
        let (batch, said) = taken(Door::Native, &format!(r#"{{"dt":"h","msgs":[{message}]}}"#));
        assert_eq!((batch.events.len(), said.as_str()), (1, expected), "{message}");
    }
}

#[test]
fn faulty_members_are_named_once() {
    let table = [
        (r#""msgs":{}"#, "msgs: an object where an array belongs"),
        (r#""ai":7"#, "ai: a number where an object belongs"),
        (r#""di":[]"#, "di: an array where an object belongs"),
        (
            r#""di":{"dsh":"tall","jb":{"cydia":true},"lat":"maybe"}"#,
            "di.dsh: \"tall\" is not a number; di.lat: a text where true or false belongs",
        ),
        (r#""ui":"a""#, "ui: a text where an object belongs"),
        (
            r#""ui":[{"n":1},{"i":"a"},7,{"n":1,"i":{}}]"#,
            "ui[0]: an identity needs a type and a value; ui[1]: an identity needs a type and a value; \
             ui[2]: a number where an object belongs; ui[3]: an object where a text belongs",
        ),
        (r#""ctx":{"dpln":7}"#, "ctx.dpln: a number where an object belongs"),
        (r#""ctx":null,"ui":null,"ua":null,"di":null,"ai":null,"con":null,"msgs":null,"ia":null,"uad":null"#, ""),
    ];
    for (members, expected) in table {
        assert_eq!(taken(Door::Native, &format!(r#"{{"dt":"h",{members}}}"#)).1, expected, "{members}");
    }
}

#[test]
fn the_snapshot_fills_and_the_messages_write() {
    let mut profile = Profile::new(Mpid::new(1).unwrap(), ScopeId(1), Environment::Production);
    let batches = [
        r#"{"dt":"h","mpid":1,"ct":200,"ua":{"level":"1","city":"Bern"},"msgs":[{"dt":"uac","ct":100,"n":"level","nv":"2","d":false}]}"#,
        r#"{"dt":"h","mpid":1,"ct":300,"ua":{"level":"9","city":"Genf"},"msgs":[]}"#,
    ];
    for (text, place) in batches.iter().zip(1u32..) {
        let receipt = Receipt {
            seq: Seq(u64::from(place)),
            received_ms: 1_000,
            input: InputId(1),
            workspace: WorkspaceId(1),
            door: Door::Native,
        };
        profile.fold(&taken(Door::Native, text).0, &receipt);
    }
    let known = profile.workspace(WorkspaceId(1)).unwrap();
    let value = |name| known.attributes.get(name).map(|held| held.value.clone());
    assert_eq!((value("level"), value("city")), (Some(Value::text("2")), Some(Value::text("Genf"))));
}
