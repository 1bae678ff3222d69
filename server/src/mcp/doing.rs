//! Runs tools: one that reads ends with whoever waits for it, one that does something is finished
//! whoever hangs up.

use std::{panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt;
use rmcp::model::CallToolResult;
use tokio::{sync::Semaphore, time::timeout};

use super::failure::Failure;
use crate::api::ApiError;

type Done = Result<CallToolResult, Failure>;

/// Less than a whole answer may take, so that agents are told what happened.
const LONGEST: Duration = Duration::from_secs(25);
/// How many acts are under way at once, with those that nobody waits for any more.
const MAX_ACTS: usize = 64;
/// When to try again while there are so many.
const BUSY: Duration = Duration::from_secs(5);

static ACTS: Semaphore = Semaphore::const_new(MAX_ACTS);

/// What a tool read, in time.
///
/// # Errors
/// What the tool fails by; a fault when it panics.
pub async fn read(call: impl Future<Output = Done>) -> Done {
    in_time(
        call,
        "It took too long and was given up. Ask for less, or try again later.",
    )
    .await
}

/// What a tool did. It goes on when nobody waits for it any more, for as long as any may take.
///
/// # Errors
/// As [`read`]; a fault when too many acts are under way.
pub async fn act(call: impl Future<Output = Done> + Send + 'static) -> Done {
    act_within(&ACTS, call).await
}

async fn act_within(
    acts: &'static Semaphore,
    call: impl Future<Output = Done> + Send + 'static,
) -> Done {
    let Ok(permit) = acts.try_acquire() else {
        return Err(ApiError::Fault(Some(BUSY)).into());
    };
    let task = tokio::spawn(async move {
        let done = in_time(
            call,
            "It took too long and was given up. Look whether it was done before you try again.",
        )
        .await;
        drop(permit);
        done
    });
    let done = task.await;
    done.unwrap_or_else(|_| Err(ApiError::fault("it was stopped").into()))
}

async fn in_time(call: impl Future<Output = Done>, too_long: &str) -> Done {
    let caught = AssertUnwindSafe(call).catch_unwind();
    match timeout(LONGEST, caught).await {
        Ok(Ok(done)) => done,
        // What it panicked with may hold what was sent.
        Ok(Err(_)) => Err(ApiError::fault("a panic").into()),
        Err(_) => Err(Failure::said(too_long)),
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::sync::oneshot;

    use super::*;

    fn failure(done: Done) -> String {
        done.err().unwrap().text(None)
    }

    #[tokio::test]
    async fn an_act_that_has_begun_is_done_whoever_hangs_up() {
        let (sender, receiver) = oneshot::channel();
        let call = async move {
            tokio::task::yield_now().await;
            sender.send(()).unwrap();
            Err(Failure::said("done"))
        };
        let mut acting = Box::pin(act(call));
        assert!(acting.as_mut().now_or_never().is_none());
        drop(acting);
        receiver.await.unwrap();
    }

    #[tokio::test]
    async fn a_reading_ends_with_whoever_waits_for_it() {
        let (sender, receiver) = oneshot::channel::<()>();
        let call = async move {
            let _kept = sender;
            pending().await
        };
        let mut reading = Box::pin(read(call));
        assert!(reading.as_mut().now_or_never().is_none());
        drop(reading);
        assert!(receiver.await.is_err());
    }

    #[tokio::test]
    async fn what_panics_is_told_without_what_it_panicked_with() {
        let panics = || ready(()).map(|()| -> Done { panic!("hunter2") });
        for done in [read(panics()).await, act(panics()).await] {
            let text = failure(done);
            assert!(text.contains("server_error"), "{text}");
            assert!(!text.contains("hunter2"), "{text}");
        }
    }

    #[tokio::test]
    async fn so_many_acts_are_under_way_and_no_more() {
        static TWO: Semaphore = Semaphore::const_new(2);
        let mut under_way = Vec::new();
        for _ in 0..2 {
            let mut acting = Box::pin(act_within(&TWO, pending()));
            assert!(acting.as_mut().now_or_never().is_none());
            under_way.push(acting);
        }
        let done = act_within(&TWO, async { Err(Failure::said("done")) }).await;
        let text = failure(done);
        assert!(text.contains("temporarily_unavailable"), "{text}");
        // Those whose askers hung up are counted.
        drop(under_way);
        let done = act_within(&TWO, async { Err(Failure::said("done")) }).await;
        assert!(failure(done).contains("temporarily_unavailable"));
    }
}
