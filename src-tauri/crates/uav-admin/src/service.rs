//! The door for SDKs: whether it is open, and how much may come in.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_engine::ServiceLimits;

use crate::admin::Admin;
use crate::error::Problem;

/// The door for SDKs as a program keeps it that can open and close it: the desktop window. A server's is always open.
#[async_trait]
pub trait Collector: Send + Sync {
    /// How it stands.
    fn state(&self) -> CollectorState;

    /// Opens it on a loopback port, or on another one than before. What goes wrong is in the state.
    async fn open(&self, port: u16);

    /// Closes it.
    async fn close(&self);
}

/// How the door for SDKs stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollectorState {
    /// Whether it shall be open.
    pub on: bool,
    /// The port that it is or would be on.
    pub port: u16,
    /// Where SDKs send to, when it is open: `http://127.0.0.1:4681`.
    pub address: Option<String>,
    /// Why it is not open though it shall be.
    pub fault: Option<String>,
}

/// Asks how the door for SDKs stands.
#[derive(Debug, Deserialize, TS)]
pub struct GetCollector {}

/// How the door for SDKs stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CollectorView {
    /// Whether it can be opened and closed here; a server's is always open, at the server's own address.
    pub can_switch: bool,
    /// Whether it shall be open.
    pub on: bool,
    /// The port that it is or would be on; absent where the server's own counts.
    pub port: Option<u16>,
    /// Where SDKs send to, when it is open; absent where the server's own address counts.
    pub address: Option<String>,
    /// Why it is not open though it shall be.
    pub fault: Option<String>,
}

/// Opens or closes the door for SDKs.
#[derive(Debug, Deserialize, TS)]
pub struct SetCollector {
    /// Whether it shall be open.
    pub on: bool,
    /// The loopback port, 1024 to 65535.
    pub port: u16,
}

/// Asks how much may come in.
#[derive(Debug, Deserialize, TS)]
pub struct GetLimits {}

/// How much may come in a second; absent for as much as can be stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LimitsView {
    /// Batches, over all inputs.
    pub batches_per_s: Option<u32>,
    /// Identity requests, over all inputs.
    pub identity_per_s: Option<u32>,
    /// Requests for profiles, over all readers.
    pub reads_per_s: Option<u32>,
}

impl Admin {
    /// How the door for SDKs stands.
    ///
    /// # Errors
    /// Never; a command may fail.
    pub async fn collector_get(&self, _request: GetCollector) -> Result<CollectorView, Problem> {
        Ok(match &self.host.collector {
            Some(collector) => collector.state().into(),
            None => CollectorView { can_switch: false, on: true, port: None, address: None, fault: None },
        })
    }

    /// Opens or closes the door for SDKs, and keeps it so over a restart.
    ///
    /// # Errors
    /// When it cannot be switched here, or the port is out of its bounds. A port in use is told in the answer.
    pub async fn collector_set(&self, request: SetCollector) -> Result<CollectorView, Problem> {
        let Some(collector) = &self.host.collector else {
            return Err(Problem::conflict("a server's door for SDKs is always open"));
        };
        if request.port < 1_024 {
            return Err(Problem::invalid("port", "1024 to 65535"));
        }
        if request.on {
            collector.open(request.port).await;
        } else {
            collector.close().await;
        }
        self.engine.keep_collector(request.on, request.port).await?;
        Ok(collector.state().into())
    }

    /// How much may come in a second.
    ///
    /// # Errors
    /// Never; a command may fail.
    pub async fn limits_get(&self, _request: GetLimits) -> Result<LimitsView, Problem> {
        let ServiceLimits { batches_per_s, identity_per_s, reads_per_s } = self.engine.limits();
        Ok(LimitsView { batches_per_s, identity_per_s, reads_per_s })
    }

    /// Sets how much may come in a second.
    ///
    /// # Errors
    /// When a limit is 0.
    pub async fn limits_set(&self, request: LimitsView) -> Result<LimitsView, Problem> {
        let LimitsView { batches_per_s, identity_per_s, reads_per_s } = request;
        self.engine.set_limits(ServiceLimits { batches_per_s, identity_per_s, reads_per_s }).await?;
        Ok(LimitsView { batches_per_s, identity_per_s, reads_per_s })
    }
}

impl From<CollectorState> for CollectorView {
    fn from(state: CollectorState) -> Self {
        Self { can_switch: true, on: state.on, port: Some(state.port), address: state.address, fault: state.fault }
    }
}
