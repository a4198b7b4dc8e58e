//! Aliases: what was asked for, what became of it, and the copies that it made.

use async_trait::async_trait;
use uav_core::{Alias, ProfileKey, Seq};

use crate::{Result, Span};

/// A piece of one user's timeline that stands on another's too. The batch stays in the log once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanCopy {
    /// On whose timeline it stands from now on.
    pub profile: ProfileKey,
    /// The alias that copies it.
    pub alias: Seq,
    /// The piece, cut to the alias' range; its `alias` counts for nothing.
    pub span: Span,
}

/// Reading aliases; they are written with a group.
#[async_trait]
pub trait AliasStore: Send + Sync {
    /// One alias.
    async fn alias(&self, seq: Seq) -> Result<Option<Alias>>;

    /// The aliases that a profile has part in, as source or destination, in the order in which they were asked for.
    async fn aliases_of(&self, profile: ProfileKey) -> Result<Vec<Alias>>;

    /// Up to `limit` aliases that wait, in the order in which they are due.
    async fn waiting_aliases(&self, limit: u32) -> Result<Vec<Alias>>;
}
