//! By HTTP: each message is a POST with events as lines of JSON. The token is read from its file each
//! time, so that whoever changes it need not restart the portal.

use std::path::PathBuf;

use async_trait::async_trait;
use axum::{
    body::Body,
    http::{Request, StatusCode, Uri, header},
};
use domain::{
    audit::{AuditSink, SentEvent},
    tls::Trust,
};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use tokio::time::timeout;

use super::LIMIT;

/// What receivers say to whom they let in, of a message without events.
const TRIED: [StatusCode; 2] = [StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY];
const AGENT: &str = concat!("Balcao/", env!("CARGO_PKG_VERSION"));

/// Where messages are posted to.
#[derive(Clone, Debug)]
pub struct HttpConfig {
    pub url: Uri,
    /// The file with the bearer token, if there is one.
    pub token_file: Option<PathBuf>,
}

pub struct HttpSink {
    config: HttpConfig,
    client: Client<HttpsConnector<HttpConnector>, Body>,
}

impl HttpSink {
    /// # Errors
    /// When the program was built without the ciphers that TLS needs.
    pub fn new(config: HttpConfig, trust: &Trust) -> anyhow::Result<Self> {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(trust.client_config()?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { config, client })
    }

    async fn post(&self, body: String) -> Result<(), String> {
        // Whoever only tries sends nothing, which some receivers call a mistake.
        let is_trial = body.is_empty();
        let mut request = Request::post(self.config.url.clone())
            .header(header::CONTENT_TYPE, "application/jsonl; charset=utf-8")
            .header(header::USER_AGENT, AGENT);
        if let Some(token) = self.token().await? {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request
            .body(Body::from(body))
            .map_err(|_| "the token has characters that no header takes".to_owned())?;
        let response = self.client.request(request).await;
        let status = response.map_err(|error| error.to_string())?.status();
        let is_taken = status.is_success() || (is_trial && TRIED.contains(&status));
        if is_taken {
            Ok(())
        } else {
            Err(format!("it answered {status}"))
        }
    }

    async fn token(&self) -> Result<Option<String>, String> {
        let Some(file) = &self.config.token_file else {
            return Ok(None);
        };
        let file = file.clone();
        let read = tokio::task::spawn_blocking(move || std::fs::read_to_string(file)).await;
        let read = read.map_err(|error| error.to_string())?;
        let token = read.map_err(|error| format!("the file of its token: {error}"))?;
        Ok(Some(token.trim().to_owned()))
    }
}

#[async_trait]
impl AuditSink for HttpSink {
    fn name(&self) -> &'static str {
        "http"
    }

    async fn send(&self, events: &[SentEvent]) -> Result<(), String> {
        let body: String = events
            .iter()
            .flat_map(|event| [event.json.as_str(), "\n"])
            .collect();
        let sent = timeout(LIMIT, self.post(body)).await;
        sent.unwrap_or_else(|_| Err("it did not answer in time".to_owned()))
    }
}
