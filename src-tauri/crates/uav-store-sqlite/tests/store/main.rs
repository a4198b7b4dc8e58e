//! The store on a real file: the promises of the port, and those of a file.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod against_memory;
mod damage;
mod everything;
mod file;
mod growth;

use tempfile::TempDir;
use uav_store_sqlite::{SqliteOptions, SqliteStore};

/// Opens the store in a folder.
async fn open(folder: &TempDir) -> uav_store::Result<SqliteStore> {
    SqliteStore::open(&folder.path().join("uav.db"), SqliteOptions::default()).await
}

/// A fresh store, with the folder that it lives in.
async fn fresh() -> (SqliteStore, TempDir) {
    let folder = TempDir::new().unwrap();
    (open(&folder).await.unwrap(), folder)
}

mod contract {
    uav_store::store_contract!(super::fresh);
}
