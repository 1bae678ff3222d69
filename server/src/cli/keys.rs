//! `balcao keys`: the keys that sign access tokens.

use domain::oauth::{keys_of, rotate_keys, withdraw_key};

use super::{Output, arguments::KeysCommand};
use crate::config::Config;

pub async fn run(
    config: &Config,
    command: &KeysCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let services = super::services(config).await?;
    let scope = services.system();
    match command {
        KeysCommand::List => {
            for key in keys_of(&scope).await? {
                let until = key.signs_until.map(|until| format!(" until {until}"));
                let until = until.unwrap_or_default();
                output.line(format_args!(
                    "{}  {:5}  signs from {}{until}",
                    key.id, key.algorithm, key.signs_from
                ));
            }
        }
        KeysCommand::Rotate { algorithm, now } => {
            let algorithm = algorithm.unwrap_or(config.token_signing);
            let id = rotate_keys(&scope, &services.vault, algorithm, *now).await?;
            let when = if *now {
                "from now on"
            } else {
                "from tomorrow on"
            };
            output.line(format_args!(
                "{id} is published and signs with {algorithm} {when}."
            ));
        }
        KeysCommand::Withdraw { id } => {
            withdraw_key(&scope, *id).await?;
            output.line(format_args!(
                "{id} is gone; every token that it signed is refused."
            ));
        }
    }
    Ok(())
}
