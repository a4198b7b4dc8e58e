//! Running programs, with their words on the terminal.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Why a task failed, in words.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Runs a program in a folder of the repository, shows what it says, and fails if it fails.
pub(crate) fn run(folder: &str, program: &str, args: &[&str]) -> Result {
    run_with(folder, program, args, &[])
}

/// The same with variables of the environment set.
pub(crate) fn run_with(folder: &str, program: &str, args: &[&str], variables: &[(&str, &str)]) -> Result {
    let shown = format!("{program} {}", args.join(" "));
    println!("\x1b[1m$ {shown}\x1b[0m");
    let started = Instant::now();
    let status = Command::new(program)
        .args(args)
        .envs(variables.iter().copied())
        .current_dir(root().join(folder))
        .status()
        .map_err(|fault| format!("{program} does not start: {fault}"))?;
    println!("  ({:.1} s)", started.elapsed().as_secs_f64());
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Whether a program exists and says yes.
pub(crate) fn says_yes(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok_and(|output| output.status.success())
}

/// What a program prints, when it succeeds.
pub(crate) fn printed(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
