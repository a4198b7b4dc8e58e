//! All profiles of a store in a form that can be compared: as exported, new MPIDs made the same.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;
use uav_admin::profile::ExportProfile;
use uav_admin::{Admin, Host};
use uav_core::ProfileKey;
use uav_core::profile::Profile;
use uav_engine::{Engine, EngineOptions, SystemWorld};
use uav_store_sqlite::{SqliteOptions, SqliteStore};

/// Opens an engine on a folder's data.
pub(crate) async fn engine(data: &Path) -> Engine {
    let store = SqliteStore::open(&data.join("uav.db"), SqliteOptions::default()).await.unwrap();
    let options = EngineOptions { data_folder: data.to_owned() };
    Engine::start(Arc::new(store), Arc::new(SystemWorld), options).await.unwrap()
}

/// Every profile, exported, in the order in which they were made. MPIDs that the engine gave are random and so left out.
pub(crate) async fn in_order(data: &Path) -> Vec<Json> {
    let engine = engine(data).await;
    let admin = Admin::new(engine.clone(), Host { local_files: false, ..Host::default() });
    let mut found = Vec::new();
    for profile in all_of(&engine).await {
        let export = admin.profile_export(ExportProfile { mpid: profile.mpid.to_string() }).await.unwrap();
        let mut json: Json = serde_json::from_str(&export.json).unwrap();
        json["mpid"] = Json::Null;
        found.push(json);
    }
    drop(admin);
    engine.stop().await;
    found
}

/// Every profile, in the order in which they were made.
pub(crate) async fn everybody(data: &Path) -> Vec<Profile> {
    let engine = engine(data).await;
    let found = all_of(&engine).await;
    engine.stop().await;
    found
}

async fn all_of(engine: &Engine) -> Vec<Profile> {
    let mut found = Vec::new();
    let mut after = ProfileKey(0);
    loop {
        let page = engine.profiles_after(after, 1_000).await.unwrap();
        let Some((last, _)) = page.last() else { return found };
        after = *last;
        found.extend(page.into_iter().map(|(_, profile)| profile));
    }
}
