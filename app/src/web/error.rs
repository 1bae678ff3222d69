//! What a page answers when it cannot do what was asked: mapped to a status and a page here alone.

use std::{error::Error, fmt, sync::Arc, time::Duration};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    DbErr, Forbidden,
    accounts::{AccountError, Busy, StaffError, TooOften},
    applications::approvals::ReviewError,
    credentials::{AddSecretError, RevealError, RevokeSecretError},
};

use super::{Page, Visit};
use crate::{components::wait, pages::error_page};

#[derive(Clone, Debug)]
pub enum PageError {
    /// There is no such thing, or not for this reader.
    NotFound,
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
        Self::Fault(Fault(Arc::from(error.into())))
    }

    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Malformed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page in the reader's language; a fault is logged with the id the page shows.
    pub(super) fn page(self, visit: &Visit) -> Response {
        let request_id = visit.scope.origin.request_id.as_deref().unwrap_or_default();
        if let Self::Fault(fault) = &self {
            tracing::error!(request_id, %fault, "a page failed");
        }
        let status = self.status();
        let retry_after = match &self {
            Self::Busy { retry_after } | Self::TooOften { retry_after } => {
                Some(wait::whole_seconds(*retry_after))
            }
            _ => None,
        };
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

impl From<DbErr> for PageError {
    fn from(error: DbErr) -> Self {
        Self::fault(error)
    }
}

impl From<Forbidden> for PageError {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<AccountError> for PageError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Forbidden(forbidden) => forbidden.into(),
            AccountError::Database(error) => error.into(),
        }
    }
}

impl From<Busy> for PageError {
    /// A few hashes later there is room again.
    fn from(_: Busy) -> Self {
        Self::Busy {
            retry_after: Duration::from_secs(2),
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

impl From<StaffError> for PageError {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Forbidden(forbidden) => forbidden.into(),
            StaffError::NotFound => Self::NotFound,
            StaffError::Database(error) => error.into(),
        }
    }
}

impl From<ReviewError> for PageError {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::Forbidden(forbidden) => forbidden.into(),
            ReviewError::Database(error) => error.into(),
        }
    }
}

impl From<RevealError> for PageError {
    fn from(error: RevealError) -> Self {
        match error {
            RevealError::NotFound => Self::NotFound,
            // The pages ask before.
            RevealError::Unconfirmed => Self::Forbidden,
            RevealError::Sealed(error) => Self::fault(error),
            RevealError::Database(error) => error.into(),
        }
    }
}

/// What the pages about secret keys do not say themselves, to whoever sends what no form of ours
/// does.
impl From<AddSecretError> for PageError {
    fn from(error: AddSecretError) -> Self {
        match error {
            AddSecretError::NotFound => Self::NotFound,
            AddSecretError::Forbidden(forbidden) => forbidden.into(),
            AddSecretError::TooOften(wait) => wait.into(),
            AddSecretError::Unconfirmed => Self::Forbidden,
            AddSecretError::Sealed(error) => Self::fault(error),
            AddSecretError::Database(error) => error.into(),
            AddSecretError::TooMany
            | AddSecretError::LabelTaken
            | AddSecretError::InvalidDate(_)
            | AddSecretError::Over => Self::Malformed,
        }
    }
}

impl From<RevokeSecretError> for PageError {
    fn from(error: RevokeSecretError) -> Self {
        match error {
            RevokeSecretError::NotFound => Self::NotFound,
            RevokeSecretError::Forbidden(forbidden) => forbidden.into(),
            RevokeSecretError::TooOften(wait) => wait.into(),
            RevokeSecretError::Database(error) => error.into(),
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
