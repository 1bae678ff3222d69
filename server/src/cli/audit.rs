//! `balcao audit`.

use std::{
    fs::{self, OpenOptions},
    io::{BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    process::ExitCode,
};

use anyhow::Context;
use domain::audit::{self, Fault, Head, Verified};

use super::{Output, arguments::AuditCommand};
use crate::config::Config;

/// Somebody changed the trail.
const CHANGED: u8 = 3;

pub async fn run(
    config: &Config,
    command: &AuditCommand,
    output: &mut Output,
) -> anyhow::Result<ExitCode> {
    match command {
        AuditCommand::Export { file } => export(config, file, output).await?,
        AuditCommand::Verify { head } => return verify(config, head.as_deref(), output).await,
        AuditCommand::Head => head(config, output).await?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Marks the events as exported once they are written to the disk.
async fn export(config: &Config, path: &Path, output: &mut Output) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    // Only the owner may read the file, as it tells who did what from where.
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be made", path.display()))?;
    let mut writer = BufWriter::new(file);
    let (until, count) = audit::export(&scope, &mut writer).await?;
    writer.flush()?;
    writer.get_ref().sync_all()?;
    audit::exported(&scope, until).await?;
    let path = path.display();
    output.line(format_args!("{count} events before {until} are in {path}."));
    Ok(())
}

/// What was written until now is sealed first, so that it is part of the head.
async fn head(config: &Config, output: &mut Output) -> anyhow::Result<()> {
    let services = super::services(config).await?;
    audit::seal(&services.portal, &services.vault).await?;
    match audit::head(&services.system(), &services.vault).await? {
        Some(head) => output.line(head),
        None => anyhow::bail!("the trail is empty, so it has no head yet"),
    }
    Ok(())
}

async fn verify(
    config: &Config,
    head: Option<&Path>,
    output: &mut Output,
) -> anyhow::Result<ExitCode> {
    let head = head.map(read).transpose()?;
    let services = super::services(config).await?;
    let found = audit::verify(&services.system(), &services.vault, head.as_ref()).await?;
    for fault in &found.faults {
        output.line(said(*fault));
    }
    if found.has_more {
        output.line("There are more.");
    }
    sum_up(&found, output);
    Ok(if found.faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(CHANGED)
    })
}

fn read(path: &Path) -> anyhow::Result<Head> {
    let shown = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("{shown} cannot be read"))?;
    text.parse().with_context(|| format!("{shown} is wrong"))
}

fn sum_up(found: &Verified, output: &mut Output) {
    let Verified {
        first,
        last,
        whole,
        deleted,
        erased,
        waiting,
        ..
    } = found;
    if found.head_is_gone {
        output.line("The head is older than what is kept of the trail: it says nothing of it.");
    }
    output.line(format_args!(
        "{whole} events are as they were sealed (numbers {first} to {last}); of {erased} of them \
         personal data was erased, {deleted} were deleted after their time, {waiting} are not \
         sealed yet."
    ));
    output.line(if found.faults.is_empty() {
        "The audit trail is whole."
    } else {
        "Somebody changed the audit trail."
    });
}

fn said(fault: Fault) -> String {
    match fault {
        Fault::Edited { number, event } => format!("Event {event} (number {number}) was edited."),
        Fault::Deleted { number, event } => format!("Event {event} (number {number}) was deleted."),
        Fault::Moved { number } => {
            format!("The seal with number {number} was edited, or is not in its place.")
        }
        Fault::Missing { first, last } => {
            format!("The seals with numbers {first} to {last} were deleted.")
        }
        Fault::Inserted { event } => format!("Event {event} was inserted without a seal."),
        Fault::ForgedRemoval { number } => {
            format!("The event with number {number} was deleted, but not by the portal.")
        }
        Fault::ForgedCheckpoint { number } => {
            format!("The checkpoint at number {number} is not the portal's.")
        }
        Fault::ForgedSeal { number } => {
            format!("The seals up to number {number} are not the portal's, or others followed.")
        }
        Fault::CutOff { last, head } => {
            format!("The trail ends with number {last}, but it had {head}: its end was cut off.")
        }
        Fault::OtherHead { number } => {
            format!("At number {number}, the trail is another one than that of the head.")
        }
        Fault::ForgedHead => "The head was edited, or is of another portal.".to_owned(),
    }
}
