//! What an address names by identifiers.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use super::PageError;

/// The identifiers in an address, in their order: one, or a tuple of some. An address that holds
/// none there is a page that is not found.
pub struct Ids<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Ids<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let Path(ids) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| PageError::NotFound)?;
        Ok(Self(ids))
    }
}
