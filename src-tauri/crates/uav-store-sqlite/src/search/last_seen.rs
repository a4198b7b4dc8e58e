//! When each profile was last seen: what orders hits of one rank.

use uav_core::ProfileKey;
use uav_store::Result;

use crate::error::damaged;

const PAIR_BYTES: usize = 8;
/// Pairs beyond this, and beyond four a profile, are worth writing anew.
const PAIRS_MIN: usize = 1 << 18;
const ROW_BYTES_MAX: usize = 1 << 20;

/// Seconds since 1970, by profile.
#[derive(Debug, Default)]
pub(crate) struct LastSeen {
    seconds: Vec<u32>,
    /// How many pairs stand in the file.
    pairs: usize,
}

impl LastSeen {
    /// How long ago, counted from the end of time: ascending is most recent first.
    pub(crate) fn age(&self, profile: u32) -> u32 {
        u32::MAX - self.seconds.get(profile as usize).copied().unwrap_or_default()
    }

    /// Reads a row; profiles beyond the last one cannot be in it.
    pub(crate) fn read(&mut self, row: &[u8], last: ProfileKey) -> Result<()> {
        if !row.len().is_multiple_of(PAIR_BYTES) {
            return Err(damaged("a row of last-seen times has an odd length"));
        }
        for pair in row.chunks_exact(PAIR_BYTES) {
            let number = |from: usize| {
                let bytes = pair.get(from..from + 4).and_then(|bytes| bytes.try_into().ok());
                bytes.map(u32::from_le_bytes).unwrap_or_default()
            };
            let profile = ProfileKey(number(0));
            if profile > last {
                return Err(damaged(format!("a last-seen time of profile {profile}, which there is not")));
            }
            self.note(profile, number(4));
        }
        Ok(())
    }

    /// Notes a time that stands in the file.
    pub(crate) fn note(&mut self, profile: ProfileKey, seconds: u32) {
        let place = profile.0 as usize;
        if place >= self.seconds.len() {
            self.seconds.resize(place + 1, 0);
        }
        if let Some(held) = self.seconds.get_mut(place) {
            *held = seconds;
        }
        self.pairs += 1;
    }

    /// Whether the file holds so many outdated pairs that it should be written anew.
    pub(crate) fn is_long(&self) -> bool {
        self.pairs > PAIRS_MIN.max(self.seconds.len() * 4)
    }

    /// All of it with these times noted, as rows to take the place of those in the file, and the number of pairs in them.
    pub(crate) fn anew(&self, noted: &[(ProfileKey, u32)]) -> (Vec<Vec<u8>>, usize) {
        let mut all = Self { seconds: self.seconds.clone(), pairs: 0 };
        for (profile, seconds) in noted {
            all.note(*profile, *seconds);
        }
        let pairs: Vec<(ProfileKey, u32)> = (0..)
            .zip(&all.seconds)
            .filter(|(_, seconds)| **seconds > 0)
            .map(|(key, s)| (ProfileKey(key), *s))
            .collect();
        (pairs.chunks(ROW_BYTES_MAX / PAIR_BYTES).map(row).collect(), pairs.len())
    }

    /// The file was written anew and holds this many pairs.
    pub(crate) const fn was_written_anew(&mut self, pairs: usize) {
        self.pairs = pairs;
    }
}

/// The row of some pairs.
pub(crate) fn row(pairs: &[(ProfileKey, u32)]) -> Vec<u8> {
    let mut row = Vec::with_capacity(pairs.len() * PAIR_BYTES);
    for (profile, seconds) in pairs {
        row.extend_from_slice(&profile.0.to_le_bytes());
        row.extend_from_slice(&seconds.to_le_bytes());
    }
    row
}

/// A time as it is kept: what does not fit is the nearest that does.
pub(crate) fn seconds(time_ms: i64) -> u32 {
    u32::try_from((time_ms / 1000).max(0)).unwrap_or(u32::MAX)
}
