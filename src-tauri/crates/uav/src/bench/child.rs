//! Running this program again as a process of its own, with its memory watched.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::fault::Fault;

/// What a finished process came to.
pub(super) struct Finished {
    /// What it printed.
    pub(super) output: String,
    /// From its start to its end.
    pub(super) seconds: f64,
    /// The most memory that it held, MB; 0 where the system does not say.
    pub(super) peak_mb: f64,
}

/// This program.
pub(super) fn this_program() -> Result<Command, Fault> {
    Ok(Command::new(std::env::current_exe()?))
}

/// Runs a command to its end.
pub(super) fn run(command: &mut Command) -> Result<Finished, Fault> {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut output = child.stdout.take();
    let reading = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(output) = &mut output {
            std::io::Read::read_to_string(output, &mut text).map(|_| text)
        } else {
            Ok(text)
        }
    });
    let mut peak_kb = 0;
    let ended = loop {
        peak_kb = peak_kb.max(high_water_kb(&status));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let seconds = started.elapsed().as_secs_f64();
    let output = reading.join().map_err(|_| Fault::Stopped("reading a process failed".to_owned()))??;
    if !ended.success() {
        return Err(Fault::Stopped(format!("{:?} ended with {ended}", command.get_program())));
    }
    Ok(Finished { output, seconds, peak_mb: f64::from(peak_kb) / 1024.0 })
}

/// The most memory that a process held so far, KB.
fn high_water_kb(status: &str) -> u32 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_ascii_whitespace().next()?.parse().ok()).unwrap_or(0)
}
