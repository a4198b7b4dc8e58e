//! `uav bench`: how fast the product is, as ratios to named baselines that are measured in the same run.
//!
//! Every figure stands beside what a plain program does on the same machine, minute and data: machines are noisy, ratios
//! are less so. Compiled with the feature `bench` only. Start reading at [`run`].

mod child;
mod client;
mod events;
mod identify;
mod import;
mod lookup;
mod plain;
mod plain_loop;
mod quantiles;
mod results;
mod search;
mod served;
mod store;
mod window;

use std::path::PathBuf;

use self::results::Results;
use crate::fault::Fault;

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct Bench {
    /// Only the parts whose name contains this: import, events, search, lookup, identify, window
    #[arg(value_name = "PART")]
    part: Option<String>,
    /// Where to write the results
    #[arg(long, default_value = "target/bench/results.json")]
    out: PathBuf,
    /// A folder for the data that is measured on; a store that is in it is used again
    #[arg(long, default_value = "target/bench/data")]
    scratch: PathBuf,
    /// Batches of the import; the figures of the README are with 1,000,000
    #[arg(long, default_value_t = 1_000_000)]
    batches: u64,
    /// Users of the store that is searched
    #[arg(long, default_value_t = 1_000_000)]
    users: u64,
    /// A command that starts the window on the folder in UAV_DATA and prints the seconds to a usable search
    #[arg(long)]
    window_command: Option<String>,
    /// Be the plain loop that imports are compared with: read this file into `plain.db` of the scratch folder
    #[arg(long, hide = true, value_name = "FILE")]
    as_plain_loop: Option<PathBuf>,
}

/// Measures what was asked for, prints a table, writes the results.
pub(crate) async fn run(bench: Bench) -> Result<(), Fault> {
    std::fs::create_dir_all(&bench.scratch)?;
    if let Some(file) = &bench.as_plain_loop {
        return plain_loop::run(file, &bench.scratch.join("plain.db"));
    }
    let wants = |part: &str| bench.part.as_deref().is_none_or(|wanted| part.contains(wanted));
    let mut results = Results::default();
    if wants("import") {
        import::measure(&bench, &mut results)?;
    }
    if wants("events") {
        events::measure(&bench, &mut results).await?;
    }
    if ["search", "lookup", "identify", "window"].into_iter().any(wants) {
        let folder = store::filled(&bench.scratch, bench.users)?;
        if wants("search") || wants("lookup") || wants("identify") {
            let engine = crate::open::engine(&folder).await?;
            let plain = plain::of_store(&engine, &bench.scratch.join("reference.db")).await?;
            if wants("search") {
                search::measure(&engine, &plain, &mut results).await?;
            }
            if wants("lookup") {
                lookup::measure(&engine, &plain, &mut results).await?;
            }
            engine.stop().await;
            if wants("identify") {
                identify::measure(&folder, &plain.asked, &mut results).await?;
            }
        }
        if wants("window")
            && let Some(command) = &bench.window_command
        {
            window::measure(command, &folder, &bench.scratch, &mut results)?;
        }
    }
    results.print();
    results.write(&bench.out)
}
