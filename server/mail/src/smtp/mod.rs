//! A mail server: how it is reached, spoken to, and understood.

mod address;
mod conversation;
mod deadlines;
mod error;

use std::{net::IpAddr, sync::OnceLock};

use lettre::{
    Message,
    transport::smtp::{
        self,
        client::{Certificate, CertificateStore, TlsParameters},
        extension::ClientId,
    },
};

pub use address::InvalidMailSetting;
use address::SmtpAddress;
use conversation::{Conversation, Party};
pub use deadlines::Deadlines;
pub use error::{Cause, Reply, SmtpError, Step};

use domain::tls::{self, Trust};

/// A mail server as the settings describe it.
pub struct Smtp {
    address: SmtpAddress,
    hello: ClientId,
    trust: Trust,
    deadlines: Deadlines,
    /// Made at the first use: it reads the authorities that the operating system trusts.
    tls: OnceLock<TlsParameters>,
}

impl Smtp {
    /// The server at `url`, as in `smtp://user:password@host:587?tls=required` or `smtps://host`.
    ///
    /// # Errors
    /// [`InvalidMailSetting`] tells what is wrong with the address.
    pub fn at(url: &str) -> Result<Self, InvalidMailSetting> {
        Ok(Self {
            address: SmtpAddress::parse(url)?,
            hello: ClientId::default(),
            trust: Trust::default(),
            deadlines: Deadlines::PATIENT,
            tls: OnceLock::new(),
        })
    }

    /// Introduces itself as `host`, which is this machine's own name otherwise (RFC 5321 §4.1.4).
    #[must_use]
    pub fn introducing(mut self, host: &str) -> Self {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        self.hello = match bare.parse() {
            Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
            Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
            Err(_) => ClientId::Domain(host.to_owned()),
        };
        self
    }

    #[must_use]
    pub fn trusting(mut self, trust: Trust) -> Self {
        self.trust = trust;
        self
    }

    #[must_use]
    pub const fn within(mut self, deadlines: Deadlines) -> Self {
        self.deadlines = deadlines;
        self
    }

    pub(super) async fn send(&self, mail: &Message) -> Result<(), SmtpError> {
        self.send_within(mail, self.deadlines).await
    }

    pub(super) async fn send_within(
        &self,
        mail: &Message,
        deadlines: Deadlines,
    ) -> Result<(), SmtpError> {
        let conversation = self.open(deadlines).await?;
        conversation
            .deliver(mail.envelope(), &mail.formatted())
            .await
    }

    /// Asks whether mail would be taken, for somebody who waits.
    pub(super) async fn check(&self, deadlines: Deadlines) -> Result<(), SmtpError> {
        self.open(deadlines).await.map(Conversation::end)
    }

    async fn open(&self, deadlines: Deadlines) -> Result<Conversation, SmtpError> {
        let party = Party {
            address: &self.address,
            hello: &self.hello,
            tls: self.tls()?,
        };
        Conversation::open(&party, deadlines).await
    }

    fn tls(&self) -> Result<&TlsParameters, SmtpError> {
        if let Some(made) = self.tls.get() {
            return Ok(made);
        }
        let made = self.make_tls();
        let made = made.map_err(|error| SmtpError::new(Step::Connect, &error))?;
        Ok(self.tls.get_or_init(|| made))
    }

    fn make_tls(&self) -> Result<TlsParameters, smtp::Error> {
        let store = if tls::system_has_authorities() {
            CertificateStore::Default
        } else {
            CertificateStore::WebpkiRoots
        };
        let mut parameters = TlsParameters::builder(self.address.host.clone())
            .certificate_store(store)
            .dangerous_accept_invalid_certs(!self.address.checks_certificate())
            .dangerous_accept_invalid_hostnames(!self.address.checks_certificate());
        for certificate in self.trust.own() {
            let certificate = Certificate::from_der(certificate.to_vec())?;
            parameters = parameters.add_root_certificate(certificate);
        }
        parameters.build()
    }
}
