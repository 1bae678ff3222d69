//! A timer for deadlines that move often and rarely pass. It is reset only when it would fire too
//! late, and checks the deadline again when it fires too early.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use tokio::time::{Instant, Sleep, sleep_until};

pub struct Timer(Pin<Box<Sleep>>);

impl Timer {
    pub fn new(first: Instant) -> Self {
        Self(Box::pin(sleep_until(first)))
    }

    /// Ready once the deadline has passed.
    pub fn poll(&mut self, context: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        if self.0.deadline() > deadline {
            self.0.as_mut().reset(deadline);
        }
        loop {
            ready!(self.0.as_mut().poll(context));
            if Instant::now() >= deadline {
                return Poll::Ready(());
            }
            self.0.as_mut().reset(deadline);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future::poll_fn, time::Duration};

    use super::*;

    #[tokio::test]
    async fn it_rings_at_the_deadline_of_the_moment() {
        let start = Instant::now();
        let mut timer = Timer::new(start + Duration::from_hours(1));
        for after in [10, 30, 60] {
            let deadline = start + Duration::from_millis(after);
            poll_fn(|context| timer.poll(context, deadline)).await;
            assert!(Instant::now() >= deadline);
        }
        assert!(start.elapsed() < Duration::from_hours(1));
    }
}
