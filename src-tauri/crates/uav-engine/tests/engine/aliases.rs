//! Events of one user on the timeline of another.

use uav_core::batch::Environment;
use uav_core::identity::IdentitySettings;
use uav_core::{AliasFault, AliasState, InputId, Mpid, ProfileKey, ScopeId, Seq, WorkspaceId};
use uav_engine::activity::ActivityFilter;
use uav_engine::{AliasOrder, AliasOutcome, EngineError, Outcome, Source};
use uav_store::{EntryKind, TimelineStore};
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

/// An order for the last 90 days up to now.
fn whole(from: Mpid, to: Mpid) -> AliasOrder<'static> {
    let environment = Environment::Production;
    AliasOrder { source: SOURCE, environment, from, to, start_ms: None, end_ms: None, device: None, body: b"{}" }
}

async fn a_day_later(room: &Room) {
    room.world.set_now_ms(room.engine.now_ms() + 24 * HOUR_MS);
    room.engine.run_due_aliases().await.unwrap();
}

async fn states(room: &Room, mpid: Mpid) -> Vec<AliasState> {
    room.engine.profile(mpid).await.unwrap().aliases.iter().map(|shown| shown.alias.state).collect()
}

#[tokio::test]
async fn one_device_of_several_is_copied_when_so_asked() {
    let room = Room::new().await;
    let from = seen(&room, "phone", "Phone", 5).await;
    for (stamp, name) in [("web", "Web"), ("phone", "Phone again")] {
        let batch = format!(
            r#"{{"mpid":{from},"mp_deviceid":"{stamp}","events":[{{"event_type":"custom_event","data":{{"event_name":"{name}","timestamp_unixtime_ms":{}}}}}]}}"#,
            NOW_MS - HOUR_MS
        );
        room.ingest(&batch).await;
    }
    let to = seen(&room, "new", "Own", 4).await;
    let order = AliasOrder { device: Some("phone".into()), ..whole(from, to) };
    assert_eq!(room.engine.alias(order).await.unwrap(), AliasOutcome::Accepted);
    a_day_later(&room).await;
    assert_eq!(timeline(&room, to).await, ["Phone", "Own", "Phone again"]);
}

#[tokio::test]
async fn copied_events_open_where_they_are_shown_and_tell_nothing_of_the_profile() {
    let room = Room::new().await;
    let from = seen(&room, "old", "Theirs", 5).await;
    // It updates its own user, and is no event.
    room.ingest(&format!(r#"{{"mpid":{from},"user_attributes":{{"last":"silent"}}}}"#)).await;
    let outside = seen(&room, "old", "Outside", 50).await;
    assert_eq!(outside, from);
    let to = seen(&room, "new", "Own", 1).await;
    assert_eq!(order(&room, from, to, (25, 0)).await, AliasOutcome::Accepted);
    a_day_later(&room).await;
    assert_eq!(timeline(&room, to).await, ["Theirs", "Own"]);
    assert_eq!(timeline(&room, from).await, ["Outside", "Theirs", "Profile updated"]);

    let key = room.engine.profile(to).await.unwrap().key;
    let theirs = room.engine.batch(key, Seq(1)).await.unwrap();
    assert_eq!(theirs.0.device.as_deref(), Some("old"));
    for seq in [2, 3, 5] {
        let fault = room.engine.batch(key, Seq(seq)).await.unwrap_err();
        assert!(matches!(fault, EngineError::NotFound(_)), "entry {seq}: without events, out of the range, no batch");
    }
    assert!(room.engine.batch(ProfileKey(1), Seq(4)).await.is_err(), "the source got nothing");

    let history = room.engine.attribute_history(to, WorkspaceId(1), "last").await.unwrap();
    assert_eq!(history.changes.len(), 1, "their attributes are no part of it");
    let texts = room.engine.batch_texts(key, WorkspaceId(1), (i64::MIN, i64::MAX), 9).await.unwrap();
    assert_eq!(texts.len(), 1, "whole batches would tell their identities");
    let profile = room.engine.profile(to).await.unwrap().profile;
    assert_eq!((profile.batches(), profile.events()), (1, 1));
}

#[tokio::test]
async fn very_many_events_are_copied_in_pieces_and_go_as_one() {
    let room = Room::new().await;
    let lines: Vec<String> = (0..1_700i64)
        .map(|number| {
            format!(
                r#"{{"mpid":1,"events":[{{"event_type":"custom_event","data":{{"event_name":"E","timestamp_unixtime_ms":{}}}}}]}}"#,
                NOW_MS - number % 40 * 1_000
            )
        })
        .collect();
    room.import("many.ndjson", lines.join("\n").as_bytes()).await;
    let (from, to) = (Mpid::new(1).unwrap(), seen(&room, "new", "Own", 1).await);
    assert_eq!(room.engine.alias(whole(from, to)).await.unwrap(), AliasOutcome::Accepted);
    a_day_later(&room).await;
    let key = room.engine.profile(to).await.unwrap().key;
    let shown = async || {
        let (mut after, mut count) = (None, 0);
        loop {
            let page = room.engine.activity(key, &ActivityFilter::default(), true, after, 200).await.unwrap();
            count += page.events.len();
            after = page.next;
            if after.is_none() {
                return count;
            }
        }
    };
    assert_eq!(shown().await, 1_701);
    let alias = room.engine.profile(to).await.unwrap().aliases[0].alias.seq;
    let undone = room.engine.undo_alias(alias).await.unwrap();
    assert_eq!(room.engine.undo_alias(alias).await.unwrap(), undone, "once is enough");
    assert_eq!(shown().await, 1);
}

#[tokio::test]
async fn one_that_waits_can_be_taken_back_and_asked_for_again() {
    let room = Room::new().await;
    let (from, to) = (seen(&room, "old", "Theirs", 5).await, seen(&room, "new", "Own", 1).await);
    assert_eq!(order(&room, from, to, (25, 0)).await, AliasOutcome::Accepted);
    let waiting = room.engine.profile(from).await.unwrap().aliases[0].alias.seq;
    room.engine.undo_alias(waiting).await.unwrap();
    a_day_later(&room).await;
    assert_eq!(timeline(&room, to).await, ["Own"]);
    assert_eq!(order(&room, from, to, (25, 0)).await, AliasOutcome::Accepted);
    a_day_later(&room).await;
    assert_eq!(timeline(&room, to).await, ["Theirs", "Own"]);
    assert_eq!(states(&room, to).await, [AliasState::Undone, AliasState::Done]);
    let fault = room.engine.undo_alias(Seq(999)).await.unwrap_err();
    assert!(matches!(fault, EngineError::NotFound(_)));
}

#[tokio::test]
async fn nobody_who_gave_events_away_gets_any() {
    let room = Room::new().await;
    let (one, two, three) =
        (seen(&room, "1", "One", 5).await, seen(&room, "2", "Two", 5).await, seen(&room, "3", "Three", 5).await);
    assert_eq!(room.engine.alias(whole(one, two)).await.unwrap(), AliasOutcome::Accepted);
    a_day_later(&room).await;
    assert_eq!(room.engine.alias(whole(three, one)).await.unwrap(), AliasOutcome::Accepted);
    a_day_later(&room).await;
    let fault = AliasFault::DestinationWasSource;
    assert_eq!(states(&room, three).await, [AliasState::Refused(fault)]);
    let refused = room.engine.profile(three).await.unwrap().aliases[0].alias.seq;
    assert!(matches!(room.engine.undo_alias(refused).await, Err(EngineError::Conflict(_))));
    // The way is free once the first is taken back.
    let first = room.engine.profile(one).await.unwrap().aliases[0].alias.seq;
    room.engine.undo_alias(first).await.unwrap();
    assert_eq!(room.engine.alias(whole(three, one)).await.unwrap(), AliasOutcome::Accepted);
    a_day_later(&room).await;
    assert_eq!(timeline(&room, one).await, ["One", "Three"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_equal_requests_at_once_are_one_entry_of_the_log() {
    let room = Room::new().await;
    let (from, to) = (seen(&room, "old", "Theirs", 5).await, seen(&room, "new", "Own", 1).await);
    let asked: Vec<_> = (0..20)
        .map(|_| {
            let engine = room.engine.clone();
            tokio::spawn(async move { engine.alias(whole(from, to)).await.unwrap() })
        })
        .collect();
    for answer in asked {
        assert_eq!(answer.await.unwrap(), AliasOutcome::Accepted);
    }
    let log = room.store.entries_after(Seq(0), 100).await.unwrap();
    assert_eq!(log.iter().filter(|entry| entry.kind == EntryKind::Alias).count(), 1);
}

#[tokio::test]
async fn users_of_another_space_are_nobody_and_some_strategies_have_no_aliases() {
    let room = Room::new().await;
    let (one, two) = (seen(&room, "1", "One", 5).await, seen(&room, "2", "Two", 5).await);
    let elsewhere = AliasOrder { environment: Environment::Development, ..whole(one, two) };
    let AliasOutcome::Refused(refusals) = room.engine.alias(elsewhere).await.unwrap() else { panic!("taken") };
    let paths: Vec<&str> = refusals.iter().map(|refusal| &*refusal.path).collect();
    assert_eq!(paths, ["data.source_mpid", "data.destination_mpid"]);
    for settings in [IdentitySettings::profile_isolation(), IdentitySettings::best_match()] {
        room.engine.update_scope(ScopeId(1), "My users", &settings).await.unwrap();
        assert_eq!(room.engine.alias(whole(one, two)).await.unwrap(), AliasOutcome::NotAllowed);
    }
}
