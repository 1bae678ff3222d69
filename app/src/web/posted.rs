//! What a form sent.

use axum::{
    Form,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;

use super::PageError;

/// The fields of a posted form; a field that is missing is empty, so that it gets its message.
pub struct Posted<T>(pub T);

impl<T, S> FromRequest<S> for Posted<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let Form(fields) = Form::<T>::from_request(request, state)
            .await
            .map_err(|_| PageError::Malformed)?;
        Ok(Self(fields))
    }
}
