//! `Idempotency-Key`: a call with one is done once, however often it is sent.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, FromRequestParts, OriginalUri, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{
    Scope, Services,
    idempotency::{self, Begun, BegunCall, KeptAnswer},
};
use serde::Deserialize;
use tracing::Instrument;
use utoipa::IntoParams;

use super::{
    body::{self, NewResource},
    caller::{Caller, Writing},
    error::{ApiError, Conflict},
    json_api,
    query::Query,
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

/// A call that asks for something to be done.
pub struct Call<B> {
    caller: Caller,
    new: B,
    key: Option<String>,
    /// Path and body: what makes a call another one.
    request: [Bytes; 2],
}

impl<B: NewResource> FromRequest<Arc<Services>> for Call<B> {
    type Rejection = Response;

    async fn from_request(request: Request, services: &Arc<Services>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let writing = Writing::from_request_parts(&mut parts, services).await;
        let Writing(caller) = writing.map_err(IntoResponse::into_response)?;
        let shape = Self::read(caller, &mut parts, body, services).await;
        shape.map_err(IntoResponse::into_response)
    }
}

impl<B: NewResource> Call<B> {
    async fn read(
        caller: Caller,
        parts: &mut Parts,
        body: Body,
        services: &Arc<Services>,
    ) -> Result<Self, ApiError> {
        Query::<()>::from_request_parts(parts, services).await?;
        let path = parts.extensions.get::<OriginalUri>();
        let path = path.map_or_else(|| parts.uri.path(), |OriginalUri(uri)| uri.path());
        let path = Bytes::copy_from_slice(path.as_bytes());
        let request = Request::from_parts(parts.clone(), body);
        let body = Bytes::from_request(request, services).await;
        let body = body.map_err(|refused| match refused.status() {
            StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge,
            _ => ApiError::Body(String::new()),
        })?;
        Ok(Self {
            caller,
            new: body::read(&parts.headers, &body)?,
            key: key(&parts.headers)?.map(str::to_owned),
            request: [path, body],
        })
    }

    /// Does what the body asks for; once, if the call has a key. One that fails can be sent again.
    /// Whoever hangs up, or waits for too long, stops nothing.
    pub async fn once<F, Done>(self, act: F) -> Result<Response, ApiError>
    where
        F: FnOnce(Arc<Caller>, B) -> Done,
        Done: Future<Output = Result<Response, ApiError>> + Send + 'static,
    {
        let Self {
            caller,
            new,
            key,
            request,
        } = self;
        let Some(key) = key else {
            return apart(Box::pin(act(Arc::new(caller), new))).await;
        };
        let vault = &caller.services.vault;
        let request = request.each_ref().map(AsRef::as_ref);
        let call = match idempotency::begin(&caller.scope, vault, &key, &request).await? {
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
    let document = serde_json::from_slice(&answer.body).unwrap_or_default();
    let mut response = (status, [json_api::content_type()], answer.body).into_response();
    let replayed = HeaderValue::from_static("true");
    response.headers_mut().insert(REPLAYED, replayed);
    if status == StatusCode::CREATED {
        response = json_api::with_location(response, &document);
    }
    response
}
