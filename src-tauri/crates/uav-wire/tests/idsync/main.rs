//! IDSync's requests as clients write them, what is said of those that cannot be read, and the answers.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod answers;
mod changes;
mod recordings;
mod requests;
