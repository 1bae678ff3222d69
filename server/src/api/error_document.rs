//! The body of errors (JSON:API 1.1, "Error Objects").

use serde::Serialize;
use utoipa::ToSchema;

/// The body of every error.
#[derive(Serialize, ToSchema)]
pub struct ErrorDocument {
    pub errors: Vec<ErrorObject>,
}

#[derive(Serialize, ToSchema)]
pub struct ErrorObject {
    /// The identifier of the request, which the log has too.
    pub id: String,
    /// The HTTP status.
    pub status: String,
    /// What programs tell the error by.
    pub code: String,
    /// What went wrong, in the caller's language.
    pub title: String,
    /// What to do about it.
    pub detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<ErrorSource>,
}

/// What part of the request is wrong: one of these.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ErrorSource {
    /// A value of the body (RFC 6901).
    Pointer(String),
    /// A parameter of the address.
    Parameter(String),
    Header(String),
}
