//! How the program fails: one line, and a number for scripts.

use std::process::ExitCode;

use uav_admin::Problem;
use uav_engine::EngineError;
use uav_store::StoreError;

/// Why the program ends without having done what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// What was asked for makes no sense, beyond what the arguments' own check sees.
    #[error("{0}")]
    Usage(String),
    /// Nobody was found.
    #[error("nobody matches {0:?}")]
    Nobody(String),
    /// An import stopped early.
    #[error("{0}")]
    Stopped(String),
    /// The store cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The engine reports a fault.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A command of the table reports a problem.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// The system reports a fault.
    #[error("{0}")]
    System(#[from] std::io::Error),
}

impl Fault {
    /// 1: it failed. 2: the arguments are wrong. 4: nothing was found.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Nobody(_) => ExitCode::from(4),
            _ => ExitCode::FAILURE,
        }
    }
}
