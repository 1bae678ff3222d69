//! Marks answers that programs read and browsers do not show.

use axum::{extract::Request, middleware::Next, response::Response};

use super::faults;

/// The mark of an answer.
#[derive(Clone, Debug, Default)]
pub struct ForPrograms {
    /// The route for the log; `None` where the router knows it.
    pub route: Option<String>,
}

/// Marks every answer of a router, also to a fault and after too long a time.
pub async fn answer(request: Request, next: Next) -> Response {
    let mut response = faults::caught_in_time(next.run(request)).await;
    let extensions = response.extensions_mut();
    extensions.get_or_insert_default::<ForPrograms>();
    response
}
