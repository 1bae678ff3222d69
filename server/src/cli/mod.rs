//! The command line.

mod apis;
mod arguments;
mod audit;
mod backups;
mod catalogues;
mod clients;
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
pub use arguments::ServeOptions;
use arguments::{Arguments, Command, DemoSize};
pub use output::Output;

const CONFIG_ERROR: u8 = 2;

/// Parses the process's arguments and runs the command.
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
        // If nobody reads the error, the exit code remains.
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
        Command::Serve(options) if options.development => Purpose::Development,
        Command::Serve(_) => Purpose::Serve,
        _ => Purpose::Command,
    }
}

fn start(command: &Command, config: &Config) -> anyhow::Result<ExitCode> {
    let runtime = runtime()?;
    let endpoint = config.otlp_endpoint.as_deref();
    let export = endpoint.map(|it| Export::start(it, &config.upstreams.trust, runtime.handle()));
    let export = export.transpose()?;
    telemetry::start(&config.log, export.as_ref());
    config.warn_of_unknown_variables();
    let done = runtime.block_on(run_command(command, config));
    if let Some(export) = export {
        export.end();
    }
    done
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().enable_all().build()
}

/// Runs a command. Its effect stays if its output cannot be written.
async fn run_command(command: &Command, config: &Config) -> anyhow::Result<ExitCode> {
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
        Command::Serve(options) => serve::serve(config, *options, output).await?,
        Command::Migrate { action, yes } => {
            migrate::migrate(config, *action, *yes, output).await?;
        }
        Command::Backup { directory } => backups::back_up(config, directory, output).await?,
        Command::Restore { directory, replace } => {
            backups::restore(config, directory, *replace, output).await?;
        }
        Command::Demo { size } => fill(config, *size, output).await?,
        Command::User { command } => people::run(config, command, output).await?,
        Command::Keys { command } => keys::run(config, command, output).await?,
        Command::Audit { command } => return audit::run(config, command, output).await,
        Command::Gateway { command } => gateways::run(config, command, output).await?,
        Command::Client { command } => clients::run(config, command, output).await?,
        Command::Token { command } => clients::tokens(config, command, output).await?,
        Command::Api { command } => apis::run(config, command, output).await?,
        Command::Catalogue { command } => catalogues::run(config, command, output).await?,
        Command::Jobs { command } => jobs::run(config, command, output).await?,
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
        let roles = welcome::role_names(&account.roles);
        output.line(format_args!("{}  {roles}", account.email));
    }
    output.line(format_args!(
        "The password of each is {} unless it was changed.",
        filled.password
    ));
    Ok(())
}

/// The scope of the portal itself, which may do everything.
async fn scope(config: &Config) -> anyhow::Result<Scope> {
    Ok(services(config).await?.system())
}

/// The services of the domain, for commands that need more than the scope.
async fn services(config: &Config) -> anyhow::Result<Arc<Services>> {
    let db = assembly::connect_migrated(&config.database_url).await?;
    let services = assembly::assemble(config, db).await?.services;
    assembly::check_key(&services).await?;
    Ok(services)
}
