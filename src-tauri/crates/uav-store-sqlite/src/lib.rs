//! The store on one SQLite file, through sqlx.
//!
//! One connection writes, a few read; readers never wait for the writer (WAL). A group of batches is one transaction and
//! one fsync, written by a handful of statements of 200 rows each, sorted by key. What search and duplicate recognition
//! need is in memory, loaded at the start from append-only rows. Start reading at `group.rs` and `write.rs`.

mod aliases;
mod cache;
mod codec;
mod error;
mod group;
mod imports;
mod inputs;
mod keys;
mod merge;
mod moves;
mod open;
mod pack;
mod profiles;
mod requests;
mod scopes;
mod search;
mod sql;
mod timeline;
mod workspaces;
mod write;

use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, RwLock};

use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::{Mutex as AsyncMutex, OnceCell};
use uav_store::Totals;

pub use open::{Durability, SqliteOptions};

use crate::cache::RowCache;
use crate::keys::Hasher;
use crate::requests::Requests;
use crate::search::SearchText;

/// The store.
pub struct SqliteStore {
    path: PathBuf,
    options: SqliteOptions,
    version: String,
    /// Held for as long as the store is open: a second engine on the same file is told so.
    _lock: File,
    writer: AsyncMutex<SqliteConnection>,
    readers: SqlitePool,
    hasher: Hasher,
    search: Arc<RwLock<SearchText>>,
    /// Read when the first group comes: finding and reading profiles needs none of it.
    requests: OnceCell<RwLock<Requests>>,
    cache: RowCache,
    totals: Mutex<Totals>,
    /// Refusals of the network since old ones were last forgotten.
    network_refusals: AtomicU64,
}
