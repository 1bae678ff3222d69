//! The catalogue of APIs, held in memory and read again after a change.

mod api;
mod change;
mod document;
mod load;
mod presentation;
mod sample;
mod search;
mod snapshot;
mod version;

use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::DbErr;
use tokio::sync::Mutex;

pub use crate::vocabulary::{Category, Plan, SampleLanguage};
pub use api::{Answer, Api, ApiText, PlanOffer};
pub use change::{ApiChangeError, SandboxChange, set_document, set_upstream};
pub use presentation::to_html as markdown_html;
pub use sample::Sample;
pub use search::search;
pub use snapshot::Snapshot;
pub(crate) use version::advance;
pub use version::{Version, version};

use crate::{Scope, db::Db, ids::ApiId};

/// The catalogue as it was last read. Readers keep the snapshot that they took.
#[derive(Default)]
pub struct Catalogue {
    snapshot: RwLock<Arc<Snapshot>>,
    /// Serialises refreshes, so that no older snapshot replaces a newer one.
    refreshing: Mutex<()>,
}

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
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the catalogue again.
    ///
    /// # Errors
    /// When the database cannot be read; the catalogue then stays as it was.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbErr> {
        let _alone = self.refreshing.lock().await;
        let snapshot = Arc::new(load::snapshot(db, &self.current()).await?);
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = snapshot;
        Ok(())
    }
}

/// The API with this identifier. When another instance added it, the catalogue is read again first.
///
/// # Errors
/// When it does not exist, or the database cannot be read.
pub async fn api_of(scope: &Scope, catalogue: &Catalogue, id: ApiId) -> Result<Arc<Api>, DbErr> {
    if let Some(api) = catalogue.current().find(id) {
        return Ok(api);
    }
    catalogue.refresh(&scope.portal.db).await?;
    let found = catalogue.current().find(id);
    found.ok_or_else(|| DbErr::RecordNotFound(format!("API {id}")))
}

#[cfg(test)]
mod tests {
    use locales::Locale;
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

    use super::*;
    use crate::{
        demo,
        entities::api,
        testing::{self, TestPortal},
    };

    async fn portal() -> TestPortal {
        let test = testing::portal().await;
        demo::publish(&test.system(), &test.catalogue)
            .await
            .unwrap();
        test
    }

    fn found(test: &TestPortal, query: &str, category: Option<Category>) -> Vec<String> {
        let snapshot = test.catalogue.current();
        let found = search(&snapshot, Locale::PtBr, query, category).into_iter();
        found.map(|api| api.slug.clone()).collect()
    }

    #[tokio::test]
    async fn published_apis_show_in_order_with_all_that_belongs_to_them() {
        let test = portal().await;
        assert_eq!(
            found(&test, "", None),
            ["smv", "score-de-credito", "crm-na-nuvem"]
        );
        let smv = test.catalogue.current().by_slug("smv").unwrap();
        let trial = PlanOffer {
            plan: Plan::Trial,
            calls: Some(1000),
            days: Some(90),
        };
        assert_eq!(smv.offer(Plan::Trial), Some(trial));
        assert_eq!(smv.offer(Plan::PayPerUse).unwrap().calls, None);
        let languages: Vec<_> = smv.samples.iter().map(|sample| sample.language).collect();
        assert_eq!(languages, SampleLanguage::ALL);
        assert_eq!(
            smv.text(Locale::En).name,
            "Silent mobile verification (SMV)"
        );
        for locale in Locale::ALL {
            let shown = smv.text(locale);
            assert_eq!(shown.answers.len(), 14);
            let code = |status, code| shown.answer(status, code).map(|it| it.code.as_str());
            assert_eq!(code(404, Some("API-SMV-404")), Some("API-SMV-404"));
            assert_eq!(code(404, None), Some("API-SMV-404"));
            assert_eq!(code(402, Some("API-SMV-404")), None);
            assert!(shown.presentation_html.starts_with("<h2>"), "{locale}");
        }
    }

    #[tokio::test]
    async fn searching_minds_neither_case_nor_accents_nor_order() {
        let test = portal().await;
        assert_eq!(found(&test, "CREDITO", None), ["score-de-credito"]);
        assert_eq!(found(&test, "  móvel verificacao ", None), ["smv"]);
        assert_eq!(
            found(&test, "", Some(Category::Relationship)),
            ["crm-na-nuvem"]
        );
        assert!(found(&test, "crm", Some(Category::Credit)).is_empty());
        assert!(found(&test, "nada disso", None).is_empty());
    }

    #[tokio::test]
    async fn a_withdrawn_api_leaves_the_catalogue_but_not_its_applications() {
        let test = portal().await;
        let smv = test.catalogue.current().by_slug("smv").unwrap().id;
        let row = api::Entity::find_by_id(smv)
            .one(test.portal.db.writer())
            .await;
        let mut row = row.unwrap().unwrap().into_active_model();
        row.published_at = Set(None);
        row.update(test.portal.db.writer()).await.unwrap();
        test.catalogue.refresh(&test.portal.db).await.unwrap();

        let snapshot = test.catalogue.current();
        assert!(snapshot.by_slug("smv").is_none());
        assert!(!snapshot.offers(smv, Plan::Trial));
        assert_eq!(
            api_of(&test.system(), &test.catalogue, smv)
                .await
                .unwrap()
                .slug,
            "smv"
        );
    }

    #[tokio::test]
    async fn a_document_that_makes_no_sandbox_is_left_out() {
        let test = portal().await;
        let current = || test.catalogue.current().by_slug("smv").unwrap();
        let before = current();
        assert!(before.sandbox.is_some());
        for (document, has_sandbox) in [(None, true), (Some("{}"), false)] {
            let row = api::Entity::find_by_id(before.id)
                .one(test.portal.db.writer())
                .await;
            let mut row = row.unwrap().unwrap().into_active_model();
            if let Some(document) = document {
                row.openapi = Set(Some(document.to_owned()));
            }
            row.upstream = Set(Some("https://api.example".to_owned()));
            row.update(test.portal.db.writer()).await.unwrap();
            test.catalogue.refresh(&test.portal.db).await.unwrap();
            let after = current();
            assert_eq!(after.sandbox.is_some(), has_sandbox);
            assert_eq!(after.openapi.is_some(), has_sandbox);
            assert_eq!(after.upstream.as_deref(), Some("https://api.example"));
        }
    }

    #[tokio::test]
    async fn a_text_that_is_no_document_is_refused_whether_there_is_a_sandbox_or_not() {
        let test = portal().await;
        let system = test.system();
        let document = || {
            test.catalogue
                .current()
                .by_slug("smv")
                .unwrap()
                .openapi
                .clone()
        };
        let before = document();
        for wrong in ["no JSON", "{}", r#"{"swagger": "2.0"}"#] {
            for sandbox in [Some(true), Some(false), None] {
                let wrong = wrong.to_owned();
                let refused = set_document(&system, &test.catalogue, "smv", wrong, sandbox).await;
                assert!(matches!(refused, Err(ApiChangeError::Document(_))));
            }
        }
        test.catalogue.refresh(&test.portal.db).await.unwrap();
        assert_eq!(document(), before);
    }

    #[tokio::test]
    async fn a_document_is_compiled_once() {
        let test = portal().await;
        let sandbox = || {
            test.catalogue
                .current()
                .by_slug("smv")
                .unwrap()
                .sandbox
                .clone()
        };
        let before = sandbox().unwrap();
        test.catalogue.refresh(&test.portal.db).await.unwrap();
        assert!(Arc::ptr_eq(&before, &sandbox().unwrap()));
    }

    #[tokio::test]
    async fn an_api_that_another_instance_added_is_found() {
        let test = portal().await;
        let smv = test.catalogue.current().by_slug("smv").unwrap().id;
        *test.catalogue.snapshot.write().unwrap() = Arc::default();
        assert_eq!(
            api_of(&test.system(), &test.catalogue, smv)
                .await
                .unwrap()
                .slug,
            "smv"
        );
        let unknown = api_of(&test.system(), &test.catalogue, test.portal.new_id()).await;
        assert!(matches!(unknown, Err(DbErr::RecordNotFound(_))));
    }
}
