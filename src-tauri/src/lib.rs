//! The desktop shell: a window around the command table, and nothing else.
//!
//! It opens the store, starts the engine, carries commands through one Tauri command and announcements through one
//! window event. It takes no decision that a test would want to see.

mod commands;
mod events;
mod startup;

use std::process::ExitCode;

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

use crate::startup::Opening;

/// Opens the window and runs until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    tracing_subscriber::fmt().with_env_filter(startup::log_filter()).with_writer(std::io::stderr).init();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![commands::rpc, commands::pick_files, commands::save_text])
        .setup(|app| {
            let listener = app.handle().clone();
            app.manage(Opening::start(app.handle(), move |admin| events::forward(listener, admin)));
            open_window(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match app {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            tracing::error!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else {
        return Ok(());
    };
    let window = WebviewWindowBuilder::from_config(app, config)?;
    // A test names the first page that it wants to see.
    let window = match std::env::var("UAV_OPEN") {
        Ok(page) => WebviewWindowBuilder::new(app, &config.label, WebviewUrl::App(page.into()))
            .title(&config.title)
            .inner_size(config.width, config.height)
            .min_inner_size(1024.0, 680.0),
        Err(_) => window,
    };
    window.build().map(|_window| ())
}
