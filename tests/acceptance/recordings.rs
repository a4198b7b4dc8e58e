//! What real clients sent, replayed: the order of arrival does not matter, and a resend counts once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::profiles::in_order;
use crate::program::import;

/// The batches of a client in the order of their arrival, each as one line.
fn batches(client: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recordings").join(client);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let exchange: Json = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let path = exchange["request"]["path"].as_str().unwrap();
        if path.contains("/v3/JS/") && path.ends_with("/events") {
            found.push(exchange["request"]["body"].to_string());
        }
    }
    found
}

/// All profiles that these lines make, by what does not depend on the order in which they were made.
async fn profiles(lines: &[String]) -> (Json, BTreeMap<String, Json>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("replay.ndjson");
    fs::write(&file, lines.join("\n")).unwrap();
    let data = folder.path().join("data");
    let summary = import(&data, &[&file]).remove(0);
    let profiles = in_order(&data).await;
    // The recorded batches name their users, so that the first device stamp and day tell them apart.
    let name = |profile: &Json| format!("{} {}", profile["first_seen_ms"], profile["identities"][0]["value"]);
    let count = profiles.len();
    let named: BTreeMap<String, Json> = profiles.into_iter().map(|profile| (name(&profile), profile)).collect();
    assert_eq!(named.len(), count, "two profiles of one name");
    (summary, named)
}

/// The first place where two texts differ, with both values.
fn difference(path: &str, one: &Json, other: &Json) -> Option<String> {
    match (one, other) {
        (Json::Object(one), Json::Object(other)) if one.keys().eq(other.keys()) => {
            one.iter().find_map(|(name, value)| difference(&format!("{path}/{name}"), value, &other[name]))
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs.into_iter().find_map(|(place, (one, other))| difference(&format!("{path}/{place}"), one, other))
        }
        _ => (one != other).then(|| format!("{path}: {one} is not {other}")),
    }
}

fn shuffled(lines: &[String], seed: u64) -> Vec<String> {
    let mut state = seed;
    let mut keyed: Vec<(u64, &String)> = lines
        .iter()
        .map(|line| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 20, line)
        })
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, line)| line.clone()).collect()
}

/// One visitor's whole session. (The recorded cases are runs of their own that share an MPID: who may have an immutable
/// identity is decided in the order of receipt, idsync.md 5.)
#[tokio::test]
async fn the_order_of_arrival_does_not_matter() {
    let recorded = batches("web-sdk-2.68.0");
    assert!(recorded.len() > 60, "{} batches", recorded.len());
    let (summary, expected) = profiles(&recorded).await;
    assert_eq!(summary["refused"], 0, "{summary}");
    let expected = serde_json::json!(expected);
    let reversed: Vec<String> = recorded.iter().rev().cloned().collect();
    let orders = std::iter::once(reversed).chain((1..=10).map(|seed| shuffled(&recorded, seed)));
    for (order, lines) in orders.enumerate() {
        let (_, found) = profiles(&lines).await;
        assert_eq!(difference("", &serde_json::json!(found), &expected), None, "order {order}");
    }
}

#[tokio::test]
async fn a_resend_counts_once() {
    for client in ["web-sdk-2.68.0", "web-sdk-2.68.0-cases"] {
        let recorded = batches(client);
        let (once, expected) = profiles(&recorded).await;
        let twice: Vec<String> = recorded.iter().flat_map(|line| [line.clone(), line.clone()]).collect();
        let behind = [recorded.clone(), recorded.clone()].concat();
        for lines in [twice, behind] {
            let (summary, found) = profiles(&lines).await;
            assert_eq!(found, expected, "{client}");
            assert_eq!(summary["accepted"], once["accepted"], "{client}");
            assert_eq!(summary["events"], once["events"], "{client}");
        }
    }
}
