//! What the program promises to its users, proved on the program itself: its processes, its files, real recordings.
//!
//! These tests belong to the crate `uav` (its manifest names this folder), because they start its program.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test ends where something is not as it should be")]

mod bad_input;
mod command_line;
mod kill;
mod live_kill;
mod profiles;
mod program;
mod recordings;
mod serve;
