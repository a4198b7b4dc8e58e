//! The inputs of imported batches, and the names of all.

use rustc_hash::FxHashMap;
use tokio::runtime::Handle;
use uav_core::{InputId, ScopeId, WorkspaceId};
use uav_store::{Input, InputKind, NewInput, StoreError, Workspace};
use uav_wire::FileBatch;

use crate::changes::Changed;
use crate::error::{EngineError, Result};
use crate::parts::Parts;

/// The inputs of imported batches. A batch in a file came under nobody's key, so it is entered under what it says of
/// itself: the partner's or feed's name, else the platform of its device, else plainly as imported.
pub(crate) struct FileInputs {
    parts: Parts,
    runtime: Handle,
    workspace: Workspace,
    known: FxHashMap<Box<str>, Input>,
}

impl FileInputs {
    /// The inputs of a workspace.
    ///
    /// # Errors
    /// When there is no such workspace, or the store cannot be read.
    pub(crate) async fn load(parts: Parts, workspace: WorkspaceId) -> Result<Self> {
        let workspaces = parts.store.workspaces().await?;
        let workspace = workspaces
            .into_iter()
            .find(|known| known.id == workspace)
            .ok_or_else(|| EngineError::NotFound(format!("workspace {workspace}")))?;
        let inputs = parts.store.inputs().await?;
        let known = inputs
            .into_iter()
            .filter(|input| input.workspace == workspace.id)
            .map(|input| (input.name.clone().into_boxed_str(), input))
            .collect();
        Ok(Self { parts, runtime: Handle::current(), workspace, known })
    }

    /// The number of the workspace.
    pub(crate) const fn workspace(&self) -> WorkspaceId {
        self.workspace.id
    }

    /// The identity scope of the workspace.
    pub(crate) const fn scope(&self) -> ScopeId {
        self.workspace.scope
    }

    /// The input of a batch, made if it is the first of its kind. Called from the reading thread.
    ///
    /// # Errors
    /// When a new input cannot be stored.
    pub(crate) fn input_of(&mut self, batch: &FileBatch) -> Result<&Input> {
        let platform = batch.batch.device.as_ref().and_then(|device| device.fact("platform"));
        let platform = platform.map(ToString::to_string).unwrap_or_default();
        let (name, platform, kind) = match (&batch.partner, input_name(&platform)) {
            (Some(partner), _) => (partner.to_string(), "feed", InputKind::CustomFeed),
            (None, Some((name, platform))) => (name.to_owned(), platform, InputKind::Platform),
            (None, None) => ("Imported".to_owned(), "file", InputKind::File),
        };
        let name = name.into_boxed_str();
        if !self.known.contains_key(&name) {
            let input = self.make(&name, platform, kind)?;
            self.known.insert(name.clone(), input);
        }
        self.known.get(&name).ok_or_else(|| EngineError::NotFound(format!("input {name}")))
    }

    fn make(&self, name: &str, platform: &str, kind: InputKind) -> Result<Input> {
        let new = NewInput {
            name: name.to_owned(),
            kind,
            platform: platform.to_owned(),
            workspace: self.workspace.id,
            key_alone: false,
            created_ms: self.parts.world.now_ms(),
        };
        let store = &self.parts.store;
        let made = self.runtime.block_on(async {
            match store.create_input(new).await {
                // Another import was faster.
                Err(StoreError::Exists { .. }) => {
                    let inputs = store.inputs().await?;
                    let found =
                        inputs.into_iter().find(|input| input.workspace == self.workspace.id && input.name == name);
                    found.ok_or_else(|| EngineError::NotFound(format!("input {name}")))
                }
                other => Ok(other?),
            }
        });
        self.parts.changes.announce(Changed::Inputs);
        made
    }
}

/// The name and platform of the input of a device's platform.
fn input_name(platform: &str) -> Option<(&'static str, &'static str)> {
    Some(match platform.to_ascii_lowercase().as_str() {
        "web" => ("Web", "web"),
        "ios" => ("iOS app", "ios"),
        "android" => ("Android app", "android"),
        "tvos" => ("tvOS app", "tvos"),
        "roku" => ("Roku app", "roku"),
        "fire_tv" | "firetv" => ("Fire TV app", "fire_tv"),
        "alexa" => ("Alexa", "alexa"),
        "smart_tv" => ("Smart TV app", "smart_tv"),
        "xbox" => ("Xbox app", "xbox"),
        "desktop" => ("Desktop app", "desktop"),
        _ => return None,
    })
}

/// The names of inputs by number, for screens.
pub(crate) fn names(inputs: &[Input]) -> FxHashMap<InputId, String> {
    inputs.iter().map(|input| (input.id, input.name.clone())).collect()
}
