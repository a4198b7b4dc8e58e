//! Composition: where the data is, which store, which engine. One of the two places that name a store.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;
use uav_admin::{Admin, Host};
use uav_engine::{Engine, EngineOptions, SystemWorld};
use uav_http::LoopbackCollector;
use uav_store_sqlite::{SqliteOptions, SqliteStore};

/// Names another folder for the data than the system's.
const DATA_FOLDER: &str = "UAV_DATA";
/// Asks for a sample shop of this many users when the store is empty.
const SAMPLE_USERS: &str = "UAV_SAMPLE_USERS";

/// The command table, once the store is open: the window is drawn meanwhile, and its first questions wait here.
pub(crate) struct Opening {
    admin: watch::Receiver<Option<Admin>>,
}

impl Opening {
    /// Starts to open the store; what comes of it is for whoever waits, and for `opened`.
    pub(crate) fn start(app: &AppHandle, opened: impl FnOnce(&Admin) + Send + 'static) -> Self {
        let (sender, admin) = watch::channel(None);
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            match open(&app).await {
                Ok(admin) => {
                    opened(&admin);
                    sender.send_replace(Some(admin));
                }
                Err(fault) => show_fault(&app, &fault.to_string()),
            }
            // Whoever waits goes on waiting until the program ends.
            sender.closed().await;
        });
        Self { admin }
    }

    /// The command table; `None` when the store was not opened and the program ends.
    pub(crate) async fn admin(&self) -> Option<Admin> {
        let mut admin = self.admin.clone();
        admin.wait_for(Option::is_some).await.ok()?.clone()
    }
}

/// Opens the store and starts the engine.
async fn open(app: &AppHandle) -> Result<Admin, Box<dyn std::error::Error + Send + Sync>> {
    let folder = match std::env::var_os(DATA_FOLDER) {
        Some(folder) => PathBuf::from(folder),
        None => app.path().app_data_dir()?,
    };
    std::fs::create_dir_all(&folder)?;
    let store = SqliteStore::open(&folder.join("uav.db"), SqliteOptions::default()).await?;
    let options = EngineOptions { data_folder: folder };
    let engine = Engine::start(Arc::new(store), Arc::new(SystemWorld), options).await?;
    let collector = LoopbackCollector::start(engine.clone(), engine.collector().await?).await;
    let admin = Admin::new(engine, Host { local_files: true, collector: Some(Arc::new(collector)) });
    if let Some(users) = std::env::var(SAMPLE_USERS).ok().and_then(|users| users.parse().ok()) {
        admin.load_sample_if_empty(users).await?;
    }
    Ok(admin)
}

/// What to log: warnings, or what `UAV_LOG` says.
pub(crate) fn log_filter() -> EnvFilter {
    EnvFilter::try_from_env("UAV_LOG").unwrap_or_else(|_| EnvFilter::new("warn"))
}

/// Tells the operator in a dialog why the program does not start, then ends it.
fn show_fault(app: &AppHandle, text: &str) {
    tracing::error!("{text}");
    let ending = app.clone();
    app.dialog()
        .message(text)
        .title("User Activity View cannot start")
        .kind(MessageDialogKind::Error)
        .show(move |_read| ending.exit(1));
}
