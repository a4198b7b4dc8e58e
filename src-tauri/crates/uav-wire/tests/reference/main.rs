//! What the published document shows is what is read: every example of a request is taken with nothing to say of it.

use serde_json::Value as Json;
use uav_core::Refusal;
use uav_core::batch::Door;
use uav_wire::{
    Limits, Policy, openapi, parse_alias_request, parse_batch, parse_consumer_search, parse_events_search,
    parse_identity_request, parse_modify_request, parse_resolve_request, parse_token_request, split_bulk,
};

fn said(refusals: &[Refusal]) -> Vec<String> {
    refusals.iter().map(ToString::to_string).collect()
}

/// What is said of a batch; nothing, if it is as it should be.
fn of_batch(door: Door, text: &[u8]) -> Vec<String> {
    match parse_batch(text, Policy::of(door, &Limits::default())) {
        Ok(parsed) => said(&parsed.refusals),
        Err(fault) => said(fault.refusals()),
    }
}

/// What the reader behind a path says of a text; `None` for a path that reads nothing.
fn of_request(path: &str, text: &[u8]) -> Option<Vec<String>> {
    let refused = |faults: Vec<Refusal>| said(&faults);
    Some(match path {
        "/v2/events" => of_batch(Door::Server, text),
        "/v2/bulkevents" | "/v2/bulkevents/historical" => match split_bulk(text) {
            Ok(batches) => batches.iter().flat_map(|batch| of_batch(Door::Server, batch.as_bytes())).collect(),
            Err(fault) => vec![fault.to_string()],
        },
        "/v3/JS/{key}/events" | "/v2/JS/{key}/Events" => of_batch(Door::Browser, text),
        "/v2/{key}/events" => of_batch(Door::Native, text),
        "/v1/identify" | "/v1/login" | "/v1/logout" | "/v1/search" => match parse_identity_request(text) {
            Ok(request) => said(&request.remarks),
            Err(fault) => vec![fault.to_string()],
        },
        "/v1/{mpid}/modify" => parse_modify_request(text).err().map(|fault| fault.to_string()).into_iter().collect(),
        "/oauth/token" => parse_token_request(text, "application/json").err().into_iter().collect(),
        path if path.ends_with("lias") => parse_alias_request(text).err().map(refused).unwrap_or_default(),
        path if path.contains("/resolve/") => parse_resolve_request(text).err().map(refused).unwrap_or_default(),
        path if path.ends_with("/consumerprofile/search") => {
            parse_consumer_search(text).err().map(refused).unwrap_or_default()
        }
        path if path.ends_with("/events/search") => parse_events_search(text).err().map(refused).unwrap_or_default(),
        _ => return None,
    })
}

#[test]
fn every_example_of_a_request_is_read() {
    let document: Json = serde_json::from_str(openapi()).unwrap();
    let mut read = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        let contents =
            operations.as_object().unwrap().values().filter_map(|of| of["requestBody"]["content"].as_object());
        let bodies = contents.flat_map(|content| content.values()).filter_map(|body| body["examples"].as_object());
        for (name, example) in bodies.flatten() {
            // A body of plain text is shown as a text.
            let text = example["value"].as_str().map_or_else(|| example["value"].to_string(), str::to_owned);
            assert_eq!(of_request(path, text.as_bytes()), Some(vec![]), "{path} {name}");
            read += 1;
        }
    }
    assert!(read >= 20, "{read} examples");
}
