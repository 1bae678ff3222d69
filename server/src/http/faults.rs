//! Answers faults to programs in JSON, and limits the time of their requests.

use std::{any::Any, error::Error, panic::AssertUnwindSafe, time::Duration};

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::db::Unavailable;
use futures_util::FutureExt;
use serde_json::json;
use tokio::time::timeout;

use super::limits;

/// The time to wait when the cause is unknown.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The answer, or that there is none because of a panic.
pub async fn caught(answer: impl Future<Output = Response>) -> Response {
    let answer = AssertUnwindSafe(answer).catch_unwind().await;
    answer.unwrap_or_else(|panic| panicked(&*panic))
}

/// The answer, or that it takes too long.
pub async fn in_time(answer: impl Future<Output = Response>) -> Response {
    let answer = timeout(limits::ANSWER, answer).await;
    answer.unwrap_or_else(|_| fault(StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"))
}

/// The answer in time, or what is known of its failure.
pub async fn caught_in_time(answer: impl Future<Output = Response>) -> Response {
    in_time(caught(answer)).await
}

fn panicked(panic: &(dyn Any + Send)) -> Response {
    tracing::error!(panic = limits::message(panic), "an endpoint failed");
    fault(StatusCode::INTERNAL_SERVER_ERROR, "server_error")
}

/// When a program should try again after a fault.
#[must_use]
pub fn retry_after(error: &(dyn Error + 'static)) -> Duration {
    Unavailable::behind(error).map_or(RETRY_AFTER, Unavailable::retry_after)
}

/// The answer to a fault. Like any other, it has its identifier in `x-request-id`.
fn fault(status: StatusCode, error: &str) -> Response {
    let body = json!({
        "error": error,
        "error_description": "Something failed on our side. Try again shortly.",
    });
    let mut response = (status, Json(body)).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        let wait = RETRY_AFTER.as_secs().into();
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

#[cfg(test)]
mod tests {
    use domain::{DbErr, Error, gateway::Refusal, oauth::KeyError};
    use sea_orm::{ConnAcquireErr, RuntimeErr, sqlx};

    use super::*;

    fn refused() -> DbErr {
        let refused = std::io::ErrorKind::ConnectionRefused.into();
        DbErr::Conn(RuntimeErr::SqlxError(sqlx::Error::Io(refused).into()))
    }

    #[test]
    fn what_the_database_said_is_found_behind_what_it_led_to() {
        let busy = KeyError::from(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
        assert_eq!(retry_after(&busy), Unavailable::Busy.retry_after());
        let away = Refusal::from(KeyError::from(refused()));
        let why = Unavailable::behind(&away);
        assert!(matches!(why, Some(Unavailable::Away(_))), "{why:?}");
    }

    #[test]
    fn what_is_no_fault_of_the_database_has_a_wait_too() {
        assert_eq!(retry_after(&Error::NotFound("no such key")), RETRY_AFTER);
    }
}
