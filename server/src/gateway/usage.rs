//! `POST /gateway/usage`: batches of calls that another gateway answered. A batch that is repeated,
//! because its answer was lost, counts once. Calls with mistakes are left out and do not fail the
//! batch, as the gateway could not mend them.

use std::{net::IpAddr, sync::Arc, time::Duration};

use app::web::ClientOrigin;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{FromRequest, Request, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    DbErr, Services,
    clock::Timestamp,
    ids::TransactionId,
    oauth::{AuthenticateError, Caller, KeyError, authenticate},
    usage::{BatchOutcome, CallUse, record_batch},
};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use validator::Validate;

use crate::{http::retry_after, oauth2::keys_in_headers};

/// A larger batch would block other writers.
const MAX_CALLS: u64 = 10_000;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Batch {
    /// The identifier that the gateway made for the batch.
    batch_id: Uuid,
    #[validate(length(max = MAX_CALLS))]
    calls: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReportedCall {
    client_id: String,
    transaction_id: Option<TransactionId>,
    at: Timestamp,
    method: String,
    path: String,
    status: u16,
    error_code: Option<String>,
    milliseconds: f64,
}

pub enum UsageError {
    /// The caller is no gateway of the portal.
    Unauthorized,
    SlowDown(Duration),
    Malformed(String),
    TooMany,
    Fault(KeyError),
}

pub async fn usage(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    request: Request,
) -> Result<Response, UsageError> {
    // The caller is checked before the body is read, since a batch is long.
    let server = match caller(&services, &origin, request.headers()).await? {
        Caller::ResourceServer(server) => server,
        Caller::Client(_) => return Err(UsageError::Unauthorized),
    };
    let batch = read(&Bytes::from_request(request, &()).await?)?;
    batch.validate().map_err(|_| UsageError::TooMany)?;
    let all = batch.calls.len();
    let used = batch.calls.into_iter().map(ReportedCall::deserialize);
    let calls: Vec<_> = used
        .filter_map(Result::ok)
        .map(ReportedCall::call)
        .collect();
    let unread = (all - calls.len()) as u64;
    let outcome = record_batch(&services.portal, server.id, batch.batch_id, calls).await?;
    let body = match outcome {
        BatchOutcome::Counted {
            calls,
            unknown,
            malformed,
        } => json!({"counted": calls, "unknown": unknown, "malformed": unread + malformed}),
        BatchOutcome::Duplicate => json!({"duplicate": true}),
    };
    Ok(Json(body).into_response())
}

/// A path in a log may hold any byte, so invalid UTF-8 is replaced.
fn read(body: &[u8]) -> Result<Batch, UsageError> {
    let text = String::from_utf8_lossy(body);
    serde_json::from_str(&text).map_err(|error| UsageError::Malformed(error.to_string()))
}

async fn caller(
    services: &Services,
    origin: &ClientOrigin,
    headers: &HeaderMap,
) -> Result<Caller, UsageError> {
    let keys = keys_in_headers(headers).ok_or(UsageError::Unauthorized)?;
    let address = origin.address.unwrap_or(IpAddr::from([0, 0, 0, 0]));
    let (authority, incidents) = (&services.authority, &services.incidents);
    let found = authenticate(&services.portal, authority, incidents, &keys, address).await;
    found.map_err(|error| match error {
        AuthenticateError::Invalid => UsageError::Unauthorized,
        AuthenticateError::Throttled { retry_after } => UsageError::SlowDown(retry_after),
        AuthenticateError::Fault(error) => UsageError::Fault(error),
    })
}

impl ReportedCall {
    fn call(self) -> CallUse {
        let elapsed = Duration::try_from_secs_f64(self.milliseconds / 1000.0);
        CallUse {
            client: self.client_id,
            transaction: self.transaction_id,
            at: self.at,
            method: self.method,
            path: self.path.split('?').next().unwrap_or_default().to_owned(),
            status: self.status,
            code: self.error_code,
            elapsed: elapsed.unwrap_or_default(),
        }
    }
}

impl From<BytesRejection> for UsageError {
    fn from(error: BytesRejection) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooMany,
            _ => Self::Malformed(error.body_text()),
        }
    }
}

impl From<DbErr> for UsageError {
    fn from(error: DbErr) -> Self {
        Self::Fault(error.into())
    }
}

impl UsageError {
    fn wait(&self) -> Option<Duration> {
        match self {
            Self::SlowDown(wait) => Some(*wait),
            Self::Fault(error) => Some(retry_after(error)),
            Self::Unauthorized | Self::Malformed(_) | Self::TooMany => None,
        }
    }
}

impl IntoResponse for UsageError {
    fn into_response(self) -> Response {
        let (status, text) = match &self {
            Self::Unauthorized => (
                StatusCode::UNAUTHORIZED,
                "Only a gateway of the portal may report use.",
            ),
            Self::SlowDown(_) => (StatusCode::TOO_MANY_REQUESTS, "Too many wrong secrets."),
            Self::Malformed(why) => (StatusCode::BAD_REQUEST, why.as_str()),
            Self::TooMany => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "More than 10,000 calls or 4 MiB: send them in several batches.",
            ),
            Self::Fault(error) => {
                tracing::error!(%error, "use cannot be written down");
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    "Something failed on our side. Send the batch again.",
                )
            }
        };
        let mut response = (status, Json(json!({ "error": text }))).into_response();
        let headers = response.headers_mut();
        if let Some(wait) = self.wait() {
            headers.insert(header::RETRY_AFTER, (wait.as_secs() + 1).into());
        } else if status == StatusCode::UNAUTHORIZED {
            let challenge = header::HeaderValue::from_static("Basic realm=\"gateway\"");
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}
