//! `balcao migrate`.

use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::{bail, ensure};
use migrations::Event;

use super::{Output, arguments::MigrateAction};
use crate::{
    assembly::{self, MigrationRun},
    config::Config,
    schema::schema_of,
};

pub async fn migrate(
    config: &Config,
    action: MigrateAction,
    yes: bool,
    output: &mut Output,
) -> anyhow::Result<()> {
    match action {
        MigrateAction::Up => up(config, output).await,
        MigrateAction::Down => down(config, yes, output).await,
        MigrateAction::Status => status(config, output).await,
    }
}

async fn up(config: &Config, output: &mut Output) -> anyhow::Result<()> {
    let migrating =
        MigrationRun::begin(&config.database_url, || report(output, Event::Waiting)).await?;
    let mut applied = 0;
    let run = migrating.up(|event| {
        applied += usize::from(matches!(event, Event::Applied(_)));
        report(output, event);
    });
    run.await?;
    if applied == 0 {
        output.line("The database is up to date.");
    }
    Ok(())
}

async fn down(config: &Config, yes: bool, output: &mut Output) -> anyhow::Result<()> {
    let db = assembly::connect(&config.database_url).await?;
    let state = schema_of(&db).await?;
    let Some(last) = state.applied.last() else {
        output.line("There is nothing to take back.");
        return Ok(());
    };
    if !yes {
        ask(last)?;
    }
    drop(db);
    let migrating =
        MigrationRun::begin(&config.database_url, || report(output, Event::Waiting)).await?;
    migrating.down(last, |event| report(output, event)).await?;
    Ok(())
}

/// Asks for a confirmation, since the data of dropped tables is lost.
fn ask(step: &str) -> anyhow::Result<()> {
    let question = format!("{step} is taken back, with all data in what it made");
    if !io::stdin().is_terminal() {
        bail!("{question}; --yes says that this is meant");
    }
    write!(io::stderr(), "{question}. Go on? [y/N] ")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    ensure!(
        answer.trim().eq_ignore_ascii_case("y"),
        "nothing was changed"
    );
    Ok(())
}

async fn status(config: &Config, output: &mut Output) -> anyhow::Result<()> {
    let db = assembly::connect(&config.database_url).await?;
    let state = schema_of(&db).await?;
    for (how, names) in [
        ("applied", state.applied),
        ("missing", state.missing),
        ("unknown", state.unknown),
    ] {
        for name in names {
            output.line(format_args!("{how}    {name}"));
        }
    }
    Ok(())
}

fn report(output: &mut Output, event: Event<'_>) {
    match event {
        Event::Waiting => output.line("Somebody else is migrating the database; waiting for them."),
        Event::Applied(name) => output.line(format_args!("applied    {name}")),
        Event::TakenBack(name) => output.line(format_args!("taken back {name}")),
    }
}
