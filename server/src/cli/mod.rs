//! The command line.

mod apis;
mod arguments;
mod audit;
mod backups;
mod gateways;
mod jobs;
mod keys;
mod migrate;
mod output;
mod people;
mod test_mail;

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

use anyhow::Context;
use clap::Parser;
use domain::{Scope, Services, demo};
use tokio::runtime::{Builder, Runtime};

use crate::{
    assembly,
    config::{Config, Mistakes, Purpose, Sources},
    doctor,
    otlp::Export,
    serve, telemetry, welcome,
};
use arguments::{Arguments, Command, DemoSize};
pub use output::Output;

const CONFIG_ERROR: u8 = 2;

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
        // Where nobody hears it, the exit code still says it.
        let _ = writeln!(io::stderr(), "balcao: {error:#}");
        ExitCode::from(if error.is::<Mistakes>() {
            CONFIG_ERROR
        } else {
            1
        })
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
    let runtime = runtime()?;
    let endpoint = config.otlp_endpoint.as_deref();
    let export = endpoint.map(|it| Export::start(it, &config.upstreams.trust, runtime.handle()));
    let export = export.transpose()?;
    telemetry::start(&config.log, export.as_ref());
    config.warn_of_strangers();
    let done = runtime.block_on(carry_out(command, config));
    if let Some(export) = export {
        export.end();
    }
    done
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().enable_all().build()
}

/// Carries a command out and tells of it; what was done stays done where that cannot be told.
async fn carry_out(command: &Command, config: &Config) -> anyhow::Result<ExitCode> {
    let mut output = Output::standard();
    let code = dispatch(command, config, &mut output).await?;
    let told = output.finish();
    told.context("it is done, but not all that there is to say of it could be written")?;
    Ok(code)
}

async fn dispatch(
    command: &Command,
    config: &Config,
    output: &mut Output,
) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { .. } => serve::serve(config, purpose(command), output).await?,
        Command::Migrate { action, yes } => {
            migrate::migrate(config, *action, *yes, output).await?;
        }
        Command::Backup { directory } => backups::make(config, directory, output).await?,
        Command::Restore { directory, replace } => {
            backups::bring_back(config, directory, *replace, output).await?;
        }
        Command::Demo { size } => fill(config, *size, output).await?,
        Command::User { command } => people::carry_out(config, command, output).await?,
        Command::Keys { command } => keys::carry_out(config, command, output).await?,
        Command::Audit { command } => audit::carry_out(config, command, output).await?,
        Command::Gateway { command } => gateways::carry_out(config, command, output).await?,
        Command::Api { command } => apis::carry_out(config, command, output).await?,
        Command::Jobs { command } => jobs::carry_out(config, command, output).await?,
        Command::SendTestMail { address, language } => {
            test_mail::send(config, address, *language, output).await?;
        }
        Command::Doctor => return Ok(doctor::examine(config, output).await),
    }
    Ok(ExitCode::SUCCESS)
}

async fn fill(config: &Config, size: DemoSize, output: &mut Output) -> anyhow::Result<()> {
    let services = services(config).await?;
    let scope = services.system();
    if let DemoSize::Crowd(crowd) = size {
        let report = |what: &str, count: usize| output.line(format_args!("{count} {what} …"));
        demo::fill_crowd(&scope, &services, crowd, report).await?;
        output.line("The portal is full.");
        return Ok(());
    }
    let filled = demo::fill(&scope, &services).await?;
    output.line("The catalogue has the demo APIs.");
    for account in &filled.accounts {
        let may = welcome::may(&account.roles);
        output.line(format_args!("{}  {may}", account.email));
    }
    if !filled.accounts.is_empty() {
        output.line(format_args!(
            "The password of each is {} unless it was changed.",
            filled.password
        ));
    }
    Ok(())
}

/// The portal itself, to whom everything is allowed.
async fn scope(config: &Config) -> anyhow::Result<Scope> {
    Ok(services(config).await?.system())
}

/// What the domain works with, for commands that need more than the scope.
async fn services(config: &Config) -> anyhow::Result<Arc<Services>> {
    let db = assembly::connect_migrated(&config.database_url).await?;
    let services = assembly::assemble(config, db).await?.services;
    assembly::check_key(&services).await?;
    Ok(services)
}
