//! Asking for an alias: what the caller is told at once (idsync.md 7.1).

use uav_core::batch::Environment;
use uav_core::{Alias, AliasState, Mpid, ProfileKey, Reason, Refusal, Seq};

use crate::engine::Engine;
use crate::error::Result;
use crate::ingest::{AliasCall, Source};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
/// How far back an alias may reach, ms; clients read the same from the config (`amw`, days).
const WINDOW_MS: i64 = 90 * DAY_MS;
/// How long an alias of production data waits for late events of its source, ms (AL-4).
const DELAY_MS: i64 = DAY_MS;
/// How far a client's clock may be off, ms: the libraries reckon the earliest start by their own clock.
const CLOCK_SLACK_MS: i64 = 15 * 60 * 1_000;

/// An alias request as a door hands it over.
#[derive(Clone, Debug)]
pub struct AliasOrder<'a> {
    /// Whose key it came under.
    pub source: Source,
    /// Which of the scope's two identity spaces it is about.
    pub environment: Environment,
    /// Whose events.
    pub from: Mpid,
    /// For whom.
    pub to: Mpid,
    /// From when, ms UTC; absent for 90 days ago.
    pub start_ms: Option<i64>,
    /// Until when, ms UTC; absent for now.
    pub end_ms: Option<i64>,
    /// Only events of the device with this stamp.
    pub device: Option<Box<str>>,
    /// Its text as received.
    pub body: &'a [u8],
}

/// What the caller of an alias is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AliasOutcome {
    /// It will run when it is due.
    Accepted,
    /// It asks for what cannot be.
    Refused(Vec<Refusal>),
    /// The scope's strategy has no aliases.
    NotAllowed,
}

impl Engine {
    /// Takes in an alias request and answers when it is durable. Whether it is allowed after what ran before is only
    /// known when it runs, and then told on the profiles (AL-1 to AL-3).
    ///
    /// # Errors
    /// [`crate::EngineError::Busy`] when more comes in than can be stored.
    pub async fn alias(&self, order: AliasOrder<'_>) -> Result<AliasOutcome> {
        if !self.identity_settings(order.source.scope).allows_alias() {
            return Ok(AliasOutcome::NotAllowed);
        }
        let now_ms = self.now_ms();
        let range = (order.start_ms.unwrap_or(now_ms - WINDOW_MS), order.end_ms.unwrap_or(now_ms));
        let mut refusals = Vec::new();
        if order.from == order.to {
            refusals.push(Refusal::new("data.destination_mpid", Reason::Conflict, "the same as source_mpid"));
        }
        let from = self.user_of(&order, order.from).await?;
        let to = self.user_of(&order, order.to).await?;
        for (path, user) in [("data.source_mpid", from), ("data.destination_mpid", to)] {
            if user.is_none() {
                refusals.push(Refusal::new(path, Reason::NotAllowed, "there is no such user"));
            }
        }
        refusals.extend(range_fault(range, now_ms));
        let (Some(from), Some(to), true) = (from, to, refusals.is_empty()) else {
            return Ok(AliasOutcome::Refused(refusals));
        };

        // One at a time, so that of two equal requests the second sees the first (AL-9).
        let _turn = self.aliases().orders().await;
        let delay_ms = if order.environment == Environment::Development { 0 } else { DELAY_MS };
        let call = AliasCall {
            caller: order.source,
            from,
            to,
            range,
            device: order.device,
            received_ms: now_ms,
            due_ms: now_ms + delay_ms,
            body: self.store().pack(order.body),
        };
        if !self.is_repeated(&call).await? {
            self.parts().writer.alias(call).await?;
            self.aliases().wake();
        }
        Ok(AliasOutcome::Accepted)
    }

    /// A user of the order's scope and environment; somebody of another is nobody here (idsync.md Q-I7).
    async fn user_of(&self, order: &AliasOrder<'_>, mpid: Mpid) -> Result<Option<ProfileKey>> {
        let key = self.store().key_of(mpid).await?;
        let found = self.store().profiles(key.as_slice()).await?.into_iter().next();
        let here = found
            .filter(|(_, profile)| profile.scope == order.source.scope && profile.environment == order.environment);
        Ok(here.map(|(key, _)| key))
    }

    async fn is_repeated(&self, call: &AliasCall) -> Result<bool> {
        let asked = Alias {
            seq: Seq::default(),
            source: call.from,
            destination: call.to,
            start_ms: call.range.0,
            end_ms: call.range.1,
            device: call.device.clone(),
            asked_ms: call.received_ms,
            due_ms: call.due_ms,
            state: AliasState::Waiting,
            state_ms: call.received_ms,
        };
        Ok(self.store().aliases_of(call.from).await?.iter().any(|known| asked.repeats(known)))
    }
}

/// What is wrong with a span of time, if anything.
fn range_fault((start_ms, end_ms): (i64, i64), now_ms: i64) -> Option<Refusal> {
    let (member, detail) = if end_ms < start_ms {
        ("end_unixtime_ms", "before start_unixtime_ms".to_owned())
    } else if start_ms > now_ms + CLOCK_SLACK_MS {
        ("start_unixtime_ms", "in the future".to_owned())
    } else if start_ms < now_ms - WINDOW_MS - CLOCK_SLACK_MS {
        ("start_unixtime_ms", format!("more than {} days ago", WINDOW_MS / DAY_MS))
    } else {
        return None;
    };
    Some(Refusal::new(format!("data.{member}"), Reason::NotAllowed, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_held_against_the_clock() {
        let now_ms = 1_764_547_200_000;
        let said = |range| range_fault(range, now_ms).map(|fault| fault.to_string());
        let table = [
            ((now_ms - WINDOW_MS, now_ms), None),
            ((now_ms - 5, now_ms - 5), None),
            ((now_ms - 5, now_ms + DAY_MS), None),
            // A clock that is a little off.
            ((now_ms - WINDOW_MS - 1_000, now_ms), None),
            ((now_ms + 1_000, now_ms + 1_000), None),
            ((now_ms - 5, now_ms - 6), Some("data.end_unixtime_ms: before start_unixtime_ms")),
            ((now_ms + DAY_MS, now_ms + DAY_MS), Some("data.start_unixtime_ms: in the future")),
            ((now_ms - WINDOW_MS - DAY_MS, now_ms), Some("data.start_unixtime_ms: more than 90 days ago")),
            ((i64::MIN, i64::MAX), Some("data.start_unixtime_ms: more than 90 days ago")),
        ];
        for (range, expected) in table {
            assert_eq!(said(range).as_deref(), expected, "{range:?}");
        }
    }
}
