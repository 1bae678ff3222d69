//! Answers that programs read, and browsers show to nobody.

use axum::response::Response;

/// Said of an answer by whoever gives it.
#[derive(Clone, Debug, Default)]
pub struct ForPrograms {
    /// What was asked, for the log; none where the router knows.
    pub route: Option<String>,
}

/// Says it of every answer of a router.
pub async fn mark(mut response: Response) -> Response {
    let extensions = response.extensions_mut();
    extensions.get_or_insert_default::<ForPrograms>();
    response
}
