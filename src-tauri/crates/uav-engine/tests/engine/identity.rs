//! Identity requests through the running engine: the contract's stories, repetitions, many at once, restarts.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;
use uav_core::batch::Environment;
use uav_core::identity::{Call, IdentityChange, IdentitySettings, ModifyError, ResolveError};
use uav_core::{Identity, IdentityType, InputId, Mpid, ProfileKey, ScopeId, WorkspaceId};
use uav_engine::{IdentityAct, IdentityOutcome, IdentityRequest, Look, Outcome, Resolved, Source};
use uav_store::{EntryKind, ProfileStore, Store, TimelineStore};
use uav_testkit::Room;

use crate::configurations;
use crate::notation::{self, Asked};

const SEQUENCES: &str = include_str!("../../../../../tests/fixtures/identity/identity-sequences.json");
const SOURCE: Source = Source { input: InputId(1), workspace: WorkspaceId(1), scope: ScopeId(1) };

fn identity(kind: IdentityType, value: &str) -> Identity {
    Identity::new(kind, value)
}

fn email(value: &str) -> Vec<Identity> {
    vec![identity(IdentityType::Email, value)]
}

async fn ask<S: Store + 'static>(room: &Room<S>, act: IdentityAct, body: &str, has_id: bool) -> IdentityOutcome {
    let environment = Environment::Production;
    let request = IdentityRequest { source: SOURCE, environment, act, body: body.as_bytes(), has_id };
    room.engine.identify(request).await.unwrap()
}

async fn call<S: Store + 'static>(
    room: &Room<S>,
    call: Call,
    identities: Vec<Identity>,
) -> Result<Resolved, ResolveError> {
    let act = IdentityAct::Resolve { call, identities, previous: None };
    match ask(room, act, "{}", false).await {
        IdentityOutcome::Resolved(answer) => answer,
        IdentityOutcome::Modified(_) => panic!("nothing was to be modified"),
    }
}

async fn look<S: Store + 'static>(
    room: &Room<S>,
    call: Call,
    identities: Vec<Identity>,
) -> Result<Resolved, ResolveError> {
    look_from(room, call, identities, None).await
}

async fn look_from<S: Store + 'static>(
    room: &Room<S>,
    call: Call,
    identities: Vec<Identity>,
    previous: Option<Mpid>,
) -> Result<Resolved, ResolveError> {
    let environment = Environment::Production;
    let look = Look { scope: ScopeId(1), environment, call, identities, previous };
    room.engine.look(&look).await.unwrap()
}

/// An MPID as the stories name it: by the order in which it was made.
async fn name(room: &Room, mpid: Mpid) -> String {
    format!("P{}", room.store.key_of(mpid).await.unwrap().unwrap().0)
}

async fn mpid(room: &Room, key: ProfileKey) -> Mpid {
    let found = room.store.profiles(&[key]).await.unwrap();
    found.first().map_or_else(|| Mpid::new(404).unwrap(), |(_, profile)| profile.mpid)
}

/// Does what a step of a story says and puts the answer into its words, as far as the engine's answers tell.
async fn answer(room: &Room, request: &str) -> String {
    match notation::request(request) {
        Asked::Call { call, named, previous } => {
            let identities = named.iter().map(|(kind, value)| identity(*kind, value)).collect();
            let before = room.profiles().await.len();
            let previous = match previous {
                Some(key) => Some(mpid(room, key).await),
                None => None,
            };
            let answered = if call == Call::Search {
                look_from(room, call, identities, previous).await
            } else {
                match ask(room, IdentityAct::Resolve { call, identities, previous }, "{}", false).await {
                    IdentityOutcome::Resolved(answered) => answered,
                    IdentityOutcome::Modified(_) => panic!("{request}"),
                }
            };
            match answered {
                Ok(Resolved { mpid, matched, is_known }) => {
                    let new = if room.profiles().await.len() > before { " new" } else { "" };
                    let name = name(room, mpid.unwrap()).await;
                    let names: BTreeSet<&str> = matched.iter().map(|one| one.kind.idsync_name()).collect();
                    let matched = Vec::from_iter(names).join("+");
                    let matched = if matched.is_empty() { "none" } else { &matched };
                    format!("{name}{new}; matched {matched}; {}", if is_known { "known" } else { "anonymous" })
                }
                Err(ResolveError::NotFound) => "404 NOT_FOUND_ERROR".to_owned(),
                Err(_) => "400 LOOKUP_ERROR".to_owned(),
            }
        }
        Asked::Modify { key, changes } => {
            let mpid = mpid(room, key).await;
            match ask(room, IdentityAct::Modify { mpid, changes }, "{}", false).await {
                IdentityOutcome::Modified(Ok(lost)) if lost.is_empty() => "200".to_owned(),
                IdentityOutcome::Modified(Ok(lost)) => {
                    let mut names = BTreeSet::new();
                    for (kind, mpid) in lost {
                        names.insert(format!("{}.{}", name(room, mpid).await, kind.idsync_name()));
                    }
                    format!("200 lost: {}", Vec::from_iter(names).join("+"))
                }
                IdentityOutcome::Modified(Err(ModifyError::NotFound)) => "404 NOT_FOUND_ERROR".to_owned(),
                IdentityOutcome::Modified(Err(_)) => "400 BAD_REQUEST".to_owned(),
                IdentityOutcome::Resolved(_) => panic!("{request}"),
            }
        }
    }
}

/// The expected answer without what the engine's answers do not tell, its sets in order.
fn told(expected: &str) -> String {
    let sorted = |part: &str| {
        let part = part.trim();
        let Some(word) = ["matched ", "200 lost: "].into_iter().find(|word| part.starts_with(word)) else {
            return part.to_owned();
        };
        let names: BTreeSet<&str> = part.trim_start_matches(word).split(['+', ',']).collect();
        format!("{word}{}", Vec::from_iter(names).join("+"))
    };
    let parts = expected.split(';').map(sorted).filter(|part| !part.starts_with("refused"));
    parts.collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn every_story_of_the_contract_ends_the_same_through_the_engine() {
    let stories: Vec<Vec<Value>> = serde_json::from_str(SEQUENCES).unwrap();
    let mut faults = Vec::new();
    for story in &stories {
        let settings = configurations::settings(story[1].as_str().unwrap());
        let room = Room::with_settings(settings).await;
        for step in story[2].as_array().unwrap() {
            let (request, expected) = (step[0].as_str().unwrap(), step[1].as_str().unwrap());
            let answered = answer(&room, request).await;
            if answered != told(expected) {
                faults.push(format!("{} {request}: answered {answered:?}, expected {expected:?}", story[0]));
            }
        }
        let graph: Vec<Vec<Identity>> = room.profiles().await.iter().map(held).collect();
        let expected: Vec<Vec<Identity>> = notation::graph(story[3].as_str().unwrap()).into_values().collect();
        if graph != expected {
            faults.push(format!("{}: after it {graph:?}, expected {expected:?}", story[0]));
        }
    }
    assert_eq!(stories.len(), 41, "all stories were read");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn held(profile: &uav_core::profile::Profile) -> Vec<Identity> {
    let mut held: Vec<Identity> = profile.record.current().map(|held| held.identity.clone()).collect();
    held.sort();
    held
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_new_identity_asked_for_at_once_makes_one_mpid() {
    let room = Arc::new(Room::new().await);
    let callers = (0..64).map(|number| {
        let room = Arc::clone(&room);
        tokio::spawn(async move {
            match number % 3 {
                0 => call(&room, Call::Identify, email("new@example.com")).await.unwrap().mpid.unwrap(),
                1 => call(&room, Call::Login, email("NEW@example.com")).await.unwrap().mpid.unwrap(),
                _ => match room.ingest(r#"{"user_identities":{"email":"new@example.com"}}"#).await {
                    Outcome::Stored { mpid, .. } => mpid,
                    other => panic!("{other:?}"),
                },
            }
        })
    });
    let mut mpids = BTreeSet::new();
    for caller in Vec::from_iter(callers) {
        mpids.insert(caller.await.unwrap());
    }
    assert_eq!(mpids.len(), 1);
    assert_eq!(room.profiles().await.len(), 1);
}

#[tokio::test]
async fn a_repetition_gets_the_same_answer_and_leaves_no_second_trace() {
    let room = Room::new().await;
    let logout = || IdentityAct::Resolve {
        call: Call::Logout,
        identities: vec![identity(IdentityType::DeviceApplicationStamp, "das-1")],
        previous: None,
    };
    let first = ask(&room, logout(), r#"{"request_id":"1"}"#, true).await;
    assert_eq!(ask(&room, logout(), r#"{"request_id":"1"}"#, true).await, first);
    assert_eq!(room.profiles().await.len(), 1);
    let other_body = ask(&room, logout(), r#"{"request_id":"1", "context":1}"#, true).await;
    assert_ne!(other_body, first, "two bodies with one id are two requests");
    let without_id = ask(&room, logout(), "{}", false).await;
    assert_ne!(ask(&room, logout(), "{}", false).await, without_id);
    room.world.set_now_ms(uav_testkit::NOW_MS + 25 * 60 * 60 * 1_000);
    let other = IdentityAct::Resolve { call: Call::Identify, identities: email("a@example.com"), previous: None };
    ask(&room, other, r#"{"request_id":"2"}"#, true).await;
    assert_ne!(ask(&room, logout(), r#"{"request_id":"1"}"#, true).await, first, "after a day it is a new request");
}

#[tokio::test]
async fn what_is_asked_is_in_the_log_and_survives_a_restart() {
    let room = Room::new().await;
    let known = call(&room, Call::Login, vec![identity(IdentityType::CustomerId, "c-1")]).await.unwrap();
    let mpid = known.mpid.unwrap();
    assert!(known.is_known && known.matched.is_empty());
    let add = |new: &str| IdentityAct::Modify {
        mpid,
        changes: vec![IdentityChange { kind: IdentityType::Email, old: None, new: Some(new.into()) }],
    };
    let modified = ask(&room, add("a@example.com"), "{\"m\":1}", false).await;
    assert_eq!(modified, IdentityOutcome::Modified(Ok(vec![])));
    let refused = call(&room, Call::Login, Vec::new()).await;
    assert_eq!(refused, Err(ResolveError::NoIdentity));

    let room = room.restarted().await;
    let log = room.store.entries_after(uav_core::Seq(0), 9).await.unwrap();
    let kinds: Vec<_> = log.iter().map(|entry| (entry.kind, entry.raw.as_slice())).collect();
    assert_eq!(kinds, [(EntryKind::Login, &b"{}"[..]), (EntryKind::Modify, &b"{\"m\":1}"[..])]);
    assert_eq!(room.engine.status().await.unwrap().totals.batches, 0, "a request is no batch");
    let again = call(&room, Call::Identify, vec![identity(IdentityType::CustomerId, "c-1")]).await.unwrap();
    assert_eq!(again.mpid, Some(mpid));
    let profile = room.engine.profile(mpid).await.unwrap().profile;
    assert_eq!(profile.first_seen_ms(), uav_testkit::NOW_MS, "seen when the first request was received");
}

#[tokio::test]
async fn looking_leaves_no_trace_and_tells_what_would_be() {
    let room = Room::new().await;
    let dry = look(&room, Call::Identify, email("a@example.com")).await.unwrap();
    assert_eq!((dry.mpid, dry.is_known), (None, false));
    let dry = look(&room, Call::Login, vec![identity(IdentityType::CustomerId, "c")]).await.unwrap();
    assert_eq!((dry.mpid, dry.is_known), (None, true));
    assert_eq!(look(&room, Call::Search, email("a@example.com")).await, Err(ResolveError::NotFound));
    assert!(room.profiles().await.is_empty());

    let customer = vec![identity(IdentityType::CustomerId, "c")];
    let made = call(&room, Call::Identify, customer.clone()).await.unwrap();
    let before = room.profiles().await;
    for which in [Call::Identify, Call::Login, Call::Search] {
        let dry = look(&room, which, customer.clone()).await.unwrap();
        assert_eq!((dry.mpid, dry.is_known, dry.matched), (made.mpid, true, customer.clone()), "{which:?}");
    }
    assert_eq!(room.profiles().await, before);
}

#[tokio::test]
async fn a_scope_resolves_by_its_own_strategy_from_now_on() {
    let room = Room::new().await;
    let shop = room.engine.create_scope("Shop").await.unwrap();
    room.engine.update_scope(shop.id, "Shop", &IdentitySettings::profile_link()).await.unwrap();
    let source = Source { scope: shop.id, ..SOURCE };
    let act = IdentityAct::Resolve {
        call: Call::Login,
        identities: vec![identity(IdentityType::DeviceApplicationStamp, "das-1")],
        previous: None,
    };
    let environment = Environment::Production;
    let request = IdentityRequest { source, environment, act: act.clone(), body: b"{}", has_id: false };
    let refused = room.engine.identify(request).await.unwrap();
    assert_eq!(refused, IdentityOutcome::Resolved(Err(ResolveError::NoLoginIdentity)));
    assert!(matches!(ask(&room, act, "{}", false).await, IdentityOutcome::Resolved(Ok(_))), "the first scope differs");
    let broken = IdentitySettings { priority: Vec::new(), ..IdentitySettings::default() };
    let fault = room.engine.update_scope(shop.id, "Shop", &broken).await.unwrap_err().to_string();
    assert!(fault.starts_with("settings: Customer ID is immutable and so must be first"), "{fault}");
    let room = room.restarted().await;
    assert_eq!(*room.engine.identity_settings(shop.id), IdentitySettings::profile_link());
}
