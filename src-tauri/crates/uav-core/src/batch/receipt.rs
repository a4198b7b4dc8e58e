//! What the log notes about a batch when it comes in.

use serde::{Deserialize, Serialize};

use crate::ids::{InputId, Seq, WorkspaceId};

/// Which kind of entrance a batch came through; it decides what `user_attributes` mean (events.md AT-7, AT-8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Door {
    /// Server to server, feeds and imported files: the attribute map writes.
    #[default]
    Server,
    /// The browser library: the map is a snapshot, change events write.
    Browser,
    /// The native libraries: as the browser.
    Native,
    /// A partner's feed: as server to server, but must not change consent (events.md AU-8).
    Partner,
}

impl Door {
    /// Whether `user_attributes` is a snapshot that only fills (events.md AT-7).
    #[must_use]
    pub const fn sends_snapshots(self) -> bool {
        matches!(self, Self::Browser | Self::Native)
    }

    /// The `channel` of `source_info` (events.md 7.7).
    #[must_use]
    pub const fn channel(self) -> &'static str {
        match self {
            Self::Server => "server_to_server",
            Self::Browser => "javascript",
            Self::Native => "native",
            Self::Partner => "partner",
        }
    }
}

/// When, where and through what a batch was received. Given once, kept in replays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The place in the log; breaks every tie of times.
    pub seq: Seq,
    /// When it was received, ms UTC. No time in the batch counts as later than this.
    pub received_ms: i64,
    /// The input whose key it came under.
    pub input: InputId,
    /// The workspace of that input.
    pub workspace: WorkspaceId,
    /// The kind of entrance.
    pub door: Door,
}
