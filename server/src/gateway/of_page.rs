//! Forwards the calls that people make from pages, by the same way as those of programs.

use std::time::Duration;

use app::web::ClientOrigin;
use async_trait::async_trait;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Scope,
    catalogue::Api,
    gateway::{CallAnswer, CallResult, Caller, Forwarder, OutgoingCall},
    ids::TransactionId,
};
use http_body_util::BodyExt;
use tokio::time::timeout;
use tower::ServiceExt;

use super::{Gateway, answer};
use crate::{api::InPerson, http::is_printable};

/// The time until the answer is there, which is shorter than that of a page.
const LIMIT: Duration = Duration::from_secs(20);
/// As much of an answer as somebody reads on a page.
const MAX_SHOWN_BYTES: usize = 256 * 1024;

#[async_trait]
impl Forwarder for Gateway {
    async fn send(
        &self,
        api: &Api,
        upstream: &str,
        caller: &Caller,
        transaction: TransactionId,
        call: &OutgoingCall,
    ) -> CallAnswer {
        let failed = |status, detail| {
            let url = &self.services.portal.settings.public_url;
            CallAnswer::from(answer::error(api, status, detail, transaction, url))
        };
        let Some(request) = request(&api.base_path, call) else {
            return failed(StatusCode::BAD_REQUEST, "The call cannot be sent as it is.");
        };
        let mut timer = super::timer::CallTimer::start(api);
        timer.passed_upstream();
        let answer = timeout(LIMIT, async {
            let response = self
                .forward(api, upstream, Some(caller), transaction, request)
                .await;
            read(response).await
        });
        let answer = answer.await.unwrap_or_else(|_| {
            failed(
                StatusCode::GATEWAY_TIMEOUT,
                "The API did not answer in time.",
            )
        });
        timer.answered(StatusCode::from_u16(answer.result.status).unwrap_or_default());
        answer
    }

    async fn ask_portal(
        &self,
        scope: &Scope,
        api: &Api,
        transaction: TransactionId,
        call: &OutgoingCall,
    ) -> CallAnswer {
        let failed = |status, detail| {
            let url = &self.services.portal.settings.public_url;
            CallAnswer::from(answer::error(api, status, detail, transaction, url))
        };
        let Some(mut request) = request(&api.base_path, call) else {
            return failed(StatusCode::BAD_REQUEST, "The call cannot be sent as it is.");
        };
        let extensions = request.extensions_mut();
        extensions.insert(InPerson(scope.clone()));
        extensions.insert(ClientOrigin {
            address: scope.origin.address,
            // Errors tell the one that the log has.
            request_id: scope
                .origin
                .request_id
                .clone()
                .unwrap_or_else(|| transaction.to_string()),
        });
        let answer = timeout(LIMIT, async {
            let response = self.own.clone().oneshot(request).await;
            read(response.into_response()).await
        });
        answer.await.unwrap_or_else(|_| {
            failed(
                StatusCode::GATEWAY_TIMEOUT,
                "The API did not answer in time.",
            )
        })
    }
}

/// The request, by the rules that calls of programs are held to before they come here; `None` for
/// one that breaks them.
fn request(base_path: &str, call: &OutgoingCall) -> Option<Request> {
    let address = format!("{base_path}{}", call.path_and_query);
    let mut request = Request::builder().method(&*call.method).uri(address);
    for (name, value) in &call.headers {
        // How long the body is, is seen by the body: another length would leave part of the next
        // request on the connection to be read as one of its own.
        if name.eq_ignore_ascii_case(header::CONTENT_LENGTH.as_str()) {
            continue;
        }
        request = request.header(name, HeaderValue::from_bytes(value.as_bytes()).ok()?);
    }
    let request = request.body(Body::from(call.body.clone())).ok()?;
    is_printable(request.uri()).then_some(request)
}

/// Reads the answer as far as it is shown.
async fn read(response: Response) -> CallAnswer {
    let (parts, mut body) = response.into_parts();
    let headers = parts.headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.to_string(), value.into_owned())
    });
    let mut answer = CallAnswer {
        result: CallResult::with_status(parts.status.as_u16()),
        headers: headers.collect(),
        body: vec![],
        is_cut: false,
    };
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            answer.is_cut = true;
            break;
        };
        let Ok(piece) = frame.into_data() else {
            continue;
        };
        let room = MAX_SHOWN_BYTES - answer.body.len();
        answer
            .body
            .extend_from_slice(&piece[..piece.len().min(room)]);
        if piece.len() > room {
            answer.is_cut = true;
            break;
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::*;

    fn asked(path_and_query: &str, header: (&str, &str)) -> Option<Request> {
        let call = OutgoingCall {
            method: "PUT".to_owned(),
            path_and_query: path_and_query.to_owned(),
            headers: vec![(header.0.to_owned(), header.1.to_owned())],
            body: Bytes::new(),
        };
        request("/things/v1", &call)
    }

    #[test]
    fn the_length_of_a_call_is_that_of_its_body_whatever_was_typed() {
        for name in ["Content-Length", "content-length"] {
            let request = asked("/1", (name, "50")).unwrap();
            assert!(request.headers().is_empty(), "{:?}", request.headers());
        }
        let request = asked("/1", ("x-count", "50")).unwrap();
        assert_eq!(request.headers().len(), 1);
    }

    #[test]
    fn no_call_has_control_characters_in_its_address() {
        let header = ("x-count", "1");
        for address in ["/a%0D%0Ab", "/%00", "/%2500", "/a?b=%00"] {
            assert!(asked(address, header).is_none(), "{address}");
        }
        assert!(asked("/a%20b?c=%0A", header).is_some());
    }

    #[tokio::test]
    async fn a_long_answer_is_read_as_far_as_it_is_shown() {
        let answer = async |length| read(Response::new(Body::from("x".repeat(length)))).await;
        let whole = answer(MAX_SHOWN_BYTES).await;
        assert!(!whole.is_cut && whole.body.len() == MAX_SHOWN_BYTES);
        let long = answer(MAX_SHOWN_BYTES + 1).await;
        assert!(long.is_cut && long.body.len() == MAX_SHOWN_BYTES);
    }
}
