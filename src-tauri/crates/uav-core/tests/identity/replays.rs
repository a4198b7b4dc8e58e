//! Resolving a log anew.

use proptest::prelude::*;
use uav_core::ProfileKey;
use uav_core::batch::Environment;
use uav_core::identity::{Call, Difference, IdentitySettings, Replay, Said, Stamp};
use uav_core::{IdentityType, InputId, Seq};

use crate::configurations::{ALL, settings};
use crate::invariants::{Step, step};
use crate::world::World;

fn stamp(number: u64) -> Stamp {
    let time_ms = i64::try_from(number).unwrap();
    Stamp { received_ms: time_ms, time_ms, input: InputId(1), seq: Seq(number) }
}

/// Does the steps in the first graph, and gives what was answered to a second one, under its own settings.
fn replay(first: &IdentitySettings, second: &IdentitySettings, steps: &[Step]) -> (World, Replay, Difference) {
    let mut world = World::default();
    let mut replay = Replay::new(second.clone());
    let mut difference = Difference::default();
    for (number, step) in (1..).zip(steps) {
        match step {
            Step::Call(Call::Search, ..) => {}
            Step::Call(call, named, previous) => {
                let previous = previous.map(ProfileKey).filter(|key| world.records.contains_key(key));
                let Ok((key, ..)) = world.call(first, *call, named, previous) else { continue };
                let asked: Vec<_> = named.iter().map(|(kind, value)| (*kind, value.as_str())).collect();
                let said = Said::Resolved { call: *call, identities: &asked, previous };
                let after = replay.say(Environment::Production, key, said, stamp(number));
                difference.note(key, after, 1, Seq(number));
            }
            Step::Modify(key, changes) => {
                let key = ProfileKey(*key);
                if world.modify(first, key, changes).is_ok() {
                    let after = replay.say(Environment::Production, key, Said::Modified(changes), stamp(number));
                    difference.note(key, after, 1, Seq(number));
                }
            }
        }
    }
    (world, replay, difference)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Under the settings that it was resolved by, a log gives the same graph again.
    #[test]
    fn the_same_settings_change_nothing(
        configuration in prop::sample::select(ALL),
        steps in prop::collection::vec(step(), 0..24),
    ) {
        let settings = settings(configuration);
        let (world, replay, difference) = replay(&settings, &settings, &steps);
        let summary = difference.summary(9);
        prop_assert_eq!((summary.merges, summary.splits), (0, 0), "{:?}", summary);
        prop_assert_eq!(summary.same, summary.before);
        for (after, before) in difference.heirs() {
            let held = |record: &uav_core::identity::IdentityRecord| {
                let mut held: Vec<_> = record.current().map(|held| held.identity.clone()).collect();
                held.sort();
                held
            };
            prop_assert_eq!(held(replay.record(after).unwrap()), held(&world.records[&before]));
        }
    }

    /// Whatever the settings, every entry goes somewhere, and unique values stay unique.
    #[test]
    fn other_settings_keep_the_invariants(
        first in prop::sample::select(ALL),
        second in prop::sample::select(ALL),
        steps in prop::collection::vec(step(), 0..24),
    ) {
        let (first, second) = (settings(first), settings(second));
        let (_, replay, difference) = replay(&first, &second, &steps);
        let summary = difference.summary(9);
        prop_assert_eq!(summary.after as usize, replay.len());
        for kind in second.unique.iter() {
            let mut seen = std::collections::BTreeSet::new();
            for number in 1..=replay.len() {
                let record = replay.record(ProfileKey(u32::try_from(number).unwrap())).unwrap();
                for value in record.values(kind) {
                    prop_assert!(seen.insert(kind.comparable(value).into_owned()), "{:?} twice", value);
                }
            }
        }
    }
}

#[test]
fn a_changed_strategy_merges_who_was_kept_apart() {
    let email = |value: &'static str| vec![(IdentityType::Email, value.to_owned())];
    let both = vec![(IdentityType::CustomerId, "c".to_owned()), (IdentityType::Email, "e".to_owned())];
    // By the Default strategy an e-mail alone does not find somebody with a customer ID.
    let steps = [
        Step::Call(Call::Identify, both, None),
        Step::Call(Call::Identify, email("e"), None),
        Step::Call(Call::Identify, email("f"), None),
    ];
    let (world, _, difference) = replay(&settings("DEF"), &settings("CONV"), &steps);
    assert_eq!(world.records.len(), 3);
    let summary = difference.summary(9);
    assert_eq!((summary.before, summary.after, summary.merges, summary.splits), (3, 2, 1, 0));
    assert_eq!(summary.merge_examples[0].decided_by, Seq(2));
    let (_, _, back) = replay(&settings("CONV"), &settings("DEF"), &steps);
    assert_eq!((back.summary(9).merges, back.summary(9).splits), (0, 1));
}
