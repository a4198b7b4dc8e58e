//! The running system on a store in memory, with a clock of its own.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod activity;
mod aliases;
#[path = "../../../uav-core/tests/identity/configurations.rs"]
#[allow(dead_code, reason = "shared with the tests of core")]
mod configurations;
mod dry_run;
mod faulty_files;
mod files;
mod full_disk;
mod history;
mod identity;
mod ingest;
mod jobs;
#[path = "../../../uav-core/tests/identity/notation.rs"]
#[allow(dead_code, reason = "shared with the tests of core")]
mod notation;
mod pressure;
mod recordings;
mod resolution;
mod search;
#[path = "../../../uav-core/tests/identity/world.rs"]
#[allow(dead_code, reason = "shared with the tests of core")]
mod world;

/// A line with an e-mail, a request id and one event.
fn line(number: usize) -> String {
    format!(
        r#"{{"source_request_id":"r-{number}","timestamp_unixtime_ms":{time},"user_identities":{{"email":"user{user}@example.com"}},"user_attributes":{{"n":{number}}},"events":[{{"event_type":"custom_event","data":{{"event_name":"Event {number}","timestamp_unixtime_ms":{time}}}}}]}}"#,
        time = 1_760_000_000_000_i64 + i64::try_from(number).unwrap() * 1_000,
        user = number % 5,
    )
}

/// Lines one after the other.
fn lines(numbers: std::ops::Range<usize>) -> String {
    numbers.map(|number| line(number) + "\n").collect()
}
