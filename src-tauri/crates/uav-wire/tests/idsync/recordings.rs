//! What real clients asked: every recorded request reads, and says what it says.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;
use uav_wire::{parse_identity_request, parse_modify_request};

#[test]
fn every_recorded_request_reads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recordings");
    let (mut requests, mut changes) = (0, 0);
    for client in fs::read_dir(folder).unwrap() {
        for file in fs::read_dir(client.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let exchange: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let (way, body) = (exchange["request"]["path"].as_str().unwrap(), &exchange["request"]["body"]);
            if body.is_null() {
                continue;
            }
            let text = body.to_string();
            let way = way.trim_start_matches("/identity");
            if way.ends_with("/modify") {
                let read = parse_modify_request(text.as_bytes()).unwrap();
                assert_eq!(read.changes.len(), body["identity_changes"].as_array().unwrap().len(), "{path:?}");
                changes += 1;
            } else if ["/v1/identify", "/v1/login", "/v1/logout", "/v1/search"].contains(&way) {
                let read = parse_identity_request(text.as_bytes()).unwrap();
                let said = body["known_identities"].as_object().unwrap();
                let valued = said.values().filter(|value| value.as_str().is_some_and(|text| !text.is_empty()));
                assert_eq!((read.identities.len(), read.remarks.len()), (valued.count(), 0), "{path:?}");
                assert_eq!(read.previous.map(|mpid| mpid.to_string()).as_deref(), body["previous_mpid"].as_str());
                assert_eq!(read.environment.name(), body["environment"].as_str().unwrap());
                requests += 1;
            }
        }
    }
    assert_eq!((requests, changes), (17, 5), "as many as were recorded");
}
