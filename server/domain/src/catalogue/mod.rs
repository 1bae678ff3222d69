//! The catalogue of APIs: read from the database on change, held in memory ready to be shown.

mod api;
mod load;
mod presentation;
mod sample;
mod search;
mod snapshot;

use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::DbErr;

pub use api::{Answer, Api, ApiText, PlanOffer};
pub use sample::{Sample, SampleLanguage};
pub use search::search;
pub use snapshot::Snapshot;

use crate::{Scope, db::Db, ids::ApiId};

crate::text_enum! {
    /// How an API is used and paid for.
    pub enum Plan {
        /// For tests: so many calls in so many days.
        Trial = "trial",
        /// For production: billed by use, as contracted.
        PayPerUse = "pay-per-use",
    }
}

crate::text_enum! {
    /// What an API is about.
    pub enum Category { Identity = "identity", Credit = "credit", Relationship = "relationship" }
}

/// The catalogue as it last stood in the database. Readers keep the snapshot they took.
#[derive(Default)]
pub struct Catalogue(RwLock<Arc<Snapshot>>);

impl Catalogue {
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(db: &Db) -> Result<Self, DbErr> {
        let catalogue = Self::default();
        catalogue.refresh(db).await?;
        Ok(catalogue)
    }

    #[must_use]
    pub fn current(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the catalogue anew: after every change to it.
    ///
    /// # Errors
    /// When the database cannot be read; the catalogue then stays as it was.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbErr> {
        let snapshot = Arc::new(load::snapshot(db).await?);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        Ok(())
    }
}

/// The API that a row points to. One that is not in memory was added by another instance.
pub(crate) async fn api_of(scope: &Scope, id: ApiId) -> Result<Arc<Api>, DbErr> {
    let portal = &scope.portal;
    if let Some(api) = portal.catalogue.current().find(id) {
        return Ok(api);
    }
    portal.catalogue.refresh(&portal.db).await?;
    let found = portal.catalogue.current().find(id);
    found.ok_or_else(|| DbErr::RecordNotFound(format!("API {id}")))
}
