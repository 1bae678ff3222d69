//! The authorities that TLS connections trust, and why a connection fails.

use std::{error::Error, io, sync::Arc};

use rustls::{
    CertificateError, ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};

/// The authorities of the operating system, and those that the owner of the portal added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust(Vec<CertificateDer<'static>>);

impl Trust {
    /// Adds the certificates of a PEM file; `None` when it holds none, or something that is no
    /// certificate.
    #[must_use]
    pub fn with(pem: &[u8]) -> Option<Self> {
        let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
        let own = found.ok().filter(|own| !own.is_empty())?;
        let readable = |it: &CertificateDer<'static>| RootCertStore::empty().add(it.clone());
        own.iter()
            .all(|it| readable(it).is_ok())
            .then_some(Self(own))
    }

    /// The authorities that the owner added.
    #[must_use]
    pub fn own(&self) -> &[CertificateDer<'static>] {
        &self.0
    }

    /// The configuration for connections over TLS 1.2 and 1.3.
    ///
    /// # Errors
    /// When the program was built without the ciphers of these versions.
    pub fn client_config(&self) -> Result<ClientConfig, rustls::Error> {
        let provider = Arc::new(ring::default_provider());
        let config =
            ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        Ok(config
            .with_root_certificates(self.roots())
            .with_no_client_auth())
    }

    fn roots(&self) -> RootCertStore {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        }
        roots.add_parsable_certificates(self.0.iter().cloned());
        roots
    }
}

/// Whether the operating system has authorities. Without them, as in many containers, those of
/// browsers are used.
#[must_use]
pub fn system_has_authorities() -> bool {
    !rustls_native_certs::load_native_certs().certs.is_empty()
}

/// Why a TLS connection failed, as far as somebody can mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlsCause {
    #[error("its certificate has expired")]
    Expired,
    #[error("its certificate is not valid yet, or this machine's clock is wrong")]
    NotYetValid,
    #[error("its certificate was issued by somebody unknown here; BALCAO_TLS_CA can name them")]
    UnknownIssuer,
    #[error("its certificate is for another name")]
    WrongName,
    #[error("its certificate was revoked")]
    Revoked,
    #[error("it does not speak TLS there")]
    NoTls,
    #[error("{0}")]
    Other(String),
}

impl TlsCause {
    /// Finds the cause in an error and its sources.
    #[must_use]
    pub fn of(error: &(dyn Error + 'static)) -> Option<Self> {
        let mut next = Some(error);
        while let Some(error) = next {
            if let Some(error) = error.downcast_ref::<rustls::Error>() {
                return Some(Self::from(error));
            }
            // `io::Error` gives access to its inner error only in this way.
            let held = error
                .downcast_ref::<io::Error>()
                .and_then(io::Error::get_ref);
            next = match held {
                Some(held) => Some(held as &(dyn Error + 'static)),
                None => error.source(),
            };
        }
        None
    }
}

impl From<&rustls::Error> for TlsCause {
    fn from(error: &rustls::Error) -> Self {
        use CertificateError as Bad;
        match error {
            rustls::Error::InvalidCertificate(bad) => match bad {
                Bad::Expired | Bad::ExpiredContext { .. } => Self::Expired,
                Bad::NotValidYet | Bad::NotValidYetContext { .. } => Self::NotYetValid,
                // The signature is also wrong when an unknown authority has the name of a known
                // one.
                Bad::UnknownIssuer | Bad::BadSignature => Self::UnknownIssuer,
                Bad::NotValidForName | Bad::NotValidForNameContext { .. } => Self::WrongName,
                Bad::Revoked => Self::Revoked,
                _ => Self::Other(error.to_string()),
            },
            rustls::Error::InvalidMessage(_) => Self::NoTls,
            _ => Self::Other(error.to_string()),
        }
    }
}
