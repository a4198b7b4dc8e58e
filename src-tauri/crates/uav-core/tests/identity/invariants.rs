//! The invariants of idsync.md 10 over random requests, on every configuration.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uav_core::identity::{Call, IdentityChange, IdentitySettings, SearchScope};
use uav_core::{Identity, IdentityType, ProfileKey};

use crate::configurations::{ALL, settings};
use crate::world::{Named, World};

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Call(Call, Named, Option<u32>),
    Modify(u32, Vec<IdentityChange>),
}

/// Few types and few values, so that requests meet.
const KINDS: &[IdentityType] =
    &[IdentityType::CustomerId, IdentityType::Email, IdentityType::IosVendorId, IdentityType::Facebook];

fn identity() -> impl Strategy<Value = (IdentityType, String)> {
    (prop::sample::select(KINDS), prop::sample::select(&["a", "b", "C "][..]))
        .prop_map(|(kind, value)| (kind, value.to_owned()))
}

fn named() -> impl Strategy<Value = Named> {
    // One value of a type, as in a map.
    prop::collection::btree_map(prop::sample::select(KINDS), prop::sample::select(&["a", "b", "c"][..]), 0..4)
        .prop_map(|map| map.into_iter().map(|(kind, value)| (kind, value.to_owned())).collect())
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let call = prop::sample::select(&[Call::Identify, Call::Login, Call::Logout, Call::Search][..]);
    let value = || prop::option::of(identity().prop_map(|(_, value)| value.into_boxed_str()));
    let change =
        (prop::sample::select(KINDS), value(), value()).prop_map(|(kind, old, new)| IdentityChange { kind, old, new });
    prop_oneof![
        4 => (call, named(), prop::option::of(1..6u32)).prop_map(|(call, named, previous)| Step::Call(call, named, previous)),
        1 => (1..6u32, prop::collection::vec(change, 0..3)).prop_map(|(key, changes)| Step::Modify(key, changes)),
    ]
}

fn shares_login(settings: &IdentitySettings, named: &Named, before: &[Identity]) -> bool {
    named.iter().any(|(kind, value)| {
        settings.login.contains(*kind)
            && before.iter().any(|held| held.kind == *kind && kind.comparable(&held.value) == kind.comparable(value))
    })
}

type Graph = BTreeMap<ProfileKey, Vec<Identity>>;

/// I-1 and I-2: what holds in every state.
fn check_state(settings: &IdentitySettings, before: &Graph, after: &Graph) {
    for kind in settings.unique.iter() {
        let mut seen = BTreeMap::new();
        for (key, held) in after {
            for identity in held.iter().filter(|identity| identity.kind == kind) {
                let other = seen.insert(kind.comparable(&identity.value).into_owned(), key);
                assert_eq!(other, None, "I-1: {identity:?} is on {key:?} and {other:?}");
            }
        }
    }
    let Some(immutable) = settings.immutable else { return };
    for (key, held) in before {
        for identity in held.iter().filter(|identity| identity.kind == immutable) {
            assert!(after[key].contains(identity), "I-2: {key:?} lost {identity:?}");
        }
    }
}

fn check_call(
    settings: &IdentitySettings,
    world: &World,
    call: Call,
    named: &Named,
    previous: Option<ProfileKey>,
) -> World {
    let before = world.graph();
    let mut after = world.clone();
    let answer = after.call(settings, call, named, previous);
    let mut again = world.clone();
    assert_eq!(again.call(settings, call, named, previous), answer, "I-5: the same request, the same answer");
    let Ok((key, made, resolution)) = answer else {
        assert_eq!(after.graph(), before, "a refused request changes nothing");
        return after;
    };
    let graph = after.graph();
    if call == Call::Search {
        assert_eq!(graph, before, "I-4: a search changes nothing");
    }
    let was_known = before.get(&key).is_some_and(|held| held.iter().any(|held| settings.login.contains(held.kind)));
    if was_known && !(call == Call::Search && settings.search == SearchScope::Any) {
        assert!(shares_login(settings, named, &before[&key]), "I-3: {key:?} was given to a stranger");
    }
    for (other, held) in before.iter().filter(|(other, _)| **other != key) {
        assert_eq!(&graph[other], held, "I-6: {other:?} was changed by a call answered with {key:?}");
    }
    assert!(resolution.matched.iter().all(|kind| named.iter().any(|(asked, _)| asked == kind)), "I-8");
    assert!(made || before.contains_key(&key), "an answer is there or was made");
    let empty = |key: ProfileKey| before.get(&key).is_some_and(Vec::is_empty);
    assert!(made || !empty(key), "I-10: an orphan was answered");
    let findable = graph[&key].iter().any(|held| {
        settings.priority.contains(&held.kind)
            && named
                .iter()
                .any(|(kind, value)| *kind == held.kind && kind.comparable(value) == kind.comparable(&held.value))
    });
    let unique_is_login = settings.unique.iter().all(|kind| settings.login.contains(kind));
    if call == Call::Identify && findable && unique_is_login {
        let mut repeated = after.clone();
        let (again, ..) = repeated.call(settings, call, named, previous).expect("it was answered before");
        assert_eq!((again, repeated.graph()), (key, graph), "I-7: an identify repeated at once");
    }
    after
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn invariants_hold_whatever_is_asked(steps in prop::collection::vec(step(), 1..24)) {
        for name in ALL {
            let settings = settings(name);
            let mut world = World::default();
            for step in &steps {
                let before = world.graph();
                match step {
                    Step::Call(call, named, previous) => {
                        let previous = previous.map(ProfileKey).filter(|key| before.contains_key(key));
                        world = check_call(&settings, &world, *call, named, previous);
                    }
                    Step::Modify(key, changes) => {
                        if world.modify(&settings, ProfileKey(*key), changes).is_err() {
                            prop_assert_eq!(world.graph(), before.clone(), "a refused change changes nothing");
                        }
                    }
                }
                check_state(&settings, &before, &world.graph());
            }
        }
    }
}
