//! Traces: the spans of requests and jobs, as OTLP over HTTP, for whoever collects them. Of
//! whose account a request is, they say nothing.

use std::time::Duration;

use anyhow::Context;
use async_trait::async_trait;
use axum::body::Bytes;
use domain::tls::Trust;
use http_body_util::{BodyExt, Full, Limited};
use hyper::{Request, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::{
    Resource,
    error::OTelSdkResult,
    trace::{SdkTracerProvider, SpanData, SpanExporter},
};
use tokio::{runtime::Handle, time::timeout};
use tracing::Subscriber;
use tracing_subscriber::{Layer, filter::filter_fn, registry::LookupSpan};

/// Whether this program can export spans.
pub const BUILT_IN: bool = true;

const TIMEOUT: Duration = Duration::from_secs(5);
/// A collector says little.
const MAX_ANSWER_BYTES: usize = 64 * 1024;
/// The spans that are exported.
const SPANS: [&str; 2] = ["request", "job"];
/// The field of a span that tells of a person.
const ACCOUNT: &str = "account";
const ROUTE: &str = "route";

/// The export of spans, which are sent now and then, in batches.
pub struct Export(SdkTracerProvider);

impl Export {
    /// Begins to export to this address; it is connected to on this runtime.
    ///
    /// # Errors
    /// When the address is none.
    pub fn start(endpoint: &str, trust: &Trust, runtime: &Handle) -> anyhow::Result<Self> {
        let collector = Collector {
            client: Client::builder(TokioExecutor::new()).build(connector(trust)?),
            runtime: runtime.clone(),
        };
        let exporter = opentelemetry_otlp::SpanExporter::builder()
            .with_http()
            .with_http_client(collector)
            .with_endpoint(endpoint)
            .with_timeout(TIMEOUT)
            .build()
            .context("spans cannot be exported")?;
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(WithoutAccounts(exporter))
            .with_resource(Resource::builder().with_service_name("balcao").build())
            .build();
        Ok(Self(provider))
    }

    /// Sends what is left.
    pub fn end(self) {
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "the last spans cannot be exported");
        }
    }
}

/// Hands the spans of requests and jobs to the export.
pub fn layer<S>(export: Option<&Export>) -> Option<impl Layer<S> + use<S>>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    let tracer = export?.0.tracer("balcao");
    let layer = tracing_opentelemetry::layer()
        .with_tracer(tracer)
        .with_location(false)
        .with_threads(false)
        .with_tracked_inactivity(false);
    Some(layer.with_filter(filter_fn(|it| it.is_span() && SPANS.contains(&it.name()))))
}

fn connector(trust: &Trust) -> anyhow::Result<HttpsConnector<HttpConnector>> {
    let mut http = HttpConnector::new();
    http.enforce_http(false);
    Ok(HttpsConnectorBuilder::new()
        .with_tls_config(trust.client_config()?)
        .https_or_http()
        .enable_http1()
        .wrap_connector(http))
}

/// A client for the exporter's own thread, which is on no runtime.
#[derive(Debug)]
struct Collector {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    runtime: Handle,
}

#[async_trait]
impl HttpClient for Collector {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let sent = self.client.request(request.map(Full::new));
        let answered = async {
            let (parts, body) = sent.await?.into_parts();
            let body = Limited::new(body, MAX_ANSWER_BYTES).collect().await?;
            Ok(Response::from_parts(parts, body.to_bytes()))
        };
        // A timer is made on the runtime, too.
        let in_time = async { timeout(TIMEOUT, answered).await };
        self.runtime.spawn(in_time).await??
    }
}

/// Leaves out whose account it is, and names the spans of requests by their routes.
#[derive(Debug)]
struct WithoutAccounts<E>(E);

impl<E: SpanExporter> SpanExporter for WithoutAccounts<E> {
    async fn export(&self, mut batch: Vec<SpanData>) -> OTelSdkResult {
        for span in &mut batch {
            span.attributes.retain(|it| it.key.as_str() != ACCOUNT);
            let route = span.attributes.iter().find(|it| it.key.as_str() == ROUTE);
            if let Some(route) = route {
                span.name = route.value.as_str().into_owned().into();
            }
        }
        let sent = self.0.export(batch).await;
        if let Err(error) = &sent {
            tracing::warn!(%error, "spans cannot be exported");
        }
        sent
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.0.shutdown_with_timeout(timeout)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.0.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.0.set_resource(resource);
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpListener,
        thread,
    };

    use tokio::runtime::Runtime;
    use tracing::{error_span, subscriber::with_default};
    use tracing_subscriber::{layer::SubscriberExt, registry};

    use super::*;

    /// Takes one request and gives it back, its head and its body.
    fn collect_once(listener: TcpListener) -> thread::JoinHandle<Vec<u8>> {
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = vec![];
            let mut bytes = [0; 4096];
            while !is_whole(&request) {
                let read = stream.read(&mut bytes).unwrap();
                request.extend(&bytes[..read]);
            }
            let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
            stream.write_all(answer).unwrap();
            request
        })
    }

    fn is_whole(request: &[u8]) -> bool {
        let text = String::from_utf8_lossy(request).to_ascii_lowercase();
        let Some((_, rest)) = text.split_once("content-length: ") else {
            return false;
        };
        let length: usize = rest.lines().next().unwrap().trim().parse().unwrap();
        let head = request.windows(4).position(|it| it == b"\r\n\r\n");
        head.is_some_and(|head| request.len() >= head + 4 + length)
    }

    #[test]
    fn spans_of_requests_are_exported_without_whose_account_it_was() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}/v1/traces", listener.local_addr().unwrap());
        let collected = collect_once(listener);
        let runtime = Runtime::new().unwrap();
        let export = Export::start(&endpoint, &Trust::default(), runtime.handle()).unwrap();
        with_default(registry().with(layer(Some(&export))), || {
            error_span!("request", route = "/entrar", account = "0199c0de-ana").in_scope(|| {
                tracing::error!(password = "s3nha", "not a span");
            });
            drop(error_span!("something else", route = "/elsewhere"));
        });
        export.end();
        let request = String::from_utf8_lossy(&collected.join().unwrap()).into_owned();
        assert!(request.starts_with("POST /v1/traces "), "{request}");
        assert!(
            request.contains("balcao") && request.contains("/entrar"),
            "{request}"
        );
        for kept in ["0199c0de", "s3nha", "/elsewhere"] {
            assert!(!request.contains(kept), "{request}");
        }
    }
}
