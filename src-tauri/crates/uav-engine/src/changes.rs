//! Telling whoever listens what became stale.

use tokio::sync::{broadcast, watch};

/// A kind of data that a commit or an act changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    /// Profiles and their timelines.
    Profiles,
    /// Import jobs and what they refused.
    Imports,
    /// The list of workspaces.
    Workspaces,
    /// Inputs, their keys, and what they were refused.
    Inputs,
    /// Credentials of readers.
    Credentials,
    /// Identity scopes and their strategies.
    Scopes,
    /// Settings of the whole installation.
    Settings,
}

/// The engine's side of the announcements.
#[derive(Clone, Debug)]
pub struct Changes {
    sender: broadcast::Sender<Changed>,
    ended: watch::Sender<bool>,
}

impl Default for Changes {
    fn default() -> Self {
        Self { sender: broadcast::channel(256).0, ended: watch::Sender::new(false) }
    }
}

impl Changes {
    /// Announces a change. Nobody need listen.
    pub fn announce(&self, changed: Changed) {
        let _nobody_listens = self.sender.send(changed);
    }

    /// Tells every listener that there is nothing more to come, so that long answers end before the program does.
    pub fn end(&self) {
        self.ended.send_replace(true);
    }

    /// Waits until there is nothing more to come.
    pub async fn ended(&self) {
        let mut ended = self.ended.subscribe();
        let _gone = ended.wait_for(|ended| *ended).await;
    }

    /// Listens from now on. A listener that falls behind is told so and takes everything as changed.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Changed> {
        self.sender.subscribe()
    }
}
