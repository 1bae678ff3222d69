//! Bodies with a limit of size and time.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    BoxError,
    body::{Body, Bytes},
};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

/// A body that fails when it is too long or too late.
pub struct BoundedBody {
    inner: Body,
    left: u64,
    end: Pin<Box<Sleep>>,
}

#[derive(Debug, thiserror::Error)]
pub enum Overrun {
    #[error("the body is too long")]
    TooLong,
    #[error("the body took too long")]
    TooLate,
    #[error("the body broke off")]
    BrokeOff,
}

impl BoundedBody {
    pub fn new(inner: Body, most_bytes: u64, within: Duration) -> Self {
        Self {
            inner,
            left: most_bytes,
            end: Box::pin(sleep_until(Instant::now() + within)),
        }
    }
}

impl HttpBody for BoundedBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.end.as_mut().poll(context).is_ready() {
            return Poll::Ready(Some(Err(Overrun::TooLate.into())));
        }
        let Some(frame) = ready!(Pin::new(&mut self.inner).poll_frame(context)) else {
            return Poll::Ready(None);
        };
        let Ok(frame) = frame else {
            return Poll::Ready(Some(Err(Overrun::BrokeOff.into())));
        };
        let length = frame.data_ref().map_or(0, Bytes::len) as u64;
        match self.left.checked_sub(length) {
            Some(left) => {
                self.left = left;
                Poll::Ready(Some(Ok(frame)))
            }
            None => Poll::Ready(Some(Err(Overrun::TooLong.into()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    const HOUR: Duration = Duration::from_hours(1);

    async fn read(body: impl Into<Body>, most: u64, within: Duration) -> Option<Bytes> {
        let body = Body::new(BoundedBody::new(body.into(), most, within));
        to_bytes(body, usize::MAX).await.ok()
    }

    /// A body that never sends a byte.
    struct Never;

    impl HttpBody for Never {
        type Data = Bytes;
        type Error = BoxError;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
            Poll::Pending
        }
    }

    #[tokio::test]
    async fn what_fits_passes_whole() {
        assert_eq!(read("12345", 5, HOUR).await.unwrap(), "12345");
        assert_eq!(read("", 0, HOUR).await.unwrap(), "");
    }

    #[tokio::test]
    async fn what_is_longer_or_later_breaks_off() {
        assert!(read("123456", 5, HOUR).await.is_none());
        assert!(read(Body::new(Never), 5, Duration::ZERO).await.is_none());
    }
}
