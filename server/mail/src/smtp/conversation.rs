//! One conversation with a mail server (RFC 5321), for one mail. Its connection is never used
//! again: what was cut half-way cannot answer for the next mail.

use lettre::{
    address::Envelope,
    transport::smtp::{
        self,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
    },
};
use tokio::{
    net::{TcpStream, lookup_host},
    time::{Duration, timeout},
};

use super::{Cause, Deadlines, SmtpAddress, SmtpError, Step, address::Security, deadlines::QUIT};

pub struct Conversation {
    connection: AsyncSmtpConnection,
    deadlines: Deadlines,
}

/// Whom to talk to, and as whom.
pub struct Party<'a> {
    pub address: &'a SmtpAddress,
    pub hello: &'a ClientId,
    pub tls: &'a TlsParameters,
}

impl Conversation {
    /// Begins one, as far as the server wants it: greeted, encrypted, signed in.
    pub async fn open(party: &Party<'_>, deadlines: Deadlines) -> Result<Self, SmtpError> {
        let connection = match party.address.security {
            Security::FromTheStart => encrypted(party, &deadlines).await?,
            _ => plain(party, &deadlines).await?,
        };
        let mut conversation = Self {
            connection,
            deadlines,
        };
        conversation.encrypt(party).await?;
        if let Some(credentials) = &party.address.credentials {
            conversation.sign_in(credentials).await?;
        }
        Ok(conversation)
    }

    async fn encrypt(&mut self, party: &Party<'_>) -> Result<(), SmtpError> {
        let offered = self.connection.can_starttls();
        match party.address.security {
            Security::None | Security::FromTheStart => return Ok(()),
            Security::Opportunistic if !offered => return Ok(()),
            Security::Required if !offered => {
                return Err(SmtpError {
                    step: Step::StartTls,
                    cause: Cause::NoStartTls,
                });
            }
            Security::Opportunistic | Security::Required => {}
        }
        let upgrade = self.connection.starttls(party.tls.clone(), party.hello);
        within(Step::StartTls, self.deadlines.command, upgrade).await
    }

    async fn sign_in(&mut self, credentials: &Credentials) -> Result<(), SmtpError> {
        let answer = self.connection.auth(DEFAULT_MECHANISMS, credentials);
        within(Step::SignIn, self.deadlines.command, answer)
            .await
            .map(drop)
    }

    /// Has the server take a mail, and says goodbye either way.
    pub async fn deliver(mut self, envelope: &Envelope, mail: &[u8]) -> Result<(), SmtpError> {
        let taken = self.hand_over(envelope, mail).await;
        // Who did not answer would not answer to this either.
        if !matches!(&taken, Err(error) if error.reply().is_none()) {
            self.end();
        }
        taken
    }

    async fn hand_over(&mut self, envelope: &Envelope, mail: &[u8]) -> Result<(), SmtpError> {
        let options = self.options(envelope, mail)?;
        let Deadlines {
            command,
            data,
            content,
            ..
        } = self.deadlines;
        let connection = &mut self.connection;
        let sender = Mail::new(envelope.from().cloned(), options);
        within(Step::Sender, command, connection.command(sender)).await?;
        for recipient in envelope.to() {
            let recipient = Rcpt::new(recipient.clone(), vec![]);
            within(Step::Recipient, command, connection.command(recipient)).await?;
        }
        within(Step::Data, data, connection.command(Data)).await?;
        within(Step::Content, content, connection.message(mail)).await?;
        Ok(())
    }

    /// What the mail needs beyond plain ASCII (RFC 6152, RFC 6531).
    fn options(&self, envelope: &Envelope, mail: &[u8]) -> Result<Vec<MailParameter>, SmtpError> {
        let mut options = Vec::new();
        let server = self.connection.server_info();
        let plain = |address: &lettre::Address| AsRef::<str>::as_ref(address).is_ascii();
        if !envelope.from().into_iter().chain(envelope.to()).all(plain) {
            if !server.supports_feature(Extension::SmtpUtfEight) {
                return Err(SmtpError {
                    step: Step::Recipient,
                    cause: Cause::NoUnicode,
                });
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if !mail.is_ascii() && server.supports_feature(Extension::EightBitMime) {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(options)
    }

    /// Says goodbye; nobody waits for the answer.
    pub fn end(mut self) {
        tokio::spawn(async move {
            let _ = timeout(QUIT, self.connection.quit()).await;
        });
    }
}

async fn plain(party: &Party<'_>, deadlines: &Deadlines) -> Result<AsyncSmtpConnection, SmtpError> {
    let stream = Box::new(connect(party.address, deadlines.connect).await?);
    let greeted = AsyncSmtpConnection::connect_with_transport(stream, party.hello);
    within(Step::Greeting, deadlines.greeting, greeted).await
}

async fn encrypted(
    party: &Party<'_>,
    deadlines: &Deadlines,
) -> Result<AsyncSmtpConnection, SmtpError> {
    let SmtpAddress { host, port, .. } = party.address;
    let greeted = AsyncSmtpConnection::connect_tokio1(
        (&**host, *port),
        Some(deadlines.connect),
        party.hello,
        Some(party.tls.clone()),
        None,
    );
    // One step for the library: it ends once the server has greeted.
    let limit = deadlines.connect + deadlines.greeting;
    within(Step::Connect, limit, greeted).await
}

async fn connect(address: &SmtpAddress, limit: Duration) -> Result<TcpStream, SmtpError> {
    let connected = async {
        let found = lookup_host((&*address.host, address.port)).await;
        let found: Vec<_> = found.map_err(|_| Cause::NoAddress)?.collect();
        let stream = TcpStream::connect(&*found).await;
        stream.map_err(|error| Cause::Lost(error.kind()))
    };
    let connected = timeout(limit, connected).await;
    let connected = connected.unwrap_or(Err(Cause::TimedOut(limit)));
    connected.map_err(|cause| SmtpError {
        step: Step::Connect,
        cause,
    })
}

/// One step. Out of time, the connection is left where it is and closed with the conversation.
async fn within<T>(
    step: Step,
    limit: Duration,
    work: impl Future<Output = Result<T, smtp::Error>>,
) -> Result<T, SmtpError> {
    match timeout(limit, work).await {
        Ok(answer) => answer.map_err(|error| SmtpError::new(step, &error)),
        Err(_) => Err(SmtpError {
            step,
            cause: Cause::TimedOut(limit),
        }),
    }
}
