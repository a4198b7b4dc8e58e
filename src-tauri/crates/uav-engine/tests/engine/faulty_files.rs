//! Faulty files: each fault is named with its line and path, and costs nothing but itself.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use uav_store::{ImportRecord, ImportState, ImportStore, RefusalRecord};
use uav_testkit::Room;

use crate::{line, lines};

async fn refused(room: &Room, record: &ImportRecord) -> Vec<RefusalRecord> {
    room.store.refusals(Some(record.id), None, None, 1_000).await.unwrap().refusals
}

#[tokio::test]
async fn faulty_lines_are_named_and_cost_themselves_alone() {
    let long = "x".repeat(5_000);
    let table: Vec<(Vec<u8>, &str, &str, &str)> = vec![
        (b"{bad".to_vec(), "not_json", "", "not JSON: key must be a string at column 2"),
        (b"no json".to_vec(), "not_json", "", "not JSON: expected ident at column 2"),
        (line(9).as_bytes()[..40].to_vec(), "not_json", "", "not JSON: EOF while parsing a string at column 40"),
        (b"{\"mpid\":1,\"x\":\"\xff\"}".to_vec(), "not_utf8", "", "not UTF-8 at byte 16"),
        (b"7".to_vec(), "wrong_type", "", "a number where a batch belongs"),
        (b"[7]".to_vec(), "wrong_type", "", "a number where a batch belongs"),
        (b"{\"events\":[]}".to_vec(), "no_identity", "", "no identity: no mpid, no user identity and no device id"),
        (
            format!("{{\"user_identities\":{{\"email\":\"{long}\"}}}}").into_bytes(),
            "no_identity",
            "",
            "no identity: no mpid, no user identity and no device id",
        ),
    ];
    let mut text = Vec::new();
    for (number, (faulty, ..)) in table.iter().enumerate() {
        text.extend_from_slice(faulty);
        text.push(b'\n');
        text.extend_from_slice(line(100 + number).as_bytes());
        text.extend_from_slice(b"\n\n");
    }
    let room = Room::new().await;
    let done = room.import("faulty.ndjson", &text).await.record;
    assert_eq!((done.state, done.accepted, done.refused), (ImportState::Done, 8, 8));
    let (found, parts): (Vec<_>, Vec<_>) = refused(&room, &done).await.into_iter().partition(|refusal| refusal.whole);
    assert_eq!(found.len(), table.len());
    let parts: Vec<_> = parts.iter().map(|part| (&*part.reason, &*part.path, part.line)).collect();
    assert_eq!(parts, [("over_limit", "user_identities.email", 22)], "why nobody is named is told too");
    for ((number, (faulty, reason, path, detail)), refusal) in (0u64..).zip(&table).zip(&found) {
        assert_eq!((&*refusal.reason, &*refusal.path, &*refusal.detail), (*reason, *path, *detail));
        assert_eq!((refusal.line, refusal.whole, refusal.import), (number * 3 + 1, true, Some(done.id)));
        let kept = if faulty.starts_with(b"[") { "7".into() } else { String::from_utf8_lossy(faulty) };
        assert_eq!(refusal.text, kept);
    }
}

#[tokio::test]
async fn faulty_parts_are_remarks_and_the_rest_is_stored() {
    let faulty = r#"{"mpid":1,"user_attributes":{"m":{},"ok":1},"events":[{"event_type":"first_run","data":{}},{"event_type":"dance","data":{}}]}"#;
    let room = Room::new().await;
    let done = room.import("parts.ndjson", format!("{}\n{faulty}\n", line(1)).as_bytes()).await.record;
    assert_eq!((done.accepted, done.refused, done.remarks, done.events), (2, 0, 2, 2));
    let found = refused(&room, &done).await;
    let said: Vec<_> =
        found.iter().map(|refusal| (&*refusal.path, refusal.line, refusal.whole, &*refusal.text)).collect();
    assert_eq!(said, [("user_attributes.m", 2, false, ""), ("events[1].event_type", 2, false, "")]);
}

#[tokio::test]
async fn huge_values_are_left_out_and_huge_lines_refused() {
    let value = "v".repeat(1 << 20);
    let big = format!(r#"{{"mpid":1,"user_attributes":{{"huge":"{value}","ok":1}}}}"#);
    let monster = format!(r#"{{"mpid":2,"x":"{}"}}"#, "y".repeat(17 << 20));
    let room = Room::new().await;
    let done = room.import("huge.ndjson", format!("{big}\n{monster}\n{}\n", line(3)).as_bytes()).await.record;
    assert_eq!((done.state, done.accepted, done.refused, done.remarks), (ImportState::Done, 2, 1, 1));
    let found = refused(&room, &done).await;
    let monster = found.iter().find(|refusal| refusal.whole).unwrap();
    assert_eq!((&*monster.reason, monster.line, monster.text.len()), ("over_limit", 2, 64 << 10));
    let value = found.iter().find(|refusal| !refusal.whole).unwrap();
    assert_eq!((&*value.path, &*value.detail), ("user_attributes.huge", "1048576 characters, limit 4096"));
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_file_that_is_cut_off_keeps_what_came_before() {
    // Short ones, whose end is met before anything was stored, and ones that are stored in several groups.
    for count in [1_500, 40_000] {
        let text = lines(0..count);
        let packed: [(&str, Vec<u8>); 2] =
            [("cut.gz", gzip(&text)), ("cut.zst", zstd::encode_all(text.as_bytes(), 1).unwrap())];
        for (name, bytes) in packed {
            let room = Room::new().await;
            let ended = room.import(name, &bytes[..bytes.len() * 3 / 4]).await.record;
            assert_eq!(ended.state, ImportState::Failed, "{name}");
            let fault = ended.fault.as_deref().unwrap();
            assert!(fault.starts_with("the file ends early after line "), "{name}: {fault}");
            assert!(ended.accepted > 0 && ended.accepted < count as u64, "{name}: {}", ended.accepted);
            assert_eq!(ended.accepted, ended.lines, "{name}");
            let found = refused(&room, &ended).await;
            let last = found.last().unwrap();
            assert_eq!((found.len(), &*last.reason, last.line), (1, "truncated", ended.lines + 1), "{name}");

            // The whole file, sent again, completes it.
            let whole = room.import("whole.ndjson", text.as_bytes()).await.record;
            assert_eq!((whole.duplicates, whole.accepted), (ended.accepted, count as u64 - ended.accepted), "{name}");
        }
    }
}

#[tokio::test]
async fn damage_within_a_packed_file_is_named() {
    let mut bytes = gzip(&lines(0..2_000));
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0xa5);
    let room = Room::new().await;
    let ended = room.import("damaged.gz", &bytes).await.record;
    assert_eq!(ended.state, ImportState::Failed);
    assert!(ended.fault.as_deref().unwrap().starts_with("reading failed after line "), "{:?}", ended.fault);
    assert_eq!(refused(&room, &ended).await.last().unwrap().reason, "truncated");
}

#[tokio::test]
async fn an_array_that_is_cut_off_keeps_its_elements() {
    let room = Room::new().await;
    let text = format!("[{},{},{}", line(1), line(2), &line(3)[..50]);
    let ended = room.import("cut.json", text.as_bytes()).await.record;
    assert_eq!((ended.state, ended.accepted), (ImportState::Failed, 2));
    let found = refused(&room, &ended).await;
    let said: Vec<_> = found.iter().map(|refusal| (&*refusal.reason, refusal.line, &*refusal.text)).collect();
    assert_eq!(said, [("not_json", 3, &line(3)[..50]), ("truncated", 4, "")]);
}
