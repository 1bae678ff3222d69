//! Serving: from the open socket to the last answer.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use anyhow::{Context, bail};
use axum::serve::ListenerExt;
use domain::{Portal, Scope, demo};
use migrations::{Migrator, MigratorTrait};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    time::timeout,
};

use crate::{
    assembly::{self, Assembled},
    background::{self, Shutdown},
    config::Config,
    http,
};

/// How long requests that are under way may take once the end has begun.
const LAST_REQUESTS: Duration = Duration::from_secs(35);

/// Serves until the process is told to stop.
///
/// # Errors
/// When it cannot begin.
pub async fn serve(config: &Config, development: bool) -> anyhow::Result<ExitCode> {
    let db = assembly::connect(&config.database_url).await.with_context(|| unreachable(config))?;
    if development {
        Migrator::up(db.writer(), None).await.context("the database cannot be migrated")?;
    } else if !Migrator::get_pending_migrations(db.writer()).await?.is_empty() {
        bail!("the database {} is not up to date: run `balcao migrate up`", config.database_url);
    }
    drop(db);
    let Assembled { portal, mailer, mailbox } = assembly::assemble(config).await?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("nobody can listen on {}", config.listen))?;
    if development {
        welcome(config, &portal).await?;
    }
    let (begin, shutdown) = Shutdown::new();
    let router = http::router(assembly::front(config, Arc::clone(&portal), mailbox)?);
    let mut running = background::start(&portal, mailer, &shutdown);
    tracing::info!(listen = %config.listen, public_url = %config.public_url, "serving");
    todo!()
}
