//! What real clients sent: every recorded batch is taken (or refused as the contract says), and what it says is kept.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use uav_core::batch::{Batch, Door, Event, EventKind};
use uav_core::{IdentityType, Reason, Scalar, Value};
use uav_wire::{ParsedBatch, batches_in};

use super::through;

/// Exchanges that the contract wants refused, with the reason: batches of nobody, events that are none, no body at all.
const REFUSED: &[(&str, Option<Reason>)] = &[
    ("node-1.0.8/06-environment-only", Some(Reason::NoIdentity)),
    ("node-1.0.8/11-trap-no-environment-media-type", Some(Reason::NoIdentity)),
    ("python-0.16.1/05-bulk-empty-list-sends-no-body", None),
    ("python-0.16.1/08-environment-only", Some(Reason::NoIdentity)),
    ("python-0.16.1/09-trap-events-given-to-constructor-are-unwrapped", Some(Reason::Missing)),
];

struct Exchange {
    name: String,
    door: Door,
    body: Json,
}

fn recordings() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recordings")
}

/// The recorded requests that carry batches in the long form.
fn exchanges() -> Vec<Exchange> {
    let mut found = Vec::new();
    for client in fs::read_dir(recordings()).unwrap() {
        let client = client.unwrap().path();
        for file in fs::read_dir(&client).unwrap() {
            let path = file.unwrap().path();
            let exchange: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let request = &exchange["request"];
            let door = match request["path"].as_str().unwrap() {
                "/v2/events" | "/v2/bulkevents" => Door::Server,
                path if path.contains("/v3/JS/") && path.ends_with("/events") => Door::Browser,
                _ => continue,
            };
            let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
            let client = client.file_name().unwrap().to_string_lossy();
            found.push(Exchange { name: format!("{client}/{}", name(&path)), door, body: request["body"].clone() });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

#[test]
fn every_recorded_batch_is_taken_and_kept() {
    let (mut batches, mut events, mut refused) = (0, 0, Vec::new());
    for Exchange { name, door, body } in exchanges() {
        if body.is_null() {
            refused.push((name, None));
            continue;
        }
        let text = body.to_string();
        for text in batches_in(text.as_bytes()).unwrap() {
            let json: Json = serde_json::from_slice(text).unwrap();
            match through(door, std::str::from_utf8(text).unwrap()) {
                Ok(parsed) => {
                    kept(&name, &json, &parsed);
                    batches += 1;
                    events += parsed.batch.events.len();
                }
                Err(fault) => refused.push((name.clone(), Some(fault.refusals()[0].reason))),
            }
        }
    }
    let expected: Vec<_> = REFUSED.iter().map(|(name, reason)| ((*name).to_owned(), *reason)).collect();
    assert_eq!(refused, expected);
    assert_eq!((batches, events), (317, 194), "as many as were recorded");
}

/// What the batch says, looked for in what was understood.
fn kept(name: &str, json: &Json, parsed: &ParsedBatch) {
    let ParsedBatch { batch, refusals } = parsed;
    let spellings = name == "node-1.0.8/10-trap-odd-values";
    let said: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), usize::from(spellings), "{name}: {said:?}");
    let text = |member: &str| json[member].as_str();
    assert_eq!(batch.source_request_id.as_deref(), text("source_request_id"), "{name}");
    assert_eq!(batch.device_application_stamp.as_deref(), text("mp_deviceid"), "{name}");
    assert_eq!(batch.environment.name(), text("environment").unwrap_or("production"), "{name}");
    assert_eq!(batch.timestamp_ms, json["timestamp_unixtime_ms"].as_i64(), "{name}");
    assert_eq!(batch.mpid.map(|mpid| mpid.to_string()), plain(&json["mpid"]), "{name}");
    identities(name, json, batch);
    attributes(name, json, batch);
    for record in &batch.consent {
        let said = &json["consent_state"][record.regulation.name()][&*record.purpose];
        assert_eq!(Some(record.consented), said["consented"].as_bool(), "{name}");
        assert_eq!(record.timestamp_ms, said["timestamp_unixtime_ms"].as_i64(), "{name}");
        assert_eq!(record.document.as_deref(), said["document"].as_str(), "{name}");
    }
    let purposes = ["gdpr", "ccpa"].map(|law| json["consent_state"][law].as_object().map_or(0, serde_json::Map::len));
    assert_eq!(batch.consent.len(), purposes.iter().sum::<usize>(), "{name}");
    let events = json["events"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(batch.events.len(), events.len(), "{name}");
    for (event, json) in batch.events.iter().zip(events) {
        event_kept(name, event, json);
    }
}

fn plain(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn identities(name: &str, json: &Json, batch: &Batch) {
    let mut expected = std::collections::BTreeMap::new();
    for (kind, value) in json["user_identities"].as_object().into_iter().flatten() {
        let canonical = IdentityType::from_name(kind).unwrap();
        let wins = kind == canonical.name() || !expected.contains_key(&canonical);
        if let Some(value) = plain(value).filter(|_| wins) {
            expected.insert(canonical, value);
        }
    }
    let found = batch.user_identities.iter().map(|identity| (identity.kind, identity.value.to_string())).collect();
    assert_eq!(expected, found, "{name}");
    let device = &json["device_info"];
    for (member, kind) in [
        ("ios_advertising_id", IdentityType::IosAdvertisingId),
        ("ios_idfv", IdentityType::IosVendorId),
        ("android_advertising_id", IdentityType::GoogleAdvertisingId),
        ("push_token", IdentityType::PushToken),
    ] {
        let held = batch.device.iter().flat_map(|device| &device.identities).find(|identity| identity.kind == kind);
        assert_eq!(held.map(|identity| &*identity.value), device[member].as_str(), "{name}");
    }
    let platform = batch.device.as_ref().and_then(|device| device.fact("platform")).map(ToString::to_string);
    assert_eq!(platform.as_deref(), device["platform"].as_str(), "{name}");
}

fn same(scalar: &Scalar, json: &Json) -> bool {
    match (scalar, json) {
        (Scalar::Null, Json::Null) => true,
        (Scalar::Bool(one), Json::Bool(other)) => one == other,
        (Scalar::Number(one), Json::Number(other)) => one.to_string() == other.to_string(),
        (Scalar::Text(one), Json::String(other)) => **one == **other,
        _ => false,
    }
}

fn attributes(name: &str, json: &Json, batch: &Batch) {
    let said = json["user_attributes"].as_object().cloned().unwrap_or_default();
    assert_eq!(batch.user_attributes.len(), said.len(), "{name}");
    for (attribute, value) in &batch.user_attributes {
        let json = &said[&**attribute];
        let kept = match value {
            Value::One(scalar) => same(scalar, json),
            Value::List(list) => {
                let items = json.as_array().unwrap();
                items.len() == list.len() && list.iter().zip(items).all(|(scalar, item)| same(scalar, item))
            }
        };
        assert!(kept, "{name}: {attribute} {value:?} {json}");
    }
    let deleted = json["deleted_user_attributes"].as_array().map_or(0, Vec::len);
    assert_eq!(batch.deleted_user_attributes.len(), deleted, "{name}");
}

fn event_kept(name: &str, event: &Event, json: &Json) {
    let data = &json["data"];
    assert_eq!(event.kind.event_type().name(), json["event_type"].as_str().unwrap(), "{name}");
    assert_eq!(event.timestamp_ms, data["timestamp_unixtime_ms"].as_i64(), "{name}");
    assert_eq!(event.source_message_id.as_deref(), data["source_message_id"].as_str(), "{name}");
    let session = event.session.as_ref().and_then(|session| session.uuid.as_deref());
    assert_eq!(session, data["session_uuid"].as_str(), "{name}");
    let said = data["custom_attributes"].as_object().cloned().unwrap_or_default();
    assert_eq!(event.attributes.len(), said.len(), "{name}");
    assert!(event.attributes.iter().all(|(attribute, value)| same(value, &said[&**attribute])), "{name}");
    let latitude = event.location.as_ref().and_then(|location| location.latitude);
    assert_eq!(latitude, data["location"]["latitude"].as_f64(), "{name}");
    match &event.kind {
        EventKind::Custom { name: event_name, .. } => {
            assert_eq!(Some(&**event_name), data["event_name"].as_str(), "{name}");
        }
        EventKind::ScreenView { screen_name } => {
            assert_eq!(screen_name.as_deref(), data["screen_name"].as_str(), "{name}");
        }
        EventKind::Commerce(commerce) => commerce_kept(name, commerce, data),
        EventKind::UserAttributeChange { name: attribute, new, deleted } => {
            assert_eq!(Some(&**attribute), data["user_attribute_name"].as_str(), "{name}");
            assert_eq!(*deleted, data["deleted"].as_bool().unwrap_or_default(), "{name}");
            assert_eq!(new.is_some(), !deleted, "{name}");
        }
        EventKind::UserIdentityChange { new, .. } => {
            let value = new.as_ref().map(|identity| &*identity.value);
            assert_eq!(value, data["new"]["identity"].as_str(), "{name}");
        }
        _ => {}
    }
}

fn commerce_kept(name: &str, commerce: &uav_core::batch::Commerce, data: &Json) {
    assert_eq!(commerce.currency_code.as_deref(), data["currency_code"].as_str(), "{name}");
    let action = &data["product_action"];
    assert_eq!(commerce.product_action.is_some(), action.is_object(), "{name}");
    if let Some(read) = &commerce.product_action {
        assert_eq!(
            read.action.name().replace("wish_list", "wishlist"),
            action["action"].as_str().unwrap().replace("wish_list", "wishlist")
        );
        assert_eq!(read.transaction_id.as_deref(), action["transaction_id"].as_str(), "{name}");
        let total = read.total_amount.as_ref().map(ToString::to_string);
        assert_eq!(total, plain(&action["total_amount"]).filter(|text| !text.is_empty()), "{name}");
        assert_eq!(read.products.len(), action["products"].as_array().map_or(0, Vec::len), "{name}");
        for (product, json) in read.products.iter().zip(action["products"].as_array().into_iter().flatten()) {
            assert_eq!(product.id.as_deref().map(str::to_owned), plain(&json["id"]), "{name}");
            assert_eq!(product.price.as_ref().map(ToString::to_string), plain(&json["price"]), "{name}");
        }
    }
    assert_eq!(commerce.promotion_action.is_some(), data["promotion_action"].is_object(), "{name}");
    assert_eq!(commerce.impressions.len(), data["product_impressions"].as_array().map_or(0, Vec::len), "{name}");
}
