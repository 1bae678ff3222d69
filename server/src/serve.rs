//! Serving: from the open socket to the last answer.

use std::{net::SocketAddr, process, sync::Arc, time::Duration};

use anyhow::Context;
use domain::{Scope, demo};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
    time::sleep,
};

use crate::{
    assembly::{self, Assembled},
    background::{self, Counting, Shutdown},
    config::{Config, Purpose},
    connections::{self, Limits},
    descriptors, http, welcome,
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
    let limits = Limits::new(
        config.idle_timeout,
        config.connections_per_address,
        descriptors::raise(),
    );
    let proxies = http::TrustedProxies(config.trusted_proxies.clone());
    let router = http::router(assembly::front(config, Arc::clone(&portal), mailbox)?);
    let (begin, shutdown) = Shutdown::new();
    tokio::spawn(obey(
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
        begin,
    ));
    let mut background = background::start(&portal, mailer, &shutdown);
    let counting = Counting::start(&portal);
    let last = async {
        connections::answer(listener, router, limits, proxies, shutdown.clone()).await;
        while background.join_next().await.is_some() {}
    };
    tokio::select! {
        () = last => {}
        () = overtime(shutdown.clone()) => tracing::warn!("something took too long and was cut off"),
    }
    counting.end().await;
    tracing::info!("ended");
    Ok(())
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
