//! The same users in a plain SQLite file: the baseline of search and look-ups.

use std::path::Path;

use rusqlite::{Connection, params};
use uav_core::{IdentityType, ProfileKey};
use uav_engine::Engine;
use uav_store::IdentityKey;

use crate::fault::Fault;

const PROFILES_AT_ONCE: u32 = 5_000;
/// Every so many-th identity is kept in memory to ask for.
const ASKED_EVERY: u64 = 37;

const SCHEMA: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE ident (value TEXT, kind INTEGER, pid INTEGER, PRIMARY KEY (value, kind, pid)) WITHOUT ROWID;
    CREATE TABLE profile (pid INTEGER PRIMARY KEY, body BLOB);";

/// The plain file, and what to ask for.
pub(super) struct Plain {
    pub(super) connection: Connection,
    /// Some of the identities that users hold.
    pub(super) asked: Vec<IdentityKey>,
    pub(super) profiles: u64,
    pub(super) identities: u64,
}

/// Writes all users of a store into a plain file.
pub(super) async fn of_store(engine: &Engine, path: &Path) -> Result<Plain, Fault> {
    super::import::remove_if_there(path)?;
    let connection = Connection::open(path).map_err(stopped)?;
    connection.execute_batch(SCHEMA).map_err(stopped)?;
    let mut plain = Plain { connection, asked: Vec::new(), profiles: 0, identities: 0 };
    let mut after = ProfileKey(0);
    loop {
        let page = engine.profiles_after(after, PROFILES_AT_ONCE).await?;
        let Some((last, _)) = page.last() else { break };
        after = *last;
        plain.add(&page).map_err(stopped)?;
    }
    Ok(plain)
}

impl Plain {
    fn add(&mut self, page: &[(ProfileKey, uav_core::profile::Profile)]) -> Result<(), Box<dyn std::error::Error>> {
        let transaction = self.connection.transaction()?;
        for (key, profile) in page {
            let mut insert = transaction.prepare_cached("INSERT INTO profile (pid, body) VALUES (?1, ?2)")?;
            insert.execute(params![key.0, postcard::to_allocvec(profile)?])?;
            self.profiles += 1;
            let mut insert =
                transaction.prepare_cached("INSERT OR IGNORE INTO ident (value, kind, pid) VALUES (?1, ?2, ?3)")?;
            for held in profile.record.current() {
                let kind: IdentityType = held.identity.kind;
                let comparable = kind.comparable(&held.identity.value);
                insert.execute(params![comparable, kind.number(), key.0])?;
                self.identities += 1;
                if self.identities.is_multiple_of(ASKED_EVERY) {
                    self.asked.push(IdentityKey {
                        scope: profile.scope,
                        environment: profile.environment,
                        kind,
                        comparable: comparable.into(),
                    });
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

/// A fault of the baseline, in words.
pub(super) fn stopped(fault: impl std::fmt::Display) -> Fault {
    Fault::Stopped(format!("the baseline: {fault}"))
}
