//! The command line.

mod apis;
mod arguments;
mod audit;
mod gateways;
mod keys;
mod migrate;
mod people;
mod test_mail;

use std::process::ExitCode;

use clap::Parser;
use domain::{Scope, demo};
use tokio::runtime::{Builder, Runtime};

use crate::{
    assembly,
    config::{Config, Mistakes, Purpose, Sources},
    doctor, serve, telemetry, welcome,
};
use arguments::{Arguments, Command, DemoSize};

const MISTAKEN: u8 = 2;

/// Reads the process's arguments and does what they say.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match Config::load(
        Sources::of_process(arguments.config),
        purpose(&arguments.command),
    ) {
        Ok(config) => start(&arguments.command, &config),
        Err(mistakes) => Err(mistakes.into()),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("balcao: {error:#}");
        ExitCode::from(if error.is::<Mistakes>() { MISTAKEN } else { 1 })
    })
}

const fn purpose(command: &Command) -> Purpose {
    match command {
        Command::Serve { development: true } => Purpose::Development,
        Command::Serve { development: false } => Purpose::Serve,
        _ => Purpose::Command,
    }
}

fn start(command: &Command, config: &Config) -> anyhow::Result<ExitCode> {
    telemetry::start(&config.log);
    config.warn_of_strangers();
    runtime()?.block_on(carry_out(command, config))
}

fn runtime() -> std::io::Result<Runtime> {
    Builder::new_multi_thread().enable_all().build()
}

async fn carry_out(command: &Command, config: &Config) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { .. } => serve::serve(config, purpose(command)).await?,
        Command::Migrate { action } => migrate::migrate(config, *action).await?,
        Command::Demo { size } => fill(config, *size).await?,
        Command::User { command } => people::carry_out(config, command).await?,
        Command::Keys { command } => keys::carry_out(config, command).await?,
        Command::Audit { command } => audit::carry_out(config, command).await?,
        Command::Gateway { command } => gateways::carry_out(config, command).await?,
        Command::Api { command } => apis::carry_out(config, command).await?,
        Command::SendTestMail { address, language } => {
            test_mail::send(config, address, *language).await?;
        }
        Command::Doctor => return Ok(doctor::examine(config).await),
    }
    Ok(ExitCode::SUCCESS)
}

async fn fill(config: &Config, size: DemoSize) -> anyhow::Result<()> {
    let scope = scope(config).await?;
    if let DemoSize::Crowd(crowd) = size {
        demo::fill_crowd(&scope, crowd, |what, count| println!("{count} {what} …")).await?;
        println!("The portal is full.");
        return Ok(());
    }
    let filled = demo::fill(&scope).await?;
    println!("The catalogue has the demo APIs.");
    for account in &filled.accounts {
        println!("{}  {}", account.email, welcome::may(&account.roles));
    }
    if !filled.accounts.is_empty() {
        println!(
            "The password of each is {} unless it was changed.",
            filled.password
        );
    }
    Ok(())
}

/// The portal itself, to whom everything is allowed.
async fn scope(config: &Config) -> anyhow::Result<Scope> {
    let db = assembly::connect_migrated(&config.database_url).await?;
    Ok(Scope::system(assembly::assemble(config, db).await?.portal))
}
