//! Opening: the lock, the form of the file, the pragmas, and what is kept in memory.

use std::fs::File;
use std::path::Path;
use std::str::FromStr;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use futures_util::TryStreamExt;
use sqlx::migrate::MigrateError;
use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Row, SqliteConnection};
use tokio::sync::{Mutex as AsyncMutex, OnceCell};
use uav_core::ProfileKey;
use uav_store::{NETWORK_REFUSALS_MAX, Result, StoreError, Totals};

use crate::SqliteStore;
use crate::cache::RowCache;
use crate::error::{damaged, while_doing};
use crate::keys::Hasher;
use crate::merge::merge_small_rows;
use crate::requests::Requests;
use crate::search::SearchText;

/// What an acknowledgement is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// An acknowledged group survives a power cut: one fsync a group.
    #[default]
    Full,
    /// It survives the end of the program; a power cut may cost the last groups.
    Normal,
}

/// How the store is set up.
#[derive(Clone, Copy, Debug)]
pub struct SqliteOptions {
    /// What an acknowledgement is worth.
    pub durability: Durability,
    /// Memory for profiles that were read or written lately, bytes.
    pub cache_bytes: u64,
    /// Connections that read.
    pub readers: u32,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self { durability: Durability::Full, cache_bytes: 64 << 20, readers: 3 }
    }
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// The oldest SQLite without the bug that could corrupt a file when its WAL was reset.
const SQLITE_MIN: (u32, u32, u32) = (3, 51, 3);

impl SqliteStore {
    /// Opens a file, made if there is none.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another engine has it open, [`StoreError::TooNew`] when a newer version wrote it.
    pub async fn open(path: &Path, options: SqliteOptions) -> Result<Self> {
        let lock = lock(path)?;
        let read = SqliteConnectOptions::new()
            .filename(path)
            .foreign_keys(false)
            .statement_cache_capacity(200)
            .busy_timeout(Duration::from_secs(10))
            .disable_statement_logging();
        let mut writer = read
            .clone()
            .create_if_missing(true)
            .page_size(4096)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(match options.durability {
                Durability::Full => SqliteSynchronous::Full,
                Durability::Normal => SqliteSynchronous::Normal,
            })
            .pragma("secure_delete", "ON")
            .pragma("wal_autocheckpoint", "4000")
            .pragma("temp_store", "MEMORY")
            .pragma("cache_size", "-65536")
            .connect()
            .await
            .map_err(while_doing("opening the file"))?;
        let version = version(&mut writer).await?;
        migrate(&mut writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(options.readers.max(1))
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(read.read_only(true).pragma("cache_size", "-16384"))
            .await
            .map_err(while_doing("opening the file for reading"))?;
        let hasher = hasher(&mut writer).await?;
        let totals = totals(&mut writer).await?;
        merge_small_rows(&mut writer, "search_segment").await?;
        merge_small_rows(&mut writer, "last_seen").await?;
        merge_small_rows(&mut writer, "request_run").await?;
        let search = load_search(&mut writer).await?;
        Ok(Self {
            path: path.to_owned(),
            options,
            version,
            _lock: lock,
            writer: AsyncMutex::new(writer),
            readers,
            hasher,
            search: Arc::new(RwLock::new(search)),
            requests: OnceCell::new(),
            cache: RowCache::new(options.cache_bytes),
            totals: Mutex::new(totals),
            // As if many had come, so that the first ones make old ones forgotten.
            network_refusals: AtomicU64::new(NETWORK_REFUSALS_MAX),
        })
    }
}

fn lock(path: &Path) -> Result<File> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let fault = |source: std::io::Error| StoreError::Other { what: "locking the file", source: Box::new(source) };
    let file = File::options().create(true).truncate(false).write(true).open(name).map_err(fault)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::InUse { path: path.display().to_string() }),
        Err(std::fs::TryLockError::Error(source)) => Err(fault(source)),
    }
}

async fn version(connection: &mut SqliteConnection) -> Result<String> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(connection)
        .await
        .map_err(while_doing("asking SQLite for its version"))?;
    if !is_safe(&version) {
        return Err(damaged(format!("SQLite {version} can corrupt files; 3.51.3 or later must be built in")));
    }
    Ok(version)
}

/// Whether this version of SQLite is without the bug.
fn is_safe(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| u32::from_str(part).unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next()) >= SQLITE_MIN
}

async fn migrate(connection: &mut SqliteConnection) -> Result<()> {
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    MIGRATIONS.run_direct(None, connection, false).await.map_err(|fault| match fault {
        MigrateError::VersionMissing(found) => StoreError::TooNew { found, known },
        MigrateError::VersionMismatch(version) => {
            damaged(format!("the form of the file was changed by hand ({version})"))
        }
        other => StoreError::Other { what: "bringing the file up to date", source: Box::new(other) },
    })
}

async fn meta(connection: &mut SqliteConnection, key: &str) -> Result<Option<Vec<u8>>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key = ?")
        .bind(key)
        .fetch_optional(connection)
        .await
        .map_err(while_doing("reading the file's settings"))
}

/// The hash key of the file, made when the file is.
async fn hasher(connection: &mut SqliteConnection) -> Result<Hasher> {
    let bytes = match meta(connection, "hash_key").await? {
        Some(bytes) => bytes,
        None => {
            let mut key = [0; 16];
            getrandom::fill(&mut key)
                .map_err(|fault| damaged(format!("the system gives no random numbers: {fault}")))?;
            sqlx::query("INSERT INTO meta (key, value) VALUES ('hash_key', ?)")
                .bind(&key[..])
                .execute(connection)
                .await
                .map_err(while_doing("writing the hash key"))?;
            key.to_vec()
        }
    };
    let half = |from: usize| {
        let bytes = bytes.get(from..from + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u64::from_le_bytes).ok_or_else(|| damaged("the hash key is short"))
    };
    Ok(Hasher::new((half(0)?, half(8)?)))
}

async fn totals(connection: &mut SqliteConnection) -> Result<Totals> {
    match meta(connection, "totals").await? {
        None => Ok(Totals::default()),
        Some(bytes) => Ok(crate::write::read_totals(&bytes)),
    }
}

async fn load_search(connection: &mut SqliteConnection) -> Result<SearchText> {
    let doing = || while_doing("reading the search text");
    let mut search = SearchText::default();
    let mut rows = sqlx::query("SELECT body FROM search_segment ORDER BY ord").fetch(&mut *connection);
    while let Some(row) = rows.try_next().await.map_err(doing())? {
        search.read(row.try_get(0).map_err(doing())?)?;
    }
    drop(rows);
    let last: u32 = sqlx::query_scalar("SELECT coalesce(max(pid), 0) FROM profile")
        .fetch_one(&mut *connection)
        .await
        .map_err(doing())?;
    let mut rows = sqlx::query("SELECT body FROM last_seen ORDER BY ord").fetch(connection);
    while let Some(row) = rows.try_next().await.map_err(doing())? {
        search.last_seen.read(row.try_get(0).map_err(doing())?, ProfileKey(last))?;
    }
    Ok(search)
}

pub(crate) async fn load_requests(connection: &mut SqliteConnection) -> Result<Requests> {
    let mut requests = Requests::default();
    let mut rows = sqlx::query("SELECT body FROM request_run ORDER BY ord").fetch(connection);
    let doing = || while_doing("reading the requests");
    while let Some(row) = rows.try_next().await.map_err(doing())? {
        requests.read(row.try_get(0).map_err(doing())?)?;
    }
    Ok(requests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_can_corrupt_files_are_told_apart() {
        for (version, safe) in [
            ("3.51.3", true),
            ("3.51.2", false),
            ("3.40.1", false),
            ("3.52.0", true),
            ("4.0", true),
            ("3.9.9", false),
            ("", false),
        ] {
            assert_eq!(is_safe(version), safe, "{version}");
        }
    }
}
