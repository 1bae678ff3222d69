//! `balcao gateway`: gateways that ask about access tokens.

use anyhow::Context;
use domain::oauth::{add_resource_server, resource_servers, revoke_resource_server};

use super::{Output, arguments::GatewayCommand};
use crate::config::Config;

pub async fn run(
    config: &Config,
    command: &GatewayCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    match command {
        GatewayCommand::Add { name } => {
            // A gateway is added only after its keys were shown.
            add_resource_server(&scope, name, |keys| {
                output.line(format_args!("public key  {}", keys.public_key));
                output.line(format_args!("secret key  {}", keys.secret_key.expose()));
                output.line("The secret key is not shown again.");
                output.flush()
            })
            .await
            .context("the gateway was not added, and keys shown for it are good for nothing")?;
        }
        GatewayCommand::List => {
            for server in resource_servers(&scope).await? {
                let revoked = server.revoked_at.map(|at| format!("  revoked {at}"));
                let revoked = revoked.unwrap_or_default();
                output.line(format_args!(
                    "{}  {}{revoked}",
                    server.public_key, server.name
                ));
            }
        }
        GatewayCommand::Revoke { name } => {
            revoke_resource_server(&scope, name).await?;
            output.line(format_args!("{name} may not ask any more."));
        }
    }
    Ok(())
}
