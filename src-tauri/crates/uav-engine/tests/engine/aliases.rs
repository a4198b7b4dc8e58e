//! Events of one user on the timeline of another.

use uav_core::batch::Environment;
use uav_core::{AliasState, InputId, Mpid, ScopeId, WorkspaceId};
use uav_engine::activity::ActivityFilter;
use uav_engine::{AliasOrder, AliasOutcome, Outcome, Source};
use uav_testkit::{NOW_MS, Room};

const SOURCE: Source = Source { input: InputId(1), workspace: WorkspaceId(1), scope: ScopeId(1) };
const HOUR_MS: i64 = 60 * 60 * 1_000;

fn mpid(outcome: Outcome) -> Mpid {
    let Outcome::Stored { mpid, .. } = outcome else { panic!("{outcome:?}") };
    mpid
}

/// A batch of a device with an event of this name, so many hours before the room begins.
async fn seen(room: &Room, stamp: &str, name: &str, hours_ago: i64) -> Mpid {
    let time_ms = NOW_MS - hours_ago * HOUR_MS;
    let batch = format!(
        r#"{{"mp_deviceid":"{stamp}","user_attributes":{{"last":"{name}"}},"events":[{{"event_type":"custom_event","data":{{"event_name":"{name}","timestamp_unixtime_ms":{time_ms}}}}}]}}"#
    );
    mpid(room.ingest(&batch).await)
}

async fn order(room: &Room, from: Mpid, to: Mpid, hours: (i64, i64)) -> AliasOutcome {
    let at = |hours_ago: i64| Some(NOW_MS - hours_ago * HOUR_MS);
    let order = AliasOrder {
        source: SOURCE,
        environment: Environment::Production,
        from,
        to,
        start_ms: at(hours.0),
        end_ms: at(hours.1),
        device: None,
        body: b"{}",
    };
    room.engine.alias(order).await.unwrap()
}

/// The names on a user's timeline, oldest first.
async fn timeline(room: &Room, mpid: Mpid) -> Vec<String> {
    let key = room.engine.profile(mpid).await.unwrap().key;
    let page = room.engine.activity(key, &ActivityFilter::default(), false, None, 50).await.unwrap();
    page.events.iter().map(|event| event.headline.name.clone()).collect()
}

#[tokio::test]
async fn a_day_later_the_events_of_the_range_are_copied_and_late_ones_too() {
    let room = Room::new().await;
    let from = seen(&room, "old", "Before", 30).await;
    seen(&room, "old", "Within", 20).await;
    room.world.set_now_ms(NOW_MS + 5);
    let to = seen(&room, "new", "Own", 2).await;
    assert_eq!(order(&room, from, to, (25, 3)).await, AliasOutcome::Accepted);
    assert_eq!(order(&room, from, to, (25, 3)).await, AliasOutcome::Accepted, "twice is once");
    assert_eq!(room.engine.run_due_aliases().await.unwrap(), 0);
    assert_eq!(timeline(&room, to).await, ["Own"]);

    seen(&room, "old", "Late", 10).await;
    room.world.set_now_ms(NOW_MS + 24 * HOUR_MS + 5);
    room.engine.run_due_aliases().await.unwrap();
    assert_eq!(timeline(&room, to).await, ["Within", "Late", "Own"]);
    assert_eq!(timeline(&room, from).await, ["Before", "Within", "Late"], "nothing is deleted");
    let found = room.engine.profile(to).await.unwrap();
    assert_eq!(found.profile.first_seen_ms(), NOW_MS, "the earlier first sight");
    let workspace = found.profile.workspace(WorkspaceId(1)).unwrap();
    assert_eq!(
        workspace.attributes.get("last").unwrap().moment.time_ms,
        NOW_MS - 2 * HOUR_MS,
        "attributes are not copied"
    );
    assert_eq!(
        (found.aliases.len(), found.aliases[0].other, found.aliases[0].alias.state),
        (1, from, AliasState::Done)
    );

    room.engine.undo_alias(found.aliases[0].alias.seq).await.unwrap();
    assert_eq!(timeline(&room, to).await, ["Own"]);
    assert_eq!(room.engine.profile(to).await.unwrap().aliases[0].alias.state, AliasState::Undone);
}

#[tokio::test]
async fn what_is_not_allowed_is_told_on_the_profiles_alone() {
    let room = Room::new().await;
    let (one, two, three) =
        (seen(&room, "1", "One", 20).await, seen(&room, "2", "Two", 20).await, seen(&room, "3", "Three", 20).await);
    assert_eq!(order(&room, one, two, (25, 3)).await, AliasOutcome::Accepted);
    // AL-1: the source was the source of an overlapping range; AL-2: the source was a destination before.
    assert_eq!(order(&room, one, three, (30, 20)).await, AliasOutcome::Accepted);
    assert_eq!(order(&room, two, three, (25, 3)).await, AliasOutcome::Accepted);
    let room = room.restarted().await;
    room.world.set_now_ms(NOW_MS + 25 * HOUR_MS);
    room.engine.run_due_aliases().await.unwrap();
    assert_eq!(timeline(&room, two).await, ["One", "Two"]);
    assert_eq!(timeline(&room, three).await, ["Three"]);
    let states: Vec<AliasState> =
        room.engine.profile(three).await.unwrap().aliases.iter().map(|shown| shown.alias.state).collect();
    assert!(states.iter().all(|state| matches!(state, AliasState::Refused(_))) && states.len() == 2, "{states:?}");

    let nobody = Mpid::new(4_711).unwrap();
    let AliasOutcome::Refused(refusals) = order(&room, nobody, one, (2, 1)).await else { panic!("nobody is no user") };
    assert_eq!(refusals[0].path, "data.source_mpid");
}
