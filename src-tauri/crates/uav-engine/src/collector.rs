//! Whether the desktop's door for SDKs shall be open, kept over a restart.

use serde::{Deserialize, Serialize};

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::Result;

/// The setting's name in the store.
const SETTING: &str = "collector";

/// How the door shall stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectorSetting {
    /// Whether it shall be open.
    pub on: bool,
    /// Its loopback port.
    pub port: u16,
}

impl Default for CollectorSetting {
    fn default() -> Self {
        Self { on: false, port: 4_681 }
    }
}

impl Engine {
    /// How the door for SDKs shall stand.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn collector(&self) -> Result<CollectorSetting> {
        let kept = self.store().setting(SETTING).await?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps how it shall stand.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub async fn keep_collector(&self, on: bool, port: u16) -> Result<()> {
        let text = serde_json::to_string(&CollectorSetting { on, port }).unwrap_or_default();
        self.store().put_setting(SETTING, &text).await?;
        self.changes().announce(Changed::Settings);
        Ok(())
    }
}
