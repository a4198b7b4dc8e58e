//! `uav sample`.

use std::io::{self, BufWriter, Write};

use uav_engine::{SystemWorld, World};
use uav_sample::Shop;

use crate::args::Sample;
use crate::fault::Fault;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Writes the shop to the standard output; a reader that has had enough ends it quietly.
pub(crate) fn run(sample: &Sample) -> Result<(), Fault> {
    let end_ms = sample.end.unwrap_or_else(|| SystemWorld.now_ms() / DAY_MS * DAY_MS);
    let shop = Shop { users: sample.users, days: sample.days, seed: sample.seed, end_ms };
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let written = shop.write_ndjson(&mut out).and_then(|summary| out.flush().map(|()| summary));
    match written {
        Ok(_) => Ok(()),
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(fault) => Err(fault.into()),
    }
}
