//! `uav credentials`.

use serde::Serialize;
use uav_core::WorkspaceId;
use uav_core::batch::Environment;
use uav_engine::Engine;
use uav_store::InputKind;

use crate::args::{CreateCredentials, CredentialKind, Credentials, CredentialsAct, Feed};
use crate::fault::Fault;
use crate::open;

/// The organisation and account that the reading APIs name in their paths: one installation is one of each.
const ORGANISATION: &str = "1";
const ACCOUNT: &str = "1";

/// The key of an input.
#[derive(Debug, Serialize)]
struct InputKey {
    key: String,
    secret: String,
}

/// The credential of a reader.
#[derive(Debug, Serialize)]
struct ApiKey {
    client_id: String,
    client_secret: String,
    org_id: &'static str,
    account_id: &'static str,
    workspace_id: String,
}

/// Makes a key and prints it, this once.
pub(crate) async fn run(credentials: Credentials) -> Result<(), Fault> {
    let CredentialsAct::Create(create) = credentials.act;
    let engine = open::engine(&create.data.folder).await?;
    let made = match create.kind {
        CredentialKind::Input => make_input(&engine, &create).await,
        CredentialKind::Api => make_api(&engine, &create).await,
    };
    engine.stop().await;
    made
}

async fn make_input(engine: &Engine, create: &CreateCredentials) -> Result<(), Fault> {
    let workspace = WorkspaceId(create.workspace);
    let environment = match (create.development, create.both) {
        (_, true) => None,
        (true, false) => Some(Environment::Development),
        (false, false) => Some(Environment::Production),
    };
    let kind = match create.feed {
        None => InputKind::Platform,
        Some(Feed::Custom) => InputKind::CustomFeed,
        Some(Feed::Partner) => InputKind::PartnerFeed,
    };
    let platform = if create.feed.is_some() { "feed" } else { create.platform.as_str() };
    let name = match &create.name {
        Some(name) => name.clone(),
        None => format!("{} {}", capitalised(platform), engine.inputs().await?.len() + 1),
    };
    let made = engine.create_input(workspace, &name, kind, platform, environment).await?;
    let key = InputKey { key: made.key.key, secret: made.secret };
    print(create.json, &key, &[("key", &key.key), ("secret", &key.secret)]);
    Ok(())
}

async fn make_api(engine: &Engine, create: &CreateCredentials) -> Result<(), Fault> {
    let made = engine
        .create_credential(
            create.name.as_deref().unwrap_or("Made on the command line"),
            &[WorkspaceId(create.workspace)],
        )
        .await?;
    let key = ApiKey {
        client_id: made.credential.client_id,
        client_secret: made.secret,
        org_id: ORGANISATION,
        account_id: ACCOUNT,
        workspace_id: create.workspace.to_string(),
    };
    print(create.json, &key, &[("client_id", &key.client_id), ("client_secret", &key.client_secret)]);
    Ok(())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn print(json: bool, key: &impl Serialize, words: &[(&str, &String)]) {
    if json {
        println!("{}", serde_json::to_string(key).unwrap_or_default());
        return;
    }
    for (name, value) in words {
        println!("{name}: {value}");
    }
    eprintln!("The secret is not kept and cannot be shown again.");
}
