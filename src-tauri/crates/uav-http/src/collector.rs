//! The public contract on a loopback port, opened and closed by a switch: the desktop's door for SDKs.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::net::TcpListener;
use tokio::sync::{Mutex as AsyncMutex, oneshot};
use tokio::task::JoinHandle;
use uav_admin::{Collector, CollectorState};
use uav_engine::{CollectorSetting, Engine};

use crate::contract::ContractLimits;

/// A door that is open.
struct Open {
    close: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

/// The door for SDKs on this machine.
pub struct LoopbackCollector {
    engine: Engine,
    state: Mutex<CollectorState>,
    /// One switch at a time.
    open: AsyncMutex<Option<Open>>,
}

impl LoopbackCollector {
    /// The door of an engine, as it was left: open if it was open.
    pub async fn start(engine: Engine, setting: CollectorSetting) -> Self {
        let state = CollectorState { port: setting.port, ..CollectorState::default() };
        let collector = Self { engine, state: Mutex::new(state), open: AsyncMutex::default() };
        if setting.on {
            collector.open(setting.port).await;
        }
        collector
    }

    fn state_mut(&self) -> MutexGuard<'_, CollectorState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Collector for LoopbackCollector {
    fn state(&self) -> CollectorState {
        self.state_mut().clone()
    }

    async fn open(&self, port: u16) {
        let mut open = self.open.lock().await;
        shut(open.take()).await;
        let bound = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await;
        let address = bound.as_ref().ok().and_then(|listener| listener.local_addr().ok());
        *self.state_mut() = CollectorState {
            on: true,
            port,
            address: address.map(|address| format!("http://{address}")),
            fault: bound.as_ref().err().map(|fault| format!("port {port} cannot be opened: {fault}")),
        };
        let Ok(listener) = bound else { return };
        let (close, closed) = oneshot::channel::<()>();
        let router = crate::contract_alone(self.engine.clone(), ContractLimits::default());
        let served = tokio::spawn(async move {
            let ended = async {
                // It ends when it is told so, and when whoever could tell is gone.
                let _told_or_gone = closed.await;
            };
            if let Err(fault) = axum::serve(listener, router).with_graceful_shutdown(ended).await {
                tracing::error!("the door for SDKs: {fault}");
            }
        });
        *open = Some(Open { close, served });
    }

    async fn close(&self) {
        shut(self.open.lock().await.take()).await;
        let mut state = self.state_mut();
        *state = CollectorState { port: state.port, ..CollectorState::default() };
    }
}

/// Closes a door: no new requests, and those at work are answered.
async fn shut(open: Option<Open>) {
    if let Some(Open { close, served }) = open {
        let _ended_before = close.send(());
        let _answered = tokio::time::timeout(std::time::Duration::from_secs(5), served).await;
    }
}
