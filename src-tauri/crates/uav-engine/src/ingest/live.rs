//! What the doors hand over.

use uav_core::Refusal;
use uav_core::batch::Door;
use uav_wire::ParsedBatch;

use super::identity::Source;
use super::incoming::{Incoming, Outcome, RefusedText};
use crate::engine::Engine;
use crate::error::Result;

/// The longest text of a refused request that is kept, bytes.
const REFUSED_TEXT_BYTES_MAX: usize = 64 << 10;

/// A batch that a door has read.
#[derive(Clone, Debug)]
pub struct LiveBatch<'a> {
    /// Whose key it came under.
    pub source: Source,
    /// The kind of entrance.
    pub door: Door,
    /// What it says.
    pub parsed: ParsedBatch,
    /// Its text as received.
    pub text: &'a [u8],
    /// When it was received, ms UTC.
    pub received_ms: i64,
    /// Whether it is a batch of the past (events.md EP-3).
    pub is_historical: bool,
}

impl Engine {
    /// Takes in what a door has read and answers when it is durable.
    ///
    /// # Errors
    /// [`crate::EngineError::Busy`] when more comes in than can be stored.
    pub async fn take(&self, live: LiveBatch<'_>) -> Result<Outcome> {
        let LiveBatch { source, door, parsed, text, received_ms, is_historical } = live;
        self.ingest(Incoming {
            input: source.input,
            workspace: source.workspace,
            scope: source.scope,
            door,
            received_ms,
            batch: parsed.batch,
            body: self.store().pack(text),
            is_historical,
            remarks: parsed.refusals,
            line: 0,
        })
        .await
    }

    /// Takes in a live batch and answers when it is durable.
    ///
    /// # Errors
    /// [`crate::EngineError::Busy`] when more comes in than can be stored.
    pub async fn ingest(&self, incoming: Incoming) -> Result<Outcome> {
        self.parts().writer.ingest(incoming).await
    }

    /// Notes what a door refused, and answers when it can be listed.
    ///
    /// # Errors
    /// [`crate::EngineError::Busy`] when more comes in than can be stored.
    pub async fn note_refused(&self, source: Source, text: &[u8], refusals: Vec<Refusal>) -> Result<()> {
        let kept = text.get(..REFUSED_TEXT_BYTES_MAX).unwrap_or(text);
        let text = String::from_utf8_lossy(kept).into_owned();
        self.parts()
            .writer
            .refused(RefusedText { input: source.input, received_ms: self.now_ms(), text, refusals })
            .await
    }
}
