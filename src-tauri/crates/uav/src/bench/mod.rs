//! `uav bench`.

use crate::args::Bench;
use crate::fault::Fault;

pub(crate) async fn run(bench: Bench) -> Result<(), Fault> {
    Err(Fault::Usage(format!("{bench:?} is in the making")))
}
