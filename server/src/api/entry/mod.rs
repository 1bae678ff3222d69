//! The API as an entry of the portal's own catalogue. What it says stands beside this file, and its
//! document is made of the handlers: so both are as new as the program.

mod document;
mod examples;
mod values;

use std::{sync::Arc, time::Duration};

use anyhow::{Context, anyhow};
use domain::{
    Services,
    catalogue::{self, Files, ImportError, OwnApi},
};
use tokio::time::sleep;

/// Its name in addresses.
pub const SLUG: &str = "api-do-portal";

/// The folder of the entry, as one of a catalogue.
const FILES: [(&str, &str); 8] = [
    ("categories.toml", include_str!("categories.toml")),
    ("api-do-portal/api.toml", include_str!("api.toml")),
    (
        "api-do-portal/presentation.pt-BR.md",
        include_str!("presentation.pt-BR.md"),
    ),
    (
        "api-do-portal/presentation.en.md",
        include_str!("presentation.en.md"),
    ),
    (
        "api-do-portal/presentation.es.md",
        include_str!("presentation.es.md"),
    ),
    (
        "api-do-portal/documentation.pt-BR.md",
        include_str!("documentation.pt-BR.md"),
    ),
    (
        "api-do-portal/documentation.en.md",
        include_str!("documentation.en.md"),
    ),
    (
        "api-do-portal/documentation.es.md",
        include_str!("documentation.es.md"),
    ),
];

/// How long it takes until what failed is tried again.
const AGAIN: Duration = Duration::from_mins(5);

/// Writes the entry as [`write()`] does. What fails keeps no portal from its work: it is logged, and tried
/// again until it is done, as when somebody has published the draft that was in the way.
pub async fn keep_current(services: &Arc<Services>) {
    if is_current(services).await {
        return;
    }
    let services = Arc::clone(services);
    tokio::spawn(async move {
        loop {
            sleep(AGAIN).await;
            if is_current(&services).await {
                break;
            }
        }
    });
}

async fn is_current(services: &Services) -> bool {
    match write(services).await {
        Ok(true) => tracing::info!(
            api = SLUG,
            "the catalogue has the portal's own API as it is"
        ),
        Ok(false) => {}
        Err(error) => {
            tracing::error!(api = SLUG, "the portal's own API is not written: {error:#}");
            return false;
        }
    }
    true
}

/// Makes the catalogue say what this program is of the portal's own API; tells whether it said
/// something else before.
///
/// # Errors
/// When the entry is wrong, the catalogue does not take it, or the database cannot be used. Nothing
/// is then changed.
pub async fn write(services: &Services) -> anyhow::Result<bool> {
    let own = entry(&services.portal.settings.public_url)?;
    let written = catalogue::write_own(&services.system(), &services.catalogue, own).await;
    written.map_err(|error| match error {
        ImportError::Problems(problems) => anyhow!(listed(&problems)),
        ImportError::Common(error) => error.into(),
    })
}

fn entry(public_url: &str) -> anyhow::Result<OwnApi> {
    let files = FILES.iter();
    let files = files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let mut files: Files = files.collect();
    let document = document::document(public_url)?;
    files.insert(format!("{SLUG}/openapi.json"), document.into_bytes());
    let read = catalogue::read(&files).map_err(|problems| anyhow!(listed(&problems)))?;
    let mut apis = read.apis;
    let mut files = apis.remove(SLUG).context("the entry has no folder")?;
    files.version = Some(env!("CARGO_PKG_VERSION").to_owned());
    let category = read.categories.into_iter().flatten().next();
    Ok(OwnApi {
        slug: SLUG.to_owned(),
        category: category.context("the entry has no category")?,
        files,
    })
}

fn listed<T: ToString>(problems: &[T]) -> String {
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    problems.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_lacks_nothing_and_its_changes_are_those_of_this_version() {
        let own = entry("https://balcao.example").unwrap();
        let mut content = catalogue::ApiContent::default();
        own.files.apply(&mut content);
        assert_eq!(catalogue::missing(&content), []);
        assert_eq!(content.changes[0].version, content.version);
    }
}
