//! The vectors' notation: `P1{customerid=A email=a|b} P2{}`, `login customerid=A prev=P1`, `modify P1 email:a->b`.

use std::collections::BTreeMap;

use uav_core::identity::{Call, IdentityChange};
use uav_core::{Identity, IdentityType, ProfileKey};

use crate::world::{Named, World};

/// A request in words.
pub(crate) enum Asked {
    Call { call: Call, named: Named, previous: Option<ProfileKey> },
    Modify { key: ProfileKey, changes: Vec<IdentityChange> },
}

fn kind(name: &str) -> IdentityType {
    IdentityType::from_name(name).unwrap_or_else(|| panic!("no identity type {name}"))
}

pub(crate) fn key(text: &str) -> ProfileKey {
    ProfileKey(text.trim_start_matches('P').parse().unwrap_or_else(|_| panic!("no profile {text}")))
}

/// The records of a state, in the order written.
pub(crate) fn records(state: &str) -> Vec<(ProfileKey, Named)> {
    if state == "-" {
        return Vec::new();
    }
    state
        .split_inclusive('}')
        .map(|part| {
            let (name, inside) = part.trim().trim_end_matches('}').split_once('{').expect(part);
            let named = inside.split_whitespace().flat_map(|pair| {
                let (name, values) = pair.split_once('=').expect(pair);
                values.split('|').map(move |value| (kind(name), value.to_owned()))
            });
            (key(name), named.collect())
        })
        .collect()
}

/// The world of a state.
pub(crate) fn world(state: &str) -> World {
    let mut world = World::default();
    for (key, named) in records(state) {
        world.put(key, &named);
    }
    world
}

/// The graph of a state.
pub(crate) fn graph(state: &str) -> BTreeMap<ProfileKey, Vec<Identity>> {
    let identities = |named: Named| {
        let mut held: Vec<Identity> = named.iter().map(|(kind, value)| Identity::new(*kind, value)).collect();
        held.sort();
        held
    };
    records(state).into_iter().map(|(key, named)| (key, identities(named))).collect()
}

/// Reads a request.
pub(crate) fn request(text: &str) -> Asked {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    if word == "modify" {
        let (name, changes) = rest.split_once(' ').unwrap_or((rest, ""));
        let changes = changes.split("; ").filter(|change| !change.is_empty()).map(|change| {
            let (name, values) = change.split_once(':').expect(change);
            let (old, new) = values.split_once("->").expect(change);
            let value = |text: &str| (text != "null").then(|| text.into());
            IdentityChange { kind: kind(name.trim()), old: value(old), new: value(new) }
        });
        return Asked::Modify { key: key(name), changes: changes.collect() };
    }
    let call = match word {
        "identify" => Call::Identify,
        "login" => Call::Login,
        "logout" => Call::Logout,
        "search" => Call::Search,
        _ => panic!("no call {word}"),
    };
    let mut named = Named::new();
    let mut previous = None;
    for pair in rest.split_whitespace() {
        let (name, value) = pair.split_once('=').expect(pair);
        if name == "prev" {
            previous = Some(key(value));
        } else {
            named.push((kind(name), value.to_owned()));
        }
    }
    Asked::Call { call, named, previous }
}
