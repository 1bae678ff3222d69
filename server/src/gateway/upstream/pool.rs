//! Keeps connections to upstreams for the next call, not longer than the upstream does. A call on a
//! connection that was just closed is repeated if that is harmless.

use std::{error::Error as StdError, io, time::Duration};

use axum::{
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderMap, Method, Response},
};
use hyper::body::Incoming;
use hyper_util::client::legacy::{
    Error,
    connect::{CaptureConnection, capture_connection},
};
use tokio::time::sleep;

use super::Upstreams;

/// The time in which an upstream's closing reaches us.
const ON_THE_WAY: Duration = Duration::from_secs(1);

impl Upstreams {
    /// Sends a request. A safe one without a body is repeated if its connection was closed before
    /// the answer began (RFC 9112 §9.3.1); the client repeats any other one only if nothing of it
    /// was sent.
    pub async fn send(&self, mut request: Request) -> Result<Response<Incoming>, Error> {
        let again = copy(&request);
        let connection = capture_connection(&mut request);
        let answer = match (self.client.request(request).await, again) {
            (Err(error), Some(again)) if broke_off(&error) => self.client.request(again).await?,
            (outcome, _) => outcome?,
        };
        if let Some(kept) = keep_alive(answer.headers()) {
            self.forget(connection, kept);
        }
        Ok(answer)
    }

    /// Stops using a connection before the upstream closes it.
    fn forget(&self, connection: CaptureConnection, kept: Duration) {
        let usable = kept.saturating_sub(ON_THE_WAY);
        if usable >= self.idle {
            return;
        }
        if usable.is_zero() {
            end(&connection);
            return;
        }
        tokio::spawn(async move {
            sleep(usable).await;
            end(&connection);
        });
    }
}

/// Stops using the connection after its current request.
fn end(connection: &CaptureConnection) {
    if let Some(connected) = &*connection.connection_metadata() {
        connected.poison();
    }
}

/// A copy of the request, if it may be repeated (RFC 9110 §9.2.1).
fn copy(request: &Request) -> Option<Request> {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if !safe || !request.body().is_end_stream() {
        return None;
    }
    let mut again = Request::new(Body::empty());
    *again.method_mut() = request.method().clone();
    *again.uri_mut() = request.uri().clone();
    *again.headers_mut() = request.headers().clone();
    Some(again)
}

/// Whether the connection ended before the answer.
fn broke_off(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        let hyper = cause.downcast_ref::<hyper::Error>();
        let system = cause.downcast_ref::<io::Error>();
        if hyper.is_some_and(hyper::Error::is_incomplete_message) || system.is_some_and(is_closed) {
            return !error.is_connect();
        }
        source = cause.source();
    }
    false
}

fn is_closed(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionReset};
    matches!(error.kind(), BrokenPipe | ConnectionReset)
}

/// `Keep-Alive: timeout=5, max=100` (RFC 2068 §19.7.1.1).
fn keep_alive(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get("keep-alive")?.to_str().ok()?;
    let mut parameters = value.split(',').filter_map(|it| it.split_once('='));
    let (_, seconds) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("timeout"))?;
    seconds.trim().parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_upstream_says_of_its_connections_is_understood() {
        for (value, seconds) in [
            ("timeout=5", Some(5)),
            ("max=100, Timeout = 15", Some(15)),
            ("timeout=x", None),
            ("max=100", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("keep-alive", value.parse().unwrap());
            assert_eq!(
                keep_alive(&headers).map(|it| it.as_secs()),
                seconds,
                "{value}"
            );
        }
    }

    #[test]
    fn only_what_changes_nothing_is_made_twice() {
        let request = |method, body: &'static str| {
            let request = Request::builder().method(method).uri("http://a/b");
            request.header("x-a", "1").body(Body::from(body)).unwrap()
        };
        let again = copy(&request(Method::GET, "")).unwrap();
        assert_eq!(again.uri(), "http://a/b");
        assert_eq!(again.headers()["x-a"], "1");
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            assert!(copy(&request(method, "")).is_none());
        }
        assert!(copy(&request(Method::GET, "x")).is_none());
    }
}
