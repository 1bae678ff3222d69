//! `balcao api`: how the APIs are reached.

use std::{fs, sync::Arc};

use anyhow::{Context, ensure};
use domain::{Scope, catalogue};

use super::arguments::ApiCommand;
use crate::{config::Config, gateway::Allowed};

pub async fn carry_out(config: &Config, command: &ApiCommand) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    match command {
        ApiCommand::List => list(&scope),
        ApiCommand::Upstream { slug, url, none } => {
            let url = url.clone().filter(|_| !none);
            if let Some(url) = &url {
                check(config, url)?;
            }
            let told = url.as_deref().unwrap_or("nowhere").to_owned();
            catalogue::set_upstream(&scope, slug, url).await?;
            println!("Pay Per Use calls of {slug} are forwarded to {told}.");
        }
        ApiCommand::Document {
            slug,
            file,
            sandbox,
        } => {
            let document = fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            catalogue::set_document(&scope, slug, document, *sandbox).await?;
            println!("{slug} is described by {}.", file.display());
        }
    }
    Ok(())
}

fn list(scope: &Scope) {
    for api in scope.portal.catalogue.current().published() {
        let sandbox = if api.sandbox.is_some() {
            "sandbox"
        } else {
            "-"
        };
        let upstream = api.upstream.as_deref().unwrap_or("-");
        println!(
            "{:20} {:20} {sandbox:8} {upstream}",
            api.slug, api.base_path
        );
    }
}

/// What would be refused at every call is refused here already; what a name stands for is known
/// at the call alone.
fn check(config: &Config, url: &str) -> anyhow::Result<()> {
    let uri: axum::http::Uri = url
        .parse()
        .with_context(|| format!("{url} is no address"))?;
    ensure!(
        matches!(uri.scheme_str(), Some("http" | "https")) && uri.query().is_none(),
        "the address should be http:// or https://, a host and perhaps a path"
    );
    let host = uri.host().unwrap_or_default();
    let allowed = Allowed(Arc::new(config.upstreams.clone()));
    ensure!(
        allowed.host(host),
        "{host} is not among BALCAO_UPSTREAM_HOSTS, or is an address within somebody's walls that \
         BALCAO_UPSTREAM_NETWORKS does not name"
    );
    Ok(())
}
