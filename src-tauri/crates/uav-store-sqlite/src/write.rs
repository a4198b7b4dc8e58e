//! The write set of a group: a handful of statements in one transaction, and then the same in memory.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, RwLock};

use sqlx::{Connection as _, SqliteConnection};
use uav_core::batch::Environment;
use uav_core::{Identity, ProfileKey, Seq};
use uav_store::{LogEntry, NETWORK_REFUSALS_MAX, ProfileWrite, RefusalRecord, Result, Totals, WriteSet};

use crate::error::while_doing;
use crate::requests::Requests;
use crate::search::{self, Op, Ops, SearchText};
use crate::sql::insert_rows;
use crate::{SqliteStore, aliases, codec, imports, moves, requests};

/// What stays in memory once the transaction has succeeded.
struct Prepared {
    profiles: Vec<(ProfileKey, Arc<[u8]>)>,
    idents: Vec<(i64, ProfileKey)>,
    search: Ops,
    last_seen: Vec<(ProfileKey, u32)>,
    requests: Vec<(u64, Seq)>,
    totals: Totals,
}

impl SqliteStore {
    pub(crate) async fn write(&self, write: WriteSet) -> Result<()> {
        // Before anything is written, so that what is read does not hold it yet.
        let requests = self.requests().await?;
        let mut writer = self.writer.lock().await;
        let prepared = self.prepare(&write)?;
        let mut transaction = writer.begin().await.map_err(while_doing("beginning to write"))?;
        write_all(&mut transaction, &write, &prepared).await?;
        self.forget_old_refusals(&mut transaction, &write).await?;
        let last_seen_pairs = self.rewrite_last_seen(&mut transaction, &prepared).await?;
        transaction.commit().await.map_err(while_doing("making it durable"))?;
        self.remember(prepared, last_seen_pairs, requests)
    }

    /// Everything that can be worked out before the first statement.
    fn prepare(&self, write: &WriteSet) -> Result<Prepared> {
        let mut totals = *self.totals.lock().unwrap_or_else(PoisonError::into_inner);
        count_entries(&mut totals, &write.entries);
        let mut profiles = Vec::with_capacity(write.profiles.len());
        let mut idents = Vec::new();
        let mut ops = Ops::default();
        let mut last_seen = Vec::with_capacity(write.profiles.len());
        let text = self.search.read().unwrap_or_else(PoisonError::into_inner);
        for profile_write in &write.profiles {
            let ProfileWrite { key, profile, created, gained, .. } = profile_write;
            profiles.push((*key, codec::encode(profile)?.into()));
            if *created {
                idents.push((self.hasher.mpid(profile.mpid), *key));
                match profile.environment {
                    Environment::Production => totals.production_profiles += 1,
                    Environment::Development => totals.development_profiles += 1,
                }
            }
            for Identity { kind, value } in gained {
                let comparable = kind.comparable(value);
                let hash = self.hasher.identity(profile.scope, profile.environment, kind.number(), &comparable);
                idents.push((hash, *key));
            }
            totals.identities += note_texts(&mut ops, &text, profile_write);
            last_seen.push((*key, search::seconds(profile.last_seen_ms())));
        }
        idents.sort_unstable();
        let requests = write
            .entries
            .iter()
            .flat_map(|entry| entry.requests.iter().map(|request| (self.hasher.request(request), entry.receipt.seq)));
        Ok(Prepared { profiles, idents, search: ops, last_seen, requests: requests.collect(), totals })
    }

    /// Replaces the outdated rows of last-seen times, once there are too many of them.
    ///
    /// Returns how many pairs the file holds then.
    async fn rewrite_last_seen(&self, connection: &mut SqliteConnection, prepared: &Prepared) -> Result<Option<usize>> {
        let (rows, pairs) = {
            let text = self.search.read().unwrap_or_else(PoisonError::into_inner);
            if !text.last_seen.is_long() {
                return Ok(None);
            }
            text.last_seen.anew(&prepared.last_seen)
        };
        let doing = || while_doing("writing last-seen times");
        sqlx::query("DELETE FROM last_seen").execute(&mut *connection).await.map_err(doing())?;
        for row in rows {
            append(connection, "INSERT INTO last_seen (body) VALUES (?)", &row, "writing last-seen times").await?;
        }
        Ok(Some(pairs))
    }

    /// Forgets old refusals of the network, now and then.
    async fn forget_old_refusals(&self, connection: &mut SqliteConnection, write: &WriteSet) -> Result<()> {
        let new = write.refusals.iter().filter(|refusal| refusal.import.is_none()).count() as u64;
        let since = self.network_refusals.fetch_add(new, Ordering::Relaxed) + new;
        if new > 0 && since >= NETWORK_REFUSALS_MAX / 10 {
            imports::forget_old_network_refusals(connection).await?;
            self.network_refusals.store(0, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Brings what is in memory to where the file is.
    fn remember(&self, prepared: Prepared, last_seen_pairs: Option<usize>, requests: &RwLock<Requests>) -> Result<()> {
        self.cache.put_stored(prepared.profiles, &prepared.idents);
        requests.write().unwrap_or_else(PoisonError::into_inner).extend(&prepared.requests);
        *self.totals.lock().unwrap_or_else(PoisonError::into_inner) = prepared.totals;
        let mut text = self.search.write().unwrap_or_else(PoisonError::into_inner);
        for (key, seconds) in prepared.last_seen {
            text.last_seen.note(key, seconds);
        }
        if let Some(pairs) = last_seen_pairs {
            text.last_seen.was_written_anew(pairs);
        }
        text.read(prepared.search.row())
    }
}

async fn write_all(connection: &mut SqliteConnection, write: &WriteSet, prepared: &Prepared) -> Result<()> {
    write_entries(connection, &write.entries).await?;
    insert_rows(
        connection,
        "INSERT OR IGNORE INTO ident (hash, pid)",
        2,
        "",
        &prepared.idents,
        |statement, (hash, key)| statement.bind(*hash).bind(key.0),
    )
    .await
    .map_err(while_doing("writing identities"))?;
    insert_rows(
        connection,
        "INSERT INTO profile (pid, body)",
        2,
        " ON CONFLICT (pid) DO UPDATE SET body = excluded.body",
        &prepared.profiles,
        |statement, (key, row)| statement.bind(key.0).bind(&**row),
    )
    .await
    .map_err(while_doing("writing profiles"))?;
    append(connection, "INSERT INTO search_segment (body) VALUES (?)", prepared.search.row(), "writing search text")
        .await?;
    let seen = search::last_seen_row(&prepared.last_seen);
    append(connection, "INSERT INTO last_seen (body) VALUES (?)", &seen, "writing last-seen times").await?;
    let requests = requests::row(&prepared.requests);
    append(connection, "INSERT INTO request_run (body) VALUES (?)", &requests, "writing requests").await?;
    write_refusals(connection, &write.refusals).await?;
    moves::write(connection, &write.moves).await?;
    aliases::write(connection, &write.aliases, &write.copies).await?;
    if let Some(import) = &write.import {
        imports::put(connection, import).await?;
    }
    sqlx::query("INSERT OR REPLACE INTO meta (key, value) VALUES ('totals', ?)")
        .bind(totals_row(&prepared.totals))
        .execute(connection)
        .await
        .map_err(while_doing("writing the totals"))?;
    Ok(())
}

async fn write_entries(connection: &mut SqliteConnection, entries: &[LogEntry]) -> Result<()> {
    insert_rows(
        connection,
        "INSERT INTO batch (seq, pid, received, input, workspace, door, kind, form, body)",
        9,
        "",
        entries,
        |statement, entry| {
            let receipt = &entry.receipt;
            statement
                .bind(receipt.seq.0.cast_signed())
                .bind(entry.profile.0)
                .bind(receipt.received_ms)
                .bind(receipt.input.0)
                .bind(receipt.workspace.0)
                .bind(receipt.door as u8)
                .bind(entry.kind.number())
                .bind(entry.body.form)
                .bind(&*entry.body.bytes)
        },
    )
    .await
    .map_err(while_doing("writing batches"))?;
    let mut spans: Vec<(ProfileKey, i64, Seq, i64)> = entries
        .iter()
        .flat_map(|entry| {
            entry.spans.iter().map(|(oldest, newest)| (entry.profile, *newest, entry.receipt.seq, *oldest))
        })
        .collect();
    spans.sort_unstable();
    insert_rows(
        connection,
        "INSERT OR REPLACE INTO span (pid, newest, seq, oldest)",
        4,
        "",
        &spans,
        |statement, (key, newest, seq, oldest)| {
            statement.bind(key.0).bind(*newest).bind(seq.0.cast_signed()).bind(*oldest)
        },
    )
    .await
    .map_err(while_doing("writing the timeline"))
}

async fn write_refusals(connection: &mut SqliteConnection, refusals: &[RefusalRecord]) -> Result<()> {
    insert_rows(
        connection,
        "INSERT INTO refusal (import, received, line, reason, path, detail, whole, text, input)",
        9,
        "",
        refusals,
        |statement, refusal| {
            statement
                .bind(refusal.import.map_or(0, |import| import.0.cast_signed()))
                .bind(refusal.received_ms)
                .bind(refusal.line.cast_signed())
                .bind(&*refusal.reason)
                .bind(&*refusal.path)
                .bind(&*refusal.detail)
                .bind(refusal.whole)
                .bind(&*refusal.text)
                .bind(refusal.input.map_or(0, |input| input.0))
        },
    )
    .await
    .map_err(while_doing("writing refusals"))
}

/// Adds a row to an append-only table, if there is anything in it.
async fn append(
    connection: &mut SqliteConnection,
    statement: &'static str,
    row: &[u8],
    doing: &'static str,
) -> Result<()> {
    if !row.is_empty() {
        sqlx::query(statement).bind(row).execute(connection).await.map_err(while_doing(doing))?;
    }
    Ok(())
}

fn count_entries(totals: &mut Totals, entries: &[LogEntry]) {
    for entry in entries.iter().filter(|entry| entry.kind.is_batch()) {
        let received_ms = entry.receipt.received_ms;
        totals.batches += 1;
        totals.events += u64::from(entry.events);
        totals.first_received_ms = Some(totals.first_received_ms.map_or(received_ms, |first| first.min(received_ms)));
        totals.last_received_ms = Some(totals.last_received_ms.map_or(received_ms, |last| last.max(received_ms)));
    }
}

/// What a profile's gains and losses mean for search. Returns how many identities came to it.
fn note_texts(ops: &mut Ops, text: &SearchText, write: &ProfileWrite) -> u64 {
    let ProfileWrite { key, profile, created, gained, lost } = write;
    let space = search::space_number(profile.scope, profile.environment);
    if *created {
        let mpid = profile.mpid.to_string();
        ops.push(Op::Add(search::Entry { profile: key.0, space, kind: search::MPID_KIND, text: &mpid }));
    }
    let mut added = 0;
    let mut new = HashSet::new();
    for identity in gained {
        let entry = search::Entry { profile: key.0, space, kind: identity.kind.number(), text: &identity.value };
        if text.is_former(entry.profile, entry.kind, entry.text) {
            ops.push(Op::Regained(entry));
        } else if new.insert((identity.kind, identity.kind.comparable(&identity.value))) {
            ops.push(Op::Add(entry));
            added += 1;
        }
    }
    for identity in lost {
        ops.push(Op::Lost(search::Entry {
            profile: key.0,
            space,
            kind: identity.kind.number(),
            text: &identity.value,
        }));
    }
    added
}

/// Seven numbers of eight bytes; an absent time is the least number.
fn totals_row(totals: &Totals) -> Vec<u8> {
    let numbers = [
        totals.production_profiles.cast_signed(),
        totals.development_profiles.cast_signed(),
        totals.identities.cast_signed(),
        totals.batches.cast_signed(),
        totals.events.cast_signed(),
        totals.first_received_ms.unwrap_or(i64::MIN),
        totals.last_received_ms.unwrap_or(i64::MIN),
    ];
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// Reads what [`totals_row`] wrote.
pub(crate) fn read_totals(row: &[u8]) -> Totals {
    let number = |place: usize| {
        let bytes = row.get(place * 8..place * 8 + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, i64::from_le_bytes)
    };
    let time = |place: usize| Some(number(place)).filter(|time| *time != i64::MIN);
    Totals {
        production_profiles: number(0).cast_unsigned(),
        development_profiles: number(1).cast_unsigned(),
        identities: number(2).cast_unsigned(),
        batches: number(3).cast_unsigned(),
        events: number(4).cast_unsigned(),
        first_received_ms: time(5),
        last_received_ms: time(6),
    }
}
