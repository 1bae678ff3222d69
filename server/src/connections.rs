//! Connections, from the first byte to the last answer: a client that stalls its request or
//! does not read what it asked for is let go, nobody takes all connections, and what is under way at
//! the end is answered.

mod limiter;
mod line;
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
use line::{Line, RequestBody, ResponseBody};
use stream::Stream;

/// Beyond these the client that has let us wait longest makes room.
pub const MAX_CONNECTIONS: usize = 8192;
/// The first line and the headers of a request together; beyond it 431 (RFC 6585 §5).
const MAX_HEAD_BYTES: usize = 64 * 1024;
/// What the system may hold for one client that was not sent yet. It also says how finely the
/// progress of a slow reader is seen.
const UNSENT_BYTES: u32 = 64 * 1024;
/// How many clients may wait to be accepted, as far as the system allows: who finds no room tries again a second
/// later. The standard library asks for few.
const BACKLOG: i32 = 4096;
/// Until there may be file descriptors or room again.
const RETRY_DELAY: Duration = Duration::from_millis(100);
/// How long the rest of a request may be on its way when the end begins: no longer than what was
/// sent already takes to arrive.
const LAST_BYTES: Duration = Duration::from_millis(250);

/// How long clients may take, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the head of a request, from the connection or its first byte on.
    pub head: Duration,
    /// Between an answer and the next request.
    pub idle: Duration,
    /// For a client that reads nothing; reading earns it time anew.
    pub stall: Duration,
    /// What a client must read in the long run, in bytes a second.
    pub rate: u64,
    /// Beyond these an address makes room for itself or gets no further connection.
    pub per_address: usize,
    pub most: usize,
}

impl Limits {
    /// The limits of a portal: `idle` and `per_address` are settings, `most` depends on what the
    /// system allows.
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

/// Answers until the shutdown begins, and then what has come as a whole. Whoever is still in the
/// middle of a request is not waited for: it might never end, and nothing was promised.
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
        let line = Arc::clone(&permit.line);
        let connection = connection(stream, peer, Arc::clone(&line), limits, router.clone());
        let connection = graceful.watch(connection);
        let incomplete_at_end = incomplete_at_end(Arc::clone(&line), shutdown.clone());
        tokio::spawn(async move {
            tokio::select! {
                // A client that goes away, or never says what it wants, is no fault of ours.
                _ = connection => {}
                () = line.evicted() => {}
                () = incomplete_at_end => {}
            }
            drop(permit);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// Accepts the next client that there is room for.
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

/// Comes to its end if half a request is all there is at the end of the program.
async fn incomplete_at_end(line: Arc<Line>, shutdown: CancellationToken) {
    shutdown.cancelled().await;
    sleep(LAST_BYTES).await;
    if !line.is_request_incomplete() {
        pending::<()>().await;
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    line: Arc<Line>,
    limits: Limits,
    router: Router,
) -> impl GracefulConnection<Error = hyper::Error> {
    prepare(&stream);
    let stream = Stream::new(stream, Arc::clone(&line), limits);
    let service = service_fn(move |request: Request<Incoming>| {
        line.request_received();
        let mut request = request.map(|body| RequestBody::new(body, Arc::clone(&line)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let (router, line) = (router.clone(), Arc::clone(&line));
        async move {
            let answer = router.oneshot(request).await?;
            line.response_ready();
            Ok::<_, std::convert::Infallible>(answer.map(|body| ResponseBody::new(body, line)))
        }
    });
    // The head's time is the stream's to watch: hyper has one limit for it and for idle clients.
    http1::Builder::new()
        .header_read_timeout(None)
        .max_header_size(MAX_HEAD_BYTES)
        .max_buf_size(MAX_HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), service)
}

fn prepare(stream: &TcpStream) {
    // A page goes out in a few writes; the later ones must not wait until the first is acknowledged.
    let delay = stream.set_nodelay(true);
    let unsent = SockRef::from(stream).set_tcp_notsent_lowat(UNSENT_BYTES);
    if let Err(error) = delay.and(unsent) {
        tracing::debug!(%error, "a connection keeps the system's defaults");
    }
}

#[cfg(test)]
mod tests;
