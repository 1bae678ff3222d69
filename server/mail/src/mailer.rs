//! The way mails leave: over SMTP, or into the mailbox of a development run.

use std::io;

use lettre::Address;
use locales::Locale;

use super::{
    Mailbox, Message,
    letters::{Frame, Letter, TestMail},
    smtp::{Deadlines, InvalidMailSetting, Smtp, SmtpError},
};
use domain::{Portal, accounts::Email, ids::MailId, jobs::Fault};

pub struct Mailer {
    sender: Address,
    transport: Transport,
}

enum Transport {
    Smtp(Box<Smtp>),
    Mailbox(Mailbox),
}

/// Why a mail did not leave. Says what kind of failure it was and no more: a server's own words
/// often repeat the address, and this is kept and logged.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error("the recipient's address cannot be sent to")]
    Recipient,
    #[error("the mail cannot be encoded")]
    Encoding,
    #[error(transparent)]
    Smtp(#[from] SmtpError),
    #[error("the mailbox cannot be written: {0}")]
    Mailbox(io::ErrorKind),
    #[error("the mail cannot be rendered")]
    Template(#[from] askama::Error),
}

impl SendError {
    /// Whose fault it is.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self {
            Self::Recipient | Self::Encoding => Fault::Letter,
            Self::Smtp(error) => error.fault(),
            Self::Mailbox(_) => Fault::Server,
            Self::Template(_) => Fault::Passing,
        }
    }
}

impl Mailer {
    /// Over a mail server.
    ///
    /// # Errors
    /// [`InvalidMailSetting::Sender`].
    pub fn smtp(server: Smtp, sender: &str) -> Result<Self, InvalidMailSetting> {
        Self::new(Transport::Smtp(Box::new(server)), sender)
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

    /// Sends a mail under an id of its own: a mail sent again under the same one is known by its
    /// readers' programs as the same.
    ///
    /// # Errors
    /// When the mail did not leave, or may not have; it may be tried again.
    pub async fn send(
        &self,
        portal: &Portal,
        id: MailId,
        message: &Message,
    ) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(smtp) => {
                let encoded = message.encode(portal, id, &self.sender)?;
                smtp.send(&encoded).await?;
            }
            Transport::Mailbox(mailbox) => {
                mailbox.deliver(portal, id, message)?;
            }
        }
        Ok(())
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
        let letter = TestMail {
            portal: portal.settings.brand_name.clone(),
        };
        let parts = letter.parts(Frame::of(portal, locale))?;
        let (id, message) = (portal.new_id(), parts.to(to, None));
        match &self.transport {
            Transport::Smtp(smtp) => {
                let encoded = message.encode(portal, id, &self.sender)?;
                Ok(smtp.send_within(&encoded, Deadlines::BRIEF).await?)
            }
            Transport::Mailbox(_) => self.send(portal, id, &message).await,
        }
    }

    /// Asks whether mail can leave, without sending any.
    ///
    /// # Errors
    /// What would keep it from leaving.
    pub async fn check(&self) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(smtp) => Ok(smtp.check(Deadlines::BRIEF).await?),
            Transport::Mailbox(mailbox) => Ok(mailbox.check()?),
        }
    }
}

impl From<io::Error> for SendError {
    fn from(error: io::Error) -> Self {
        Self::Mailbox(error.kind())
    }
}
