//! `GET /gateway/authorize`: admits a call for a gateway that somebody runs already (NGINX
//! `auth_request`, Envoy `ext_authz`, Kong, APISIX). An admitted call is taken out of the quota.

use std::{sync::Arc, time::Duration};

use app::web::ClientOrigin;
use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use domain::{
    Services,
    catalogue::Api,
    gateway::{self, Caller, Refusal},
    ids::TransactionId,
    sandbox::Answer,
    usage::{CallKind, CallRecord, QuotaState},
};

use serde_json::json;

use super::{answer, ending, headers, refusal, token, upstream::has_dot_segments};

const TRANSACTION: HeaderName = HeaderName::from_static("x-transaction-id");

pub const ADDRESS: &str = "/gateway/authorize";

/// The headers in which gateways send the requested address. Two of them count as none, since some
/// gateways pass on what the client sent.
const ASKED: [&str; 4] = [
    "x-original-uri",
    "x-original-url",
    "x-forwarded-uri",
    "x-envoy-original-path",
];

pub async fn authorize(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    question: Method,
    uri: Uri,
    request: HeaderMap,
) -> Response {
    let Some(asked) = behind(&uri).or_else(|| asked(&request)) else {
        return text_response(
            StatusCode::BAD_REQUEST,
            "Say in X-Original-URI, and there alone, which address was asked for.",
        );
    };
    let found = gateway::find_api(&services.catalogue.current(), path(asked));
    // Resolving such segments later would reach another API.
    let Some((api, _)) = found.filter(|(_, rest)| !has_dot_segments(rest)) else {
        return text_response(StatusCode::FORBIDDEN, "No published API has this address.");
    };
    let transaction: TransactionId = origin
        .request_id
        .parse()
        .unwrap_or_else(|_| services.portal.new_id());
    // NGINX takes only 401 and 403 for a refusal, so two tokens count as none.
    let token = token::of(&request).unwrap_or_default();
    let mut response = match admit(&services, &api, token).await {
        Ok((caller, quota)) => allowed(&caller, quota.as_ref(), transaction),
        Err(refused) => {
            let url = &services.portal.settings.public_url;
            let facts = refusal::facts(&api, &refused, transaction, url);
            if let Some(caller) = refused.caller() {
                let call = (method(&question, &request), path(asked));
                record(&services, caller, transaction, call, &facts);
            }
            let mut response = answer::response(facts);
            refusal::set_headers(&mut response, &refused);
            set_transaction(response.headers_mut(), transaction);
            response
        }
    };
    ending::add_headers(response.headers_mut(), &api, &services);
    response
}

async fn admit(
    services: &Services,
    api: &Api,
    token: Option<&str>,
) -> Result<(Caller, Option<QuotaState>), Refusal> {
    let caller = gateway::identify(services, api, token).await?;
    // Nobody has approved these calls, and the gateway may stand before the API itself.
    if caller.kind == CallKind::Sandbox {
        return Err(Refusal::SandboxAlone(caller));
    }
    let quota = gateway::spend(services, api, &caller).await?;
    Ok((caller, quota))
}

/// Records a refused call, which the gateway's reports do not contain.
fn record(
    services: &Services,
    caller: &Caller,
    transaction: TransactionId,
    (method, path): (&str, &str),
    facts: &Answer,
) {
    services.meter.record(CallRecord {
        id: transaction,
        application: caller.client.application,
        kind: caller.kind,
        at: services.portal.now(),
        method: method.to_owned(),
        path: path.to_owned(),
        status: facts.status,
        code: facts.code.clone(),
        field: None,
        elapsed: Duration::ZERO,
    });
}

/// The method of the call. Some gateways ask with it, others send it in a header.
fn method<'a>(question: &'a Method, request: &'a HeaderMap) -> &'a str {
    let said = METHOD.iter().find_map(|name| request.get(*name));
    let said = said.and_then(|value| value.to_str().ok());
    said.unwrap_or(question.as_str())
}

fn text_response(status: StatusCode, text: &'static str) -> Response {
    let body = json!({"error": "invalid_request", "error_description": text});
    (status, Json(body)).into_response()
}

/// The path after our own address, as it was sent: decoding could turn its characters into ones
/// that end it.
fn behind(uri: &Uri) -> Option<&str> {
    let rest = uri.path().strip_prefix(ADDRESS)?;
    (!rest.is_empty()).then_some(rest)
}

fn asked(request: &HeaderMap) -> Option<&str> {
    let mut found = ASKED.iter().flat_map(|name| request.get_all(*name));
    let first = found.next()?.to_str().ok()?;
    found.next().is_none().then_some(first)
}

const METHOD: [&str; 2] = ["x-original-method", "x-forwarded-method"];

/// The path of an address with or without scheme and host.
fn path(asked: &str) -> &str {
    let asked = asked.split(['?', '#']).next().unwrap_or_default();
    if asked.starts_with('/') {
        return asked;
    }
    match asked.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => asked,
    }
}

fn allowed(caller: &Caller, quota: Option<&QuotaState>, transaction: TransactionId) -> Response {
    let client = &caller.client;
    let mut response = StatusCode::OK.into_response();
    let headers = response.headers_mut();
    let told = [
        ("x-client-id", client.public_key.to_string()),
        ("x-application-id", client.application.to_string()),
        ("x-plan", caller.kind.to_string()),
    ];
    for (name, value) in told {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    set_transaction(headers, transaction);
    if let Some(quota) = quota {
        headers::set_quota(headers, caller.kind, quota);
    }
    response
}

fn set_transaction(headers: &mut HeaderMap, transaction: TransactionId) {
    if let Ok(value) = HeaderValue::from_str(&transaction.to_string()) {
        headers.insert(TRANSACTION, value);
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Uri;

    use super::{behind, path};
    use crate::gateway::upstream::has_dot_segments;

    #[test]
    fn the_path_is_found_in_whatever_a_gateway_sends() {
        for asked in [
            "/crm/v1/contacts?limit=10",
            "https://api.empresa.com.br/crm/v1/contacts?limit=10",
            "/crm/v1/contacts",
            "/crm/v1/contacts?next=https://api.empresa.com.br/identity/v1/smvs",
            "https://api.empresa.com.br/crm/v1/contacts?next=x://y/identity/v1",
            "/crm/v1/contacts#://y/identity/v1",
        ] {
            assert_eq!(path(asked), "/crm/v1/contacts");
        }
        assert_eq!(path("https://api.empresa.com.br"), "/");
        assert_eq!(path("https://api.empresa.com.br?x=/crm/v1"), "/");
    }

    #[test]
    fn what_stands_behind_our_address_is_read_as_it_was_sent() {
        let read = |address| {
            let uri = Uri::from_static(address);
            behind(&uri).map(|asked| path(asked).to_owned())
        };
        assert_eq!(read("/gateway/authorize"), None);
        let read_path = read("/gateway/authorize/crm/v1?x=1");
        assert_eq!(read_path.as_deref(), Some("/crm/v1"));
        for address in [
            "/gateway/authorize/identity/v1%3F/../../crm/v1/contacts",
            "/gateway/authorize/identity/v1%23/../../crm/v1/contacts",
        ] {
            let path = read(address).unwrap();
            assert!(has_dot_segments(&path), "{path}");
        }
    }
}
