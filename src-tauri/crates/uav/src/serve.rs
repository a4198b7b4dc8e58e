//! `uav serve`.

use std::sync::Arc;

use tokio::net::TcpListener;
use uav_admin::Host;
use uav_engine::is_secret;
use uav_http::{Access, ContractLimits};
use uav_store::ApiCredential;

use crate::args::Serve;
use crate::fault::Fault;
use crate::open;

/// Serves until it is interrupted.
pub(crate) async fn run(serve: Serve) -> Result<(), Fault> {
    let loopback = Access::is_loopback(&serve.listen);
    let admin = open::admin(&serve.data.folder, Host { local_files: loopback, ..Host::default() }).await?;
    let access = if loopback { Access::Loopback } else { operators(admin.credentials().await?)? };
    // Whoever limits nothing on a network is limited as the contract says (events.md LM-4, profiles.md 2.7).
    if !loopback {
        admin.engine().limit_if_unset().await.map_err(uav_admin::Problem::from)?;
    }
    if let Some(users) = serve.sample_if_empty {
        admin.load_sample_if_empty(users).await?;
    }
    let listener = TcpListener::bind(serve.listen).await?;
    println!("User Activity View is at http://{}", listener.local_addr()?);
    let ending = admin.clone();
    let ended = async move {
        interrupted().await;
        ending.end_changes();
    };
    axum::serve(listener, uav_http::router(admin.clone(), access, ContractLimits::default()))
        .with_graceful_shutdown(ended)
        .await?;
    admin.stop().await;
    Ok(())
}

/// Whoever may sign in. Beyond this machine there must be somebody.
fn operators(credentials: Vec<ApiCredential>) -> Result<Access, Fault> {
    let valid: Vec<ApiCredential> = credentials.into_iter().filter(|known| known.revoked_ms.is_none()).collect();
    if valid.is_empty() {
        return Err(Fault::Usage(
            "listening beyond this machine needs somebody who may sign in: run `uav credentials create --kind api` first"
                .to_owned(),
        ));
    }
    Ok(Access::Operators(Arc::new(move |name, secret| {
        valid.iter().any(|known| known.client_id == name && is_secret(secret, &known.secret_hash))
    })))
}

/// Waits for Ctrl-C or a request to end.
async fn interrupted() {
    let ctrl_c = async {
        if let Err(fault) = tokio::signal::ctrl_c().await {
            tracing::warn!("Ctrl-C cannot be listened for: {fault}");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    () = ctrl_c => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => ctrl_c.await,
        }
    }
    #[cfg(not(unix))]
    ctrl_c.await;
}
