//! The way mails leave: over SMTP, or into the mailbox of a development run.

use std::{io, sync::OnceLock, time::Duration};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    transport::smtp::{self, AsyncSmtpTransportBuilder, PoolConfig},
};
use locales::Locale;

use super::{
    Mailbox, Message,
    letters::{Frame, Letter, TestMail},
};
use crate::{Portal, accounts::Email};

const CONNECTIONS: u32 = 4;
/// For each step of a conversation with the server.
const STEP_TIMEOUT: Duration = Duration::from_secs(20);

pub struct Mailer {
    sender: Address,
    transport: Transport,
}

enum Transport {
    Smtp(Smtp),
    Mailbox(Mailbox),
}

/// Made at the first use: its connections need a runtime, which a check of settings has not.
struct Smtp {
    settings: AsyncSmtpTransportBuilder,
    transport: OnceLock<AsyncSmtpTransport<Tokio1Executor>>,
}

impl Smtp {
    fn transport(&self) -> &AsyncSmtpTransport<Tokio1Executor> {
        self.transport.get_or_init(|| self.settings.clone().build())
    }
}

/// A setting that no mail can be sent with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMailSetting {
    #[error("not an SMTP URL such as smtp://user:password@host:587?tls=required or smtps://host")]
    Url,
    #[error("not a mail address to send from")]
    Sender,
}

/// Why a mail did not leave. Says what kind of failure it was and no more: a server's own words
/// often repeat the address, and this is kept and logged.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error("the recipient's address cannot be sent to")]
    Recipient,
    #[error("the mail cannot be encoded")]
    Encoding,
    #[error("the mail server answered {0}")]
    Refused(u16),
    #[error("the mail server did not answer in time")]
    TimedOut,
    #[error("no secure connection to the mail server")]
    Tls,
    #[error("no conversation with the mail server")]
    Connection,
    #[error("the mailbox cannot be written: {0}")]
    Mailbox(io::ErrorKind),
    #[error("the mail cannot be rendered")]
    Template(#[from] askama::Error),
}

impl Mailer {
    /// Over the server at `url`: `smtp://` or `smtps://`, with name and password where it wants
    /// them, and `?tls=required` or `?tls=opportunistic` for STARTTLS.
    ///
    /// # Errors
    /// [`InvalidMailSetting`] tells which of the two is wrong.
    pub fn smtp(url: &str, sender: &str) -> Result<Self, InvalidMailSetting> {
        let settings = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| InvalidMailSetting::Url)?
            .timeout(Some(STEP_TIMEOUT))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        let smtp = Smtp {
            settings,
            transport: OnceLock::new(),
        };
        Self::new(Transport::Smtp(smtp), sender)
    }

    /// Into a mailbox on this machine.
    ///
    /// # Errors
    /// [`InvalidMailSetting::Sender`].
    pub fn mailbox(mailbox: Mailbox, sender: &str) -> Result<Self, InvalidMailSetting> {
        Self::new(Transport::Mailbox(mailbox), sender)
    }

    fn new(transport: Transport, sender: &str) -> Result<Self, InvalidMailSetting> {
        let sender = sender.parse().map_err(|_| InvalidMailSetting::Sender)?;
        Ok(Self { sender, transport })
    }

    /// # Errors
    /// When the mail did not leave; it may be tried again.
    pub async fn send(&self, portal: &Portal, message: &Message) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(smtp) => {
                let encoded = message.encode(portal, &self.sender)?;
                smtp.transport().send(encoded).await?;
                Ok(())
            }
            Transport::Mailbox(mailbox) => {
                mailbox.deliver(portal, message)?;
                Ok(())
            }
        }
    }

    /// Sends a mail that tells its reader that mail leaves the portal.
    ///
    /// # Errors
    /// As [`Mailer::send`].
    pub async fn send_test(
        &self,
        portal: &Portal,
        to: Email,
        locale: Locale,
    ) -> Result<(), SendError> {
        let parts = TestMail {}.parts(Frame::of(portal, locale))?;
        self.send(portal, &parts.to(to)).await
    }

    /// Asks whether mail can leave, without sending any.
    ///
    /// # Errors
    /// What would keep it from leaving.
    pub async fn check(&self) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(smtp) if smtp.transport().test_connection().await? => Ok(()),
            Transport::Smtp(_) => Err(SendError::Connection),
            Transport::Mailbox(mailbox) => Ok(mailbox.check()?),
        }
    }
}

impl From<smtp::Error> for SendError {
    fn from(error: smtp::Error) -> Self {
        match error.status() {
            Some(code) => Self::Refused(code.into()),
            None if error.is_timeout() => Self::TimedOut,
            None if error.is_tls() => Self::Tls,
            None => Self::Connection,
        }
    }
}

impl From<io::Error> for SendError {
    fn from(error: io::Error) -> Self {
        Self::Mailbox(error.kind())
    }
}
