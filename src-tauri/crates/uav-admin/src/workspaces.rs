//! Workspaces and the inputs that feed them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the workspaces.
#[derive(Debug, Deserialize, TS)]
pub struct ListWorkspaces {}

/// A workspace.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// The workspaces, by number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceListView {
    /// The workspaces.
    pub workspaces: Vec<WorkspaceView>,
}

/// Makes a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct CreateWorkspace {
    /// 1 to 64 characters, not in use.
    pub name: String,
}

/// Renames a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct RenameWorkspace {
    /// Which.
    pub id: u32,
    /// 1 to 64 characters, not in use.
    pub name: String,
}

/// Asks for the inputs.
#[derive(Debug, Deserialize, TS)]
pub struct ListInputs {}

/// A platform or feed that data comes from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// `web`, `ios`, `android`, `feed`, `file` …
    pub platform: String,
    /// Its workspace.
    pub workspace: u32,
    /// The public part of its key, when it has one.
    pub key: Option<String>,
}

/// The inputs, by workspace and name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputListView {
    /// The inputs.
    pub inputs: Vec<InputView>,
}
