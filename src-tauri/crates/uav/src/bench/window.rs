//! From the start of the desktop program to a search that answers, against the same on an empty store.

use std::path::Path;
use std::process::Command;

use super::child;
use super::results::{Better, Results, Row};
use crate::fault::Fault;

const STARTS: usize = 3;

/// Measures starts of the window on a full and on an empty store.
pub(super) fn measure(command: &str, folder: &Path, scratch: &Path, results: &mut Results) -> Result<(), Fault> {
    let empty = scratch.join("empty");
    std::fs::create_dir_all(&empty)?;
    let baseline = median_start(command, &empty)?;
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
            "process start to a search box that can be typed into, under Xvfb, median of {STARTS}; baseline: on an empty store"
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
