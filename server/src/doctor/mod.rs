//! `balcao doctor`: what is as it should be, what is not, and how to mend it.

mod clock;
mod database;
mod keys;
mod mail;
mod public_url;
mod search;

use std::process::ExitCode;

use crate::config::Config;

/// What a check found.
type Finding = Result<String, Ailment>;

/// Something that is wrong.
struct Ailment {
    what: String,
    remedy: String,
}

impl Ailment {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

/// Checks everything and prints each finding; the exit code tells whether all is well.
pub async fn examine(config: &Config) -> ExitCode {
    let mut healthy = report("settings", &Ok(settings(config)));
    let database = database::check(config).await;
    let (finding, db) = match database {
        Ok((said, db)) => (Ok(said), Some(db)),
        Err(ailment) => (Err(ailment), None),
    };
    healthy &= report("database", &finding);
    healthy &= report("search", &search::check(db.clone()).await);
    healthy &= report("mail", &mail::check(config).await);
    healthy &= report("keys", &keys::check(config, db.clone()).await);
    healthy &= report("clock", &clock::check(db).await);
    healthy &= report("public URL", &public_url::check(config).await);
    if healthy {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Mistakes were refused before anything could be checked. What is left are names that nobody
/// knows: perhaps a slip of the pen, perhaps an orchestrator's own.
fn settings(config: &Config) -> String {
    match config.strangers.join(", ") {
        none if none.is_empty() => "all understood".to_owned(),
        names => format!("all understood, but there is no setting {names}"),
    }
}

fn report(name: &str, finding: &Finding) -> bool {
    match finding {
        Ok(said) => println!("ok     {name:<11} {said}"),
        Err(Ailment { what, remedy }) => {
            println!("WRONG  {name:<11} {what}\n       {:<11} → {remedy}", "");
        }
    }
    finding.is_ok()
}
