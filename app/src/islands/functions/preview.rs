//! An article while it is written.

#![cfg_attr(
    feature = "ssr",
    expect(
        clippy::unused_async,
        reason = "the browser waits for what the server knows at once"
    )
)]

use leptos::{prelude::*, server_fn::codec::Json};
use locales::Locale;

use super::FunctionError;

/// The article as readers would see it, as HTML that is safe to put into a page, or `None` for one
/// beyond the bounds.
///
/// # Errors
/// [`FunctionError`], when nobody could answer.
#[server(prefix = "/ilhas", endpoint = "previa", input = Json, output = Json)]
pub async fn preview_article(
    markdown: String,
    locale: Locale,
) -> Result<Option<String>, FunctionError> {
    let article = articles::article(&markdown, locale);
    Ok(article.ok().map(|article| article.html))
}
