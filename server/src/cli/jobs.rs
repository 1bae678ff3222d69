//! `balcao jobs`: waiting and dead jobs.

use domain::{
    Scope,
    jobs::{self, JobState, QueuedJob},
};

use super::{Output, arguments::JobsCommand};
use crate::config::Config;

pub async fn run(
    config: &Config,
    command: &JobsCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    match command {
        JobsCommand::List { dead } => list(&scope, *dead, output).await?,
        JobsCommand::Retry { id: Some(id), .. } => {
            jobs::retry(&scope, *id).await?;
            output.line("It is tried again, for five days.");
        }
        JobsCommand::Retry { .. } => {
            let revived = jobs::retry_dead(&scope).await?;
            output.line(format_args!("{revived} are tried again, for five days."));
        }
        JobsCommand::Drop { id } => {
            jobs::drop_job(&scope, *id).await?;
            output.line("It will not be done.");
        }
    }
    Ok(())
}

async fn list(scope: &Scope, dead: bool, output: &mut Output) -> anyhow::Result<()> {
    let state = dead.then_some(JobState::Dead);
    let mut after = None;
    loop {
        let page = jobs::list(scope, state, after).await?;
        for job in &page.items {
            output.line(line(job));
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let jobs::Backlog { waiting, dead, .. } = jobs::backlog(&scope.portal).await?;
    output.line(format_args!("{waiting} waiting, {dead} given up"));
    Ok(())
}

fn line(job: &QueuedJob) -> String {
    let QueuedJob {
        id, kind, attempts, ..
    } = job;
    let state = job.state.as_str();
    let since = job.created_at.format("%Y-%m-%d %H:%M");
    let why = job.last_error.as_deref().unwrap_or_default();
    format!("{id}  {state:<8}{since}  {attempts:>4}x  {kind:<20}  {why}")
        .trim_end()
        .to_owned()
}
