//! The demo's catalogue: a folder of files, like any other.

use include_dir::{Dir, include_dir};

use super::DemoError;
use crate::{
    Scope,
    catalogue::{self, Catalogue, CatalogueFiles, Files, ImportMode},
};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/catalogue");

/// The files of the demo's catalogue.
#[must_use]
pub fn files() -> Files {
    let mut files = Files::new();
    gather(&FOLDER, &mut files);
    files
}

fn gather(folder: &Dir<'_>, files: &mut Files) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.insert(name, file.contents().to_owned());
    }
    for folder in folder.dirs() {
        gather(folder, files);
    }
}

/// Imports those of the demo APIs that the portal does not have, or has without any content.
pub(super) async fn import_missing(scope: &Scope, catalogue: &Catalogue) -> Result<(), DemoError> {
    let wanted = catalogue::read(&files()).map_err(DemoError::Files)?;
    let (_, known) = catalogue::export(scope).await?;
    let is_known = |slug: &String| known.iter().any(|api| api.slug == *slug);
    let mut missing = wanted.apis;
    missing.retain(|slug, _| !is_known(slug));
    if missing.is_empty() {
        return Ok(());
    }
    let files = CatalogueFiles {
        categories: wanted.categories,
        apis: missing,
        warnings: vec![],
    };
    catalogue::import(scope, catalogue, files, ImportMode::Apply).await?;
    Ok(())
}
