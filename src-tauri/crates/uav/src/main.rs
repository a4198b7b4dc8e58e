//! The headless program: the same engine and the same screens without a window.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the terminal speaks to it")]

mod args;
#[cfg(feature = "bench")]
mod bench;
mod credentials;
mod fault;
mod import;
mod open;
mod sample;
mod serve;
mod user;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::fault::Fault;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("UAV_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("uav: {fault}");
            fault.exit_code()
        }
    }
}

fn run(command: Command) -> Result<(), Fault> {
    // Needs no runtime and no store, and may be piped into `head`.
    if let Command::Sample(sample) = command {
        return sample::run(&sample);
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Fault::System)?;
    runtime.block_on(async {
        match command {
            Command::Serve(serve) => serve::run(serve).await,
            Command::Import(import) => import::run(import).await,
            Command::User(user) => user::run(user).await,
            Command::Credentials(credentials) => credentials::run(credentials).await,
            #[cfg(feature = "bench")]
            Command::Bench(bench) => bench::run(bench).await,
            Command::Sample(_) => Ok(()),
        }
    })
}
