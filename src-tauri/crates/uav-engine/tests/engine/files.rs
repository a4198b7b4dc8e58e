//! Imports of every form and packing give the same profiles.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use uav_core::WorkspaceId;
use uav_engine::imports::{ImportSource, StartImport, preview};
use uav_store::{GroupStore, ImportState, InputStore};
use uav_testkit::Room;

use crate::{line, lines};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn joined(parts: &[Vec<u8>; 2]) -> Vec<u8> {
    parts.concat()
}

#[tokio::test]
async fn every_form_and_packing_gives_the_same_profiles() {
    let ndjson = lines(0..20);
    let elements: Vec<String> = (0..20).map(line).collect();
    let array = format!("[\n{}\n]\n", elements.join(",\n"));
    let bulk = format!("{{\"batches\":[{}]}}", elements.join(","));
    let bulk_lines = format!("[{}]\n[{}]\n", elements[..10].join(","), elements[10..].join(","));
    let spread = bulk.replace("\"batches\":", "\n  \"batches\": ").replace("]}", "]\n}\n");
    let zstd = |text: &str| zstd::encode_all(text.as_bytes(), 1).unwrap();
    let (half, rest) = (lines(0..10), lines(10..20));
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("lines.ndjson", ndjson.clone().into_bytes()),
        ("crlf.ndjson", ndjson.replace('\n', "\r\n").into_bytes()),
        ("no-end.ndjson", ndjson.trim_end().as_bytes().to_vec()),
        ("array.json", array.into_bytes()),
        ("bulk.json", bulk.into_bytes()),
        ("bulk-lines.ndjson", bulk_lines.into_bytes()),
        ("spread.json", spread.into_bytes()),
        ("lines.ndjson.gz", gzip(ndjson.as_bytes())),
        ("members.ndjson.gz", joined(&[gzip(half.as_bytes()), gzip(rest.as_bytes())])),
        ("lines.ndjson.zst", zstd(&ndjson)),
        ("frames.ndjson.zst", joined(&[zstd(&half), zstd(&rest)])),
    ];
    let expected = Room::new().await;
    expected.import("lines.ndjson", ndjson.as_bytes()).await;
    let expected = expected.profiles().await;
    assert_eq!(expected.len(), 5);
    for (name, bytes) in files {
        let room = Room::new().await;
        let done = room.import(name, &bytes).await.record;
        let counts = (done.accepted, done.duplicates, done.refused, done.remarks, done.events, done.created);
        assert_eq!((done.state, counts), (ImportState::Done, (20, 0, 0, 0, 20, 5)), "{name}: {:?}", done.fault);
        assert_eq!(done.done, done.total, "{name}");
        assert_eq!(done.total, bytes.len() as u64, "{name}");
        let found = room.profiles().await;
        assert!(found == expected, "{name}");
    }
}

#[tokio::test]
async fn one_object_is_one_batch_however_it_is_spread() {
    for text in [line(1), line(1).replace(",\"", ",\n \"").replace('{', "{\n")] {
        let room = Room::new().await;
        let done = room.import("one.json", text.as_bytes()).await.record;
        assert_eq!((done.state, done.accepted, done.lines), (ImportState::Done, 1, 1), "{text}");
    }
    let room = Room::new().await;
    let nothing = room.import("empty.json", b"").await.record;
    assert_eq!((nothing.state, nothing.accepted, nothing.lines), (ImportState::Done, 0, 0));
}

#[tokio::test]
async fn a_second_import_of_a_file_stores_nothing_twice() {
    let room = Room::new().await;
    room.import("a.ndjson", lines(0..20).as_bytes()).await;
    let before = room.profiles().await;
    let again = room.import("b.ndjson", lines(0..22).as_bytes()).await.record;
    assert_eq!((again.accepted, again.duplicates, again.created, again.updated), (2, 20, 0, 2));
    let repeated = format!("{}{}", line(30), "\n").repeat(3);
    let within = room.import("c.ndjson", repeated.as_bytes()).await.record;
    assert_eq!((within.accepted, within.duplicates), (1, 2));
    assert_eq!(room.profiles().await.len(), before.len());
    assert_eq!(room.store.totals().await.unwrap().batches, 23);
}

#[tokio::test]
async fn batches_of_a_file_are_entered_under_what_they_say_of_themselves() {
    let room = Room::new().await;
    let texts = [
        r#"{"mpid":1,"device_info":{"platform":"web"}}"#,
        r#"{"mpid":1,"device_info":{"platform":"iOS"}}"#,
        r#"{"mpid":1,"device_info":{"platform":"FireTV"}}"#,
        r#"{"mpid":1,"source_info":{"channel":"partner","partner":"Till"}}"#,
        r#"{"mpid":1,"device_info":{"platform":"Unknown"}}"#,
        r#"{"mpid":1}"#,
    ];
    room.import("inputs.ndjson", texts.join("\n").as_bytes()).await;
    let inputs = room.store.inputs().await.unwrap();
    let names: Vec<&str> = inputs.iter().map(|input| &*input.name).collect();
    assert_eq!(names, ["Web", "iOS app", "Fire TV app", "Till", "Imported"]);
    let profile = room.profiles().await.remove(0);
    assert_eq!(profile.batches(), 6);
    assert_eq!(profile.workspaces().first().unwrap().usage.inputs().len(), 5);
}

#[tokio::test]
async fn the_sample_shop_is_a_source_like_any_other() {
    let room = Room::new().await;
    let source = ImportSource::Sample { users: 50, days: 5, seed: 1, end_ms: 1_764_000_000_000 };
    let start = StartImport { source: source.clone(), workspace: WorkspaceId(1), dry_run: false };
    let started = room.engine.imports().start(start).await.unwrap();
    let done = room.engine.imports().finished(started.record.id).await.unwrap().record;
    let batches = source.shop().unwrap().batches().count() as u64;
    assert_eq!((done.state, done.accepted + done.duplicates, done.refused), (ImportState::Done, batches, 0));
    assert!(done.duplicates > 0 || batches < 200, "the shop repeats some batches");
}

#[tokio::test]
async fn a_preview_stores_nothing() {
    let room = Room::new().await;
    let text = format!("{}\n{{bad\n{}", line(1), lines(2..40));
    let source = ImportSource::of_file(room.file("a.ndjson.gz", &gzip(text.as_bytes()))).unwrap();
    let seen = preview(&source).unwrap();
    assert_eq!((seen.format.name(), seen.compression.name(), seen.rows.len()), ("NDJSON", "gzip", 20));
    let first = seen.rows.first().unwrap();
    assert_eq!(
        (first.line, &*first.who, first.events, first.fault.as_deref()),
        (1, "Email user1@example.com", 1, None)
    );
    let second = seen.rows.get(1).unwrap();
    assert!(second.fault.as_deref().unwrap().starts_with("not JSON: "), "{second:?}");
    assert!(room.profiles().await.is_empty());
}
