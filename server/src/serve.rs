//! Serving: from the open socket to the last answer.

use std::{
    io::{self, IsTerminal},
    net::SocketAddr,
    process,
    sync::Arc,
    time::Duration,
};

use anyhow::Context;
use domain::demo;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use crate::{
    assembly::{self, Assembly},
    background::{self, CountWriter},
    cli::Output,
    config::{Config, Purpose},
    connections::{self, Limits},
    descriptors, http,
    monitoring::Monitoring,
    welcome,
};

/// How long what is under way may take once the end has begun: orchestrators kill after ten
/// seconds, and what was counted is yet to be written then.
const LAST_REQUESTS: Duration = Duration::from_secs(8);

/// Serves until the process is told to stop. In a development run the database is brought up to
/// date and filled first.
///
/// # Errors
/// When it cannot begin.
pub async fn serve(config: &Config, purpose: Purpose, output: &mut Output) -> anyhow::Result<()> {
    let development = purpose == Purpose::Development;
    let _alone = assembly::serve_alone(&config.database_url)?;
    let db = if development {
        assembly::connect_and_migrate(&config.database_url).await?
    } else {
        assembly::connect_migrated(&config.database_url).await?
    };
    let assembled = assembly::assemble(config, db).await?;
    let services = &assembled.services;
    assembly::check_key(services).await?;
    // Before anybody hears that it serves: from then on it ends as it should.
    let signals = Signals::watch()?;
    let listener = listen(config.listen).await?;
    let monitoring = match config.metrics_listen {
        Some(address) => Some(Monitoring::open(address).await?),
        None => None,
    };
    if development {
        let filled = demo::fill(&services.system(), services).await?;
        welcome::print(output, config, &filled);
    }
    tracing::info!(listen = %listener.local_addr()?, public_url = %config.public_url, "serving");
    run(config, (listener, signals), monitoring, assembled).await
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.with_context(|| format!("cannot listen on {address}; BALCAO_LISTEN says where to"))
}

async fn run(
    config: &Config,
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
    let router = http::router(assembly::front(config, Arc::clone(&services), mailbox)?);
    let shutdown = CancellationToken::new();
    tokio::spawn(handle_signals(signals, shutdown.clone()));
    let worker = assembly::worker(&services, mailer);
    let mut background = background::start(&services, worker, &shutdown);
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

/// What a process is told from outside.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
    /// The terminal that the process belongs to, and goes with, if any.
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

    /// Waits until the process is to end. A hang-up is no reason: others read their settings anew
    /// at it, and whoever takes this program for one of them must not bring the portal down.
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

/// Ends the work at the first signal and the process at the second.
async fn handle_signals(mut signals: Signals, shutdown: CancellationToken) {
    // Also if nobody is left to hear them.
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
