//! What goes in comes out: identities and ids to the last character and digit.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use uav_core::batch::{Door, Environment};
use uav_core::{Identity, IdentityType, Mpid};
use uav_wire::{
    Limits, Policy, identity_answer, modify_answer, native_events_answer, parse_alias_request, parse_batch,
    parse_events_search, parse_identity_request, parse_modify_request, parse_token_request, split_bulk,
};

fn any_kind() -> impl Strategy<Value = IdentityType> {
    prop::sample::select(IdentityType::ALL)
}

/// A value that says something; quotes, escapes and characters of every width among them.
fn any_value() -> impl Strategy<Value = String> {
    let said = "[ -~é東𝄞\"\\\\\n]{1,40}".prop_map(|text| format!("{text}x"));
    prop_oneof![said, any::<i64>().prop_map(|number| number.to_string())]
}

fn any_mpid() -> impl Strategy<Value = Mpid> {
    any::<i64>().prop_filter_map("0 is nobody", Mpid::new)
}

proptest! {
    #[test]
    fn identities_survive_a_request_and_its_answer(
        given in prop::collection::btree_map(any_kind(), any_value(), 1..6),
        mpid in any_mpid(),
    ) {
        let known: serde_json::Map<_, _> =
            given.iter().map(|(kind, value)| (kind.idsync_name().to_owned(), Json::from(value.as_str()))).collect();
        let text = json!({"environment": "production", "previous_mpid": mpid.to_string(), "known_identities": known});
        let request = parse_identity_request(text.to_string().as_bytes()).unwrap();
        let mut expected: Vec<Identity> = given.iter().map(|(kind, value)| Identity::new(*kind, value)).collect();
        let mut found = request.identities.clone();
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
        prop_assert_eq!((request.previous, request.remarks), (Some(mpid), vec![]));
        let answer: Json = serde_json::from_str(&identity_answer(Some(mpid), &request.identities, true)).unwrap();
        prop_assert_eq!(&answer["matched_identities"], &Json::Object(known));
        prop_assert_eq!(&answer["mpid"], &json!(mpid.to_string()));
    }

    #[test]
    fn changes_survive_in_order(given in prop::collection::vec((any_kind(), prop::option::of(any_value()), prop::option::of(any_value())), 0..6)) {
        let list: Json = given
            .iter()
            .map(|(kind, old, new)| json!({"identity_type": kind.name(), "old_value": old, "new_value": new}))
            .collect();
        let text = json!({"environment": "development", "identity_changes": list}).to_string();
        let request = parse_modify_request(text.as_bytes()).unwrap();
        let found: Vec<_> = request
            .changes
            .into_iter()
            .map(|change| (change.kind, change.old.map(String::from), change.new.map(String::from)))
            .collect();
        prop_assert_eq!(found, given);
    }

    #[test]
    fn mpids_keep_every_digit(one in any_mpid(), other in any_mpid(), quoted in any::<bool>()) {
        prop_assume!(one != other);
        let written = |mpid: Mpid| if quoted { json!(mpid.to_string()) } else { json!(mpid.get()) };
        let data = json!({"source_mpid": written(one), "destination_mpid": written(other)});
        let text = json!({"environment": "production", "data": data}).to_string();
        let request = parse_alias_request(text.as_bytes()).unwrap();
        prop_assert_eq!((request.source, request.destination), (one, other));
        let search = parse_events_search(json!({"user_id": written(one)}).to_string().as_bytes()).unwrap();
        prop_assert_eq!(search.mpid, one);
        let native: Json = serde_json::from_str(&native_events_answer("I", Some(one), 5)).unwrap();
        prop_assert_eq!(native["ci"]["mpid"].as_i64(), Some(one.get()));
        let lost: Json = serde_json::from_str(&modify_answer(&[(IdentityType::Email, one)])).unwrap();
        prop_assert_eq!(&lost["change_results"][0]["modified_mpid"], &json!(one.to_string()));
    }

    #[test]
    fn bulk_keeps_the_text_of_each(items in prop::collection::vec(any::<String>(), 0..6), pretty in any::<bool>()) {
        let batches: Vec<Json> = items.iter().map(|item| json!({"mpid": 1, "source_request_id": item})).collect();
        let text = if pretty { serde_json::to_string_pretty(&batches) } else { serde_json::to_string(&batches) };
        let text = text.unwrap();
        let cut = split_bulk(text.as_bytes()).unwrap();
        let again: Vec<Json> = cut.iter().map(|batch| serde_json::from_str(batch).unwrap()).collect();
        prop_assert_eq!(again, batches);
        prop_assert!(cut.iter().all(|batch| text.contains(batch)));
    }

    #[test]
    fn a_form_says_what_json_says(id in any_value(), secret in any_value()) {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let form = format!("grant_type=client_credentials&client_secret={}&client_id={}", encoded(&secret), encoded(&id));
        let json = json!({"client_id": id, "client_secret": secret, "grant_type": "client_credentials"}).to_string();
        let of_form = parse_token_request(form.as_bytes(), "application/x-www-form-urlencoded").unwrap();
        prop_assert_eq!(parse_token_request(json.as_bytes(), "application/json").unwrap(), of_form);
    }

    #[test]
    fn a_native_message_says_what_its_long_twin_says(
        name in any_value(), attribute in any_value(), value in any_value(), time_ms in 1..i64::MAX, mpid in any_mpid(),
    ) {
        let short = json!({"dt": "h", "id": "B", "ct": time_ms, "mpid": mpid.get(), "msgs": [
            {"dt": "e", "id": "m", "ct": time_ms.to_string(), "n": name, "et": "Search", "attrs": {attribute.clone(): value}},
        ]});
        let long = json!({"source_request_id": "B", "timestamp_unixtime_ms": time_ms, "mpid": mpid.get(), "events": [
            {"event_type": "custom_event", "data": {"source_message_id": "m", "timestamp_unixtime_ms": time_ms,
             "event_name": name, "custom_event_type": "search", "custom_attributes": {attribute: value}}},
        ]});
        let limits = Limits::default();
        let read = |text: &Json| parse_batch(text.to_string().as_bytes(), Policy::of(Door::Native, &limits)).unwrap();
        let read = (read(&short), read(&long));
        prop_assert_eq!(&read.0, &read.1);
        prop_assert_eq!((read.0.batch.environment, read.0.batch.mpid), (Environment::Production, Some(mpid)));
    }
}
