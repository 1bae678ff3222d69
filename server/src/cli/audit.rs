//! `balcao audit`.

use std::{
    fs::OpenOptions,
    io::{BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use anyhow::Context;
use domain::audit;

use super::{Output, arguments::AuditCommand};
use crate::config::Config;

pub async fn run(
    config: &Config,
    command: &AuditCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let AuditCommand::Export { file } = command;
    export(config, file, output).await
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
