//! The errors of the API, with their codes and statuses. Their texts are in the language of the
//! caller, so the layer of the API writes them.

use std::{fmt, time::Duration};

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    DbErr, Error, Forbidden, accounts::TooOften, clients::PortalScope, oauth::KeyError,
    values::TextError,
};

use super::error_document::ErrorSource;
use crate::http::retry_after;

/// Why something was not answered, or not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    NoToken,
    /// The token is not good.
    InvalidToken,
    /// The token has not this scope.
    InsufficientScope(PortalScope),
    /// The person behind the token may not do this.
    NotAllowed,
    NotFound,
    MethodNotAllowed,
    /// The caller takes no JSON:API without parameters.
    NotAcceptable,
    UnsupportedMediaType,
    TooLarge,
    /// The parameter is none of this address, stands there twice, or has no such value.
    Parameter(String, Mistake),
    /// The header has no such value.
    Header(&'static str),
    /// The body is no JSON, or its shape is another; the pointer says where.
    Body(String),
    /// Values that are not good, by their pointers.
    Invalid(Vec<(String, Mistake)>),
    /// There is nothing that a relationship refers to, at this pointer.
    Related(&'static str),
    /// The type, at this pointer, is not the one that this address takes.
    Type(&'static str),
    /// The caller chose an identifier.
    ClientId,
    Conflict(Conflict),
    /// A call with the same key is being answered, at most for this time.
    InProgress(Duration),
    /// The same key came before with another request.
    KeyReused,
    /// The resource is not as the caller saw it (RFC 9110 §13.1.1).
    PreconditionFailed,
    /// The caller does not say what it saw (RFC 6585 §3).
    PreconditionRequired,
    /// Too many acts of one person, or calls of one program.
    TooOften(Duration),
    /// A fault of the portal, whose cause is logged, or is known to be gone soon.
    Fault(Option<Duration>),
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The address has no such parameter.
    Unknown,
    Repeated,
    /// It is none of the values that are possible.
    Value,
    Missing,
    TooShort,
    TooLong,
    /// A question of the API that has to be answered is not.
    Unanswered,
    /// The API asks no such question.
    NoQuestion,
    /// It is no public address that begins with `https:`.
    Address,
}

/// What is in the way of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The person behind the token made the request, or belongs to its group.
    Own,
    /// Other contract managers decide on this company and this API.
    NotCovered,
    /// Somebody decided before, or it was cancelled.
    Decided,
    /// It is in another state than the act needs.
    State,
    /// The contract of the application is over: another end comes first.
    ContractEnded,
    /// The API is not offered on this plan.
    NotOffered,
    /// The group has an open request for the same API and plan.
    Open,
    /// The secret has ended, or ends before the time that was asked for.
    SecretOver,
    /// The application has as many keys as it may have.
    TooManyKeys,
    LabelTaken,
    /// No key would be left.
    LastKey,
    /// The owner has as many webhooks as it may have.
    TooManyWebhooks,
    /// Nothing is sent to a webhook that is paused.
    WebhookPaused,
    /// The delivery is on its way still.
    DeliveryPending,
    /// The act of this key was done, but its answer is lost.
    AnswerLost,
}

impl ApiError {
    pub fn fault(error: impl fmt::Display) -> Self {
        tracing::error!(%error, "a call of the API failed");
        Self::Fault(None)
    }

    /// A wrong text of the body, at this pointer.
    pub fn text(pointer: &'static str) -> impl FnOnce(TextError) -> Self {
        move |error| {
            let mistake = match error {
                TextError::Empty | TextError::TooShort { .. } => Mistake::TooShort,
                TextError::TooLong { .. } => Mistake::TooLong,
                TextError::Character => Mistake::Value,
            };
            Self::invalid(pointer, mistake)
        }
    }

    /// A wrong value of the body, at this pointer.
    pub fn invalid(pointer: impl Into<String>, mistake: Mistake) -> Self {
        Self::Invalid(vec![(pointer.into(), mistake)])
    }

    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NoToken | Self::InvalidToken => StatusCode::UNAUTHORIZED,
            Self::InsufficientScope(_) | Self::NotAllowed | Self::ClientId => StatusCode::FORBIDDEN,
            Self::NotFound | Self::Related(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::Parameter(..) | Self::Header(_) | Self::Body(_) => StatusCode::BAD_REQUEST,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) | Self::InProgress(_) | Self::Type(_) => StatusCode::CONFLICT,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault(None) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Fault(Some(_)) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What part of the request is wrong, where it is one.
    pub fn source(&self) -> Option<ErrorSource> {
        match self {
            Self::Parameter(name, _) => Some(ErrorSource::Parameter(name.clone())),
            Self::Header(name) => Some(ErrorSource::Header((*name).to_owned())),
            Self::PreconditionFailed | Self::PreconditionRequired => {
                Some(ErrorSource::Header("If-Match".to_owned()))
            }
            Self::Body(at) => Some(ErrorSource::Pointer(at.clone())),
            Self::Related(at) | Self::Type(at) => Some(ErrorSource::Pointer((*at).to_owned())),
            Self::ClientId => Some(ErrorSource::Pointer("/data/id".to_owned())),
            _ => None,
        }
    }

    /// What programs tell it by.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoToken | Self::InvalidToken => "invalid_token",
            Self::InsufficientScope(_) => "insufficient_scope",
            Self::NotAllowed => "not_allowed",
            Self::NotFound => "not_found",
            Self::Related(_) => "related_not_found",
            Self::Type(_) => "type_mismatch",
            Self::ClientId => "client_generated_id",
            Self::InProgress(_) => "in_progress",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::NotAcceptable => "not_acceptable",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::TooLarge => "too_large",
            Self::Parameter(..) => "invalid_parameter",
            Self::Header(_) => "invalid_header",
            Self::Body(_) => "invalid_body",
            Self::Invalid(_) => "invalid_value",
            Self::Conflict(conflict) => conflict.code(),
            Self::KeyReused => "idempotency_key_reused",
            Self::PreconditionFailed => "precondition_failed",
            Self::PreconditionRequired => "precondition_required",
            Self::TooOften(_) => "too_many_requests",
            Self::Fault(None) => "server_error",
            Self::Fault(Some(_)) => "temporarily_unavailable",
        }
    }
}

impl Conflict {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own_request",
            Self::NotCovered => "not_covered",
            Self::Decided => "already_decided",
            Self::State => "state_changed",
            Self::ContractEnded => "contract_ended",
            Self::NotOffered => "not_offered",
            Self::Open => "already_open",
            Self::SecretOver => "secret_over",
            Self::TooManyKeys => "too_many_keys",
            Self::LabelTaken => "label_taken",
            Self::LastKey => "last_key",
            Self::TooManyWebhooks => "too_many_webhooks",
            Self::WebhookPaused => "webhook_paused",
            Self::DeliveryPending => "delivery_pending",
            Self::AnswerLost => "answer_lost",
        }
    }
}

/// The layer of the API writes the body.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::Forbidden(_) => Self::NotAllowed,
            Error::NotFound(_) => Self::NotFound,
            Error::Database(error) => error.into(),
        }
    }
}

impl From<Forbidden> for ApiError {
    fn from(_: Forbidden) -> Self {
        Self::NotAllowed
    }
}

impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "a call of the API failed");
        Self::Fault(Some(retry_after(&error)))
    }
}

impl From<KeyError> for ApiError {
    fn from(error: KeyError) -> Self {
        tracing::error!(%error, "a call of the API failed");
        Self::Fault(Some(retry_after(&error)))
    }
}

impl From<TooOften> for ApiError {
    fn from(error: TooOften) -> Self {
        Self::TooOften(error.retry_after)
    }
}

pub async fn nothing_here() -> ApiError {
    ApiError::NotFound
}

pub async fn wrong_method() -> ApiError {
    ApiError::MethodNotAllowed
}
