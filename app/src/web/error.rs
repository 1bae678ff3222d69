//! What a page answers when it cannot do what was asked: mapped to a status and a page here alone.

use std::{error::Error, fmt, sync::Arc, time::Duration};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    DbErr, Forbidden,
    accounts::{Overloaded, TooOften, passkeys::PasskeyError},
    clients::ClientError,
    credentials::{AddSecretError, RevealError, RevokeSecretError},
    db::Unavailable,
    groups::members::MemberError,
    webhooks::{DeliveryError, WebhookError},
};

use super::{Page, Visit};
use crate::{components::wait, pages::error_page};

#[derive(Clone, Debug)]
pub enum PageError {
    /// There is no such thing, or not for this reader.
    NotFound,
    /// There is something else, for another method (RFC 9110 §15.5.6).
    WrongMethod,
    Forbidden,
    /// The request is none that a form of ours sends.
    Malformed,
    /// Sent by a page of another site.
    CrossSite,
    /// The reader did too much of it lately.
    TooOften {
        retry_after: Duration,
    },
    /// More work is waiting than can be done in time.
    Busy {
        retry_after: Duration,
    },
    /// The database cannot do its work just now; what it said goes to the log.
    Unavailable(Unavailable, Fault),
    Fault(Fault),
}

/// Something broke. What it was goes to the log, never to the reader.
#[derive(Clone, Debug)]
pub struct Fault(Arc<dyn Error + Send + Sync>);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PageError {
    /// A fault from anything that can say what it was.
    pub fn fault(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let error: Box<dyn Error + Send + Sync> = error.into();
        let unavailable = Unavailable::behind(error.as_ref());
        let fault = Fault(Arc::from(error));
        unavailable.map_or(Self::Fault(fault.clone()), |why| {
            Self::Unavailable(why, fault)
        })
    }

    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Malformed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy { .. } | Self::Unavailable(..) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page in the reader's language; a fault is logged with the id the page shows.
    pub(super) fn page(self, visit: &Visit) -> Response {
        let request_id = visit.scope.origin.request_id.as_deref().unwrap_or_default();
        if let Self::Fault(fault) | Self::Unavailable(_, fault) = &self {
            tracing::error!(request_id, %fault, "a page failed");
        }
        let status = self.status();
        let retry_after = self.retry_after().map(wait::whole_seconds);
        let mut response = error_page::page(visit, &self, request_id)
            .with_status(status)
            .into_response();
        if let Some(seconds) = retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl PageError {
    /// Whether the log says more, under the number that the page shows.
    #[must_use]
    pub const fn is_logged(&self) -> bool {
        matches!(self, Self::Fault(_) | Self::Unavailable(..))
    }

    const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after } | Self::TooOften { retry_after } => Some(*retry_after),
            Self::Unavailable(why, _) => Some(why.retry_after()),
            _ => None,
        }
    }
}

impl From<domain::Error> for PageError {
    fn from(error: domain::Error) -> Self {
        match error {
            domain::Error::Forbidden(_) => Self::Forbidden,
            domain::Error::NotFound(_) => Self::NotFound,
            domain::Error::Database(error) => Self::fault(error),
        }
    }
}

impl From<DbErr> for PageError {
    fn from(error: DbErr) -> Self {
        domain::Error::from(error).into()
    }
}

impl From<Forbidden> for PageError {
    fn from(forbidden: Forbidden) -> Self {
        domain::Error::from(forbidden).into()
    }
}

impl From<Overloaded> for PageError {
    /// A few hashes later there is room again.
    fn from(_: Overloaded) -> Self {
        Self::Busy {
            retry_after: Duration::from_secs(2),
        }
    }
}

impl From<PasskeyError> for PageError {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::NotOffered => Self::NotFound,
            // The pages ask before.
            PasskeyError::Unconfirmed => Self::Forbidden,
            PasskeyError::Refused | PasskeyError::TooMany => Self::Malformed,
            PasskeyError::Common(error) => error.into(),
        }
    }
}

impl From<TooOften> for PageError {
    fn from(error: TooOften) -> Self {
        Self::TooOften {
            retry_after: error.retry_after,
        }
    }
}

impl From<RevealError> for PageError {
    fn from(error: RevealError) -> Self {
        match error {
            // The pages ask before.
            RevealError::Unconfirmed => Self::Forbidden,
            RevealError::Sealed(error) => Self::fault(error),
            RevealError::Common(error) => error.into(),
        }
    }
}

/// What the pages about secret keys do not say themselves, to whoever sends what no form of ours
/// does.
impl From<AddSecretError> for PageError {
    fn from(error: AddSecretError) -> Self {
        match error {
            AddSecretError::TooOften(wait) => wait.into(),
            AddSecretError::Unconfirmed => Self::Forbidden,
            AddSecretError::Sealed(error) => Self::fault(error),
            AddSecretError::Common(error) => error.into(),
            AddSecretError::TooMany
            | AddSecretError::LabelTaken
            | AddSecretError::InvalidDate(_)
            | AddSecretError::Over => Self::Malformed,
        }
    }
}

/// What the pages about clients do not say themselves.
impl From<ClientError> for PageError {
    fn from(error: ClientError) -> Self {
        match error {
            // The pages ask before.
            ClientError::Unconfirmed => Self::Forbidden,
            ClientError::Common(error) => error.into(),
            ClientError::Mistakes(_)
            | ClientError::Over
            | ClientError::SecondAdministrator
            | ClientError::Changed => Self::Malformed,
        }
    }
}

/// What the pages about webhooks do not say themselves.
impl From<WebhookError> for PageError {
    fn from(error: WebhookError) -> Self {
        match error {
            WebhookError::TooOften(wait) => wait.into(),
            // The pages ask before.
            WebhookError::Unconfirmed => Self::Forbidden,
            WebhookError::Sealed(error) => Self::fault(error),
            WebhookError::Common(error) => error.into(),
            WebhookError::Address(_)
            | WebhookError::NoEvents
            | WebhookError::TooMany
            | WebhookError::Over
            | WebhookError::Changed => Self::Malformed,
        }
    }
}

impl From<MemberError> for PageError {
    fn from(error: MemberError) -> Self {
        match error {
            MemberError::TooOften(wait) => wait.into(),
            // The pages ask before.
            MemberError::Unconfirmed => Self::Forbidden,
            MemberError::LastOwner => Self::Malformed,
            MemberError::Common(error) => error.into(),
        }
    }
}

impl From<DeliveryError> for PageError {
    fn from(error: DeliveryError) -> Self {
        match error {
            DeliveryError::TooOften(wait) => wait.into(),
            DeliveryError::Common(error) => error.into(),
            DeliveryError::Paused | DeliveryError::Pending => Self::Malformed,
        }
    }
}

impl From<RevokeSecretError> for PageError {
    fn from(error: RevokeSecretError) -> Self {
        match error {
            RevokeSecretError::TooOften(wait) => wait.into(),
            // The pages ask before.
            RevokeSecretError::Unconfirmed => Self::Forbidden,
            RevokeSecretError::Common(error) => error.into(),
            RevokeSecretError::LastSecret
            | RevokeSecretError::Over
            | RevokeSecretError::EndsSooner { .. }
            | RevokeSecretError::InvalidDate(_) => Self::Malformed,
        }
    }
}

/// The bare status, which the middleware that knows the reader turns into a page.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        self.respond()
    }
}
