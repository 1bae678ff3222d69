//! Why a mail server did not take a mail, and whose fault that is.

use std::{error::Error, fmt, io, time::Duration};

use lettre::transport::smtp;

use domain::{jobs::Fault, tls::TlsCause};

/// A step of the conversation, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Connect,
    Greeting,
    Hello,
    StartTls,
    SignIn,
    Sender,
    Recipient,
    Data,
    Content,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "the connection",
            Self::Greeting => "the greeting",
            Self::Hello => "EHLO",
            Self::StartTls => "STARTTLS",
            Self::SignIn => "AUTH",
            Self::Sender => "MAIL FROM",
            Self::Recipient => "RCPT TO",
            Self::Data => "DATA",
            Self::Content => "the end of the mail",
        })
    }
}

/// What a server answered, without its words: they often repeat the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    pub code: u16,
    /// As in `5.1.1` (RFC 3463).
    pub enhanced: Option<(u8, u16, u16)>,
}

impl Reply {
    fn new(code: u16, words: &str) -> Self {
        let first = words.split_whitespace().next();
        Self {
            code,
            enhanced: first.and_then(enhanced),
        }
    }

    const fn is_permanent(self) -> bool {
        self.code >= 500
    }

    /// "Security or policy" (RFC 3463 §3.8): at a recipient, most often a server that does not
    /// relay for us.
    const fn is_policy(self) -> bool {
        matches!(self.enhanced, Some((_, 7, _))) || matches!(self.code, 530 | 535 | 538)
    }
}

fn enhanced(text: &str) -> Option<(u8, u16, u16)> {
    let mut parts = text.split('.').map(str::parse::<u16>);
    let mut next = || parts.next()?.ok().filter(|it| *it < 1000);
    let (class, subject, detail) = (next()?, next()?, next()?);
    let class = u8::try_from(class).ok().filter(|it| matches!(it, 4 | 5))?;
    parts.next().is_none().then_some((class, subject, detail))
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        match self.enhanced {
            Some((class, subject, detail)) => write!(f, " {class}.{subject}.{detail}"),
            None => Ok(()),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    Refused(Reply),
    TimedOut(Duration),
    Tls(TlsCause),
    Lost(io::ErrorKind),
    /// The server's name has no address.
    NoAddress,
    NoStartTls,
    /// No way to sign in that both know.
    NoMechanism,
    /// An address that the server cannot write to.
    NoUnicode,
    /// It hung up, or answered what is no answer.
    Nonsense,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpError {
    pub step: Step,
    pub cause: Cause,
}

impl SmtpError {
    pub(super) fn new(step: Step, error: &smtp::Error) -> Self {
        let cause = if let Some(code) = error.status() {
            let words = error.source().map(ToString::to_string);
            Cause::Refused(Reply::new(code.into(), &words.unwrap_or_default()))
        } else if let Some(tls) = TlsCause::of(error) {
            Cause::Tls(tls)
        } else if error.is_client() && step == Step::SignIn {
            Cause::NoMechanism
        } else {
            lost(error).map_or(Cause::Nonsense, Cause::Lost)
        };
        Self { step, cause }
    }

    /// Whose fault it is. Until the server has taken the sender, nothing was said of this mail;
    /// what breaks off later may be the mail's doing.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self.cause {
            // Too large, wherever that is said (RFC 1870 §6).
            Cause::NoUnicode | Cause::Refused(Reply { code: 552, .. }) => Fault::Letter,
            // It closes (RFC 5321 §3.8).
            Cause::Refused(Reply { code: 421, .. }) => Fault::Server,
            _ if self.step <= Step::Sender => Fault::Server,
            Cause::Refused(reply) if self.step == Step::Recipient && reply.is_policy() => {
                Fault::Passing
            }
            Cause::Refused(reply) if reply.is_permanent() => Fault::Letter,
            _ => Fault::Passing,
        }
    }

    /// What the server answered, if it did.
    #[must_use]
    pub const fn reply(&self) -> Option<Reply> {
        match self.cause {
            Cause::Refused(reply) => Some(reply),
            _ => None,
        }
    }
}

fn lost(error: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<io::Error>() {
            return Some(error.kind());
        }
        next = error.source();
    }
    None
}

impl fmt::Display for SmtpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, cause } = self;
        match cause {
            Cause::Refused(reply) => write!(f, "refused at {step}: {reply}"),
            Cause::TimedOut(limit) => {
                let seconds = limit.as_secs();
                write!(f, "the mail server was silent at {step} for {seconds} s")?;
                if *step == Step::Greeting {
                    f.write_str(
                        "; one that speaks TLS from the start, as on port 465, wants smtps://",
                    )?;
                }
                Ok(())
            }
            Cause::Tls(cause) => write!(f, "no secure connection to the mail server: {cause}"),
            Cause::Lost(kind) => write!(f, "the mail server cannot be spoken to: {kind}"),
            Cause::NoAddress => f.write_str("the name of the mail server has no address"),
            Cause::NoStartTls => f.write_str(
                "the mail server offers no TLS; ?tls=none sends mail and password in the clear",
            ),
            Cause::NoMechanism => {
                f.write_str("the mail server takes no password, or in no way that is known here")
            }
            Cause::NoUnicode => f.write_str("the mail server takes plain addresses only"),
            Cause::Nonsense => write!(f, "the mail server broke off at {step}"),
        }
    }
}

impl Error for SmtpError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(step: Step, answer: &str) -> SmtpError {
        let (code, words) = answer.split_once(' ').unwrap_or((answer, ""));
        let cause = Cause::Refused(Reply::new(code.parse().unwrap(), words));
        SmtpError { step, cause }
    }

    #[test]
    fn whose_fault_it_is_depends_on_step_and_answer() {
        use Fault::{Letter, Passing, Server};
        for (step, answer, fault) in [
            (Step::Greeting, "554 no", Server),
            (Step::SignIn, "535 5.7.8 wrong password", Server),
            (Step::Sender, "550 5.7.1 not you", Server),
            (Step::Sender, "451 4.3.0 later", Server),
            (Step::Sender, "552 5.3.4 too large", Letter),
            (Step::Recipient, "550 5.1.1 unknown", Letter),
            (Step::Recipient, "550 unknown", Letter),
            (Step::Recipient, "553 5.1.3 no such syntax", Letter),
            (Step::Recipient, "554 5.7.1 relay access denied", Passing),
            (Step::Recipient, "530 sign in first", Passing),
            (Step::Recipient, "450 4.2.0 greylisted", Passing),
            (Step::Recipient, "421 4.3.2 closing", Server),
            (Step::Content, "552 5.3.4 too large", Letter),
            (Step::Content, "554 5.7.1 looks like spam", Letter),
            (Step::Content, "452 4.3.1 disk full", Passing),
        ] {
            assert_eq!(refused(step, answer).fault(), fault, "{step}: {answer}");
        }
        let silent = |step| SmtpError {
            step,
            cause: Cause::TimedOut(Duration::from_mins(5)),
        };
        assert_eq!(silent(Step::Hello).fault(), Server);
        assert_eq!(silent(Step::Content).fault(), Passing);
    }

    #[test]
    fn codes_are_kept_and_words_are_not() {
        let said = |answer| refused(Step::Recipient, answer).to_string();
        assert_eq!(
            said("550 5.1.1 <ana@empresa.com.br> unknown"),
            "refused at RCPT TO: 550 5.1.1"
        );
        for odd in [
            "550 ana",
            "550 5.1.1.1 x",
            "550 9.1.1 x",
            "550 5.1000.1",
            "550",
        ] {
            assert_eq!(said(odd), "refused at RCPT TO: 550", "{odd}");
        }
    }
}
