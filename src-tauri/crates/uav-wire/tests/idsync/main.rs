//! IDSync's requests as clients write them, what is said of those that cannot be read, and the answers.

mod answers;
mod changes;
mod recordings;
mod requests;
