//! How a connection stands: whom it waits for, and since when.

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

/// What a connection is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Phase {
    /// A request's head arrives.
    Head,
    /// It is answered.
    Handling,
    /// The answer is sent.
    Sending,
    /// Nothing is asked for.
    Between,
}

/// Shared by whoever sees a part of the connection: its stream, its requests and its answers. They
/// all belong to one task, so nothing here orders anything else.
pub struct Line {
    began: Instant,
    phase: AtomicU8,
    /// When the phase began, in milliseconds of the connection.
    since: AtomicU64,
    /// When bytes came or went last, in milliseconds of the connection.
    moved: AtomicU64,
    /// Whether the client lets us wait: for a body's bytes, or until it has read what was sent.
    blocked: AtomicBool,
    /// Whether a request's body was not read to its end.
    unread: AtomicBool,
    /// Whether what was not sent yet is worth nothing any more.
    cut: AtomicBool,
    evicted: Notify,
}

impl Line {
    pub fn new(began: Instant) -> Self {
        Self {
            began,
            phase: AtomicU8::new(Phase::Head as u8),
            since: AtomicU64::new(0),
            moved: AtomicU64::new(0),
            blocked: AtomicBool::new(false),
            unread: AtomicBool::new(false),
            cut: AtomicBool::new(false),
            evicted: Notify::new(),
        }
    }

    pub fn phase(&self) -> Phase {
        match self.phase.load(Relaxed) {
            0 => Phase::Head,
            1 => Phase::Handling,
            2 => Phase::Sending,
            _ => Phase::Between,
        }
    }

    /// When the phase began.
    pub fn since(&self) -> Instant {
        self.began + Duration::from_millis(self.since.load(Relaxed))
    }

    /// Records that bytes were received.
    pub fn bytes_received(&self) {
        self.touch();
        if self.phase() == Phase::Between {
            self.enter(Phase::Head);
        }
    }

    /// Records that bytes were sent; those of an answer may still go when nothing is left to be made of it.
    pub fn bytes_sent(&self) {
        self.touch();
        if self.phase() == Phase::Between {
            self.enter(Phase::Between);
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

    /// Records that the client does not read or write.
    pub fn client_blocks(&self) {
        self.blocked.store(true, Relaxed);
    }

    pub fn has_unread(&self) -> bool {
        self.unread.load(Relaxed)
    }

    /// Whether part of a request has come, or nothing yet, and the rest has not.
    pub fn is_request_incomplete(&self) -> bool {
        match self.phase() {
            Phase::Head => true,
            Phase::Handling => self.has_unread(),
            Phase::Sending | Phase::Between => false,
        }
    }

    /// Since when nothing has moved because of the client; none when it waits for us.
    pub fn waiting_since(&self) -> Option<Instant> {
        let ours = matches!(self.phase(), Phase::Handling | Phase::Sending);
        if ours && !self.blocked.load(Relaxed) {
            return None;
        }
        Some(self.began + Duration::from_millis(self.moved.load(Relaxed)))
    }

    pub fn cut(&self) {
        self.cut.store(true, Relaxed);
    }

    pub fn is_cut(&self) -> bool {
        self.cut.load(Relaxed)
    }

    /// Ends the connection.
    pub fn evict(&self) {
        self.cut();
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
    line: Arc<Line>,
}

impl<B: Body> RequestBody<B> {
    pub fn new(body: B, line: Arc<Line>) -> Self {
        line.unread.store(!body.is_end_stream(), Relaxed);
        Self { body, line }
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
            Poll::Pending => self.line.client_blocks(),
            Poll::Ready(Some(Ok(_))) if !self.body.is_end_stream() => {}
            Poll::Ready(_) => self.line.unread.store(false, Relaxed),
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

/// The body of an answer, given up once it was taken over.
pub struct ResponseBody<B> {
    body: B,
    line: Arc<Line>,
}

impl<B> ResponseBody<B> {
    pub const fn new(body: B, line: Arc<Line>) -> Self {
        Self { body, line }
    }
}

impl<B> Drop for ResponseBody<B> {
    fn drop(&mut self) {
        self.line.enter(Phase::Between);
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
