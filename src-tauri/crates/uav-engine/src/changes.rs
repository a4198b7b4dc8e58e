//! Telling whoever listens what became stale.

use tokio::sync::broadcast;

/// A kind of data that a commit or an act changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    /// Profiles and their timelines.
    Profiles,
    /// Import jobs and what they refused.
    Imports,
    /// The list of workspaces.
    Workspaces,
    /// The list of inputs.
    Inputs,
}

/// The engine's side of the announcements.
#[derive(Clone, Debug)]
pub struct Changes {
    sender: broadcast::Sender<Changed>,
}

impl Default for Changes {
    fn default() -> Self {
        Self { sender: broadcast::channel(256).0 }
    }
}

impl Changes {
    /// Announces a change. Nobody need listen.
    pub fn announce(&self, changed: Changed) {
        let _nobody_listens = self.sender.send(changed);
    }

    /// Listens from now on. A listener that falls behind is told so and takes everything as changed.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Changed> {
        self.sender.subscribe()
    }
}
