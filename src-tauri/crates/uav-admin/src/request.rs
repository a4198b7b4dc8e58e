//! Words that many requests have, read with a fault that names the place.

use uav_core::batch::Environment;
use uav_core::{Mpid, ScopeId, Seq};

use crate::error::Problem;

/// The identity scope that a fresh store has.
pub(crate) const FIRST_SCOPE: ScopeId = ScopeId(1);

/// An MPID.
pub(crate) fn mpid(path: &str, text: &str) -> Result<Mpid, Problem> {
    text.trim().parse().map_err(|_| Problem::invalid(path, format!("{text:?} is no MPID: a whole number of 64 bits")))
}

/// A place in the log.
pub(crate) fn seq(path: &str, text: &str) -> Result<Seq, Problem> {
    let number = text.parse().map_err(|_| Problem::invalid(path, format!("{text:?} is no place in the log")))?;
    Ok(Seq(number))
}

/// `production` or `development`.
pub(crate) fn environment(word: &str) -> Result<Environment, Problem> {
    match word {
        "production" => Ok(Environment::Production),
        "development" => Ok(Environment::Development),
        other => Err(Problem::invalid("environment", format!("{other:?} is neither production nor development"))),
    }
}
