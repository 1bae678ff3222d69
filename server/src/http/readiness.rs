//! `/readyz`: whether the portal can serve, and if not, which part fails.
//!
//! The answer comes within a second, on separate connections to the database, since a load balancer
//! waits for it.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{DbErr, Portal, Services, credentials, db::Unavailable};
use tokio::time::timeout;

use crate::{assembly::SchemaMismatch, schema::schema_of};

const IN_TIME: Duration = Duration::from_millis(900);

/// A part of the portal, and its problem.
struct Part {
    name: &'static str,
    trouble: Option<String>,
}

impl Part {
    const fn new(name: &'static str, trouble: Option<String>) -> Self {
        Self { name, trouble }
    }
}

pub async fn ready(State(services): State<Arc<Services>>) -> Response {
    let examined = timeout(IN_TIME, examine(&services)).await;
    let parts = examined.unwrap_or_else(|_| vec![database(Some(late(&services.portal)))]);
    let wrong = || parts.iter().filter(|part| part.trouble.is_some());
    for part in wrong() {
        let trouble = part.trouble.as_deref().unwrap_or_default();
        tracing::error!(part = part.name, trouble, "not ready");
    }
    let (status, first) = if wrong().next().is_none() {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
    };
    let lines = parts.iter().map(line);
    let text: String = std::iter::once(first.to_owned()).chain(lines).collect();
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}

fn line(part: &Part) -> String {
    let trouble = part.trouble.as_deref().unwrap_or("ok");
    format!("{}: {trouble}\n", part.name)
}

fn database(trouble: Option<String>) -> Part {
    Part::new("database", trouble)
}

/// When the database does not answer, the other parts are not checked.
async fn examine(services: &Services) -> Vec<Part> {
    let portal = &services.portal;
    let schema = match schema_of(&portal.db).await {
        Ok(schema) => schema,
        Err(error) => return vec![database(Some(in_words(&error)))],
    };
    let last_write = portal.db.last_write().map(|why| format!("failed, {why}"));
    vec![
        database(None),
        Part::new(
            "migrations",
            SchemaMismatch::of(&schema).map(|unfit| format!("{unfit}; {}", unfit.remedy())),
        ),
        Part::new("last write", last_write),
        Part::new("key", key_trouble(services).await),
    ]
}

/// Describes an error without its own text, which may name hosts and people and is only logged.
fn in_words(error: &DbErr) -> String {
    tracing::error!(%error, "the database does not answer");
    Unavailable::of(error).map_or_else(|| "it cannot be read".to_owned(), |why| why.to_string())
}

fn late(portal: &Portal) -> String {
    let known = portal.db.absence();
    known.map_or_else(
        || "it does not answer in time".to_owned(),
        |why| why.to_string(),
    )
}

async fn key_trouble(services: &Services) -> Option<String> {
    match credentials::newest_opens(&services.system(), &services.vault).await {
        Ok(Some(false)) => Some("the newest secret was sealed with another key".to_owned()),
        Ok(Some(true) | None) => None,
        Err(error) => {
            tracing::error!(%error, "it cannot be told whether the key opens secrets");
            Some("it cannot be tried on a secret".to_owned())
        }
    }
}
