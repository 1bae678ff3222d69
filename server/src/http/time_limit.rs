//! Limits the time of a page and of reading a form.

use std::time::Duration;

use app::web::PageError;
use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::timeout;

use super::limits;

const RETRY_AFTER: Duration = Duration::from_secs(10);

pub async fn enforce(request: Request, next: Next) -> Response {
    let answer = timeout(limits::ANSWER, next.run(request)).await;
    answer.unwrap_or_else(|_| {
        PageError::Busy {
            retry_after: RETRY_AFTER,
        }
        .into_response()
    })
}
