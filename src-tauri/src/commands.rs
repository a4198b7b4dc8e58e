//! The two commands of the shell: the whole table through `rpc`, and the system's file dialog.

use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use uav_admin::Problem;

use crate::startup::Opening;

/// Carries a command of the table.
#[tauri::command]
pub(crate) async fn rpc(opening: State<'_, Opening>, command: String, request: Value) -> Result<Response, Problem> {
    let admin = opening.admin().await.ok_or_else(|| Problem::unavailable("the store", "it was not opened"))?;
    let request = request.to_string();
    admin.dispatch(&command, request.as_bytes()).await.map(Response::new)
}

/// Lets the operator pick files; none when the dialog is closed.
#[tauri::command]
pub(crate) async fn pick_files(app: AppHandle) -> Vec<String> {
    let (answer, picked) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .set_title("Choose files to import")
        .add_filter("Batches", &["ndjson", "jsonl", "json", "gz", "zst"])
        .add_filter("All files", &["*"])
        .pick_files(move |files| {
            let _window_closed = answer.send(files);
        });
    let files = picked.await.ok().flatten().unwrap_or_default();
    files.into_iter().filter_map(|file| file.into_path().ok()).map(|path| path.display().to_string()).collect()
}
