//! Mail servers over TLS: whose certificate is taken, why another is not, and passwords that stay
//! at home.

use std::{sync::Arc, time::Duration};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpListener,
};
use tokio_rustls::TlsAcceptor;

use super::*;
use domain::tls::{TlsCause, Trust};

const SOON: Duration = Duration::from_secs(10);

/// Somebody who signs certificates.
struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).unwrap().pem();
        Self {
            pem,
            issuer: Issuer::new(params, key),
        }
    }

    /// A server with a certificate for `name`, good until the end of the year before `until`.
    fn server(&self, name: &str, until: i32) -> ServerConfig {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(1990, 1, 1);
        params.not_after = date_time_ymd(until, 1, 1);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap()
    }
}

/// Answers to whatever is said that it is fine.
async fn agree(stream: impl AsyncRead + AsyncWrite + Unpin) {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    let _ = stream.write_all(b"220 mail.example\r\n").await;
    while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
        line.clear();
        let _ = stream.write_all(b"250 fine\r\n").await;
    }
}

/// A server that speaks TLS from the start; its port.
async fn start(config: ServerConfig) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                agree(stream).await;
            }
        }
    });
    port
}

async fn check(url: &str, trust: Trust) -> Result<(), SmtpError> {
    let server = Smtp::at(url).unwrap().trusting(trust);
    server.check(Deadlines::of(SOON)).await
}

#[tokio::test]
async fn a_server_of_an_authority_of_ones_own_is_trusted_when_that_is_named() {
    let authority = Authority::new();
    let port = start(authority.server("127.0.0.1", 4000)).await;
    let trust = Trust::with(authority.pem.as_bytes()).unwrap();
    let url = format!("smtps://127.0.0.1:{port}");
    check(&url, trust).await.unwrap();
}

#[tokio::test]
async fn why_a_certificate_is_not_taken_is_said() {
    let (ours, stranger) = (Authority::new(), Authority::new());
    let expired = ours.server("127.0.0.1", 2001);
    for (server, cause) in [
        (expired, TlsCause::Expired),
        (ours.server("mail.example", 4000), TlsCause::WrongName),
        (stranger.server("127.0.0.1", 4000), TlsCause::UnknownIssuer),
    ] {
        let url = format!("smtps://127.0.0.1:{}", start(server).await);
        let trust = Trust::with(ours.pem.as_bytes()).unwrap();
        let error = check(&url, trust).await.unwrap_err();
        assert_eq!(error.cause, Cause::Tls(cause.clone()));
        assert!(error.to_string().ends_with(&cause.to_string()), "{error}");
    }
}

#[tokio::test]
async fn a_server_without_tls_where_it_was_wanted_from_the_start_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtps://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            agree(stream).await;
        }
    });
    let error = check(&url, Trust::default()).await.unwrap_err();
    assert_eq!(error.cause, Cause::Tls(TlsCause::NoTls));
}

#[tokio::test]
async fn a_server_that_waits_for_tls_from_the_start_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let server = Smtp::at(&url).unwrap();
    let brief = Deadlines::of(Duration::from_millis(100));
    let error = server.check(brief).await.unwrap_err();
    assert_eq!(error.step, Step::Greeting);
    assert!(error.to_string().contains("wants smtps://"), "{error}");
    drop(listener);
}

#[tokio::test]
async fn a_password_stays_at_home_when_the_server_offers_no_tls() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let told = tokio::spawn(async move {
        let mut stream = BufReader::new(listener.accept().await.unwrap().0);
        let (mut told, mut line) = (String::new(), String::new());
        stream.write_all(b"220 mail.example\r\n").await.unwrap();
        while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
            told += &line;
            line.clear();
            let answer: &[u8] = b"250-mail.example\r\n250 AUTH PLAIN LOGIN\r\n";
            let _ = stream.write_all(answer).await;
        }
        told
    });
    let url = format!("smtp://balcao:s3gredo@127.0.0.1:{port}?tls=required");
    let error = check(&url, Trust::default()).await.unwrap_err();
    assert_eq!(error.cause, Cause::NoStartTls);
    let told = told.await.unwrap();
    assert!(
        told.starts_with("EHLO ") && !told.contains("AUTH"),
        "{told}"
    );
}

/// A server that offers STARTTLS to one client; what it was told in clear, and what it was told
/// afterwards.
async fn offer_starttls(listener: TcpListener, config: ServerConfig) -> (String, String) {
    let mut stream = BufReader::new(listener.accept().await.unwrap().0);
    stream.write_all(b"220 mail.example\r\n").await.unwrap();
    let (mut clear, mut line) = (String::new(), String::new());
    while line != "STARTTLS\r\n" {
        line.clear();
        stream.read_line(&mut line).await.unwrap();
        clear += &line;
        let answer: &[u8] = if line.starts_with("EHLO") {
            b"250-mail.example\r\n250 STARTTLS\r\n"
        } else {
            b"220 go on\r\n"
        };
        stream.write_all(answer).await.unwrap();
    }
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let mut stream = BufReader::new(acceptor.accept(stream.into_inner()).await.unwrap());
    let mut sealed = String::new();
    loop {
        line.clear();
        if !stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
            return (clear, sealed);
        }
        sealed += &line;
        let answer: &[u8] = match &line[..4] {
            "EHLO" => b"250-mail.example\r\n250 AUTH PLAIN LOGIN\r\n",
            "AUTH" => b"235 welcome\r\n",
            _ => b"250 fine\r\n",
        };
        let _ = stream.write_all(answer).await;
    }
}

#[tokio::test]
async fn a_password_is_said_after_starttls_and_not_before() {
    let authority = Authority::new();
    for wanted in ["opportunistic", "required"] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = authority.server("127.0.0.1", 4000);
        let told = tokio::spawn(offer_starttls(listener, server));
        let url = format!("smtp://balcao:s3gredo@127.0.0.1:{port}?tls={wanted}");
        let trust = Trust::with(authority.pem.as_bytes()).unwrap();
        check(&url, trust).await.unwrap();
        let (clear, sealed) = told.await.unwrap();
        assert!(!clear.contains("AUTH"), "{clear}");
        assert!(sealed.contains("AUTH PLAIN"), "{sealed}");
    }
}

#[test]
fn what_is_no_certificate_is_no_trust() {
    assert_eq!(Trust::with(b""), None);
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(Trust::with(broken.as_bytes()), None);
}
