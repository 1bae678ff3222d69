//! `balcao send-test-mail`.

use anyhow::Context;
use domain::accounts::Email;
use locales::Locale;

use super::Output;
use crate::{
    assembly::{self, Assembly},
    config::Config,
};

pub async fn send(
    config: &Config,
    address: &Email,
    language: Locale,
    output: &mut Output,
) -> anyhow::Result<()> {
    let db = assembly::connect_migrated(&config.database_url).await?;
    let Assembly {
        services, mailer, ..
    } = assembly::assemble(config, db).await?;
    let sent = mailer
        .send_test(&services.portal, address.clone(), language)
        .await;
    sent.context("the mail was not sent; `balcao doctor` may know why")?;
    match config.mail.smtp_url {
        Some(_) => output.line(format_args!("The mail server took the mail to {address}.")),
        None => output.line(format_args!(
            "There is no mail server: the mail is in {}.",
            config.mailbox_directory().display()
        )),
    }
    Ok(())
}
