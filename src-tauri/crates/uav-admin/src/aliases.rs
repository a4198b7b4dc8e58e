//! The aliases of a user: whose events are shown on whose timeline, and taking them back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::AliasState as State;
use uav_engine::{AliasRole as Role, ProfileAlias};

use crate::admin::Admin;
use crate::error::Problem;
use crate::request::{mpid, seq};

/// The aliases of a profile that are told, the latest.
const SHOWN_MAX: usize = 50;

/// On which side of an alias a user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AliasRole {
    /// The user's events are shown on the other's timeline.
    Source,
    /// Events of the other are shown on the user's timeline.
    Destination,
}

/// What became of an alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AliasState {
    /// It waits for late events.
    Waiting,
    /// The events are copied.
    Done,
    /// It was taken back.
    Undone,
    /// It was not allowed.
    Refused,
}

/// An alias as one of its two users shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AliasView {
    /// Its number.
    pub alias: String,
    /// The user on the other side.
    pub mpid: String,
    /// On which side this user is.
    pub role: AliasRole,
    /// What became of it.
    pub state: AliasState,
    /// From when events are copied, ms UTC, inclusive.
    pub from_ms: i64,
    /// Until when, ms UTC, inclusive.
    pub to_ms: i64,
    /// Only events of the device with this stamp are copied.
    pub device: Option<String>,
    /// When it was asked for, ms UTC.
    pub asked_ms: i64,
    /// When it came into its state, or, while it waits, when it is to run, ms UTC.
    pub at_ms: i64,
    /// Why it was not allowed.
    pub reason: Option<String>,
}

/// Takes an alias back: exactly what it copied is gone.
#[derive(Debug, Deserialize, TS)]
pub struct UndoAlias {
    /// One of its two users.
    pub mpid: String,
    /// Its number.
    pub alias: String,
}

impl Admin {
    /// Takes an alias back.
    ///
    /// # Errors
    /// When the user has part in no such alias, or it copied nothing.
    pub async fn alias_undo(&self, request: UndoAlias) -> Result<AliasView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let seq = seq("alias", &request.alias)?;
        let shown = found.aliases.into_iter().find(|shown| shown.alias.seq == seq);
        let not_found = || Problem::not_found(&format!("alias {seq} of user {}", found.profile.mpid));
        let shown = shown.ok_or_else(not_found)?;
        let alias = self.engine.undo_alias(seq).await?;
        Ok(alias_view(&ProfileAlias { alias, ..shown }))
    }
}

/// The latest aliases of a profile, the last one asked for first.
pub(crate) fn alias_views(aliases: &[ProfileAlias]) -> Vec<AliasView> {
    aliases.iter().rev().take(SHOWN_MAX).map(alias_view).collect()
}

fn alias_view(shown: &ProfileAlias) -> AliasView {
    let alias = &shown.alias;
    let (state, reason) = match alias.state {
        State::Waiting => (AliasState::Waiting, None),
        State::Done => (AliasState::Done, None),
        State::Undone => (AliasState::Undone, None),
        State::Refused(fault) => (AliasState::Refused, Some(fault.to_string())),
    };
    AliasView {
        alias: alias.seq.to_string(),
        mpid: shown.other.to_string(),
        role: match shown.role {
            Role::Source => AliasRole::Source,
            Role::Destination => AliasRole::Destination,
        },
        state,
        from_ms: alias.start_ms,
        to_ms: alias.end_ms,
        device: alias.device.as_deref().map(str::to_owned),
        asked_ms: alias.asked_ms,
        at_ms: if state == AliasState::Waiting { alias.due_ms } else { alias.state_ms },
        reason,
    }
}
