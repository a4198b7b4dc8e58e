//! How attributes came to their values, one batch whole, and what there is to filter by.

use uav_core::{InputId, Mpid, Number, ProfileKey, Scalar, Seq, Value, WorkspaceId};
use uav_engine::{EngineError, Incoming};
use uav_testkit::Room;

fn one() -> Mpid {
    Mpid::new(1).unwrap()
}

async fn say(room: &Room, input: u32, time_ms: i64, rest: &str) {
    let json = format!(r#"{{"mpid":1,"timestamp_unixtime_ms":{time_ms},{rest}}}"#);
    room.engine.ingest(Incoming { input: InputId(input), ..room.incoming(&json) }).await.unwrap();
}

#[tokio::test]
async fn a_history_is_by_time_whatever_the_order_of_arrival() {
    let room = Room::new().await;
    say(&room, 1, 30, r#""user_attributes":{"plan":3,"other":1}"#).await;
    say(&room, 2, 10, r#""user_attributes":{"plan":1}"#).await;
    say(&room, 1, 20, r#""deleted_user_attributes":["plan"]"#).await;
    say(&room, 1, 40, r#""user_attributes":{"plan":3}"#).await;
    let history = room.engine.attribute_history(one(), WorkspaceId(1), "plan").await.unwrap();
    let number = |number| Some(Value::One(Scalar::Number(Number::Int(number))));
    let found: Vec<_> =
        history.changes.iter().map(|change| (change.moment.time_ms, change.value.clone(), change.input.0)).collect();
    assert_eq!(found, [(30, number(3), 1), (20, None, 1), (10, number(1), 2)], "the same value again is no change");
    assert!(!history.truncated);
    let nothing = room.engine.attribute_history(one(), WorkspaceId(1), "unknown").await.unwrap();
    assert!(nothing.changes.is_empty());
    let elsewhere = room.engine.attribute_history(one(), WorkspaceId(2), "plan").await.unwrap();
    assert!(elsewhere.changes.is_empty());
    let nobody = room.engine.attribute_history(Mpid::new(9).unwrap(), WorkspaceId(1), "plan").await.unwrap_err();
    assert!(matches!(nobody, EngineError::NotFound(_)));
}

#[tokio::test]
async fn the_end_of_a_history_is_what_the_profile_holds() {
    let room = Room::new().await;
    for (seq, time_ms) in (0..600i64).map(|number| (number, number * 7_919 % 601)) {
        say(&room, 1, time_ms + 1, &format!(r#""user_attributes":{{"n":{seq}}}"#)).await;
    }
    let history = room.engine.attribute_history(one(), WorkspaceId(1), "n").await.unwrap();
    let profile = room.engine.profile(one()).await.unwrap().profile;
    let held = profile.workspace(WorkspaceId(1)).unwrap().attributes.get("n").unwrap().value.clone();
    assert_eq!((history.changes.len(), history.changes.first().unwrap().value.clone()), (600, Some(held)));
}

#[tokio::test]
async fn a_batch_is_told_as_it_was_received_to_its_own_user_only() {
    let room = Room::new().await;
    let json = r#"{"mpid":1,"unknown":1.50,"events":[{"event_type":"first_run","data":{}}]}"#;
    room.ingest(json).await;
    room.ingest(r#"{"mpid":2}"#).await;
    let (batch, raw) = room.engine.batch(ProfileKey(1), Seq(1)).await.unwrap();
    assert_eq!((batch.batch.events.len(), raw), (1, json.as_bytes().to_vec()));
    for (profile, seq) in [(2, 1), (1, 2), (1, 9)] {
        let fault = room.engine.batch(ProfileKey(profile), Seq(seq)).await.unwrap_err();
        assert!(matches!(fault, EngineError::NotFound(_)));
    }
}

#[tokio::test]
async fn facets_count_events() {
    let room = Room::new().await;
    let screen = r#"{"event_type":"screen_view","data":{"screen_name":"Home"}}"#;
    let custom = r#"{"event_type":"custom_event","data":{"event_name":"Search"}}"#;
    say(&room, 1, 10, &format!(r#""mp_deviceid":"D1","events":[{screen},{custom},{screen}]"#)).await;
    say(&room, 2, 20, &format!(r#""mp_deviceid":"D2","events":[{custom},{screen}]"#)).await;
    say(&room, 2, 30, r#""user_attributes":{"a":1}"#).await;
    let facets = room.engine.activity_facets(ProfileKey(1)).await.unwrap();
    let named: Vec<_> = facets.names.iter().map(|facet| (&*facet.value, facet.count)).collect();
    assert_eq!(named, [("Home", 3), ("Search", 2)]);
    let inputs: Vec<_> = facets.inputs.iter().map(|facet| (facet.value.0, facet.count)).collect();
    assert_eq!(inputs, [(1, 3), (2, 2)]);
    let devices: Vec<_> = facets.devices.iter().map(|facet| (&*facet.value, facet.count)).collect();
    assert_eq!(devices, [("D1", 3), ("D2", 2)]);
    let categories: Vec<_> = facets.categories.iter().map(|facet| (facet.value.name(), facet.count)).collect();
    assert_eq!(categories, [("screen", 3), ("custom", 2)]);
    assert!(!facets.truncated);
}
