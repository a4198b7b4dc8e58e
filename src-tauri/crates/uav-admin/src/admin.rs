//! The commands' common ground: the engine, what the host may do, and the announcements as tags.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;
use tokio::sync::{broadcast, mpsc};
use uav_engine::{Changed, Engine};
use uav_store::ApiCredential;

use crate::error::Problem;
use crate::service::Collector;
use crate::table::Tag;

/// Announcements are gathered for this long, so that an import does not make every screen ask a thousand times a second.
const GATHERED_FOR: Duration = Duration::from_millis(250);

/// What the program around the commands allows.
#[derive(Clone, Default)]
pub struct Host {
    /// Whether a command may name files of this machine: in the window and on loopback.
    pub local_files: bool,
    /// The door for SDKs, where it can be opened and closed.
    pub collector: Option<Arc<dyn Collector>>,
}

/// The command table over an engine. Cheap to clone.
#[derive(Clone)]
pub struct Admin {
    pub(crate) engine: Engine,
    pub(crate) host: Host,
}

/// A place for an upload.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The id to import it by.
    pub id: String,
    /// Where its bytes go.
    pub path: PathBuf,
}

impl Admin {
    /// The commands over an engine.
    #[must_use]
    pub const fn new(engine: Engine, host: Host) -> Self {
        Self { engine, host }
    }

    /// The engine that the commands are about.
    #[must_use]
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Stops the engine.
    pub async fn stop(self) {
        self.engine.stop().await;
    }

    /// Ends every stream of changes, so that a server can close its connections.
    pub fn end_changes(&self) {
        self.engine.changes().end();
    }

    /// Who may sign in to a server.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn credentials(&self) -> Result<Vec<ApiCredential>, Problem> {
        Ok(self.engine.credentials().await?)
    }

    /// What becomes stale, gathered over a quarter of a second. Ends when the receiver is dropped.
    #[must_use]
    pub fn changes_receiver(&self) -> mpsc::Receiver<Vec<Tag>> {
        let announcements = self.engine.changes().clone();
        let mut changes = announcements.listen();
        let (sender, receiver) = mpsc::channel(16);
        tokio::spawn(async move {
            loop {
                let mut tags = Vec::new();
                let changed = tokio::select! {
                    changed = changes.recv() => changed,
                    () = announcements.ended() => return,
                };
                match changed {
                    Ok(changed) => add_tags(&mut tags, changed),
                    Err(broadcast::error::RecvError::Lagged(_)) => tags = Tag::ALL.to_vec(),
                    Err(broadcast::error::RecvError::Closed) => return,
                }
                tokio::time::sleep(GATHERED_FOR).await;
                loop {
                    match changes.try_recv() {
                        Ok(changed) => add_tags(&mut tags, changed),
                        Err(broadcast::error::TryRecvError::Lagged(_)) => tags = Tag::ALL.to_vec(),
                        Err(_) => break,
                    }
                }
                if sender.send(tags).await.is_err() {
                    return;
                }
            }
        });
        receiver
    }

    /// The same as a stream.
    pub fn changes(&self) -> impl Stream<Item = Vec<Tag>> + use<> {
        futures_util::stream::unfold(self.changes_receiver(), |mut changes| async move {
            changes.recv().await.map(|tags| (tags, changes))
        })
    }
}

fn add_tags(tags: &mut Vec<Tag>, changed: Changed) {
    let stale: &[Tag] = match changed {
        Changed::Profiles => &[Tag::Profiles, Tag::Status],
        Changed::Imports => &[Tag::Imports, Tag::Status],
        Changed::Workspaces => &[Tag::Workspaces],
        Changed::Inputs => &[Tag::Inputs],
        Changed::Credentials => &[Tag::Credentials],
        Changed::Scopes => &[Tag::Scopes],
        Changed::Settings => &[Tag::Settings],
    };
    for tag in stale {
        if !tags.contains(tag) {
            tags.push(*tag);
        }
    }
}
