//! `balcao doctor`: checks the installation, and tells how to mend what is wrong.

mod clock;
mod database;
mod files;
mod jobs;
mod keys;
mod mail;
mod proxies;
mod public_url;
mod search;
mod security;
mod siem;
mod upstreams;

use std::process::ExitCode;

use crate::{cli::Output, config::Config};

/// The result of a check.
type CheckResult = Result<String, Problem>;

/// A problem and its remedy.
#[derive(Debug)]
struct Problem {
    what: String,
    remedy: String,
}

impl Problem {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// Runs all checks and prints their results; the exit code tells whether all is well.
pub async fn examine(config: &Config, output: &mut Output) -> ExitCode {
    let mut healthy = report(output, "settings", &Ok(settings(config)));
    let database = database::check(config).await;
    let (result, db) = match database {
        Ok((said, db)) => (Ok(said), Some(db)),
        Err(problem) => (Err(problem), None),
    };
    healthy &= report(output, "database", &result);
    healthy &= report(output, "search", &search::check(db.clone()).await);
    healthy &= report(output, "files", &files::check(config));
    healthy &= report(output, "mail", &mail::check(config).await);
    healthy &= report(output, "jobs", &jobs::check(config, db.clone()).await);
    healthy &= report(output, "keys", &keys::check(config, db.clone()).await);
    healthy &= report(
        output,
        "upstreams",
        &upstreams::check(config, db.clone()).await,
    );
    healthy &= report(output, "proxies", &proxies::check(config, db.clone()).await);
    healthy &= report(output, "clock", &clock::check(db).await);
    if let Some(contact) = &config.security {
        healthy &= report(output, "security", &security::check(contact));
    }
    healthy &= report(output, "audit", &siem::check(config).await);
    healthy &= report(output, "metrics", &Ok(metrics(config)));
    healthy &= report(output, "public URL", &public_url::check(config).await);
    if healthy {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Reports unknown variables: they may be typing mistakes, or belong to an orchestrator. All other
/// mistakes end the program before any check.
fn settings(config: &Config) -> String {
    match config.unknown_variables.join(", ") {
        none if none.is_empty() => "all understood".to_owned(),
        names => format!("all understood, but there is no setting {names}"),
    }
}

fn metrics(config: &Config) -> String {
    let listen = config.metrics_listen;
    listen.map_or_else(|| "off".to_owned(), |at| format!("http://{at}/metrics"))
}

fn report(output: &mut Output, name: &str, result: &CheckResult) -> bool {
    match result {
        Ok(said) => output.line(format_args!("ok     {name:<11} {said}")),
        Err(Problem { what, remedy }) => output.line(format_args!(
            "WRONG  {name:<11} {what}\n       {:<11} → {remedy}",
            ""
        )),
    }
    result.is_ok()
}
