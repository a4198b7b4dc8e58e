//! The Profile API: what a profile looks like to its readers, and how they ask for one.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod document;
mod search;
