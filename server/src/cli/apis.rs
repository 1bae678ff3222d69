//! `balcao api`: how the APIs are reached.

use std::{fs, path::Path};

use anyhow::{Context, anyhow};
use domain::catalogue::{self, ApiChangeError, Catalogue, SandboxChange};

use super::{Output, arguments::ApiCommand};
use crate::config::Config;

pub async fn run(config: &Config, command: &ApiCommand, output: &mut Output) -> anyhow::Result<()> {
    let services = super::services(config).await?;
    let (scope, catalogue) = (services.system(), &services.catalogue);
    match command {
        ApiCommand::List => list(catalogue, output),
        ApiCommand::Upstream { slug, url, none } => {
            let url = url.clone().filter(|_| !none);
            let before = catalogue::set_upstream(&scope, catalogue, slug, url.clone()).await?;
            output.line(forwarded(slug, before.as_deref(), url.as_deref()));
        }
        ApiCommand::Document {
            slug,
            file,
            sandbox,
            no_sandbox,
        } => {
            let wanted = (*sandbox || *no_sandbox).then_some(*sandbox);
            let document = read(file, output)?;
            let changed = catalogue::set_document(&scope, catalogue, slug, document, wanted).await;
            let sandbox = changed.map_err(|error| hint(error, wanted))?;
            output.line(format_args!("{slug} is described by {}.", file.display()));
            output.line(describe(&sandbox));
            for warning in &sandbox.warnings {
                output.line(format_args!("Warning: {warning}."));
            }
        }
    }
    Ok(())
}

/// Reads a document; tells of each mistake in it.
fn read(file: &Path, output: &mut Output) -> anyhow::Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let read = catalogue::read_document(&bytes);
    let document = read.map_err(|problems| {
        for problem in &problems {
            output.line(problem);
        }
        anyhow!(
            "{} is no OpenAPI document that could be taken",
            file.display()
        )
    })?;
    Ok(document.json)
}

/// Tells where calls were forwarded to, and where they are now.
fn forwarded(slug: &str, before: Option<&str>, now: Option<&str>) -> String {
    let place = now.unwrap_or("nowhere");
    match before {
        Some(before) if Some(before) != now => {
            format!("Pay Per Use calls of {slug} are forwarded to {place}, no more to {before}.")
        }
        _ => format!("Pay Per Use calls of {slug} are forwarded to {place}."),
    }
}

fn describe(sandbox: &SandboxChange) -> &'static str {
    match (sandbox.before, sandbox.now) {
        (true, true) => "Its sandbox stays on.",
        (false, true) => "Its sandbox is on now.",
        (true, false) => "Its sandbox is off now: Trial calls are answered no more.",
        (false, false) => "Its sandbox stays off.",
    }
}

/// Explains the sandbox when the command did not mention it.
fn hint(error: ApiChangeError, wanted: Option<bool>) -> anyhow::Error {
    let of_sandbox = matches!(error, ApiChangeError::Sandbox(_));
    let error = anyhow::Error::new(error);
    if of_sandbox && wanted.is_none() {
        error.context(
            "the sandbox of this API is on, and the document does for none; --no-sandbox turns \
             it off",
        )
    } else {
        error
    }
}

fn list(catalogue: &Catalogue, output: &mut Output) {
    for api in catalogue.current().behind_gateway() {
        let sandbox = if api.sandbox.is_some() {
            "sandbox"
        } else {
            "-"
        };
        let upstream = api.upstream.as_deref().unwrap_or("-");
        output.line(format_args!(
            "{:20} {:20} {sandbox:8} {upstream}",
            api.slug, api.base_path
        ));
    }
}
