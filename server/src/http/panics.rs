//! Answers a page that panics like any other fault.

use std::any::Any;

use app::web::PageError;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use super::limits;

type Answer = fn(Box<dyn Any + Send>) -> Response;

pub fn layer() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(answer as Answer)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn answer(panic: Box<dyn Any + Send>) -> Response {
    PageError::fault(format!("panic: {}", limits::message(&*panic))).into_response()
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, http::Request, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_a_fault_of_the_page() {
        let page = get(async || -> &'static str { panic!("out of paper") });
        let router = Router::new().route("/", page).layer(layer());
        let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), 500);
        let error = response.extensions().get::<PageError>();
        assert!(
            matches!(error, Some(PageError::Fault(fault)) if fault.to_string() == "panic: out of paper"),
            "{error:?}"
        );
    }
}
