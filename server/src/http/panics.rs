//! Answers a page that panics like any other fault.

use std::panic::AssertUnwindSafe;

use app::web::PageError;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;

use super::limits;

/// The page, or the fault that a panic is.
pub async fn caught(page: impl Future<Output = Response>) -> Response {
    let page = AssertUnwindSafe(page).catch_unwind().await;
    page.unwrap_or_else(|panic| {
        PageError::fault(format!("panic: {}", limits::message(&*panic))).into_response()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_a_fault_of_the_page() {
        let response = caught(async { panic!("out of paper") }).await;
        assert_eq!(response.status(), 500);
        let error = response.extensions().get::<PageError>();
        assert!(
            matches!(error, Some(PageError::Fault(fault)) if fault.to_string() == "panic: out of paper"),
            "{error:?}"
        );
    }
}
