//! Connections of clients. A client that stalls its request or does not read its answer is
//! disconnected, nobody takes all connections, and requests that are complete at a shutdown are
//! answered.

mod limiter;
mod state;
mod stream;
mod timer;

use std::{future::pending, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::TokioIo,
    server::graceful::{GracefulConnection, GracefulShutdown},
};
use socket2::SockRef;
use tokio::{
    net::{TcpListener, TcpStream},
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::http::TrustedProxies;
use limiter::{ConnectionLimiter, ConnectionPermit, ConnectionRefusal};
use state::{ConnectionState, RequestBody, ResponseBody};
use stream::Stream;

/// Beyond this number, the connection that has waited longest for its client is closed.
pub const MAX_CONNECTIONS: usize = 8192;
/// The largest size of request line and headers; beyond it the answer is 431 (RFC 6585 §5).
const MAX_HEAD_BYTES: usize = 64 * 1024;
/// How much the system buffers for a client. It is also the step in which the progress of a slow
/// reader is seen.
const UNSENT_BYTES: u32 = 64 * 1024;
/// How many clients may wait to be accepted, as far as the system allows; others try again a second
/// later. The default of the standard library is small.
const BACKLOG: i32 = 4096;
/// When to accept again after an error or without room.
const RETRY_DELAY: Duration = Duration::from_millis(100);
/// How long the rest of a request may take to arrive after a shutdown begins: as long as bytes are
/// on their way.
const LAST_BYTES: Duration = Duration::from_millis(250);

/// Limits of connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time for the head of a request, from the connection or its first byte on.
    pub head: Duration,
    /// The time between an answer and the next request.
    pub idle: Duration,
    /// The time for a client that reads nothing; reading extends it.
    pub stall: Duration,
    /// The average rate at which a client must read, in bytes a second.
    pub rate: u64,
    /// The number of connections of an address; beyond it, the address loses an idle one or gets no
    /// further one.
    pub per_address: usize,
    pub most: usize,
}

impl Limits {
    /// The limits of a portal: `idle` and `per_address` are settings, `most` depends on the system.
    #[must_use]
    pub const fn new(idle: Duration, per_address: usize, most: usize) -> Self {
        Self {
            head: Duration::from_secs(30),
            idle,
            stall: Duration::from_secs(30),
            rate: 1024,
            per_address,
            most,
        }
    }
}

/// Answers requests until the shutdown begins, and then those that are complete. Incomplete
/// requests are not waited for, since they might never end.
pub async fn answer(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    proxies: TrustedProxies,
    shutdown: CancellationToken,
) {
    if let Err(error) = SockRef::from(&listener).listen(BACKLOG) {
        tracing::debug!(%error, "few may knock at once");
    }
    let limiter = Arc::new(ConnectionLimiter::new(limits, proxies));
    let graceful = GracefulShutdown::new();
    loop {
        let (stream, peer, permit) = tokio::select! {
            admitted = admit(&listener, &limiter) => admitted,
            () = shutdown.cancelled() => break,
        };
        let state = Arc::clone(&permit.state);
        let connection = connection(stream, peer, Arc::clone(&state), limits, router.clone());
        let connection = graceful.watch(connection);
        let incomplete_at_end = incomplete_at_end(Arc::clone(&state), shutdown.clone());
        tokio::spawn(async move {
            tokio::select! {
                // A client that goes away or sends nothing is no error of the portal.
                _ = connection => {}
                () = state.evicted() => {}
                () = incomplete_at_end => {}
            }
            drop(permit);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// Accepts the next client once there is room.
async fn admit(
    listener: &TcpListener,
    limiter: &Arc<ConnectionLimiter>,
) -> (TcpStream, SocketAddr, ConnectionPermit) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                if let Some(permit) = permit(limiter, peer).await {
                    return (stream, peer, permit);
                }
            }
            Err(error) => {
                tracing::warn!(%error, "a connection cannot be taken");
                sleep(RETRY_DELAY).await;
            }
        }
    }
}

async fn permit(limiter: &Arc<ConnectionLimiter>, peer: SocketAddr) -> Option<ConnectionPermit> {
    loop {
        match limiter.take(peer.ip(), Instant::now()) {
            Ok(permit) => return Some(permit),
            Err(ConnectionRefusal::AddressFull) => return None,
            Err(ConnectionRefusal::AllTaken) => sleep(RETRY_DELAY).await,
        }
    }
}

/// Ends when a shutdown finds an incomplete request.
async fn incomplete_at_end(state: Arc<ConnectionState>, shutdown: CancellationToken) {
    shutdown.cancelled().await;
    sleep(LAST_BYTES).await;
    if !state.is_request_incomplete() {
        pending::<()>().await;
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    state: Arc<ConnectionState>,
    limits: Limits,
    router: Router,
) -> impl GracefulConnection<Error = hyper::Error> {
    prepare(&stream);
    let stream = Stream::new(stream, Arc::clone(&state), limits);
    let service = service_fn(move |request: Request<Incoming>| {
        state.request_received();
        let mut request = request.map(|body| RequestBody::new(body, Arc::clone(&state)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let (router, state) = (router.clone(), Arc::clone(&state));
        async move {
            let answer = router.oneshot(request).await?;
            state.response_ready();
            Ok::<_, std::convert::Infallible>(answer.map(|body| ResponseBody::new(body, state)))
        }
    });
    // The stream limits the time of the head: hyper has one limit for it and for idle clients.
    http1::Builder::new()
        .header_read_timeout(None)
        .max_header_size(MAX_HEAD_BYTES)
        .max_buf_size(MAX_HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), service)
}

fn prepare(stream: &TcpStream) {
    // A page takes a few writes; the later ones must not wait for an acknowledgement.
    let delay = stream.set_nodelay(true);
    let unsent = SockRef::from(stream).set_tcp_notsent_lowat(UNSENT_BYTES);
    if let Err(error) = delay.and(unsent) {
        tracing::debug!(%error, "a connection keeps the system's defaults");
    }
}

#[cfg(test)]
mod tests;
