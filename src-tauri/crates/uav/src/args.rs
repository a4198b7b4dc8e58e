//! The arguments.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Profiles of your users from mParticle-format batches: import, search, read, serve.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, propagate_version = true)]
#[command(after_help = "Exit codes: 0 done, 1 failed, 2 wrong arguments, 4 nobody found.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the screens and the API
    Serve(Serve),
    /// Import files of batches: NDJSON or JSON, plain, gzip or zstd
    Import(Import),
    /// Write a made-up shop as NDJSON to the standard output
    Sample(Sample),
    /// Find a user by any identity or MPID and print the profile
    User(User),
    /// Make keys
    Credentials(Credentials),
    /// Measure, against a named baseline in the same run
    #[cfg(feature = "bench")]
    Bench(crate::bench::Bench),
}

/// Where the data is.
#[derive(Debug, clap::Args)]
pub(crate) struct Data {
    /// The folder of the data; made if there is none
    #[arg(long = "data", value_name = "DIR", env = "UAV_DATA", default_value = "uav-data")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Address and port; port 0 takes a free one. Beyond this machine, credentials are needed
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:4680")]
    pub(crate) listen: SocketAddr,
    /// If the store is empty, load a sample shop of this many users
    #[arg(long, value_name = "USERS")]
    pub(crate) sample_if_empty: Option<u64>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The files; - is the standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The number of the workspace that the data belongs to
    #[arg(long, default_value_t = 1)]
    pub(crate) workspace: u32,
    /// Read and resolve everything, store nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Print a summary as JSON instead of words; no progress bar
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sample {
    /// How many users
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub(crate) users: u64,
    /// Over how many days
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3_650))]
    pub(crate) days: u32,
    /// The same seed always gives the same shop
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The end of the last day, ms since 1970 UTC; the end of yesterday if not given
    #[arg(long, value_name = "MS")]
    pub(crate) end: Option<i64>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct User {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Any part of any identity, or an MPID
    pub(crate) query: String,
    /// Print the whole profile as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Look among test data
    #[arg(long)]
    pub(crate) development: bool,
    /// The number of the workspace whose users to look among; the first one if not given
    #[arg(long)]
    pub(crate) workspace: Option<u32>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Credentials {
    #[command(subcommand)]
    pub(crate) act: CredentialsAct,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CredentialsAct {
    /// Make a key; its secret is shown this once
    Create(CreateCredentials),
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CredentialKind {
    /// Sending batches
    Input,
    /// Reading profiles; also signs in to a server
    Api,
}

/// Whose feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Feed {
    /// The owner's own
    Custom,
    /// A partner's: it must not change consent
    Partner,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CreateCredentials {
    #[command(flatten)]
    pub(crate) data: Data,
    /// What the key is for
    #[arg(long)]
    pub(crate) kind: CredentialKind,
    /// The number of the workspace
    #[arg(long, default_value_t = 1)]
    pub(crate) workspace: u32,
    /// The name of the input or reader; made up if not given
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The input's platform: web, ios, android, server … A web key is enough to call IDSync, without its secret
    #[arg(long, default_value = "server")]
    pub(crate) platform: String,
    /// The input is a feed, not an application
    #[arg(long, value_name = "WHOSE")]
    pub(crate) feed: Option<Feed>,
    /// The key is for test data
    #[arg(long)]
    pub(crate) development: bool,
    /// The key is for real and test data: the batch says which
    #[arg(long, conflicts_with = "development")]
    pub(crate) both: bool,
    /// Print as JSON
    #[arg(long)]
    pub(crate) json: bool,
}
