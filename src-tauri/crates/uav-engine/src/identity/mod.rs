//! Identity requests: answered with a profile, stored before they are answered (idsync.md).

mod look;
mod scopes;

use sha2::{Digest, Sha256};
use uav_core::batch::Environment;

use crate::engine::Engine;
use crate::error::Result;
use crate::ingest::{IdentityAct, IdentityCall, IdentityOutcome, Source};

pub use look::Look;
pub use scopes::ScopeFacts;
pub(crate) use scopes::check_settings;

/// An identity request as a door hands it over.
#[derive(Clone, Debug)]
pub struct IdentityRequest<'a> {
    /// Whose key it came under.
    pub source: Source,
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// What it asks for.
    pub act: IdentityAct,
    /// Its text as received.
    pub body: &'a [u8],
    /// Whether it carries an id, so that a repetition of it gets the same answer.
    pub has_id: bool,
}

impl Engine {
    /// Answers an identity request; the answer is durable.
    ///
    /// # Errors
    /// [`crate::EngineError::Busy`] when more comes in than can be stored.
    pub async fn identify(&self, request: IdentityRequest<'_>) -> Result<IdentityOutcome> {
        let repeat = request.has_id.then(|| fingerprint(&request));
        let call = IdentityCall {
            source: request.source,
            environment: request.environment,
            received_ms: self.now_ms(),
            body: self.store().pack(request.body),
            act: request.act,
            repeat,
        };
        self.parts().writer.identity(call).await
    }
}

/// What tells one request from another: the input, what it asks for, and its text.
fn fingerprint(request: &IdentityRequest<'_>) -> [u8; 16] {
    let head = match &request.act {
        IdentityAct::Resolve { call, .. } => format!("{} {call:?}\n", request.source.input),
        IdentityAct::Modify { mpid, .. } => format!("{} Modify {mpid}\n", request.source.input),
    };
    let digest: [u8; 32] = Sha256::new().chain_update(head).chain_update(request.body).finalize().into();
    let mut short = [0; 16];
    short.copy_from_slice(digest.split_at(16).0);
    short
}
