//! What other settings would make of the log, and giving it out anew by the settings in force.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uav_core::batch::Environment;
use uav_core::identity::{Call, IdentityChange, IdentitySettings};
use uav_core::profile::Profile;
use uav_core::{Identity, IdentityType, InputId, Mpid, ScopeId, Seq, WorkspaceId};
use uav_engine::{
    Applied, EngineError, IdentityAct, IdentityOutcome, IdentityRequest, Outcome, Preview, PreviewState, Source,
};
use uav_store::{ScopeStore, TimelineStore};
use uav_testkit::Room;

async fn preview(room: &Room, settings: IdentitySettings) -> Preview {
    room.engine.preview_resolution(ScopeId(1), settings).await.unwrap();
    loop {
        match room.engine.resolution_preview().unwrap().state {
            PreviewState::Running => tokio::task::yield_now().await,
            PreviewState::Done(preview) => return (*preview).clone(),
            other => panic!("{other:?}"),
        }
    }
}

fn mpid(outcome: Outcome) -> Mpid {
    let Outcome::Stored { mpid, .. } = outcome else { panic!("{outcome:?}") };
    mpid
}

#[tokio::test]
async fn who_would_merge_is_named_and_nothing_changes() {
    let room = Room::new().await;
    let event = r#""events":[{"event_type":"custom_event","data":{"event_name":"Seen"}}]"#;
    let both = r#"{"user_identities":{"customer_id":"c","email":"ann@example.com"}}"#;
    let known = mpid(room.ingest(both).await);
    // By the Default strategy an e-mail alone does not find somebody with a customer ID.
    let alone = mpid(room.ingest(&format!(r#"{{"user_identities":{{"email":"ann@example.com"}},{event}}}"#)).await);
    room.ingest(&format!(r#"{{"mpid":"{alone}",{event}}}"#)).await;
    room.ingest(r#"{"user_identities":{"email":"bob@example.com"}}"#).await;
    let before = room.profiles().await;

    let same = preview(&room, IdentitySettings::default()).await;
    assert_eq!((same.summary.before, same.summary.same, same.summary.merges), (3, 3, 0));
    let merged = preview(&room, IdentitySettings::profile_conversion()).await;
    let summary = &merged.summary;
    assert_eq!((summary.before, summary.after, summary.same, summary.merges, summary.splits), (3, 2, 1, 1, 0));
    let named: Vec<Mpid> = merged.merges[0].before.iter().map(|user| user.mpid).collect();
    assert_eq!(named, [alone, known], "the one with most events first");
    assert_eq!(merged.merges[0].decided_by.0, 2);
    assert_eq!(room.profiles().await, before);
}

#[tokio::test]
async fn identity_requests_count_too_and_other_scopes_do_not() {
    let room = Room::new().await;
    let shop = room.engine.create_scope("Shop").await.unwrap();
    for scope in [ScopeId(1), shop.id] {
        let mut incoming = room.incoming(r#"{"user_identities":{"email":"ann@example.com"}}"#);
        incoming.scope = scope;
        incoming.workspace = if scope == shop.id {
            room.engine.create_workspace("Shop", shop.id).await.unwrap().id
        } else {
            incoming.workspace
        };
        room.engine.ingest(incoming).await.unwrap();
    }
    assert_eq!(preview(&room, IdentitySettings::best_match()).await.summary.before, 1);
    let broken = IdentitySettings { priority: Vec::new(), ..IdentitySettings::default() };
    assert!(room.engine.preview_resolution(ScopeId(1), broken).await.is_err());
    let nowhere = room.engine.preview_resolution(ScopeId(9), IdentitySettings::default()).await;
    assert_eq!(nowhere.unwrap_err().to_string(), "there is no identity scope 9");
}

/// Saves settings and gives the log out by them.
async fn apply(room: &Room, settings: &IdentitySettings) -> Applied {
    room.store.update_scope(ScopeId(1), "My users", settings).await.unwrap();
    // What was saved behind the engine's back is read at its start.
    room.engine.apply_resolution(ScopeId(1)).await.unwrap();
    loop {
        match room.engine.resolution_preview().unwrap().state {
            PreviewState::Running => tokio::task::yield_now().await,
            PreviewState::Applied(applied) => return applied,
            other => panic!("{other:?}"),
        }
    }
}

/// Somebody as far as the log tells: the identities, and what was folded.
type Told = (Vec<String>, u64, u64, Vec<String>);

fn told(profile: &Profile) -> Told {
    let identities = profile.record.current().map(|held| {
        let Identity { kind, value } = &held.identity;
        format!("{}={}", kind.name(), kind.comparable(value))
    });
    let attributes = profile.workspaces().iter().flat_map(|workspace| {
        workspace.attributes.iter().map(|held| format!("{}={:?}", held.name, held.value)).collect::<Vec<_>>()
    });
    let mut identities: Vec<String> = identities.collect();
    identities.sort();
    (identities, profile.events(), profile.batches(), attributes.collect())
}

/// Everybody but those of whom nothing is left.
async fn everybody(room: &Room) -> BTreeSet<(usize, Told)> {
    let mut told: Vec<Told> = room.profiles().await.iter().map(told).collect();
    told.retain(|(identities, events, batches, _)| !identities.is_empty() || *events > 0 || *batches > 0);
    told.sort();
    told.into_iter().enumerate().collect()
}

/// What a client does.
#[derive(Clone, Debug)]
enum Step {
    Batch(Vec<(IdentityType, &'static str)>, u32),
    Call(Call, Vec<(IdentityType, &'static str)>),
    Modify(usize, IdentityType, Option<&'static str>),
}

const KINDS: &[IdentityType] =
    &[IdentityType::CustomerId, IdentityType::Email, IdentityType::IosVendorId, IdentityType::Facebook];
const VALUES: &[&str] = &["a", "b", "c"];

fn named() -> impl Strategy<Value = Vec<(IdentityType, &'static str)>> {
    prop::collection::btree_map(prop::sample::select(KINDS), prop::sample::select(VALUES), 1..4)
        .prop_map(|map| map.into_iter().collect())
}

fn step() -> impl Strategy<Value = Step> {
    let call = prop::sample::select(&[Call::Identify, Call::Login, Call::Logout][..]);
    let value = prop::option::of(prop::sample::select(VALUES));
    prop_oneof![
        3 => (named(), 0..100u32).prop_map(|(named, number)| Step::Batch(named, number)),
        3 => (call, named()).prop_map(|(call, named)| Step::Call(call, named)),
        1 => (0..4usize, prop::sample::select(KINDS), value).prop_map(|(who, kind, new)| Step::Modify(who, kind, new)),
    ]
}

/// Does the steps; a change of identities names the user by the place in the order of answers.
async fn take(room: &Room, steps: &[Step]) {
    let mut answered = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        match step {
            Step::Batch(named, number) => {
                let identity = |(kind, value): &(IdentityType, &str)| match kind {
                    IdentityType::IosVendorId => None,
                    kind => Some(format!("\"{}\":\"{value}\"", kind.name())),
                };
                let user: Vec<String> = named.iter().filter_map(identity).collect();
                let device = named.iter().find(|(kind, _)| *kind == IdentityType::IosVendorId);
                let device = device.map_or(String::new(), |(_, value)| format!("\"ios_idfv\":\"{value}\""));
                let batch = format!(
                    r#"{{"timestamp_unixtime_ms":{},"user_identities":{{{}}},"device_info":{{{device}}},"user_attributes":{{"n":{number}}},
                    "events":[{{"event_type":"custom_event","data":{{"event_name":"E"}}}}]}}"#,
                    1_760_000_000_000_u64 + place as u64,
                    user.join(",")
                );
                if let Outcome::Stored { mpid, .. } = room.ingest(&batch).await {
                    answered.push(mpid);
                }
            }
            Step::Call(call, named) => {
                let identities: Vec<_> = named.iter().map(|(kind, value)| Identity::new(*kind, value)).collect();
                let members: Vec<String> =
                    named.iter().map(|(kind, value)| format!("\"{}\":\"{value}\"", kind.idsync_name())).collect();
                let body = format!(r#"{{"environment":"production","known_identities":{{{}}}}}"#, members.join(","));
                let act = IdentityAct::Resolve { call: *call, identities, previous: None };
                if let IdentityOutcome::Resolved(Ok(resolved)) = ask(room, act, &body).await {
                    answered.extend(resolved.mpid);
                }
            }
            Step::Modify(who, kind, new) => {
                let Some(mpid) = answered.get(*who).copied() else { continue };
                let value = new.map_or("null".to_owned(), |new| format!("\"{new}\""));
                let change =
                    format!(r#"{{"identity_type":"{}","old_value":"a","new_value":{value}}}"#, kind.idsync_name());
                let body = format!(r#"{{"environment":"production","identity_changes":[{change}]}}"#);
                let change = IdentityChange { kind: *kind, old: Some("a".into()), new: new.map(Into::into) };
                ask(room, IdentityAct::Modify { mpid, changes: vec![change] }, &body).await;
            }
        }
    }
}

async fn ask(room: &Room, act: IdentityAct, body: &str) -> IdentityOutcome {
    let source = Source { input: InputId(1), workspace: WorkspaceId(1), scope: ScopeId(1) };
    let environment = Environment::Production;
    let request = IdentityRequest { source, environment, act, body: body.as_bytes(), has_id: false };
    room.engine.identify(request).await.unwrap()
}

/// Whose each entry of the log is, by MPID.
async fn owners(room: &Room) -> Vec<(Seq, Mpid)> {
    let profiles: Vec<Profile> = room.profiles().await;
    let log = room.store.entries_after(Seq(0), 1_000).await.unwrap();
    log.iter().map(|entry| (entry.receipt.seq, profiles[entry.profile.0 as usize - 1].mpid)).collect()
}

fn strategies() -> [IdentitySettings; 5] {
    [
        IdentitySettings::default(),
        IdentitySettings::profile_conversion(),
        IdentitySettings::profile_link(),
        IdentitySettings::profile_isolation(),
        IdentitySettings::best_match(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// Given out anew, a log gives the users that it would have given from the start; and given out by the settings of
    /// before it gives back each entry to whom it was, under the same MPIDs.
    #[test]
    fn a_log_given_out_anew_is_as_if_the_settings_had_always_been(
        first in 0..5usize,
        second in 0..5usize,
        steps in prop::collection::vec(step(), 1..16),
    ) {
        let (first, second) = (strategies()[first].clone(), strategies()[second].clone());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let room = Room::with_settings(first.clone()).await;
            take(&room, &steps).await;
            let (users, entries) = (everybody(&room).await, owners(&room).await);

            // What the new settings would have refused stays with whoever it was answered with, so only logs of requests
            // that both take can be compared.
            let always = Room::with_settings(second.clone()).await;
            take(&always, &steps).await;
            let same_log = owners(&always).await.len() == entries.len();
            apply(&room, &second).await;
            if same_log && !steps.iter().any(|step| matches!(step, Step::Modify(..))) {
                prop_assert_eq!(everybody(&room).await, everybody(&always).await);
            }
            prop_assert_eq!(apply(&room, &second).await, Applied::default(), "done twice is done once");
            apply(&room, &first).await;
            prop_assert_eq!(everybody(&room).await, users);
            prop_assert_eq!(owners(&room).await, entries);
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn an_mpid_still_means_somebody_after_its_events_went_to_another() {
    let room = Room::new().await;
    let known =
        mpid(room.ingest(r#"{"user_identities":{"customer_id":"c","email":"e"},"user_attributes":{"a":1}}"#).await);
    let event = r#""events":[{"event_type":"custom_event","data":{"event_name":"Seen"}}]"#;
    let alone = mpid(room.ingest(&format!(r#"{{"user_identities":{{"email":"e"}},{event}}}"#)).await);
    let applied = apply(&room, &IdentitySettings::profile_conversion()).await;
    assert_eq!((applied.entries, applied.profiles), (1, 2));
    let (one, other) = (room.engine.profile(alone).await.unwrap(), room.engine.profile(known).await.unwrap());
    assert_eq!(
        (one.profile.batches(), one.profile.record.current().count()),
        (2, 2),
        "the one with most events goes on"
    );
    assert!(other.profile.record.is_orphan() && other.profile.batches() == 0);
    assert_eq!(other.profile.record.former().count(), 2, "what it held is told");
    // A client that still names it is taken at its word.
    assert_eq!(mpid(room.ingest(&format!(r#"{{"mpid":"{known}"}}"#)).await), known);
    let room = room.restarted().await;
    assert_eq!(room.profiles().await.len(), 2);
}

#[tokio::test]
async fn what_was_at_work_when_the_program_ended_is_gone_on_with() {
    let room = Room::new().await;
    room.ingest(r#"{"user_identities":{"customer_id":"c","email":"e"}}"#).await;
    room.ingest(r#"{"user_identities":{"email":"e"}}"#).await;
    room.store.update_scope(ScopeId(1), "My users", &IdentitySettings::profile_conversion()).await.unwrap();
    room.store.put_setting("resolving", "1").await.unwrap();
    let room = room.restarted().await;
    while room.engine.resolution_preview().unwrap().state == PreviewState::Running {
        tokio::task::yield_now().await;
    }
    assert_eq!(everybody(&room).await.len(), 1);
    assert_eq!(room.store.setting("resolving").await.unwrap().as_deref(), Some(""));
    let nowhere = room.engine.apply_resolution(ScopeId(9)).await;
    assert!(matches!(nowhere, Err(EngineError::NotFound(_))));
}
