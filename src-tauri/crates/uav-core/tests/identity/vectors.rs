//! Every vector of the contract.

use serde_json::Value;
use uav_core::IdentityType;
use uav_core::identity::{IdentitySettings, ModifyError, ResolveError};

use crate::configurations::settings;
use crate::notation::{self, Asked};
use crate::world::World;

const VECTORS: &str = include_str!("../../../../../tests/fixtures/identity/identity-vectors.json");
const SEQUENCES: &str = include_str!("../../../../../tests/fixtures/identity/identity-sequences.json");

fn rows(text: &str) -> Vec<Vec<Value>> {
    serde_json::from_str(text).expect("the vectors read")
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// An answer with its lists in order of the alphabet: `matched` and `lost` are sets.
fn in_order(answer: &str) -> String {
    let sorted = |part: &str| {
        let part = part.trim();
        let Some(word) = ["matched ", "refused ", "200 lost: "].into_iter().find(|word| part.starts_with(word)) else {
            return part.to_owned();
        };
        let mut names: Vec<&str> = part.trim_start_matches(word).split(['+', ',']).collect();
        names.sort_unstable();
        format!("{word}{}", names.join("+"))
    };
    answer.split(';').map(sorted).collect::<Vec<_>>().join("; ")
}

/// Does what the request says and puts the answer into the vectors' words.
fn answer(world: &mut World, settings: &IdentitySettings, request: &str) -> String {
    match notation::request(request) {
        Asked::Call { call, named, previous } => {
            let previous = previous.filter(|key| world.records.contains_key(key));
            match world.call(settings, call, &named, previous) {
                Ok((key, made, resolution)) => {
                    let new = if made { " new" } else { "" };
                    let names: Vec<&str> = resolution.matched.iter().map(|kind| kind.idsync_name()).collect();
                    let matched = if names.is_empty() { "none".to_owned() } else { names.join("+") };
                    let known = world.records[&key].is_known(settings.login);
                    let known = if known { "known" } else { "anonymous" };
                    let refused: Vec<&str> =
                        resolution.refused.iter().map(|(identity, _)| identity.kind.idsync_name()).collect();
                    let refused =
                        if refused.is_empty() { String::new() } else { format!("; refused {}", refused.join("+")) };
                    format!("P{}{new}; matched {matched}; {known}{refused}", key.0)
                }
                Err(ResolveError::NotFound) => "404 NOT_FOUND_ERROR".to_owned(),
                Err(_) => "400 LOOKUP_ERROR".to_owned(),
            }
        }
        Asked::Modify { key, changes } => match world.modify(settings, key, &changes) {
            Ok(modified) => {
                let lost = |taken: &uav_core::identity::Taken| {
                    format!("P{}.{}", taken.from.0, IdentityType::idsync_name(taken.identity.kind))
                };
                let lost: Vec<String> = modified.taken.iter().map(lost).collect();
                if lost.is_empty() { "200".to_owned() } else { format!("200 lost: {}", lost.join("+")) }
            }
            Err(ModifyError::NotFound) => "404 NOT_FOUND_ERROR".to_owned(),
            Err(_) => "400 BAD_REQUEST".to_owned(),
        },
    }
}

#[test]
fn every_single_request_answers_as_the_contract_says() {
    let rows = rows(VECTORS);
    let mut faults = Vec::new();
    for row in &rows {
        let [id, configuration, before, request, expected, after, reason, ..] = &row[..] else {
            panic!("a row is short: {row:?}")
        };
        let settings = settings(word(configuration));
        let mut world = notation::world(word(before));
        let answered = answer(&mut world, &settings, word(request));
        let after = if word(after) == "=" { word(before) } else { word(after) };
        if in_order(&answered) != in_order(word(expected)) {
            faults.push(format!(
                "{} ({}): answered {answered:?}, expected {:?}",
                word(id),
                word(reason),
                word(expected)
            ));
        }
        if world.graph() != notation::graph(after) {
            faults.push(format!("{} ({}): after it {:?}, expected {after}", word(id), word(reason), world.graph()));
        }
    }
    assert_eq!(rows.len(), 78, "all vectors were read");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_story_ends_as_the_contract_says() {
    let rows = rows(SEQUENCES);
    let mut faults = Vec::new();
    for row in &rows {
        let [id, configuration, steps, after, reason, ..] = &row[..] else { panic!("a row is short: {row:?}") };
        let settings = settings(word(configuration));
        let mut world = World::default();
        for step in steps.as_array().expect("steps") {
            let answered = answer(&mut world, &settings, word(&step[0]));
            if in_order(&answered) != in_order(word(&step[1])) {
                let (request, expected) = (word(&step[0]), word(&step[1]));
                faults.push(format!("{} {request}: answered {answered:?}, expected {expected:?}", word(id)));
            }
        }
        if world.graph() != notation::graph(word(after)) {
            faults.push(format!("{} ({}): after it {:?}, expected {after}", word(id), word(reason), world.graph()));
        }
    }
    assert_eq!(rows.len(), 41, "all stories were read");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
