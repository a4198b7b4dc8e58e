//! The store that search, look-ups and the window are measured on: the sample shop with a million users.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::child;
use crate::fault::Fault;

/// The end of the sample's last day, ms UTC: the same shop in every run.
pub(super) const END_MS: i64 = 1_795_478_400_000;
/// Enough days that nearly every user comes, and few enough that the store is soon filled.
const DAYS: u32 = 30;

/// The folder of the store, filled unless an earlier run did.
pub(super) fn filled(scratch: &Path, users: u64) -> Result<PathBuf, Fault> {
    let folder = scratch.join(format!("store-{users}"));
    let done = folder.join("filled");
    if done.exists() {
        return Ok(folder);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    println!("filling a store with {users} users");
    let mut shop = child::this_program()?
        .args(["sample", "--users", &users.to_string(), "--days", &DAYS.to_string()])
        .args(["--seed", "2", "--end", &END_MS.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let batches = shop.stdout.take().map_or_else(Stdio::null, Stdio::from);
    let import =
        child::run(child::this_program()?.args(["import", "--json", "--data"]).arg(&folder).arg("-").stdin(batches));
    shop.wait()?;
    println!("{}", import?.output.trim());
    std::fs::write(done, "")?;
    Ok(folder)
}
