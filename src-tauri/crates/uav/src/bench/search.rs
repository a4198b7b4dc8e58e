//! Search by infix, against SQLite's `LIKE` over the same texts.

use std::time::{Duration, Instant};

use uav_core::ScopeId;
use uav_core::batch::Environment;
use uav_engine::{Engine, SearchRequest};

use super::plain::{Plain, stopped};
use super::quantiles::{Dice, Times};
use super::results::{Better, Results, Row};
use crate::fault::Fault;

const SEARCHES: usize = 1_000;
/// `LIKE` reads everything each time: fewer of them are enough.
const LIKES: usize = 30;
const INFIX_CHARS: std::ops::RangeInclusive<usize> = 3..=8;
const HITS: u32 = 50;

/// Measures searches for random pieces of identities that are there.
pub(super) async fn measure(engine: &Engine, plain: &Plain, results: &mut Results) -> Result<(), Fault> {
    let mut dice = Dice::new(7);
    let infixes: Vec<String> = (0..SEARCHES).map(|_| infix(plain, &mut dice)).collect();
    let mut times = Vec::with_capacity(SEARCHES);
    for text in &infixes {
        let started = Instant::now();
        let answer = engine.search(request(text)).await?;
        times.push(started.elapsed());
        if answer.found.hits.is_empty() {
            return Err(Fault::Stopped(format!("{text:?} is there and was not found")));
        }
    }
    let likes: Vec<Duration> = infixes.iter().take(LIKES).map(|text| like(plain, text)).collect::<Result<_, _>>()?;
    let (times, likes) = (Times::new(times), Times::new(likes));
    let (value, baseline) = (times.quantile_ms(0.99), likes.quantile_ms(0.5));
    results.add(Row {
        name: "search_infix_p99_ms",
        ratio: value / baseline,
        target: 50.0,
        better: Better::Lower,
        value,
        baseline,
        unit: "ms",
        note: format!(
            "{SEARCHES} random infixes of 3 to 8 characters, exact totals, best {HITS} with their profiles, p50 {:.1} ms, \
             over {} profiles and {} identities; baseline: median of LIKE '%…%' with a count",
            times.quantile_ms(0.5),
            plain.profiles,
            plain.identities,
        ),
    });
    Ok(())
}

fn request(text: &str) -> SearchRequest {
    SearchRequest {
        text: text.to_owned(),
        scope: ScopeId(1),
        environment: Environment::Production,
        kind: None,
        include_former: true,
        after: None,
        limit: HITS,
    }
}

/// A piece of an identity of production.
fn infix(plain: &Plain, dice: &mut Dice) -> String {
    loop {
        let Some(identity) = plain.asked.get(dice.below(plain.asked.len())) else { continue };
        let chars: Vec<char> = identity.comparable.chars().collect();
        let length = INFIX_CHARS.start() + dice.below(INFIX_CHARS.end() - INFIX_CHARS.start() + 1);
        if identity.environment != Environment::Production || chars.len() < length {
            continue;
        }
        let from = dice.below(chars.len() - length + 1);
        let piece: String = chars.iter().skip(from).take(length).collect();
        if piece.trim().len() == piece.len() && !piece.contains(['%', '_']) {
            return piece;
        }
    }
}

fn like(plain: &Plain, text: &str) -> Result<Duration, Fault> {
    let started = Instant::now();
    let count: i64 = plain
        .connection
        .query_row("SELECT count(*) FROM ident WHERE value LIKE ?1", [format!("%{text}%")], |row| row.get(0))
        .map_err(stopped)?;
    if count == 0 {
        return Err(stopped(format!("{text:?} is not in the plain file")));
    }
    Ok(started.elapsed())
}
