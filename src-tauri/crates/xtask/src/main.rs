//! What developers and CI run. `cargo xtask` lists the tasks; the Makefile names the common ones.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task speaks to the terminal")]

mod packages;
mod shell;
mod tasks;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask TASK

  run     opens the desktop window on the sample shop, or serves it on loopback where there is no display
  test    everything that must hold: formats, lints, types, unit tests, end to end in Chromium and in the window
  check   the same without the end-to-end tests
  types   writes ui/src/api/generated/admin.ts from the command table
  e2e     the end-to-end tests alone
  clients the tests with real SDKs alone
  bench   measures, prints a table, writes target/bench/results.json
  bundle  makes the .deb
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let task = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match task.as_str() {
        "run" => tasks::run(&rest),
        "test" => tasks::test(),
        "check" => tasks::check(),
        "types" => tasks::types(),
        "e2e" => tasks::e2e(),
        "clients" => tasks::clients(),
        "bench" => tasks::bench(&rest),
        "bundle" => tasks::bundle(),
        _ => {
            print!("{HELP}");
            return if task.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("xtask {task}: {fault}");
            ExitCode::FAILURE
        }
    }
}
