//! Sends messages of webhooks, to public addresses alone: each attempt looks anew at what the name
//! leads to, and redirects are not followed.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use async_trait::async_trait;
use axum::{
    body::Body,
    http::{Request, Response, header},
};
use domain::{
    Portal,
    tls::Trust,
    webhooks::{Exchange, OutgoingMessage, ReceiverAnswer, SendFailure, Transport, WebhookAddress},
};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tokio::time::timeout;

use super::{
    AllowedUpstreams, Connector,
    connecting::{self, Unreachable},
    connector,
};
/// The time for a whole attempt.
const LIMIT: Duration = Duration::from_secs(15);
/// The time for the body of an answer.
const BODY: Duration = Duration::from_secs(2);
/// How much of an answer is kept, in bytes.
const KEPT: usize = 1024;
const AGENT: &str = concat!("Balcao/", env!("CARGO_PKG_VERSION"));

/// The way to the receivers of webhooks.
pub struct WebhookTransport {
    portal: Arc<Portal>,
    client: Client<Connector, Body>,
}

impl WebhookTransport {
    #[must_use]
    pub fn new(portal: Arc<Portal>, trust: &Trust) -> Self {
        let networks = portal.settings.webhook_networks.clone();
        let allowed = AllowedUpstreams::public_or_in(networks);
        // Each connection is new, so that its address was looked at.
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build(connector(allowed, trust));
        Self { portal, client }
    }

    async fn exchange(&self, message: &OutgoingMessage) -> Result<ReceiverAnswer, SendFailure> {
        let address = WebhookAddress::parse(&message.url, &self.portal.settings);
        let address = address.map_err(|_| SendFailure::Address)?;
        let request = Request::post(address.as_str())
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, AGENT)
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", message.timestamp)
            .header("webhook-signature", &message.signature)
            .body(Body::from(message.body.clone()))
            .map_err(|_| SendFailure::Address)?;
        let response = self.client.request(request).await;
        let response = response.map_err(|error| failure(&connecting::reason(&error)))?;
        let status = response.status().as_u16();
        let body = beginning(response).await;
        Ok(ReceiverAnswer { status, body })
    }
}

#[async_trait]
impl Transport for WebhookTransport {
    async fn post(&self, message: &OutgoingMessage) -> Exchange {
        let begun = Instant::now();
        let answer = timeout(LIMIT, self.exchange(message)).await;
        Exchange {
            took: begun.elapsed(),
            answer: answer.unwrap_or(Err(SendFailure::Timeout)),
        }
    }
}

const fn failure(why: &Unreachable) -> SendFailure {
    match why {
        Unreachable::Within => SendFailure::Address,
        Unreachable::Tls(_) => SendFailure::Tls,
        Unreachable::TooLate => SendFailure::Timeout,
        Unreachable::Connection(_) => SendFailure::Connection,
    }
}

/// The beginning of an answer's body as text, as far as it comes soon; its status is what counts.
async fn beginning(response: Response<Incoming>) -> String {
    let mut body = response.into_body();
    let mut bytes = Vec::new();
    let reading = async {
        while bytes.len() < KEPT
            && let Some(Ok(frame)) = body.frame().await
        {
            bytes.extend(frame.into_data().unwrap_or_default());
        }
    };
    // What was read until then is kept.
    let _ = timeout(BODY, reading).await;
    bytes.truncate(KEPT);
    plain(&String::from_utf8_lossy(&bytes))
}

/// Without control characters but line breaks: databases refuse some, and people cannot read them.
fn plain(text: &str) -> String {
    let is_kept = |char: &char| !char.is_control() || *char == '\n';
    text.chars().filter(is_kept).collect()
}
