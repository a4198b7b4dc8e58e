//! What a profile shows of the aliases that it has part in (idsync.md AL-6, AL-8).

use rustc_hash::FxHashMap;
use uav_core::profile::Profile;
use uav_core::{Alias, AliasState, Mpid, ProfileKey};
use uav_store::{SpanQuery, StoredEntry};

use crate::engine::Engine;
use crate::error::Result;
use crate::log::decode;
use crate::profiles::FoundProfile;

/// Other profiles that are read at once.
const PROFILES_AT_ONCE: usize = 200;
/// Pieces of a timeline that are read at once.
const SPANS_AT_ONCE: u32 = 500;

/// On which side of an alias a profile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasRole {
    /// Its events are copied.
    Source,
    /// The events are copied to it.
    Destination,
}

/// An alias as one of its two profiles shows it.
#[derive(Clone, Debug)]
pub struct ProfileAlias {
    /// The alias.
    pub alias: Alias,
    /// On which side the profile is.
    pub role: AliasRole,
    /// The profile on the other side.
    pub other: Mpid,
}

impl Engine {
    /// A profile with its aliases, and with what it inherits from the sources of those that ran.
    pub(crate) async fn found(&self, key: ProfileKey, profile: Profile) -> Result<FoundProfile> {
        let mut found = FoundProfile { key, profile, aliases: Vec::new() };
        let aliases = self.store().aliases_of(key).await?;
        for some in aliases.chunks(PROFILES_AT_ONCE) {
            let other = |alias: &Alias| if alias.source == key { alias.destination } else { alias.source };
            let others: Vec<ProfileKey> = some.iter().map(other).collect();
            let others: FxHashMap<_, _> = self.store().profiles(&others).await?.into_iter().collect();
            for alias in some {
                let role = if alias.source == key { AliasRole::Source } else { AliasRole::Destination };
                let Some(profile) = others.get(&other(alias)) else { continue };
                if role == AliasRole::Destination && alias.state == AliasState::Done {
                    found.profile.inherit(profile);
                }
                found.aliases.push(ProfileAlias { alias: alias.clone(), role, other: profile.mpid });
            }
        }
        Ok(found)
    }

    /// Whether an entry of another user stands on this user's timeline, because an alias copied some of it. The timeline
    /// itself is asked: the entry may have gone to somebody else since, when the log was resolved anew.
    pub(crate) async fn is_copied_to(&self, profile: ProfileKey, entry: &StoredEntry) -> Result<bool> {
        if !entry.kind.is_batch() {
            return Ok(false);
        }
        let batch = decode(entry);
        let times = batch.batch.events.iter().map(|event| event.time_ms(batch.receipt.received_ms));
        // A piece ends with an event, or with the alias in between two. A batch with no events is no event to copy.
        let (Some(from_ms), Some(to_ms)) = (times.clone().min(), times.max()) else { return Ok(false) };
        let mut query = SpanQuery { profile, from_ms, to_ms, newest_first: false, after: None, limit: SPANS_AT_ONCE };
        loop {
            let spans = self.store().spans(query).await?;
            if spans.iter().any(|span| span.seq == entry.receipt.seq && span.alias.is_some()) {
                return Ok(true);
            }
            match spans.last() {
                Some(last) if spans.len() == SPANS_AT_ONCE as usize => query.after = Some((last.newest_ms, last.seq)),
                _ => return Ok(false),
            }
        }
    }
}
