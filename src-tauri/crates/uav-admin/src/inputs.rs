//! Inputs: the platforms and feeds that data comes from, their keys, and what they were refused.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::batch::Environment;
use uav_core::{InputId, WorkspaceId};
use uav_engine::{InputKeys, MadeKey};
use uav_store::{InputKey, InputKind as StoredKind, RefusalRecord};

use crate::admin::Admin;
use crate::error::Problem;
use crate::import_views::reason_label;

/// Asks for the inputs.
#[derive(Debug, Deserialize, TS)]
pub struct ListInputs {}

/// What kind of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// An application on a platform; its keys may also call IDSync.
    Platform,
    /// The owner's own feed.
    CustomFeed,
    /// A partner's feed: must not change consent.
    PartnerFeed,
    /// Imported files; it has no keys.
    File,
}

/// For which data a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyEnvironment {
    /// Real users alone.
    Production,
    /// Test data alone.
    Development,
    /// Whatever the batch says.
    Both,
}

/// A key of an input.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputKeyView {
    /// Its public part.
    pub key: String,
    /// For which data it is.
    pub environment: KeyEnvironment,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// When it was revoked, ms UTC.
    pub revoked_ms: Option<i64>,
}

/// A platform or feed that data comes from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: InputKind,
    /// `web`, `ios`, `android`, `feed`, `file` …
    pub platform: String,
    /// Its workspace.
    pub workspace: u32,
    /// Whether its keys are enough to call IDSync, without secret or signature: what browsers do.
    pub key_alone: bool,
    /// When it was made, ms UTC.
    pub created_ms: i64,
    /// Its keys, those in use and those revoked, oldest first.
    pub keys: Vec<InputKeyView>,
}

/// The inputs, by workspace and name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputListView {
    /// The inputs.
    pub inputs: Vec<InputView>,
}

/// Makes an input with its first key.
#[derive(Debug, Deserialize, TS)]
pub struct CreateInput {
    /// Its workspace.
    pub workspace: u32,
    /// 1 to 64 characters, not in use in the workspace.
    pub name: String,
    /// What kind; files make their inputs themselves.
    pub kind: InputKind,
    /// `web`, `ios`, `android`, `tvos`, `roku`, `fire_tv`, `alexa`, `smart_tv`, `xbox`, `desktop`, `server`, `feed` …
    pub platform: String,
    /// For which data its first key is.
    pub environment: KeyEnvironment,
}

/// Renames an input and says how it may call IDSync.
#[derive(Debug, Deserialize, TS)]
pub struct UpdateInput {
    /// Which.
    pub id: u32,
    /// 1 to 64 characters, not in use in the workspace.
    pub name: String,
    /// Whether its keys are enough to call IDSync.
    pub key_alone: bool,
}

/// Makes another key for an input.
#[derive(Debug, Deserialize, TS)]
pub struct CreateKey {
    /// Which input.
    pub input: u32,
    /// For which data the key is.
    pub environment: KeyEnvironment,
}

/// Revokes a key.
#[derive(Debug, Deserialize, TS)]
pub struct RevokeKey {
    /// Its public part.
    pub key: String,
}

/// A key that was made; its secret is shown this once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MadeKeyView {
    /// The number of the input.
    pub input: u32,
    /// The input's name.
    pub name: String,
    /// The input's platform.
    pub platform: String,
    /// Its public part.
    pub key: String,
    /// Its secret part.
    pub secret: String,
    /// For which data it is.
    pub environment: KeyEnvironment,
}

/// Asks for what came over the network and was refused, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct ListInputRefusals {
    /// Of one input; absent for all.
    pub input: Option<u32>,
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// At most this many, 1 to 200.
    pub limit: u32,
}

/// Something that was refused at the door, or a part that was left out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputRefusalView {
    /// When, ms UTC.
    pub received_ms: i64,
    /// The input that it came from.
    pub input: Option<u32>,
    /// The stable code of the reason.
    pub reason: String,
    /// The reason in words.
    pub label: String,
    /// Where: `events[3].data.event_name`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub detail: String,
    /// Whether the whole request or batch was refused.
    pub whole: bool,
    /// The text, cut to 64 KB; empty for a part, whose batch is in the log.
    pub text: String,
}

/// A page of refusals.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InputRefusalPageView {
    /// Newest first.
    pub refusals: Vec<InputRefusalView>,
    /// Where the next page starts.
    pub next: Option<String>,
}

impl Admin {
    /// All inputs, by workspace and name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn inputs_list(&self, _request: ListInputs) -> Result<InputListView, Problem> {
        let mut inputs: Vec<InputView> =
            self.engine.inputs_with_keys().await?.into_iter().map(InputView::from).collect();
        inputs.sort_by(|one, other| (one.workspace, &one.name).cmp(&(other.workspace, &other.name)));
        Ok(InputListView { inputs })
    }

    /// Makes an input with its first key.
    ///
    /// # Errors
    /// When the name is empty, too long or in use, the kind is that of files, or there is no such workspace.
    pub async fn input_create(&self, request: CreateInput) -> Result<MadeKeyView, Problem> {
        let kind = match request.kind {
            InputKind::Platform => StoredKind::Platform,
            InputKind::CustomFeed => StoredKind::CustomFeed,
            InputKind::PartnerFeed => StoredKind::PartnerFeed,
            InputKind::File => return Err(Problem::invalid("kind", "inputs of files are made by importing")),
        };
        let platform = request.platform.trim();
        if platform.is_empty() || !platform.chars().all(|char| char.is_ascii_alphanumeric() || char == '_') {
            return Err(Problem::invalid("platform", "letters, digits and _ only"));
        }
        let workspace = WorkspaceId(request.workspace);
        let environment = environment_of(request.environment);
        let made = self.engine.create_input(workspace, &request.name, kind, platform, environment).await?;
        Ok(made.into())
    }

    /// Renames an input and says how it may call IDSync.
    ///
    /// # Errors
    /// When there is no such input, or the name is empty, too long or in use.
    pub async fn input_update(&self, request: UpdateInput) -> Result<InputView, Problem> {
        let id = InputId(request.id);
        self.engine.update_input(id, &request.name, request.key_alone).await?;
        let updated = self.engine.inputs_with_keys().await?.into_iter().find(|held| held.input.id == id);
        updated.map(InputView::from).ok_or_else(|| Problem::not_found(&format!("input {id}")))
    }

    /// Makes another key for an input.
    ///
    /// # Errors
    /// When there is no such input, or it has too many keys in use.
    pub async fn key_create(&self, request: CreateKey) -> Result<MadeKeyView, Problem> {
        let environment = environment_of(request.environment);
        Ok(self.engine.create_key(InputId(request.input), environment).await?.into())
    }

    /// Revokes a key; nobody comes in with it from now on.
    ///
    /// # Errors
    /// When there is no such key.
    pub async fn key_revoke(&self, request: RevokeKey) -> Result<InputKeyView, Problem> {
        Ok(InputKeyView::from(&self.engine.revoke_key(&request.key).await?))
    }

    /// What came over the network and was refused, newest first.
    ///
    /// # Errors
    /// When the cursor is none, or the store cannot be read.
    pub async fn input_refusals(&self, request: ListInputRefusals) -> Result<InputRefusalPageView, Problem> {
        let before = request.cursor.as_deref().map(str::parse).transpose();
        let before = before.map_err(|_| Problem::invalid("cursor", "not the next of a page"))?;
        let page = self.engine.network_refusals(request.input.map(InputId), before, request.limit).await?;
        Ok(InputRefusalPageView {
            refusals: page.refusals.into_iter().map(InputRefusalView::from).collect(),
            next: page.next.map(|next| next.to_string()),
        })
    }
}

const fn environment_of(word: KeyEnvironment) -> Option<Environment> {
    match word {
        KeyEnvironment::Production => Some(Environment::Production),
        KeyEnvironment::Development => Some(Environment::Development),
        KeyEnvironment::Both => None,
    }
}

const fn word_of(environment: Option<Environment>) -> KeyEnvironment {
    match environment {
        Some(Environment::Production) => KeyEnvironment::Production,
        Some(Environment::Development) => KeyEnvironment::Development,
        None => KeyEnvironment::Both,
    }
}

impl From<&InputKey> for InputKeyView {
    fn from(key: &InputKey) -> Self {
        Self {
            key: key.key.clone(),
            environment: word_of(key.environment),
            created_ms: key.created_ms,
            revoked_ms: key.revoked_ms,
        }
    }
}

impl From<InputKeys> for InputView {
    fn from(held: InputKeys) -> Self {
        let InputKeys { input, keys } = held;
        Self {
            id: input.id.0,
            name: input.name,
            kind: match input.kind {
                StoredKind::Platform => InputKind::Platform,
                StoredKind::CustomFeed => InputKind::CustomFeed,
                StoredKind::PartnerFeed => InputKind::PartnerFeed,
                StoredKind::File => InputKind::File,
            },
            platform: input.platform,
            workspace: input.workspace.0,
            key_alone: input.key_alone,
            created_ms: input.created_ms,
            keys: keys.iter().map(InputKeyView::from).collect(),
        }
    }
}

impl From<MadeKey> for MadeKeyView {
    fn from(made: MadeKey) -> Self {
        Self {
            input: made.input.id.0,
            name: made.input.name,
            platform: made.input.platform,
            environment: word_of(made.key.environment),
            key: made.key.key,
            secret: made.secret,
        }
    }
}

impl From<RefusalRecord> for InputRefusalView {
    fn from(refusal: RefusalRecord) -> Self {
        Self {
            received_ms: refusal.received_ms,
            input: refusal.input.map(|input| input.0),
            label: reason_label(&refusal.reason),
            reason: refusal.reason,
            path: refusal.path,
            detail: refusal.detail,
            whole: refusal.whole,
            text: refusal.text,
        }
    }
}
