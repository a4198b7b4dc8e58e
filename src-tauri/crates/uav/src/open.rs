//! Composition: which store, which engine. One of the two places that name a store.

use std::path::Path;
use std::sync::Arc;

use uav_admin::{Admin, Host};
use uav_engine::{Engine, EngineOptions, SystemWorld};
use uav_store_sqlite::{SqliteOptions, SqliteStore};

use crate::fault::Fault;

/// The name of the data file in its folder.
const FILE: &str = "uav.db";

/// Opens the store of a folder and starts an engine on it.
pub(crate) async fn engine(folder: &Path) -> Result<Engine, Fault> {
    std::fs::create_dir_all(folder)?;
    let store = SqliteStore::open(&folder.join(FILE), SqliteOptions::default()).await?;
    let options = EngineOptions { data_folder: folder.to_owned() };
    Ok(Engine::start(Arc::new(store), Arc::new(SystemWorld), options).await?)
}

/// The command table over such an engine.
pub(crate) async fn admin(folder: &Path, host: Host) -> Result<Admin, Fault> {
    Ok(Admin::new(engine(folder).await?, host))
}
