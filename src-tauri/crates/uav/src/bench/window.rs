//! From the start of the desktop program to a search that answers, against the same on a small store.

use std::path::Path;
use std::process::Command;

use super::child;
use super::results::{Better, Results, Row};
use super::store;
use crate::fault::Fault;

const STARTS: usize = 3;
/// Users of the small store.
const SMALL_USERS: u64 = 1_000;

/// Measures starts of the window on a large and on a small store.
pub(super) fn measure(command: &str, folder: &Path, scratch: &Path, results: &mut Results) -> Result<(), Fault> {
    let baseline = median_start(command, &store::filled(scratch, SMALL_USERS)?)?;
    let value = median_start(command, folder)?;
    results.add(Row {
        name: "window_start_s",
        ratio: value / baseline,
        target: 2.0,
        better: Better::Lower,
        value,
        baseline,
        unit: "s",
        note: format!(
            "from the program's start to marked results of a search, under Xvfb, WebDriver's own time included, median of \
             {STARTS}; baseline: the same with {SMALL_USERS} users"
        ),
    });
    Ok(())
}

fn median_start(command: &str, folder: &Path) -> Result<f64, Fault> {
    let mut seconds = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let folder = std::path::absolute(folder)?;
        let finished = child::run(Command::new("sh").args(["-c", command]).env("UAV_DATA", folder))?;
        let last = finished.output.lines().last().unwrap_or_default().trim();
        let read: f64 =
            last.parse().map_err(|_| Fault::Stopped(format!("{command:?} printed {last:?}, no seconds")))?;
        seconds.push(read);
    }
    seconds.sort_by(f64::total_cmp);
    seconds.get(STARTS / 2).copied().ok_or_else(|| Fault::Stopped("no start was measured".to_owned()))
}
