//! What changed, as one window event.

use serde::Serialize;
use tauri::{AppHandle, Emitter};
use uav_admin::{Admin, Tag};

/// The data of a `changed` event; the same as over HTTP.
#[derive(Clone, Serialize)]
struct ChangedTags {
    tags: Vec<Tag>,
}

/// Forwards the engine's announcements to the window for as long as the program runs.
pub(crate) fn forward(app: AppHandle, admin: &Admin) {
    let admin = admin.clone();
    tauri::async_runtime::spawn(async move {
        let mut changes = admin.changes_receiver();
        while let Some(tags) = changes.recv().await {
            if let Err(fault) = app.emit("changed", ChangedTags { tags }) {
                tracing::warn!("the window did not take an announcement: {fault}");
            }
        }
    });
}
