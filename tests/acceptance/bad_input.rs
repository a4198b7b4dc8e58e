//! Bad input costs itself alone, and is named.

use std::io::Write;
use std::path::Path;

use serde_json::Value as Json;

use crate::profiles::in_order;
use crate::program::{import, summaries, uav, words};

/// A good line of its own user.
fn good(number: usize) -> String {
    format!(
        r#"{{"source_request_id":"good-{number}","user_identities":{{"customer_id":"C-{number}"}},"user_attributes":{{"n":{number}}},"events":[{{"event_type":"custom_event","data":{{"event_name":"Seen","custom_event_type":"other"}}}}]}}"#
    )
}

/// What becomes of a bad line.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// Nothing of it is stored.
    Refused,
    /// It is stored but for the part that is bad.
    StoredWithout,
}

/// Bad lines: what becomes of each, and the reasons that are told.
fn bad_lines() -> Vec<(Vec<u8>, Fate, &'static [&'static str])> {
    use Fate::{Refused, StoredWithout};
    let text = |text: &str| text.as_bytes().to_vec();
    let (open, close) = (r#"{"a":"#.repeat(400), "}".repeat(400));
    let deep = format!(r#"{{"user_identities":{{"customer_id":"deep"}},"user_attributes":{{"a":{open}1{close}}}}}"#);
    let not_utf8 = [b"{\"user_identities\":{\"customer_id\":\"".as_slice(), &[0xff, 0xfe], b"\"}}"].concat();
    vec![
        (text("{"), Refused, &["not_json"]),
        (text("not json at all"), Refused, &["not_json"]),
        (text(r#"{"user_identities":{"customer_id":"cut"}"#), Refused, &["not_json"]),
        (not_utf8, Refused, &["not_utf8"]),
        (text("17"), Refused, &["wrong_type"]),
        (text(r#"{"user_identities":"somebody"}"#), Refused, &["no_identity", "wrong_type"]),
        (
            text(r#"{"events":[{"event_type":"custom_event","data":{"event_name":"A","custom_event_type":"other"}}]}"#),
            Refused,
            &["no_identity"],
        ),
        (text(&deep), StoredWithout, &["wrong_type"]),
        (
            text(r#"{"user_identities":{"customer_id":"a"},"events":{"event_type":"custom_event"}}"#),
            StoredWithout,
            &["wrong_type"],
        ),
        (text(r#"{"user_identities":{"customer_id":"b"},"mpid":{"a":1}}"#), StoredWithout, &["wrong_type"]),
        (text(r#"{"user_identities":{"customer_id":"c"},"events":[{"data":{}}]}"#), StoredWithout, &["missing"]),
    ]
}

fn counts(summary: &Json) -> std::collections::BTreeMap<String, u64> {
    let list = summary["refused_by_reason"].as_array().unwrap().iter();
    list.map(|one| (one["reason"].as_str().unwrap().to_owned(), one["count"].as_u64().unwrap())).collect()
}

#[tokio::test]
async fn a_bad_line_costs_itself_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mixed.ndjson");
    let mut lines = std::fs::File::create(&file).unwrap();
    let mut expected = std::collections::BTreeMap::new();
    let bad = bad_lines();
    for (number, (line, _, reasons)) in bad.iter().enumerate() {
        lines.write_all(good(number).as_bytes()).unwrap();
        lines.write_all(b"\n").unwrap();
        lines.write_all(line).unwrap();
        lines.write_all(b"\n").unwrap();
        for reason in *reasons {
            *expected.entry((*reason).to_owned()).or_insert(0) += 1;
        }
    }
    drop(lines);
    let data = folder.path().join("data");
    let summary = import(&data, &[&file]).remove(0);
    assert_eq!(counts(&summary), expected, "{summary}");
    let refused = bad.iter().filter(|(_, fate, _)| *fate == Fate::Refused).count();
    assert_eq!(summary["refused"], refused, "{summary}");
    assert_eq!(summary["accepted"], bad.len() * 2 - refused, "{summary}");
    let profiles = in_order(&data).await;
    let numbers: Vec<&Json> =
        profiles.iter().map(|profile| &profile["workspaces"][0]["user_attributes"]["n"]).collect();
    let good: Vec<u64> = numbers.iter().filter_map(|number| number.as_u64()).collect();
    assert_eq!(good, (0..bad.len() as u64).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_huge_value_is_refused_and_the_next_line_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("huge.ndjson");
    let huge = format!(r#"{{"user_identities":{{"customer_id":"{}"}}}}"#, "x".repeat(20 << 20));
    std::fs::write(&file, format!("{}\n{huge}\n{}\n", good(1), good(2))).unwrap();
    let data = folder.path().join("data");
    let summary = import(&data, &[&file]).remove(0);
    assert_eq!((&summary["accepted"], &summary["refused"]), (&Json::from(2), &Json::from(1)), "{summary}");
    assert_eq!(counts(&summary).get("over_limit"), Some(&1), "{summary}");
    assert_eq!(in_order(&data).await.len(), 2);
}

#[tokio::test]
async fn duplicate_ids_count_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("twice.ndjson");
    std::fs::write(&file, [good(1), good(2), good(1), good(1)].join("\n")).unwrap();
    let data = folder.path().join("data");
    let summary = import(&data, &[&file]).remove(0);
    assert_eq!((&summary["accepted"], &summary["duplicates"]), (&Json::from(2), &Json::from(2)), "{summary}");
    assert_eq!(in_order(&data).await[0]["batches"], 1);
}

#[tokio::test]
async fn a_truncated_gzip_keeps_what_came_before_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<String> = (0..2_000).map(good).collect();
    let whole = gzip(folder.path(), &lines.join("\n"));
    let cut = folder.path().join("cut.ndjson.gz");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let data = folder.path().join("data");
    let output = uav("import", &data).arg("--json").arg(&cut).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    let summary = summaries(&output).remove(0);
    let accepted = summary["accepted"].as_u64().unwrap();
    assert!((1..2_000).contains(&accepted), "{summary}");
    assert_eq!(counts(&summary).get("truncated"), Some(&1), "{summary}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("cut off"), "{}", words(&output));
    assert_eq!(in_order(&data).await.len() as u64, accepted);
}

fn gzip(folder: &Path, text: &str) -> Vec<u8> {
    let file = folder.join("whole.ndjson");
    std::fs::write(&file, text).unwrap();
    let output = std::process::Command::new("gzip").arg("-c").arg(&file).output().unwrap();
    assert!(output.status.success());
    output.stdout
}
