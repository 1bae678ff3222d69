//! Changes of the catalogue, as an operator makes them by files.

use crate::{
    Services,
    catalogue::{self, ApiFiles, CatalogueFiles, ImportMode},
};

/// The operator changes what the catalogue says of an API.
///
/// # Panics
/// When the change is refused.
pub async fn import(services: &Services, slug: &str, files: ApiFiles) {
    let files = CatalogueFiles {
        apis: [(slug.to_owned(), files)].into(),
        ..CatalogueFiles::default()
    };
    catalogue::import(
        &services.system(),
        &services.catalogue,
        files,
        ImportMode::Apply,
    )
    .await
    .unwrap();
}
