//! `GET /gateway/authorize`: whether a call may pass, asked by a gateway that somebody runs
//! already (NGINX `auth_request`, Envoy `ext_authz`, Kong, APISIX). Who passes has spent one call.

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    Portal,
    gateway::{self, Caller, Refusal},
    ids::TransactionId,
    usage::{CallKind, QuotaState},
};

use super::{answer, headers, refusal, token, upstream::leads_upwards};

/// Where gateways put the address that was asked for. Two of them are none: some gateways send on
/// what a client wrote itself.
const ASKED: [&str; 4] = [
    "x-original-uri",
    "x-original-url",
    "x-forwarded-uri",
    "x-envoy-original-path",
];

pub async fn authorize(
    State(portal): State<Arc<Portal>>,
    Extension(origin): Extension<ClientOrigin>,
    behind: Option<Path<String>>,
    request: HeaderMap,
) -> Response {
    let behind = behind.map(|Path(rest)| format!("/{rest}"));
    let Some(asked) = behind.or_else(|| asked(&request)) else {
        return said(
            StatusCode::BAD_REQUEST,
            "Say in X-Original-URI, and there alone, which address was asked for.\n",
        );
    };
    let found = gateway::find_api(&portal.catalogue.current(), path(&asked));
    // Whoever resolves the segments afterwards would reach another API.
    let Some((api, _)) = found.filter(|(_, rest)| !leads_upwards(rest)) else {
        return said(
            StatusCode::FORBIDDEN,
            "No published API has this address.\n",
        );
    };
    let transaction: TransactionId = origin
        .request_id
        .parse()
        .unwrap_or_else(|_| portal.new_id());
    let admitted = async {
        let caller = gateway::identify(&portal, &api, token::of(&request)).await?;
        // Nobody has approved these calls, and behind that gateway may stand the API itself.
        if caller.kind == CallKind::Sandbox {
            return Err(Refusal::SandboxAlone(caller));
        }
        let quota = gateway::spend(&portal, &api, &caller).await?;
        Ok::<_, Refusal>((caller, quota))
    };
    match admitted.await {
        Ok((caller, quota)) => allowed(&caller, quota.as_ref(), transaction),
        Err(refused) => {
            let url = &portal.settings.public_url;
            let facts = refusal::facts(&api, &refused, transaction, url);
            let mut response = answer::response(facts);
            refusal::tell(&mut response, &refused);
            response
        }
    }
}

fn said(status: StatusCode, text: &'static str) -> Response {
    (status, text).into_response()
}

fn asked(request: &HeaderMap) -> Option<String> {
    let mut found = ASKED.iter().flat_map(|name| request.get_all(*name));
    let first = found.next()?.to_str().ok()?.to_owned();
    found.next().is_none().then_some(first)
}

/// The path of an address, with or without scheme and host.
fn path(asked: &str) -> &str {
    let path = match asked.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => asked,
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

fn allowed(caller: &Caller, quota: Option<&QuotaState>, transaction: TransactionId) -> Response {
    let client = &caller.client;
    let mut response = StatusCode::OK.into_response();
    let headers = response.headers_mut();
    let told = [
        ("x-client-id", client.public_key.to_string()),
        ("x-application-id", client.application.to_string()),
        ("x-plan", caller.kind.to_string()),
        ("x-transaction-id", transaction.to_string()),
    ];
    for (name, value) in told {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(quota) = quota {
        headers::tell_quota(headers, caller.kind, quota);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn the_path_is_found_in_whatever_a_gateway_sends() {
        for asked in [
            "/crm/v1/contacts?limit=10",
            "https://api.empresa.com.br/crm/v1/contacts?limit=10",
            "/crm/v1/contacts",
        ] {
            assert_eq!(path(asked), "/crm/v1/contacts");
        }
        assert_eq!(path("https://api.empresa.com.br"), "/");
    }
}
