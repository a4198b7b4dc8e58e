//! From an exact identity to the whole profile, against a bare point read of SQLite.

use std::time::{Duration, Instant};

use rusqlite::params;
use uav_engine::Engine;
use uav_store::IdentityKey;

use super::plain::{Plain, stopped};
use super::quantiles::Times;
use super::results::{Better, Results, Row};
use crate::fault::Fault;

/// Look-ups of a working set that the cache holds.
const LOOKUPS: usize = 20_000;

/// Measures look-ups that are in the cache, and such as are not.
pub(super) async fn measure(engine: &Engine, plain: &Plain, results: &mut Results) -> Result<(), Fault> {
    let step = (plain.asked.len() / LOOKUPS).max(1);
    let asked: Vec<&IdentityKey> = plain.asked.iter().step_by(step).take(LOOKUPS).collect();
    // Both sides were not asked for these before: the first round is cold.
    let miss = Times::new(ours(engine, &asked).await?);
    let _cold = bare(plain, &asked)?;
    let hit = Times::new(ours(engine, &asked).await?);
    let bare = Times::new(bare(plain, &asked)?);
    let baseline = bare.quantile_ms(0.5);
    let row = |name, value: f64, target, note: &str| Row {
        name,
        ratio: value / baseline,
        target,
        better: Better::Lower,
        value,
        baseline,
        unit: "ms",
        note: format!(
            "{note}, median of {} look-ups, decoded; baseline: identity and profile joined by a prepared statement",
            asked.len()
        ),
    };
    results.add(row("lookup_vs_sqlite_point_read", hit.quantile_ms(0.5), 3.0, "of profiles looked at before"));
    results.add(row(
        "lookup_miss_vs_sqlite_point_read",
        miss.quantile_ms(0.5),
        20.0,
        "of profiles not looked at before (two hops to sqlx's thread)",
    ));
    Ok(())
}

async fn ours(engine: &Engine, asked: &[&IdentityKey]) -> Result<Vec<Duration>, Fault> {
    let mut times = Vec::with_capacity(asked.len());
    for identity in asked {
        let started = Instant::now();
        let found = engine.holders(identity).await?;
        times.push(started.elapsed());
        if found.is_empty() {
            return Err(Fault::Stopped(format!("{} is there and was not found", identity.comparable)));
        }
    }
    Ok(times)
}

fn bare(plain: &Plain, asked: &[&IdentityKey]) -> Result<Vec<Duration>, Fault> {
    let mut statement = plain
        .connection
        .prepare("SELECT body FROM ident JOIN profile USING (pid) WHERE value = ?1 AND kind = ?2")
        .map_err(stopped)?;
    let mut times = Vec::with_capacity(asked.len());
    for identity in asked {
        let started = Instant::now();
        let body: Vec<u8> = statement
            .query_row(params![identity.comparable, identity.kind.number()], |row| row.get(0))
            .map_err(stopped)?;
        times.push(started.elapsed());
        if body.is_empty() {
            return Err(stopped("an empty profile"));
        }
    }
    Ok(times)
}
