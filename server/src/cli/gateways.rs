//! `balcao gateway`: programs that ask about the tokens of others.

use domain::oauth::{add_resource_server, resource_servers, revoke_resource_server};

use super::arguments::GatewayCommand;
use crate::config::Config;

pub async fn carry_out(config: &Config, command: &GatewayCommand) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    match command {
        GatewayCommand::Add { name } => {
            let keys = add_resource_server(&scope, name).await?;
            println!("public key  {}", keys.public_key);
            println!("secret key  {}", keys.secret_key.expose());
            println!("The secret key is not shown again.");
        }
        GatewayCommand::List => {
            for server in resource_servers(&scope).await? {
                let revoked = server.revoked_at.map(|at| format!("  revoked {at}"));
                println!(
                    "{}  {}{}",
                    server.public_key,
                    server.name,
                    revoked.unwrap_or_default()
                );
            }
        }
        GatewayCommand::Revoke { name } => {
            revoke_resource_server(&scope, name).await?;
            println!("{name} may not ask any more.");
        }
    }
    Ok(())
}
