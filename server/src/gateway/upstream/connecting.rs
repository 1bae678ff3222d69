//! Connections to upstreams.

use std::{error::Error, io, time::Duration};

use axum::http::Uri;
use domain::tls::{TlsCause, Trust};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::time::timeout;
use tower::ServiceExt;

use super::{AllowedUpstreams, address::NoAllowedAddress, forward};

pub type Connector = HttpsConnector<HttpConnector<AllowedUpstreams>>;

/// A connector for allowed addresses that trusts the authorities of the operating system and of the
/// owner.
#[expect(
    clippy::expect_used,
    reason = "at start; the ciphers are those that the program was built with"
)]
pub fn connector(allowed: AllowedUpstreams, trust: &Trust) -> Connector {
    let mut http = HttpConnector::new_with_resolver(allowed);
    http.enforce_http(false);
    http.set_connect_timeout(Some(forward::CONNECT));
    http.set_nodelay(true);
    let tls = trust.client_config().expect("TLS 1.2 and 1.3 are there");
    HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(http)
}

/// Why an upstream cannot be reached, in a way that somebody can mend.
#[derive(Debug, thiserror::Error)]
pub enum Unreachable {
    /// Its name leads to addresses alone that calls may not be forwarded to.
    #[error("its name leads to no address that calls may be forwarded to")]
    Within,
    #[error("no secure connection: {0}")]
    Tls(TlsCause),
    #[error("no connection: {0}")]
    Connection(String),
    #[error("no connection in time")]
    TooLate,
}

/// Connects to an upstream without sending a request.
///
/// # Errors
/// [`Unreachable`] tells why it cannot be reached.
pub async fn probe(
    connector: Connector,
    upstream: Uri,
    limit: Duration,
) -> Result<(), Unreachable> {
    match timeout(limit, connector.oneshot(upstream)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(reason(&*error)),
        Err(_) => Err(Unreachable::TooLate),
    }
}

pub fn reason(error: &(dyn Error + 'static)) -> Unreachable {
    if leads_within(error) {
        return Unreachable::Within;
    }
    match TlsCause::of(error) {
        Some(cause) => Unreachable::Tls(cause),
        None if is_late(error) => Unreachable::TooLate,
        None => Unreachable::Connection(deepest(error).to_string()),
    }
}

fn leads_within(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        // `io::Error` gives access to its inner error only in this way.
        let held = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        if let Some(held) = held
            && held.is::<NoAllowedAddress>()
        {
            return true;
        }
        next = error.source();
    }
    false
}

fn is_late(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let timed_out = |error: &io::Error| error.kind() == io::ErrorKind::TimedOut;
        if error.downcast_ref().is_some_and(timed_out) {
            return true;
        }
        next = error.source();
    }
    false
}

/// The innermost error tells what happened, the outer ones only where.
fn deepest<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    let mut found = error;
    while let Some(source) = found.source() {
        found = source;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
    use tokio::net::TcpListener;
    use tokio_rustls::{
        TlsAcceptor,
        rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer},
    };

    use super::*;
    use crate::config::UpstreamConfig;

    const SOON: Duration = Duration::from_secs(10);

    /// An upstream with a certificate of its own authority; returns its address and that authority.
    async fn upstream() -> (Uri, String) {
        let authority_key = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(vec![]).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = authority.self_signed(&authority_key).unwrap().pem();
        let issuer = Issuer::new(authority, authority_key);
        let key = KeyPair::generate().unwrap();
        let names = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
        let certificate = names.signed_by(&key, &issuer).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://{}/", listener.local_addr().unwrap());
        let acceptor = TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let _ = acceptor.accept(stream).await;
            }
        });
        (address.parse().unwrap(), pem)
    }

    async fn reaches(upstream: Uri, trust: &Trust) -> Result<(), Unreachable> {
        let allowed = AllowedUpstreams::new(&UpstreamConfig {
            hosts: vec!["127.0.0.1".to_owned()],
            networks: vec!["127.0.0.0/8".parse().unwrap()],
            ..UpstreamConfig::default()
        });
        probe(connector(allowed, trust), upstream, SOON).await
    }

    #[tokio::test]
    async fn an_authority_of_ones_own_is_trusted_when_it_is_named() {
        let (upstream, pem) = upstream().await;
        let trust = Trust::with(pem.as_bytes()).unwrap();
        reaches(upstream, &trust).await.unwrap();
    }

    #[tokio::test]
    async fn why_an_upstream_is_not_trusted_is_said() {
        let (upstream, _) = upstream().await;
        let refused = reaches(upstream, &Trust::default()).await.unwrap_err();
        let unknown = Unreachable::Tls(TlsCause::UnknownIssuer);
        assert_eq!(refused.to_string(), unknown.to_string());
    }

    #[tokio::test]
    async fn an_upstream_that_nobody_answers_for_is_told_apart() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://{}/", listener.local_addr().unwrap());
        drop(listener);
        let gone = reaches(address.parse().unwrap(), &Trust::default()).await;
        assert!(matches!(gone, Err(Unreachable::Connection(_))), "{gone:?}");
    }
}
