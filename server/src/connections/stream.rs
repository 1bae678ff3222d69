//! The stream of a connection, with its time limits.

use std::{
    io::{self, ErrorKind, IoSlice},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use socket2::SockRef;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::Instant,
};

use super::{
    Limits,
    state::{ConnectionState, Phase},
    timer::Timer,
};

/// How long, and how much, a client may keep sending after its answer. Closing at once would take
/// the answer away that gives the reason (RFC 9112 §9.6).
const LINGER: Duration = Duration::from_secs(2);
const MAX_LINGER_BYTES: usize = 16 * 1024 * 1024;

pub struct Stream {
    tcp: TcpStream,
    state: Arc<ConnectionState>,
    limits: Limits,
    timer: Timer,
    /// The remaining time for a client that does not read.
    patience: Duration,
    /// Since when bytes wait to be read by the client.
    stalled: Option<Instant>,
    lingering: Option<LingerState>,
}

struct LingerState {
    until: Instant,
    left: usize,
}

impl Stream {
    pub fn new(tcp: TcpStream, state: Arc<ConnectionState>, limits: Limits) -> Self {
        Self {
            tcp,
            state,
            limits,
            timer: Timer::new(Instant::now() + limits.head),
            patience: limits.stall,
            stalled: None,
            lingering: None,
        }
    }

    /// Until when the next bytes must arrive; `None` while a request is handled.
    fn deadline(&self) -> Option<Instant> {
        let limit = match self.state.phase() {
            Phase::Head => self.limits.head,
            Phase::Idle => self.limits.idle,
            Phase::Handling | Phase::Sending => return None,
        };
        Some(self.state.since() + limit)
    }

    fn wrote(
        &mut self,
        context: &mut Context<'_>,
        outcome: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match outcome {
            Poll::Ready(Ok(bytes)) => {
                self.state.bytes_sent();
                self.regain(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(failed) => Poll::Ready(failed),
            Poll::Pending => {
                self.state.client_blocks();
                let since = *self.stalled.get_or_insert_with(Instant::now);
                ready!(self.timer.poll(context, since + self.patience));
                Poll::Ready(Err(self.too_late()))
            }
        }
    }

    /// Waiting uses the time up, and bytes that are read give it back.
    fn regain(&mut self, bytes: usize) {
        let waited = self.stalled.take().map(|since| since.elapsed());
        let left = self.patience.saturating_sub(waited.unwrap_or_default());
        let earned = Duration::from_secs(bytes as u64 / self.limits.rate);
        self.patience = (left + earned).min(self.limits.stall);
    }

    fn too_late(&self) -> io::Error {
        self.state.abort();
        ErrorKind::TimedOut.into()
    }

    /// Reads and discards what still arrives.
    fn poll_linger(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut scrap = [0; 8 * 1024];
        let lingering = self.lingering.get_or_insert_with(|| LingerState {
            until: Instant::now() + LINGER,
            left: MAX_LINGER_BYTES,
        });
        while lingering.left > 0 && self.timer.poll(context, lingering.until).is_pending() {
            let mut buffer = ReadBuf::new(&mut scrap);
            let read = ready!(Pin::new(&mut self.tcp).poll_read(context, &mut buffer));
            let bytes = buffer.filled().len();
            if read.is_err() || bytes == 0 {
                break;
            }
            lingering.left = lingering.left.saturating_sub(bytes);
        }
        Poll::Ready(())
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.tcp).poll_read(context, buffer) {
            Poll::Ready(outcome) => {
                if buffer.filled().len() > before {
                    self.state.bytes_received();
                }
                Poll::Ready(outcome)
            }
            Poll::Pending => {
                let Some(deadline) = self.deadline() else {
                    return Poll::Pending;
                };
                ready!(self.timer.poll(context, deadline));
                Poll::Ready(Err(self.too_late()))
            }
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.tcp).poll_write(context, bytes);
        self.wrote(context, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.tcp).poll_write_vectored(context, slices);
        self.wrote(context, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // No read follows until bytes arrive, so the deadline is watched here.
        if let Some(deadline) = self.deadline() {
            let _ = self.timer.poll(context, deadline);
        }
        Pin::new(&mut self.tcp).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.lingering.is_none() {
            ready!(Pin::new(&mut self.tcp).poll_shutdown(context))?;
        }
        // A head that is wrong or too long was not read to its end, either.
        if self.state.has_unread() || self.state.phase() == Phase::Head {
            ready!(self.poll_linger(context));
        }
        Poll::Ready(Ok(()))
    }
}

/// Makes the system discard what an evicted client has not read.
impl Drop for Stream {
    fn drop(&mut self) {
        if self.state.is_aborted() {
            let _ = SockRef::from(&self.tcp).set_linger(Some(Duration::ZERO));
        }
    }
}
