//! What was read or written lately: rows of profiles, and who stands behind an identity.

use std::sync::{Arc, Mutex, PoisonError};

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use uav_core::ProfileKey;

/// The row of a profile.
pub(crate) type Row = Arc<[u8]>;

/// The profiles that may stand behind a hash.
pub(crate) type Behind = Arc<[ProfileKey]>;

/// How many profiles are expected; only a hint.
const PROFILES_EXPECTED: usize = 100_000;
/// How many hashes are kept, at some 60 bytes each.
const HASHES_MAX: usize = 200_000;

/// The cache. What a reader read is let in only when no group was stored since it began: it may be older than what the
/// group put here.
pub(crate) struct RowCache {
    rows: Cache<ProfileKey, Row, RowWeight>,
    behind: Cache<i64, Behind>,
    groups: Mutex<u64>,
}

/// Profiles weigh what they take.
#[derive(Clone)]
struct RowWeight;

impl Weighter<ProfileKey, Row> for RowWeight {
    fn weight(&self, _key: &ProfileKey, row: &Row) -> u64 {
        row.len() as u64 + 64
    }
}

impl RowCache {
    pub(crate) fn new(bytes: u64) -> Self {
        Self {
            rows: Cache::with_weighter(PROFILES_EXPECTED, bytes, RowWeight),
            behind: Cache::new(HASHES_MAX),
            groups: Mutex::new(0),
        }
    }

    pub(crate) fn get(&self, key: ProfileKey) -> Option<Row> {
        self.rows.get(&key)
    }

    /// Who may stand behind a hash.
    pub(crate) fn behind(&self, hash: i64) -> Option<Behind> {
        self.behind.get(&hash)
    }

    /// How many groups were stored; to be asked before reading.
    pub(crate) fn groups(&self) -> u64 {
        *self.groups.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets in what was read since `groups` were stored.
    pub(crate) fn put_read(&self, groups: u64, rows: impl IntoIterator<Item = (ProfileKey, Row)>) {
        let stored = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
        if *stored == groups {
            for (key, row) in rows {
                self.rows.insert(key, row);
            }
        }
    }

    /// Lets in who was read to stand behind a hash since `groups` were stored.
    pub(crate) fn put_behind(&self, groups: u64, hash: i64, behind: Behind) {
        let stored = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
        if *stored == groups {
            self.behind.insert(hash, behind);
        }
    }

    /// Lets in what a group stored, and forgets who stood behind the hashes that it gave to somebody.
    pub(crate) fn put_stored(&self, rows: impl IntoIterator<Item = (ProfileKey, Row)>, hashes: &[(i64, ProfileKey)]) {
        let mut stored = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
        *stored += 1;
        for (hash, _) in hashes {
            self.behind.remove(hash);
        }
        for (key, row) in rows {
            self.rows.insert(key, row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_group_does_not_hide_what_it_stored() {
        let cache = RowCache::new(1 << 20);
        let row = |byte: u8| -> Row { Arc::from([byte]) };
        let (key, before) = (ProfileKey(1), cache.groups());
        cache.put_stored([(key, row(2))], &[]);
        cache.put_read(before, [(key, row(1)), (ProfileKey(2), row(1))]);
        assert_eq!((cache.get(key), cache.get(ProfileKey(2))), (Some(row(2)), None));
        cache.put_read(cache.groups(), [(ProfileKey(2), row(3))]);
        assert_eq!(cache.get(ProfileKey(2)), Some(row(3)));
    }

    #[test]
    fn who_stands_behind_a_hash_is_forgotten_when_somebody_joins() {
        let cache = RowCache::new(1 << 20);
        let one: Behind = Arc::from([ProfileKey(1)]);
        cache.put_behind(cache.groups(), 7, Arc::clone(&one));
        assert_eq!(cache.behind(7), Some(Arc::clone(&one)));
        let before = cache.groups();
        cache.put_stored([], &[(7, ProfileKey(2))]);
        cache.put_behind(before, 7, one);
        assert_eq!(cache.behind(7), None);
    }
}
