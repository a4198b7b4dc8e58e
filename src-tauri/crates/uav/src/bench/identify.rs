//! Identity requests of users who are there, among a million.

use std::path::Path;

use uav_core::IdentityType;
use uav_store::IdentityKey;

use super::client::Client;
use super::quantiles::{Dice, Times};
use super::results::{Better, Results, Row};
use super::served::{Served, key};
use crate::fault::Fault;

/// Requests of each connection.
const REQUESTS: usize = 2_000;
/// Connections that ask at once.
const CONNECTIONS: usize = 4;

/// Measures `/v1/identify` on the store of a folder; `asked` are identities that are in it.
pub(super) async fn measure(folder: &Path, asked: &[IdentityKey], results: &mut Results) -> Result<(), Fault> {
    let known: Vec<&IdentityKey> = asked
        .iter()
        .filter(|identity| matches!(identity.kind, IdentityType::CustomerId | IdentityType::Email))
        .collect();
    let name = format!("Bench {}", std::process::id());
    let key = key(folder, "web", &name)?;
    let served = Served::start(folder)?;
    let headers = format!("x-mp-key: {}\r\n", key.key);
    let mut askers = Vec::with_capacity(CONNECTIONS);
    for number in 0..CONNECTIONS {
        let mut dice = Dice::new(number as u64);
        let bodies: Vec<String> = (0..REQUESTS)
            .filter_map(|_| known.get(dice.below(known.len())))
            .map(|identity| {
                let value = serde_json::Value::from(&*identity.comparable);
                let kind = identity.kind.idsync_name();
                format!("{{\"environment\":\"production\",\"known_identities\":{{\"{kind}\":{value}}}}}")
            })
            .collect();
        let mut client = Client::connect(served.address, "/v1/identify", &headers).await?;
        askers.push(tokio::spawn(async move {
            let mut times = Vec::with_capacity(bodies.len());
            for body in bodies {
                let (status, took) = client.post(body.as_bytes()).await?;
                if status != 200 {
                    return Err(Fault::Stopped(format!("answered {status}: {body}")));
                }
                times.push(took);
            }
            Ok(times)
        }));
    }
    let mut times = Vec::with_capacity(CONNECTIONS * REQUESTS);
    for asker in askers {
        times.extend(asker.await.map_err(|fault| Fault::Stopped(fault.to_string()))??);
    }
    let times = Times::new(times);
    results.add(Row {
        name: "identify_p99_ms",
        ratio: times.quantile_ms(0.99) / times.quantile_ms(0.5),
        target: 10.0,
        better: Better::Lower,
        value: times.quantile_ms(0.99),
        baseline: times.quantile_ms(0.5),
        unit: "ms",
        note: format!(
            "{} requests by {CONNECTIONS} connections for users of the store, each answered when it is durable; \
             here the baseline is the median of the same run",
            CONNECTIONS * REQUESTS
        ),
    });
    Ok(())
}
