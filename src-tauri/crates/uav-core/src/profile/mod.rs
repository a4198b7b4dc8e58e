//! The profile and how a batch changes it.
