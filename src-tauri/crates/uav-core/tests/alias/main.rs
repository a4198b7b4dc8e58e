//! When an alias may run: a table of cases, and random histories against a model that counts moments one by one.

use std::collections::BTreeSet;

use proptest::prelude::*;
use uav_core::alias::{Alias, AliasFault, AliasState};
use uav_core::{ProfileKey, Seq};

/// `source>destination from-to`, done.
fn alias(seq: u64, source: u32, destination: u32, (start_ms, end_ms): (i64, i64)) -> Alias {
    Alias {
        seq: Seq(seq),
        source: ProfileKey(source),
        destination: ProfileKey(destination),
        start_ms,
        end_ms,
        device: None,
        asked_ms: 0,
        due_ms: 0,
        state: AliasState::Done,
        state_ms: 0,
    }
}

#[test]
fn each_rule_refuses_its_own_case() {
    use AliasFault::{DestinationWasSource, SourceAgain, SourceWasDestination};
    let before = [alias(1, 1, 2, (10, 20))];
    let table = [
        ("another destination", (1, 3, (15, 30)), Err(SourceAgain)),
        ("the same again", (1, 2, (10, 20)), Err(SourceAgain)),
        ("one moment of it", (1, 3, (20, 20)), Err(SourceAgain)),
        ("the days after", (1, 3, (21, 30)), Ok(())),
        ("the days before", (1, 2, (0, 9)), Ok(())),
        ("on from the destination", (2, 3, (10, 20)), Err(SourceWasDestination)),
        ("back", (2, 1, (10, 20)), Err(SourceWasDestination)),
        ("to the source", (3, 1, (10, 20)), Err(DestinationWasSource)),
        ("to the same destination", (3, 2, (10, 20)), Ok(())),
        ("strangers", (3, 4, (10, 20)), Ok(())),
    ];
    for (what, (source, destination, range), expected) in table {
        assert_eq!(alias(2, source, destination, range).check(&before), expected, "{what}");
    }
    // Where several rules are broken, the first is told, whatever the order of those before.
    let mut before = [alias(1, 3, 1, (0, 0)), alias(2, 1, 4, (10, 20))];
    for _ in 0..2 {
        assert_eq!(alias(3, 1, 2, (10, 20)).check(&before), Err(SourceAgain));
        before.reverse();
    }
}

#[test]
fn only_those_that_ran_count() {
    for state in AliasState::ALL {
        let before = [Alias { state: *state, ..alias(1, 1, 2, (10, 20)) }];
        let again = alias(2, 1, 2, (10, 20)).check(&before);
        assert_eq!(again.is_err(), *state == AliasState::Done, "{state:?}");
        assert_eq!(AliasState::from_number(state.number()), Some(*state));
    }
    let itself = alias(1, 1, 2, (10, 20));
    assert_eq!(itself.check([&itself]), Ok(()));
    assert_eq!(AliasState::from_number(99), None);
}

#[test]
fn a_repetition_asks_for_the_same_in_every_part() {
    let one = alias(2, 1, 2, (10, 20));
    let phone = Some("phone".into());
    let others = [
        (alias(1, 1, 2, (10, 20)), true),
        (Alias { state: AliasState::Waiting, ..alias(1, 1, 2, (10, 20)) }, true),
        (Alias { state: AliasState::Undone, ..alias(1, 1, 2, (10, 20)) }, false),
        (alias(1, 1, 3, (10, 20)), false),
        (alias(1, 3, 2, (10, 20)), false),
        (alias(1, 1, 2, (10, 21)), false),
        (alias(1, 1, 2, (11, 20)), false),
        (Alias { device: phone, ..alias(1, 1, 2, (10, 20)) }, false),
    ];
    for (other, expected) in others {
        assert_eq!(one.repeats(&other), expected, "{other:?}");
    }
}

#[test]
fn pieces_are_cut_to_the_range() {
    let one = alias(1, 1, 2, (10, 20));
    let table = [
        ((0, 9), None),
        ((0, 10), Some((10, 10))),
        ((12, 15), Some((12, 15))),
        ((5, 30), Some((10, 20))),
        ((20, 25), Some((20, 20))),
        ((21, 25), None),
    ];
    for ((oldest, newest), expected) in table {
        assert_eq!(one.part_of(oldest, newest), expected);
    }
    let devices = [Some("phone"), Some("web"), None];
    assert_eq!(devices.map(|device| one.is_of_device(device)), [true, true, true]);
    let of_phone = Alias { device: Some("phone".into()), ..one };
    assert_eq!(devices.map(|device| of_phone.is_of_device(device)), [true, false, false]);
}

/// Who is what, and which moments of whom were copied.
#[derive(Default)]
struct Model {
    copied: BTreeSet<(u32, i64)>,
    sources: BTreeSet<u32>,
    destinations: BTreeSet<u32>,
}

impl Model {
    fn run(&mut self, source: u32, destination: u32, (start, end): (i64, i64)) -> Result<(), AliasFault> {
        if (start..=end).any(|time| self.copied.contains(&(source, time))) {
            return Err(AliasFault::SourceAgain);
        }
        if self.destinations.contains(&source) {
            return Err(AliasFault::SourceWasDestination);
        }
        if self.sources.contains(&destination) {
            return Err(AliasFault::DestinationWasSource);
        }
        self.copied.extend((start..=end).map(|time| (source, time)));
        self.sources.insert(source);
        self.destinations.insert(destination);
        Ok(())
    }
}

proptest! {
    #[test]
    fn random_histories_end_as_the_model_says(
        asked in prop::collection::vec((1..6u32, 1..6u32, 0..12i64, 0..5i64), 0..40),
    ) {
        let (mut model, mut ran) = (Model::default(), Vec::new());
        for ((source, destination, start, length), seq) in asked.into_iter().zip(1..) {
            if source == destination {
                continue;
            }
            let mut one = alias(seq, source, destination, (start, start + length));
            let verdict = one.check(&ran);
            prop_assert_eq!(verdict, model.run(source, destination, (start, start + length)));
            one.state = verdict.map_or_else(AliasState::Refused, |()| AliasState::Done);
            ran.push(one);
        }
    }
}
