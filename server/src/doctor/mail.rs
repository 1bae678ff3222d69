//! Checks that mail can be sent.

use super::{CheckResult, Problem};
use crate::{assembly, config::Config};

pub async fn check(config: &Config) -> CheckResult {
    let (mailer, mailbox) = assembly::mail(config).map_err(|error| {
        Problem::new(
            format!("{error:#}"),
            "check BALCAO_SMTP_URL and BALCAO_MAIL_SENDER",
        )
    })?;
    mailer.check().await.map_err(|error| {
        Problem::new(
            error.to_string(),
            "check BALCAO_SMTP_URL and that the mail server runs",
        )
    })?;
    match mailbox {
        None => Ok(format!(
            "the mail server answers; mails come from {}",
            config.mail.sender
        )),
        Some(_) if config.public_url.is_loopback() => {
            Ok("kept in a mailbox, for development only".to_owned())
        }
        Some(_) => Err(Problem::new(
            "there is no mail server",
            "set BALCAO_SMTP_URL and BALCAO_MAIL_SENDER",
        )),
    }
}
