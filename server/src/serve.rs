//! Serves the portal, until the last answer after a shutdown began.

use std::{
    io::{self, IsTerminal},
    net::SocketAddr,
    process,
    sync::Arc,
    time::Duration,
};

use anyhow::Context;
use domain::demo::{self, DemoError};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use crate::{
    api::entry,
    assembly::{self, Assembly},
    background::{self, CountWriter},
    cli::{Output, ServeOptions},
    config::Config,
    connections::{self, Limits},
    descriptors, http,
    monitoring::Monitoring,
    siem, welcome,
};

/// How long requests may take after a shutdown began: orchestrators kill after ten seconds, and the
/// counts must be written before that.
const LAST_REQUESTS: Duration = Duration::from_secs(8);

/// Serves until the process is told to stop. A development run first migrates and fills the
/// database.
///
/// # Errors
/// When it cannot start.
pub async fn serve(
    config: &Config,
    options: ServeOptions,
    output: &mut Output,
) -> anyhow::Result<()> {
    let _alone = assembly::serve_alone(&config.database_url)?;
    let db = if options.development {
        assembly::connect_and_migrate(&config.database_url).await?
    } else {
        assembly::connect_migrated(&config.database_url).await?
    };
    let assembled = assembly::assemble(config, db).await?;
    let services = &assembled.services;
    assembly::check_key(services).await?;
    // Signals are watched before the first request, so that each of them ends the program properly.
    let signals = Signals::watch()?;
    let listener = listen(config.listen).await?;
    let monitoring = match config.metrics_listen {
        Some(address) => Some(Monitoring::open(address).await?),
        None => None,
    };
    if options.development {
        let demo = match demo::fill(&services.system(), services).await {
            Err(DemoError::NotEmpty) => None,
            filled => Some(filled?),
        };
        welcome::print(output, config, demo.as_ref());
    }
    entry::keep_current(services).await;
    tracing::info!(listen = %listener.local_addr()?, public_url = %config.public_url, "serving");
    run(config, options, (listener, signals), monitoring, assembled).await
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.with_context(|| format!("cannot listen on {address}; BALCAO_LISTEN says where to"))
}

async fn run(
    config: &Config,
    options: ServeOptions,
    (listener, signals): (TcpListener, Signals),
    monitoring: Option<Monitoring>,
    assembled: Assembly,
) -> anyhow::Result<()> {
    let Assembly {
        services,
        mailer,
        mailbox,
    } = assembled;
    let limits = Limits::new(
        config.idle_timeout,
        config.connections_per_address,
        descriptors::raise(),
    );
    let proxies = http::TrustedProxies(config.trusted_proxies.clone());
    let parts = assembly::router_parts(config, Arc::clone(&services), mailbox)?;
    let mut router = http::router(parts);
    if options.reload {
        router = http::reload_pages(router);
    }
    let shutdown = CancellationToken::new();
    tokio::spawn(handle_signals(signals, shutdown.clone()));
    let worker = assembly::worker(&services, mailer, &config.upstreams.trust);
    let mut background = background::start(&services, worker, &shutdown);
    let trust = &config.upstreams.trust;
    for sink in config.siem.sinks(trust, config.public_url.host())? {
        let sending = siem::send(Arc::clone(&services), sink);
        background.spawn(background::until(shutdown.clone(), sending));
    }
    if let Some(monitoring) = monitoring {
        let serving = monitoring.serve(Arc::clone(&services));
        background.spawn(background::until(shutdown.clone(), serving));
    }
    let count_writer = CountWriter::start(&services);
    let last = async {
        connections::answer(listener, router, limits, proxies, shutdown.clone()).await;
        while background.join_next().await.is_some() {}
    };
    tokio::select! {
        () = last => {}
        () = wait_for_timeout(shutdown.clone()) => tracing::warn!("something took too long and was cut off"),
    }
    count_writer.end().await;
    tracing::info!("ended");
    Ok(())
}

/// The signals that end the process.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
    /// Whether the process belongs to a terminal and should end with it.
    terminal: bool,
}

impl Signals {
    fn watch() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hang_up: signal(SignalKind::hangup())?,
            terminal: io::stdin().is_terminal(),
        })
    }

    /// Waits for a signal that ends the process. SIGHUP is ignored without a terminal: other
    /// programs reload their settings at it, and operators who expect that must not stop the
    /// portal.
    async fn end(&mut self) {
        loop {
            tokio::select! {
                _ = self.terminate.recv() => return,
                _ = self.interrupt.recv() => return,
                _ = self.hang_up.recv() => {
                    if self.terminal {
                        return;
                    }
                    tracing::warn!("SIGHUP changes nothing; settings are read at start alone");
                }
            }
        }
    }
}

/// Begins the shutdown at the first signal, and ends the process at the second.
async fn handle_signals(mut signals: Signals, shutdown: CancellationToken) {
    // The shutdown begins also when this task ends otherwise.
    let _begin = shutdown.clone().drop_guard();
    signals.end().await;
    tracing::info!("ending");
    shutdown.cancel();
    signals.end().await;
    process::exit(1);
}

async fn wait_for_timeout(shutdown: CancellationToken) {
    shutdown.cancelled().await;
    sleep(LAST_REQUESTS).await;
}
