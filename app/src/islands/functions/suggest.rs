//! What the catalogue has, while somebody types what they seek.

use leptos::{prelude::*, server_fn::codec::Json};
use locales::Locale;
use serde::{Deserialize, Serialize};

use super::FunctionError;

/// An API that may be what somebody seeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    pub name: String,
    /// Its category.
    pub about: String,
    /// The address of its page.
    pub href: String,
}

/// The APIs that have all words of a query, the nearest first, a few of them.
///
/// # Errors
/// [`FunctionError`], when nobody could answer.
#[server(prefix = "/ilhas", endpoint = "sugestoes", input = Json, output = Json)]
pub async fn suggest(query: String, locale: Locale) -> Result<Vec<Suggestion>, FunctionError> {
    let visit = crate::web::functions::caller()?;
    crate::pages::suggestions(&visit, query, locale).await
}
