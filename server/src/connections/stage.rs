//! How far a client has come with its request: at the end of the program that decides whether it
//! is waited for.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll, ready},
};

use http_body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Nothing was heard since the last answer.
const QUIET: u8 = 0;
/// Some of a request has come, and not all of it.
const ASKING: u8 = 1;
/// A request has come as a whole, or was answered without the rest of it.
const ASKED: u8 = 2;

/// One connection's, shared by what sees its bytes and what sees its requests.
#[derive(Clone, Default)]
pub struct Stage(Arc<AtomicU8>);

impl Stage {
    /// Whether part of a request has come, and the rest has not.
    pub fn is_asking(&self) -> bool {
        self.0.load(Ordering::Acquire) == ASKING
    }

    pub fn asked(&self) {
        self.0.store(ASKED, Ordering::Release);
    }

    fn hears(&self) {
        // What comes while a request is answered belongs to the one after it.
        let _ = self
            .0
            .compare_exchange(QUIET, ASKING, Ordering::AcqRel, Ordering::Relaxed);
    }

    fn answered(&self) {
        self.0.store(QUIET, Ordering::Release);
    }
}

/// A stream that tells when something comes in.
pub struct Heard<S> {
    pub stream: S,
    pub stage: Stage,
}

impl<S: AsyncRead + Unpin> AsyncRead for Heard<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.stage.hears();
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Heard<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// The body of a request, which tells when all of it has come.
pub struct Question<B> {
    body: B,
    stage: Stage,
}

impl<B: Body> Question<B> {
    pub fn new(body: B, stage: Stage) -> Self {
        if body.is_end_stream() {
            stage.asked();
        }
        Self { body, stage }
    }
}

impl<B: Body + Unpin> Body for Question<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if frame.is_none() || self.body.is_end_stream() {
            self.stage.asked();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer, which tells when the last of it was taken.
pub struct Answer<B> {
    pub body: B,
    pub stage: Stage,
}

impl<B: Body + Unpin> Body for Answer<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl<B> Drop for Answer<B> {
    fn drop(&mut self) {
        self.stage.answered();
    }
}
