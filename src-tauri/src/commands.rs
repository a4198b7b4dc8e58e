//! The commands of the shell: the whole table through `rpc`, and the system's dialogs for files.

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

/// Writes a text where the operator says, and answers where that is; nothing when the dialog is closed.
#[tauri::command]
pub(crate) async fn save_text(app: AppHandle, name: String, text: String) -> Result<Option<String>, Problem> {
    let (answer, picked) = tokio::sync::oneshot::channel();
    app.dialog().file().set_title("Save").set_file_name(name).save_file(move |file| {
        let _window_closed = answer.send(file);
    });
    let Some(path) = picked.await.ok().flatten().and_then(|file| file.into_path().ok()) else { return Ok(None) };
    let shown = path.display().to_string();
    let write = tokio::fs::write(&path, text).await;
    write.map_err(|fault| Problem::unavailable("the file cannot be written", &format!("{shown}: {fault}")))?;
    Ok(Some(shown))
}
