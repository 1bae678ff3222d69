//! `Idempotency-Key`: a call with one is done once, however often it is sent.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{
    Scope, Services,
    idempotency::{self, Begun, BegunCall, KeptAnswer},
};
use serde::Deserialize;
use serde_json::Value;
use tracing::Instrument;
use utoipa::IntoParams;

use super::{
    body::{self, NewResource, RawBody},
    caller::Caller,
    error::{ApiError, Conflict},
    json_api,
};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const MAX_KEY: usize = 255;
/// Says that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// What a call that may be sent again is known by.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(
    dead_code,
    reason = "it is read from the headers as they come; the document names it"
)]
pub struct Key {
    /// Any text of 1 to 255 visible characters. For 24 hours the same call with the same key does
    /// nothing and gets the first answer, with `Idempotency-Replayed: true`.
    #[serde(rename = "Idempotency-Key")]
    #[param(nullable = false, pattern = "^[!-~]{1,255}$")]
    key: Option<String>,
}

/// Does what a body asks for; once, if the call has a key. A call that is refused by its shape is not
/// begun; one that fails can be sent again. Whoever hangs up, or waits for too long, stops nothing.
pub async fn once<B, F, Done>(
    caller: Caller,
    (uri, headers, RawBody(raw)): (&Uri, &HeaderMap, &RawBody),
    act: F,
) -> Result<Response, ApiError>
where
    B: NewResource,
    F: FnOnce(Arc<Caller>, B) -> Done,
    Done: Future<Output = Result<Response, ApiError>> + Send + 'static,
{
    let new: B = body::read(headers, raw)?;
    let Some(key) = key(headers)? else {
        return apart(Box::pin(act(Arc::new(caller), new))).await;
    };
    let vault = &caller.services.vault;
    let request = [uri.path().as_bytes(), raw.as_ref()];
    let call = match idempotency::begin(&caller.scope, vault, key, &request).await? {
        Begun::New(call) => call,
        Begun::Answered(answer) => return Ok(again(answer)),
        Begun::InProgress(left) => return Err(ApiError::InProgress(left)),
        Begun::AnswerLost => return Err(ApiError::Conflict(Conflict::AnswerLost)),
        Begun::OtherRequest => return Err(ApiError::KeyReused),
    };
    let services = Arc::clone(&caller.services);
    let scope = Scope {
        idempotent_call: Some(call),
        ..caller.scope.clone()
    };
    let done = Box::pin(act(Arc::new(Caller { scope, ..caller }), new));
    apart(async move { settle(&services, call, done.await).await }).await
}

/// The outcome of what goes on when nobody waits for it any more.
async fn apart(
    doing: impl Future<Output = Result<Response, ApiError>> + Send + 'static,
) -> Result<Response, ApiError> {
    let task = tokio::spawn(doing.in_current_span());
    task.await
        .unwrap_or_else(|error| Err(ApiError::fault(error)))
}

/// Keeps the answer of a call, or forgets that it was begun.
async fn settle(
    services: &Services,
    call: BegunCall,
    done: Result<Response, ApiError>,
) -> Result<Response, ApiError> {
    let portal = &services.portal;
    let response = match done {
        Ok(response) => response,
        Err(error) => {
            if let Err(error) = idempotency::abandon(portal, call).await {
                tracing::error!(%error, "a call that failed cannot be sent again at once");
            }
            return Err(error);
        }
    };
    let (parts, body) = response.into_parts();
    // It is in memory.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let answer = KeptAnswer {
        status: parts.status.as_u16(),
        body: body.to_vec(),
    };
    if let Err(error) = idempotency::keep(portal, &services.vault, call, &answer).await {
        // What was done stays done, and is not done again.
        tracing::error!(%error, "the answer of a call is not kept");
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn key(headers: &HeaderMap) -> Result<Option<&str>, ApiError> {
    let mut keys = headers.get_all(&KEY).iter();
    let Some(key) = keys.next() else {
        return Ok(None);
    };
    let is_visible = |key: &&str| key.bytes().all(|byte| byte.is_ascii_graphic());
    let key = key.to_str().ok().filter(is_visible);
    let key = key.filter(|key| (1..=MAX_KEY).contains(&key.len()) && keys.next().is_none());
    key.map(Some).ok_or(ApiError::Header("Idempotency-Key"))
}

fn again(answer: KeptAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let document: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let mut response = (status, [json_api::content_type()], answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if status == StatusCode::CREATED
        && let Some(location) = json_api::location(&document)
    {
        headers.insert(header::LOCATION, location);
    }
    response
}
