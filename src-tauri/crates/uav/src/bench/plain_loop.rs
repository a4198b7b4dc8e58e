//! The baseline of imports: what a good programmer writes in an afternoon.
//!
//! One connection, prepared statements, 2,000 batches a transaction, WAL, an fsync a transaction. For each line: parse,
//! look each identity up, read the profile, fold the batch into it, write profile, new identities and the raw batch. It
//! keeps the value, time and history of attributes, devices and counts, but knows no priorities, no duplicates, no
//! timeline and no search.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::fault::Fault;

const BATCHES_A_TRANSACTION: u64 = 2_000;

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE ident (kind TEXT, value TEXT, pid INTEGER, PRIMARY KEY (kind, value)) WITHOUT ROWID;
    CREATE TABLE profile (pid INTEGER PRIMARY KEY, body TEXT);
    CREATE TABLE batch (seq INTEGER PRIMARY KEY, pid INTEGER, body TEXT);";

/// What the loop reads of a batch.
#[derive(Deserialize)]
struct Batch<'a> {
    #[serde(default)]
    timestamp_unixtime_ms: i64,
    #[serde(default)]
    mp_deviceid: Option<String>,
    #[serde(default)]
    user_identities: Option<BTreeMap<String, String>>,
    #[serde(borrow, default)]
    user_attributes: Option<BTreeMap<String, &'a RawValue>>,
    #[serde(borrow, default)]
    events: Option<Vec<&'a RawValue>>,
}

#[derive(Default, Serialize, Deserialize)]
struct Profile {
    attributes: BTreeMap<String, Attribute>,
    devices: BTreeSet<String>,
    identities: BTreeMap<String, String>,
    last_seen: i64,
    batches: u64,
    events: u64,
}

#[derive(Serialize, Deserialize)]
struct Attribute {
    value: Box<RawValue>,
    time: i64,
    history: Vec<(i64, Box<RawValue>)>,
}

/// Imports the file and prints how much it was.
pub(super) fn run(file: &Path, database: &Path) -> Result<(), Fault> {
    let (batches, events) = import(file, database).map_err(|fault| Fault::Stopped(fault.to_string()))?;
    println!("{}", serde_json::json!({ "accepted": batches, "events": events }));
    Ok(())
}

fn import(file: &Path, database: &Path) -> Result<(u64, u64), Box<dyn std::error::Error>> {
    let mut connection = Connection::open(database)?;
    connection.execute_batch(SCHEMA)?;
    let mut lines = BufReader::with_capacity(1 << 20, File::open(file)?).lines();
    let (mut batches, mut events, mut users) = (0, 0, 0_i64);
    loop {
        let transaction = connection.transaction()?;
        let before = batches;
        while let Some(line) = lines.next().transpose()? {
            let batch: Batch = serde_json::from_str(&line)?;
            batches += 1;
            events += batch.events.as_ref().map_or(0, Vec::len) as u64;
            let body = fold(&transaction, &batch, &mut users)?;
            transaction
                .prepare_cached("INSERT INTO batch (pid, body) VALUES (?1, ?2)")?
                .execute(params![body, line])?;
            if batches - before == BATCHES_A_TRANSACTION {
                break;
            }
        }
        transaction.commit()?;
        if batches == before {
            return Ok((batches, events));
        }
    }
}

/// Folds a batch into its profile; whose it was.
fn fold(connection: &Connection, batch: &Batch<'_>, users: &mut i64) -> Result<i64, Box<dyn std::error::Error>> {
    let known = batch.user_identities.iter().flatten().map(|(kind, value)| (kind.as_str(), value.as_str()));
    let identities: Vec<(&str, &str)> =
        known.chain(batch.mp_deviceid.iter().map(|stamp| ("das", stamp.as_str()))).collect();
    let mut look_up = connection.prepare_cached("SELECT pid FROM ident WHERE kind = ?1 AND value = ?2")?;
    let mut found: Option<i64> = None;
    let mut new = Vec::new();
    for (kind, value) in &identities {
        match look_up.query_row(params![kind, value], |row| row.get(0)).optional()? {
            Some(pid) => found = found.or(Some(pid)),
            None => new.push((kind, value)),
        }
    }
    let pid = found.unwrap_or_else(|| {
        *users += 1;
        *users
    });
    let mut read = connection.prepare_cached("SELECT body FROM profile WHERE pid = ?1")?;
    let body: Option<String> = read.query_row([pid], |row| row.get(0)).optional()?;
    let mut profile: Profile = body.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
    fold_into(&mut profile, batch, &identities);
    connection
        .prepare_cached("INSERT OR REPLACE INTO profile (pid, body) VALUES (?1, ?2)")?
        .execute(params![pid, serde_json::to_string(&profile)?])?;
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO ident (kind, value, pid) VALUES (?1, ?2, ?3)")?;
    for (kind, value) in new {
        insert.execute(params![kind, value, pid])?;
    }
    Ok(pid)
}

fn fold_into(profile: &mut Profile, batch: &Batch<'_>, identities: &[(&str, &str)]) {
    let time = batch.timestamp_unixtime_ms;
    profile.batches += 1;
    profile.events += batch.events.as_ref().map_or(0, Vec::len) as u64;
    profile.last_seen = profile.last_seen.max(time);
    profile.devices.extend(batch.mp_deviceid.clone());
    for (kind, value) in identities {
        profile.identities.insert((*kind).to_owned(), (*value).to_owned());
    }
    for (name, value) in batch.user_attributes.iter().flatten() {
        let value: Box<RawValue> = (*value).to_owned();
        match profile.attributes.get_mut(name) {
            Some(held) if held.value.get() == value.get() => {}
            Some(held) => {
                let before = std::mem::replace(&mut held.value, value);
                held.history.push((std::mem::replace(&mut held.time, time), before));
            }
            None => {
                profile.attributes.insert(name.clone(), Attribute { value, time, history: Vec::new() });
            }
        }
    }
}
