//! What a form sent.

use axum::extract::{FromRequest, RawForm, Request};
use serde::de::DeserializeOwned;

use super::{PageError, Visit, kept::without_passwords};

/// The fields of a posted form, which the visit remembers too; a field that is missing is empty, so that it gets its message.
pub struct PostedForm<T>(pub T);

impl<T, S> FromRequest<S> for PostedForm<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let visit = request.extensions().get::<Visit>().cloned();
        let sent = RawForm::from_request(request, state).await;
        let RawForm(sent) = sent.map_err(|_| PageError::Malformed)?;
        if let (Some(visit), Some(fields)) = (visit, without_passwords(&sent)) {
            // A form is read once.
            let _ = visit.posted.set(fields);
        }
        let fields = serde_urlencoded::from_bytes(&sent);
        fields.map(Self).map_err(|_| PageError::Malformed)
    }
}
