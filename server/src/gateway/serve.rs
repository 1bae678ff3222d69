//! Serves a call of an API and records it.

use std::{
    error::Error,
    sync::Arc,
    time::{Duration, Instant},
};

use app::web::ClientOrigin;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    gateway::{self, AdmittedCall, CallContext, CallResult, HUNG_UP, OpenCall, Refusal, Target},
    sandbox::{Answer, Call, Sandbox},
};
use http_body_util::LengthLimitError;
use tokio::time::timeout;
use tower::ServiceExt;
use tracing::Span;

use super::{Calls, Gateway, answer, ending, headers, refusal, timer::CallTimer, token};
use crate::http::ForPrograms;

/// Far more than a call of a sandbox needs.
const MAX_SANDBOX_BYTES: usize = 64 * 1024;
/// The time for the admission, which mostly takes microseconds.
const ADMISSION_TIMEOUT: Duration = Duration::from_secs(5);
/// The time from the first to the last byte of a body.
const SANDBOX_BODY: Duration = Duration::from_secs(30);

pub async fn serve(State(Calls { gateway, rest }): State<Calls>, request: Request) -> Response {
    let catalogue = gateway.services.catalogue.current();
    let Some((api, _)) = gateway::find_api(&catalogue, request.uri().path()) else {
        return match gateway::find_retired(&catalogue, request.uri().path()) {
            Some(api) => gateway.tell_gone(&api, &request),
            None => rest.oneshot(request).await.into_response(),
        };
    };
    Span::current().record("route", &*api.base_path);
    let mut timer = CallTimer::start(&api);
    let mut response = gateway.answer(&api, request, &mut timer).await;
    timer.answered(response.status());
    drop(timer);
    ending::add_headers(response.headers_mut(), &api, &gateway.services);
    mark(&mut response, &api);
    response
}

fn mark(response: &mut Response, api: &Api) {
    let route = Some(api.base_path.clone());
    response.extensions_mut().insert(ForPrograms { route });
}

pub(super) fn hung_up() -> StatusCode {
    StatusCode::from_u16(HUNG_UP).unwrap_or(StatusCode::BAD_REQUEST)
}

/// Whether the request is a preflight of a browser (Fetch §3.3.2). It never has a token and is not
/// recorded; the upstream answers it.
fn is_preflight(request: &Request) -> bool {
    let headers = request.headers();
    request.method() == Method::OPTIONS
        && headers.contains_key(header::ORIGIN)
        && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// Whether a body was not read to its end because it is too long.
fn is_too_long(error: &axum::Error) -> bool {
    let cause = error.source();
    cause.is_some_and(<dyn Error>::is::<LengthLimitError>)
}

/// A call has the identifier of its request, so that all logs and answers name the same one.
fn context(gateway: &Gateway, request: &Request) -> CallContext {
    let origin = request.extensions().get::<ClientOrigin>();
    let id = origin.and_then(|origin| origin.request_id.parse().ok());
    CallContext {
        began: Instant::now(),
        transaction: id.unwrap_or_else(|| gateway.services.portal.new_id()),
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
    }
}

impl Gateway {
    /// Answers a call of an API that has ended, whoever makes it.
    fn tell_gone(&self, api: &Api, request: &Request) -> Response {
        let context = context(self, request);
        let mut response = ending::gone(api, context.transaction, &self.services);
        mark(&mut response, api);
        response
    }

    async fn answer(&self, api: &Api, request: Request, timer: &mut CallTimer<'_>) -> Response {
        let context = context(self, &request);
        if let Some(upstream) = api.upstream.as_deref().filter(|_| is_preflight(&request)) {
            timer.passed_upstream();
            let (parts, _) = request.into_parts();
            let bare = Request::from_parts(parts, Body::empty());
            return self
                .forward(api, upstream, None, context.transaction, bare)
                .await;
        }
        let Ok(token) = token::of(request.headers()) else {
            let url = &self.services.portal.settings.public_url;
            return refusal::several_tokens(api, context.transaction, url);
        };
        match self.admit(api, token).await {
            Ok(admitted) => {
                timer.passed_to(&admitted.target);
                self.pass(api, admitted, context, request).await
            }
            Err(refused) => self.refuse(api, &refused, &context),
        }
    }

    /// Limits the time of the admission, for a database that does not answer.
    async fn admit(&self, api: &Api, token: Option<&str>) -> Result<AdmittedCall, Refusal> {
        let admitted = timeout(
            ADMISSION_TIMEOUT,
            gateway::admit(&self.services, api, token),
        )
        .await;
        admitted.unwrap_or_else(|_| Err(Refusal::TooLate))
    }

    fn refuse(&self, api: &Api, refused: &Refusal, context: &CallContext) -> Response {
        let url = &self.services.portal.settings.public_url;
        let facts = refusal::facts(api, refused, context.transaction, url);
        if let Some(caller) = refused.caller() {
            let result = CallResult {
                status: facts.status,
                code: facts.code.clone(),
                field: None,
            };
            gateway::record(&self.services, caller, context, &result);
        }
        let mut response = answer::response(facts);
        refusal::set_headers(&mut response, refused);
        response
    }

    async fn pass(
        &self,
        api: &Api,
        admitted: AdmittedCall,
        context: CallContext,
        request: Request,
    ) -> Response {
        let mut open = OpenCall::new(&self.services, &admitted.caller, &context);
        let mut response = match &admitted.target {
            Target::Sandbox(sandbox) => {
                let answered = self.ask_sandbox(api, sandbox, &context, request).await;
                open.result = CallResult {
                    status: answered.status,
                    code: answered.code.clone(),
                    field: answered.field.clone(),
                };
                answer::response(answered)
            }
            Target::Upstream(upstream) => {
                let forwarded = self
                    .forward(
                        api,
                        upstream,
                        Some(&admitted.caller),
                        context.transaction,
                        request,
                    )
                    .await;
                open.result.status = forwarded.status().as_u16();
                forwarded
            }
        };
        drop(open);
        if let Some(quota) = &admitted.quota {
            headers::set_quota(response.headers_mut(), admitted.caller.kind, quota);
        }
        response
    }

    async fn ask_sandbox(
        &self,
        api: &Api,
        sandbox: &Arc<Sandbox>,
        context: &CallContext,
        request: Request,
    ) -> Answer {
        let url = &self.services.portal.settings.public_url;
        let (parts, body) = request.into_parts();
        let body = match timeout(SANDBOX_BODY, to_bytes(body, MAX_SANDBOX_BYTES)).await {
            Ok(Ok(body)) => body,
            failed => {
                let (status, detail) = match failed {
                    Ok(Err(error)) if is_too_long(&error) => {
                        (StatusCode::PAYLOAD_TOO_LARGE, "The body is too long.")
                    }
                    Ok(_) => (hung_up(), "The body broke off."),
                    Err(_) => (
                        StatusCode::REQUEST_TIMEOUT,
                        "The body did not arrive in time.",
                    ),
                };
                return answer::error(api, status, detail, context.transaction, url);
            }
        };
        let path = parts.uri.path();
        // The answer to HEAD is the one to GET, without the body (RFC 9110 §9.3.2).
        let method = match parts.method {
            Method::HEAD => Method::GET,
            method => method,
        };
        let headers = parts.headers.iter();
        let headers = headers.filter_map(|(name, value)| {
            let value = str::from_utf8(value.as_bytes()).ok()?;
            Some((name.as_str(), value))
        });
        let headers: Vec<_> = headers.collect();
        sandbox.answer(&Call {
            method: method.as_str(),
            path: path.strip_prefix(&*api.base_path).unwrap_or(path),
            query: parts.uri.query(),
            headers: &headers,
            body: &body,
            transaction: context.transaction.0,
            now: self.services.portal.now(),
            public_url: url,
        })
    }
}
