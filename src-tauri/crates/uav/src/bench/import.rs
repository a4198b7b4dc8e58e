//! Importing a file, against a plain loop over the same file.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use uav_sample::Shop;

use super::child::{self, Finished};
use super::results::{Better, Results, Row};
use super::{Bench, store};
use crate::fault::Fault;

/// What both sides say at their end.
#[derive(Deserialize)]
struct Counts {
    accepted: f64,
    events: f64,
}

/// Measures the import of the sample shop.
pub(super) fn measure(bench: &Bench, results: &mut Results) -> Result<(), Fault> {
    let file = sample_file(bench.batches, &bench.scratch)?;
    let scratch = bench.scratch.as_os_str();
    for name in ["plain.db", "plain.db-wal", "plain.db-shm"] {
        remove_if_there(&bench.scratch.join(name))?;
    }
    let plain =
        child::run(child::this_program()?.args(["bench", "--as-plain-loop"]).arg(&file).arg("--scratch").arg(scratch))?;
    let data = bench.scratch.join("import");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let ours = child::run(child::this_program()?.args(["import", "--json", "--data"]).arg(&data).arg(&file))?;
    let (plain_counts, our_counts) = (counts(&plain)?, counts(&ours)?);
    let note = format!(
        "{:.0} sample batches with {:.0} events, whole process, fsync before each acknowledgement; \
         baseline: a loop with prepared statements, 2,000 batches a transaction ({:.0} MB at most)",
        our_counts.accepted, our_counts.events, plain.peak_mb,
    );
    let row = |name, target, value: f64, baseline: f64, unit| Row {
        name,
        ratio: value / baseline,
        target,
        better: Better::Higher,
        value,
        baseline,
        unit,
        note: note.clone(),
    };
    let rate = |count: f64, finished: &Finished| count / finished.seconds;
    results.add(row(
        "import_vs_sqlite_loop",
        1.0,
        rate(our_counts.accepted, &ours),
        rate(plain_counts.accepted, &plain),
        "batches/s",
    ));
    results.add(row(
        "import_events_per_s",
        100_000.0,
        rate(our_counts.events, &ours),
        rate(plain_counts.events, &plain),
        "events/s",
    ));
    results.add(Row {
        better: Better::Lower,
        note: "the most memory that the importing process held; baseline: the loop".to_owned(),
        ..row("import_peak_mb", 500.0, ours.peak_mb, plain.peak_mb, "MB")
    });
    std::fs::remove_dir_all(&data)?;
    Ok(())
}

fn counts(finished: &Finished) -> Result<Counts, Fault> {
    serde_json::from_str(finished.output.trim())
        .map_err(|fault| Fault::Stopped(format!("{fault}: {}", finished.output)))
}

/// A file of this many sample batches.
pub(super) fn sample_file(batches: u64, scratch: &Path) -> Result<PathBuf, Fault> {
    let file = scratch.join(format!("{batches}.ndjson"));
    if file.exists() {
        return Ok(file);
    }
    // Five batches a user, and some more, so that the file is full.
    let shop = Shop { users: batches / 4 + 100, days: 60, seed: 1, end_ms: store::END_MS };
    let unfinished = file.with_extension("unfinished");
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&unfinished)?);
    for sample in shop.batches().take(usize::try_from(batches).unwrap_or(usize::MAX)) {
        out.write_all(sample.json.as_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    std::fs::rename(unfinished, &file)?;
    Ok(file)
}

/// Removes a file of an earlier run.
pub(super) fn remove_if_there(path: &Path) -> Result<(), Fault> {
    match std::fs::remove_file(path) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(fault.into()),
        _ => Ok(()),
    }
}
