//! What a development run prints at start: its address, the demo accounts and the mailbox.

use app::routes;
use domain::{Role, demo::DemoAccess};

use crate::{cli::Output, config::Config};

pub fn print(output: &mut Output, config: &Config, demo: Option<&DemoAccess>) {
    output.line(format_args!(
        "\n  {} is at {}",
        config.brand.name, config.public_url
    ));
    let mail = match config.mail.smtp_url {
        Some(_) => "leaves through the mail server in BALCAO_SMTP_URL".to_owned(),
        None => format!("is at {}{}", config.public_url, routes::MAILBOX),
    };
    output.line(format_args!("  Mail {mail}\n"));
    let Some(demo) = demo else {
        output.line("  There are accounts already, so there is no demo content.\n");
        return;
    };
    output.line(format_args!(
        "  Demo accounts, each with the password {}",
        demo.password
    ));
    let names = demo.accounts.iter().map(|it| it.name.chars().count());
    let width = names.max().unwrap_or_default();
    for account in &demo.accounts {
        let email = account.email.as_str();
        let roles = role_names(&account.roles);
        output.line(format_args!(
            "    {email:<34}{:<width$}  {roles}",
            account.name
        ));
    }
    output.line("");
}

/// The description of somebody with these roles.
#[must_use]
pub fn role_names(roles: &[Role]) -> String {
    if roles.is_empty() {
        return "member".to_owned();
    }
    let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
    names.join(", ")
}
