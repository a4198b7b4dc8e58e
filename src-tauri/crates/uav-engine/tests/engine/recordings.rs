//! A recorded session of a real browser, taken in as it came, reversed, shuffled, and sent again.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;
use uav_core::profile::{Activity, Device, Profile};
use uav_core::{Door, Mpid, Value};
use uav_engine::Outcome;
use uav_store::GroupStore;
use uav_testkit::Room;

/// Long after everything that was recorded.
const LATER_MS: i64 = 1_800_000_000_000;

/// The batches of the session, in the order in which they came.
fn session() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recordings/web-sdk-2.68.0");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let exchange =
        |path: &std::path::PathBuf| -> Json { serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap() };
    let exchanges = files.iter().map(exchange);
    let batches = exchanges.filter(|exchange| exchange["request"]["path"].as_str().unwrap().contains("/v3/JS/"));
    batches.map(|exchange| exchange["request"]["body"].to_string()).collect()
}

/// What must not depend on the order of arrival (events.md TM-5): all but places in the log and the order of identities.
#[derive(Debug, PartialEq)]
struct Told {
    attributes: Vec<(String, Value, i64)>,
    consent: Vec<(String, bool, i64)>,
    devices: Vec<Device>,
    activity: Activity,
    opted_out: bool,
    batches: u64,
    identities: Vec<(String, String)>,
}

fn told(profile: &Profile) -> Told {
    let workspace = profile.workspaces().first().unwrap();
    let attribute =
        |held: uav_core::profile::HeldAttribute<'_>| (held.name.to_owned(), held.value.clone(), held.moment.time_ms);
    let consent = |held: &uav_core::profile::HeldConsent| {
        (held.value.purpose.to_string(), held.value.consented, held.moment.time_ms)
    };
    let mut identities: Vec<_> = profile
        .record
        .current()
        .map(|held| (held.identity.kind.name().to_owned(), held.identity.value.to_string()))
        .collect();
    identities.sort();
    Told {
        attributes: workspace.attributes.iter().map(attribute).collect(),
        consent: workspace.consent.records().iter().map(consent).collect(),
        devices: workspace.devices.merged(),
        activity: workspace.activity.clone(),
        opted_out: profile.is_opted_out(),
        batches: profile.batches(),
        identities,
    }
}

async fn taken_in(batches: &[String]) -> (Room, BTreeMap<Mpid, Told>) {
    let room = Room::new().await;
    room.world.set_now_ms(LATER_MS);
    for json in batches {
        let outcome = room.engine.ingest(room.incoming_through(Door::Browser, json)).await.unwrap();
        assert!(matches!(outcome, Outcome::Stored { .. }), "{outcome:?} {json}");
    }
    let told = room.profiles().await.iter().map(|profile| (profile.mpid, told(profile))).collect();
    (room, told)
}

#[tokio::test]
async fn the_session_gives_the_same_profiles_in_any_order_of_arrival_and_counts_once() {
    let batches = session();
    assert_eq!(batches.len(), 65);
    let (room, straight) = taken_in(&batches).await;
    assert_eq!(straight.len(), 3, "one anonymous and two known users");

    let totals = room.store.totals().await.unwrap();
    for json in &batches {
        let again = room.engine.ingest(room.incoming_through(Door::Browser, json)).await.unwrap();
        assert_eq!(again, Outcome::Duplicate);
    }
    assert_eq!(room.store.totals().await.unwrap(), totals);

    let mut reversed = batches.clone();
    reversed.reverse();
    assert_eq!(taken_in(&reversed).await.1, straight);
    for step in [2, 3, 7, 11, 17, 23] {
        let count = batches.len();
        let shuffled: Vec<String> = (0..count).map(|place| batches[place * step % count].clone()).collect();
        assert_eq!(taken_in(&shuffled).await.1, straight, "every {step}th");
    }
}
