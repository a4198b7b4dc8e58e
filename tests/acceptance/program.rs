//! Starting the program under test.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

/// The program, on the data of a folder.
pub(crate) fn uav(command: &str, data: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_uav"));
    program.arg(command).arg("--data").arg(data).stdin(Stdio::null()).env_remove("UAV_DATA");
    program
}

/// Imports files and returns the summary of each.
pub(crate) fn import(data: &Path, files: &[&Path]) -> Vec<Json> {
    let output = uav("import", data).arg("--json").args(files).output().unwrap();
    assert!(output.status.success(), "{}", words(&output));
    summaries(&output)
}

/// What an import with `--json` printed: a line a file.
pub(crate) fn summaries(output: &Output) -> Vec<Json> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|fault| panic!("{fault}: {line}"))).collect()
}

/// Everything that a process said.
pub(crate) fn words(output: &Output) -> String {
    format!("{}\n{}{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The sample shop as lines.
pub(crate) fn sample(users: u64, days: u32, seed: u64) -> Vec<u8> {
    let shop = uav_sample::Shop { users, days, seed, end_ms: 1_795_478_400_000 };
    let mut lines = Vec::new();
    shop.write_ndjson(&mut lines).unwrap();
    lines
}
