//! Aliases: a stretch of one profile's events, copied to another, and when that is allowed (idsync.md 7).
//!
//! A copy is shown on the destination's timeline and counts nowhere else: it is not folded (events.md TM-6).

use crate::ids::{ProfileKey, Seq};

/// An alias: what was asked for, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The place of its request in the log, which is also its number.
    pub seq: Seq,
    /// Whose events.
    pub source: ProfileKey,
    /// For whom.
    pub destination: ProfileKey,
    /// From when, ms UTC, inclusive.
    pub start_ms: i64,
    /// Until when, ms UTC, inclusive.
    pub end_ms: i64,
    /// Only events of the device with this stamp.
    pub device: Option<Box<str>>,
    /// When it was asked for, ms UTC.
    pub asked_ms: i64,
    /// When it is to run, ms UTC: late events of the source shall come too (AL-4).
    pub due_ms: i64,
    /// What became of it.
    pub state: AliasState,
    /// Since when it is in that state, ms UTC.
    pub state_ms: i64,
}

/// What became of an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AliasState {
    /// It waits until it is due.
    Waiting,
    /// The events are copied.
    Done,
    /// It was taken back: the copies are gone.
    Undone,
    /// It was not allowed; nothing was copied.
    Refused(AliasFault),
}

/// Why an alias is not allowed when it comes to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AliasFault {
    /// AL-1.
    #[error("events of the source in this span of time were copied before")]
    SourceAgain,
    /// AL-2.
    #[error("the source has events that were copied from another user")]
    SourceWasDestination,
    /// AL-3.
    #[error("events of the destination were copied to another user")]
    DestinationWasSource,
}

impl AliasState {
    /// Every state, by stored number.
    pub const ALL: &[Self] = &[
        Self::Waiting,
        Self::Done,
        Self::Undone,
        Self::Refused(AliasFault::SourceAgain),
        Self::Refused(AliasFault::SourceWasDestination),
        Self::Refused(AliasFault::DestinationWasSource),
    ];

    /// The stored number.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Waiting => 0,
            Self::Done => 1,
            Self::Undone => 2,
            Self::Refused(AliasFault::SourceAgain) => 3,
            Self::Refused(AliasFault::SourceWasDestination) => 4,
            Self::Refused(AliasFault::DestinationWasSource) => 5,
        }
    }

    /// The state of a stored number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.number() == number)
    }
}

impl Alias {
    /// Whether it may run, after these that have part in it too. Only those that ran and were not taken back count.
    ///
    /// # Errors
    /// The first of AL-1 to AL-3 that it breaks.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Result<(), AliasFault> {
        let others = others.into_iter().filter(|other| other.seq != self.seq && other.state == AliasState::Done);
        let fault = others.filter_map(|other| self.fault_after(other)).min_by_key(|fault| *fault as u8);
        fault.map_or(Ok(()), Err)
    }

    fn fault_after(&self, other: &Self) -> Option<AliasFault> {
        let overlaps = self.start_ms <= other.end_ms && other.start_ms <= self.end_ms;
        if self.source == other.source && overlaps {
            Some(AliasFault::SourceAgain)
        } else if self.source == other.destination {
            Some(AliasFault::SourceWasDestination)
        } else if self.destination == other.source {
            Some(AliasFault::DestinationWasSource)
        } else {
            None
        }
    }

    /// Whether it asks for the same as one that waits or ran: once is enough (AL-9).
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let lasts = matches!(other.state, AliasState::Waiting | AliasState::Done);
        let what = |alias: &Self| (alias.source, alias.destination, alias.start_ms, alias.end_ms);
        lasts && what(self) == what(other) && self.device == other.device
    }

    /// The part of a piece of a timeline, oldest and newest, that it copies.
    #[must_use]
    pub fn part_of(&self, oldest_ms: i64, newest_ms: i64) -> Option<(i64, i64)> {
        let part = (oldest_ms.max(self.start_ms), newest_ms.min(self.end_ms));
        (part.0 <= part.1).then_some(part)
    }

    /// Whether it copies events of the device with this stamp.
    #[must_use]
    pub fn is_of_device(&self, device: Option<&str>) -> bool {
        self.device.as_deref().is_none_or(|wanted| device == Some(wanted))
    }
}
