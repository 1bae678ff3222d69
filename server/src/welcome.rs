//! What a development run says once it serves: where it is, who can sign in, where mails are.

use std::io::{self, Write};

use app::routes;
use domain::{Role, demo::Filled};

use crate::config::Config;

/// # Errors
/// When nobody takes what is written.
pub fn print(config: &Config, filled: &Filled) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n  {} is at {}", config.brand.name, config.public_url)?;
    let mail = match config.mail.smtp_url {
        Some(_) => "leaves through the mail server in BALCAO_SMTP_URL".to_owned(),
        None => format!("is at {}{}", config.public_url, routes::MAILBOX),
    };
    writeln!(out, "  Mail {mail}\n")?;
    if filled.accounts.is_empty() {
        return writeln!(
            out,
            "  There are accounts already, so there are no demo accounts.\n"
        );
    }
    writeln!(
        out,
        "  Demo accounts, each with the password {}",
        filled.password
    )?;
    for account in &filled.accounts {
        let email = account.email.as_str();
        writeln!(
            out,
            "    {email:<34}{:<16}{}",
            account.name,
            may(&account.roles)
        )?;
    }
    writeln!(out)
}

/// What somebody with these roles is in the portal.
#[must_use]
pub fn may(roles: &[Role]) -> String {
    if roles.is_empty() {
        return "member".to_owned();
    }
    let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
    names.join(", ")
}
