//! The state of a connection: whom it waits for, and since when.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::{sync::Notify, time::Instant};

/// The phase of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Phase {
    /// The head of a request arrives.
    Head,
    /// The request is handled.
    Handling,
    /// The answer is sent.
    Sending,
    /// No request has begun.
    Idle,
}

/// The state, shared by the stream, the requests and the answers of a connection. All of them
/// belong to one task, so relaxed ordering is enough.
pub struct ConnectionState {
    began: Instant,
    phase: AtomicU8,
    /// The start of the phase, in milliseconds of the connection.
    since: AtomicU64,
    /// When bytes were last received or sent, in milliseconds of the connection.
    moved: AtomicU64,
    /// Whether the connection waits for the client: for bytes of a body, or until it has read what
    /// was sent.
    blocked: AtomicBool,
    /// Whether the body of a request was not read to its end.
    unread: AtomicBool,
    /// Whether unsent bytes are useless, since the answer broke off.
    aborted: AtomicBool,
    evicted: Notify,
}

impl ConnectionState {
    pub fn new(began: Instant) -> Self {
        Self {
            began,
            phase: AtomicU8::new(Phase::Head as u8),
            since: AtomicU64::new(0),
            moved: AtomicU64::new(0),
            blocked: AtomicBool::new(false),
            unread: AtomicBool::new(false),
            aborted: AtomicBool::new(false),
            evicted: Notify::new(),
        }
    }

    pub fn phase(&self) -> Phase {
        match self.phase.load(Relaxed) {
            0 => Phase::Head,
            1 => Phase::Handling,
            2 => Phase::Sending,
            _ => Phase::Idle,
        }
    }

    /// The start of the phase.
    pub fn since(&self) -> Instant {
        self.began + Duration::from_millis(self.since.load(Relaxed))
    }

    /// Records that bytes were received.
    pub fn bytes_received(&self) {
        self.touch();
        if self.phase() == Phase::Idle {
            self.enter(Phase::Head);
        }
    }

    /// Records that bytes were sent. Bytes of an answer may leave after its body has ended.
    pub fn bytes_sent(&self) {
        self.touch();
        if self.phase() == Phase::Idle {
            self.enter(Phase::Idle);
        }
    }

    /// Records that the head of a request is complete.
    pub fn request_received(&self) {
        self.enter(Phase::Handling);
    }

    /// Records that the response is ready.
    pub fn response_ready(&self) {
        self.enter(Phase::Sending);
    }

    /// Records that the client neither reads nor writes.
    pub fn client_blocks(&self) {
        self.blocked.store(true, Relaxed);
    }

    pub fn has_unread(&self) -> bool {
        self.unread.load(Relaxed)
    }

    /// Whether a request is incomplete, or none has begun.
    pub fn is_request_incomplete(&self) -> bool {
        match self.phase() {
            Phase::Head => true,
            Phase::Handling => self.has_unread(),
            Phase::Sending | Phase::Idle => false,
        }
    }

    /// Since when the connection waits for its client; `None` when it does not.
    pub fn waiting_since(&self) -> Option<Instant> {
        let ours = matches!(self.phase(), Phase::Handling | Phase::Sending);
        if ours && !self.blocked.load(Relaxed) {
            return None;
        }
        Some(self.began + Duration::from_millis(self.moved.load(Relaxed)))
    }

    pub fn abort(&self) {
        self.aborted.store(true, Relaxed);
    }

    pub fn is_aborted(&self) -> bool {
        self.aborted.load(Relaxed)
    }

    /// Closes the connection.
    pub fn evict(&self) {
        self.abort();
        self.evicted.notify_one();
    }

    pub async fn evicted(&self) {
        self.evicted.notified().await;
    }

    fn enter(&self, phase: Phase) {
        self.phase.store(phase as u8, Relaxed);
        self.since.store(self.now(), Relaxed);
        self.blocked.store(false, Relaxed);
    }

    fn touch(&self) {
        self.moved.store(self.now(), Relaxed);
        self.blocked.store(false, Relaxed);
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// The body of a request.
pub struct RequestBody<B> {
    body: B,
    state: Arc<ConnectionState>,
}

impl<B: Body> RequestBody<B> {
    pub fn new(body: B, state: Arc<ConnectionState>) -> Self {
        state.unread.store(!body.is_end_stream(), Relaxed);
        Self { body, state }
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for RequestBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        match &frame {
            Poll::Pending => self.state.client_blocks(),
            Poll::Ready(Some(Ok(_))) if !self.body.is_end_stream() => {}
            Poll::Ready(_) => self.state.unread.store(false, Relaxed),
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer, which breaks off when it is dropped before its end.
pub struct ResponseBody<B> {
    body: B,
    state: Arc<ConnectionState>,
}

impl<B> ResponseBody<B> {
    pub const fn new(body: B, state: Arc<ConnectionState>) -> Self {
        Self { body, state }
    }
}

impl<B> Drop for ResponseBody<B> {
    fn drop(&mut self) {
        self.state.enter(Phase::Idle);
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
