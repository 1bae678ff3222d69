//! Marks answers that programs read and browsers do not show.

use axum::response::Response;

/// The mark of an answer.
#[derive(Clone, Debug, Default)]
pub struct ForPrograms {
    /// The route for the log; `None` where the router knows it.
    pub route: Option<String>,
}

/// Marks every answer of a router.
pub async fn mark(mut response: Response) -> Response {
    let extensions = response.extensions_mut();
    extensions.get_or_insert_default::<ForPrograms>();
    response
}
