//! The listener where Prometheus reads the metrics.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use axum::{
    Router,
    extract::State as Extracted,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Services;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::{net::TcpListener, time::sleep};

use super::{names, state::State};

const ADDRESS: &str = "/metrics";
/// How often measurements are summed up, which a scrape does, too.
const SUM_UP_EVERY: Duration = Duration::from_secs(5);
/// The buckets of histograms in seconds: from a page in memory to the longest answer.
const BUCKETS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0, 30.0,
];
/// The text format of the exporter.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// An open listener with its recorder.
pub struct Monitoring {
    listener: TcpListener,
    handle: PrometheusHandle,
}

impl Monitoring {
    /// Opens the listener, and records everything that this process counts from now on.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("cannot listen on {address}; BALCAO_METRICS_LISTEN says where to")
        })?;
        let exporter = PrometheusBuilder::new().set_buckets(&BUCKETS)?;
        let handle = exporter.install_recorder()?;
        names::describe();
        Ok(Self { listener, handle })
    }

    /// Serves metrics for ever.
    pub async fn serve(self, services: Arc<Services>) {
        if let Ok(listen) = self.listener.local_addr() {
            tracing::info!(%listen, "metrics are at {ADDRESS}");
        }
        let figures = Arc::new(Figures {
            handle: self.handle.clone(),
            state: State::new(services),
        });
        let router = Router::new().route(ADDRESS, get(show)).with_state(figures);
        tokio::select! {
            ended = axum::serve(self.listener, router) => {
                tracing::error!(?ended, "metrics are shown no more");
            }
            () = sum_up(&self.handle) => {}
        }
    }
}

struct Figures {
    handle: PrometheusHandle,
    state: State,
}

async fn show(Extracted(figures): Extracted<Arc<Figures>>) -> Response {
    figures.state.read().await;
    ([(header::CONTENT_TYPE, TEXT)], figures.handle.render()).into_response()
}

async fn sum_up(handle: &PrometheusHandle) {
    loop {
        sleep(SUM_UP_EVERY).await;
        handle.run_upkeep();
    }
}
