//! Composition: where the data is, which store, which engine. One of the two places that name a store.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tracing_subscriber::EnvFilter;
use uav_admin::{Admin, Host};
use uav_engine::{Engine, EngineOptions, SystemWorld};
use uav_store_sqlite::{SqliteOptions, SqliteStore};

/// Names another folder for the data than the system's.
const DATA_FOLDER: &str = "UAV_DATA";
/// Asks for a sample shop of this many users when the store is empty.
const SAMPLE_USERS: &str = "UAV_SAMPLE_USERS";

/// Opens the store and starts the engine.
pub(crate) fn open(app: &AppHandle) -> Result<Admin, Box<dyn std::error::Error>> {
    let folder = match std::env::var_os(DATA_FOLDER) {
        Some(folder) => PathBuf::from(folder),
        None => app.path().app_data_dir()?,
    };
    let admin = tauri::async_runtime::block_on(async {
        std::fs::create_dir_all(&folder)?;
        let store = SqliteStore::open(&folder.join("uav.db"), SqliteOptions::default()).await?;
        let options = EngineOptions { data_folder: folder };
        let engine = Engine::start(Arc::new(store), Arc::new(SystemWorld), options).await?;
        let admin = Admin::new(engine, Host { local_files: true });
        if let Some(users) = std::env::var(SAMPLE_USERS).ok().and_then(|users| users.parse().ok()) {
            admin.load_sample_if_empty(users).await?;
        }
        Ok::<_, Box<dyn std::error::Error>>(admin)
    })?;
    Ok(admin)
}

/// What to log: warnings, or what `UAV_LOG` says.
pub(crate) fn log_filter() -> EnvFilter {
    EnvFilter::try_from_env("UAV_LOG").unwrap_or_else(|_| EnvFilter::new("warn"))
}

/// Tells the operator in a dialog why the program does not start, then ends it.
pub(crate) fn show_fault(app: &AppHandle, text: &str) {
    tracing::error!("{text}");
    let ending = app.clone();
    app.dialog()
        .message(text)
        .title("User Activity View cannot start")
        .kind(MessageDialogKind::Error)
        .show(move |_read| ending.exit(1));
}
