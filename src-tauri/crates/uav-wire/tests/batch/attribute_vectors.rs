//! The contract's vectors of user attributes (events.md 11.2): parsed as sent, folded in every order of arrival asked for.

use serde_json::Value as Json;
use uav_core::batch::{Door, Environment};
use uav_core::profile::Profile;
use uav_core::{InputId, Mpid, Receipt, Scalar, ScopeId, Seq, Value, WorkspaceId};

use super::through;

const VECTORS: &str = include_str!("../../../../../tests/fixtures/attribute-vectors.json");

fn permutations(count: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for next in 0..count {
        let insert = |order: Vec<usize>| {
            (0..=order.len()).map(move |place| {
                let mut order = order.clone();
                order.insert(place, next);
                order
            })
        };
        all = all.into_iter().flat_map(insert).collect();
    }
    all
}

fn json(value: &Value) -> Json {
    let scalar = |scalar: &Scalar| match scalar {
        Scalar::Null => Json::Null,
        Scalar::Bool(truth) => Json::Bool(*truth),
        Scalar::Number(number) => serde_json::from_str(&number.to_string()).unwrap(),
        Scalar::Text(text) => Json::String(text.to_string()),
    };
    match value {
        Value::One(one) => scalar(one),
        Value::List(list) => Json::Array(list.iter().map(scalar).collect()),
    }
}

/// Folds the batches, the first one given arriving first.
fn folded(batches: &[&Json], base_ms: i64) -> (Profile, Vec<String>) {
    let mut profile = Profile::new(Mpid::new(1).unwrap(), ScopeId(1), Environment::Production);
    let mut refused = Vec::new();
    for (batch, place) in batches.iter().zip(0u32..) {
        let door = if batch["door"] == "SDK" { Door::Browser } else { Door::Server };
        let parsed = through(door, &batch["body"].to_string()).unwrap();
        let receipt = Receipt {
            seq: Seq(u64::from(place) + 1),
            received_ms: base_ms + i64::from(place) * 1_000,
            input: InputId(1),
            workspace: WorkspaceId(1),
            door,
        };
        profile.fold(&parsed.batch, &receipt);
        refused.extend(parsed.refusals.into_iter().map(|refusal| refusal.path));
    }
    (profile, refused)
}

#[test]
fn every_vector_holds_in_every_order_asked_for() {
    let file: Json = serde_json::from_str(VECTORS).unwrap();
    let base_ms = file["header"]["received_base_ms"].as_i64().unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 25);
    for vector in vectors {
        let id = &vector["id"];
        let batches = vector["batches"].as_array().unwrap();
        let orders =
            if vector["orders"] == "all" { permutations(batches.len()) } else { vec![(0..batches.len()).collect()] };
        for order in orders {
            let arrived: Vec<&Json> = order.iter().map(|place| &batches[*place]).collect();
            let (profile, refused) = folded(&arrived, base_ms);
            let attributes = &profile.workspace(WorkspaceId(1)).unwrap().attributes;
            let found: Json = attributes
                .iter()
                .map(|held| (held.name.to_owned(), json(held.value)))
                .collect::<serde_json::Map<_, _>>()
                .into();
            assert_eq!(found, vector["expect"], "{id} in the order {order:?}");
            for (name, time_ms) in vector["expect_time"].as_object().into_iter().flatten() {
                let held = attributes.get(name).unwrap();
                assert_eq!(Some(held.moment.time_ms), time_ms.as_i64(), "{id} {name} in the order {order:?}");
            }
            if let Some(expected) = vector["expect_refused"].as_array() {
                assert_eq!(&refused, expected, "{id}");
            }
        }
    }
}
