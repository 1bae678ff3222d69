//! Serving: from the open socket to the last answer.

use std::{net::SocketAddr, process, sync::Arc, time::Duration};

use anyhow::Context;
use axum::{Router, serve::ListenerExt};
use domain::{Scope, demo};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
    time::sleep,
};

use crate::{
    assembly::{self, Assembled},
    background::{self, Shutdown},
    config::{Config, Purpose},
    http, welcome,
};

/// How long what is under way may take once the end has begun.
const LAST_REQUESTS: Duration = Duration::from_secs(35);

/// Serves until the process is told to stop. In a development run the database is brought up to
/// date and filled first.
///
/// # Errors
/// When it cannot begin.
pub async fn serve(config: &Config, purpose: Purpose) -> anyhow::Result<()> {
    let development = purpose == Purpose::Development;
    let db = if development {
        assembly::connect_and_migrate(&config.database_url).await?
    } else {
        assembly::connect_migrated(&config.database_url).await?
    };
    let assembled = assembly::assemble(config, db).await?;
    let listener = listen(config.listen).await?;
    if development {
        let filled = demo::fill(&Scope::system(Arc::clone(&assembled.portal))).await?;
        welcome::print(config, &filled)?;
    }
    tracing::info!(listen = %config.listen, public_url = %config.public_url, "serving");
    run(config, listener, assembled).await
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.with_context(|| format!("cannot listen on {address}; BALCAO_LISTEN says where to"))
}

async fn run(config: &Config, listener: TcpListener, assembled: Assembled) -> anyhow::Result<()> {
    let Assembled {
        portal,
        mailer,
        mailbox,
    } = assembled;
    let router = http::router(assembly::front(config, Arc::clone(&portal), mailbox)?);
    let (begin, shutdown) = Shutdown::new();
    tokio::spawn(obey(
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
        begin,
    ));
    let mut background = background::start(&portal, mailer, &shutdown);
    let last = async {
        answer(listener, router, shutdown.clone()).await?;
        while background.join_next().await.is_some() {}
        anyhow::Ok(())
    };
    tokio::select! {
        ended = last => ended?,
        () = overtime(shutdown.clone()) => tracing::warn!("something took too long and was cut off"),
    }
    tracing::info!("ended");
    Ok(())
}

async fn answer(listener: TcpListener, router: Router, shutdown: Shutdown) -> anyhow::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener.tap_io(without_delay), service)
        .with_graceful_shutdown(shutdown.begun())
        .await?;
    Ok(())
}

/// A page goes out in a few writes; the later ones must not wait until the first is acknowledged.
fn without_delay(stream: &mut TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection keeps its delay");
    }
}

/// Ends the work at the first signal and the process at the second.
async fn obey(mut terminate: Signal, mut interrupt: Signal, begin: watch::Sender<bool>) {
    either(&mut terminate, &mut interrupt).await;
    tracing::info!("ending");
    begin.send_replace(true);
    either(&mut terminate, &mut interrupt).await;
    process::exit(1);
}

async fn either(terminate: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

async fn overtime(shutdown: Shutdown) {
    shutdown.begun().await;
    sleep(LAST_REQUESTS).await;
}
