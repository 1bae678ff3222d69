//! The catalogue of APIs, held in memory and read again after a change.

mod across;
mod administration;
mod api;
mod arrange;
mod attachment;
mod audience;
mod category;
mod change;
mod check;
mod compare;
mod content;
mod document;
mod draft;
mod edit;
mod ending;
mod export;
mod files;
mod import;
mod load;
mod opening;
mod operations;
mod own;
mod period;
mod problem;
mod report;
mod request_form;
mod search;
mod section;
mod snapshot;
mod stored;
mod trial_rule;
mod upload;
mod version;

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use sea_orm::{DbErr, EntityTrait};
use tokio::sync::Mutex;

pub use crate::vocabulary::{ApiState, Plan};
pub use administration::{
    ApiDetails, ApiSummary, Revision, Transition, TransitionError, all, details, transition,
};
pub use api::{Answer, Api, ApiText, PlanOffer};
pub use arrange::{
    CategoriesError, CategoryMistake, UsedCategory, arrange, categories, category_list,
    fingerprint as fingerprint_of_categories,
};
pub use attachment::{
    Attachment, AttachmentChange, AttachmentChanges, AttachmentFault, AttachmentKind, MAX_LOGO,
    MAX_LOGO_SIDE, MAX_TUTORIAL, NewAttachment, attachment, draft_attachment,
};
pub use audience::{Audience, Company, Reader, ReaderCompany};
pub use category::Category;
pub use change::{ApiChangeError, SandboxChange, set_document, set_upstream};
pub use check::{check_files, missing, problems};
pub use compare::{Comparison, compare};
pub use content::{AnswerContent, ApiContent, ChangeNote, Part, PlanTerms};
pub use draft::{Discarded, DraftError, create, discard, preview, publish, save, save_attachments};
pub use ending::{end_of, retire_ended};
pub use export::{ApiExport, export};
pub use files::{ApiFiles, CatalogueFiles, FileMistake, FileProblem, Files, read, write};
pub use import::{ImportError, ImportMode, import};
pub use opening::OpenedBy;
pub use own::{OwnApi, write_own};
pub use period::Period;
pub use problem::{Missing, Problem};
pub use report::{ApiProblem, ApiReport, ImportReport};
pub use request_form::{Question, QuestionKind, RequestForm};
pub use search::{
    Filter, Found, FoundApi, FoundPassage, Miss, Misses, PassagePlace, Piece, Search, Sort, Words,
    delete_stale, misses, search,
};
pub use section::{Fingerprint, Section};
pub use snapshot::Snapshot;
pub use stored::{published_content, version_of};
pub use trial_rule::{TrialApplicant, TrialDecider, TrialRule};
pub use upload::{UploadedDocument, read as read_document};
pub(crate) use version::advance;
pub use version::{Version, version};

use crate::{Scope, db::Db, entities, ids::ApiId};

/// The catalogue as it was last read. Readers keep the snapshot that they took.
#[derive(Default)]
pub struct Catalogue {
    snapshots: RwLock<Snapshots>,
    readings: AtomicU64,
    /// Whether searches find all of it.
    is_indexed: AtomicBool,
    /// What was sought and not found.
    pub misses: Misses,
    /// Serialises refreshes, so that no older snapshot replaces a newer one.
    refreshing: Mutex<()>,
}

#[derive(Clone, Default)]
struct Snapshots {
    all: Arc<Snapshot>,
    /// What everybody may see.
    public: Arc<Snapshot>,
}

impl Snapshots {
    fn of(all: Snapshot) -> Self {
        let all = Arc::new(all);
        let public = if all.is_public() {
            Arc::clone(&all)
        } else {
            Arc::new(all.seen_by(&Reader::default()))
        };
        Self { all, public }
    }
}

impl Catalogue {
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(db: &Db) -> Result<Self, DbErr> {
        let catalogue = Self::default();
        catalogue.refresh(db).await?;
        Ok(catalogue)
    }

    /// A catalogue of which this was read before, so that only what differs is read.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn beginning_with(snapshot: &Snapshot) -> Self {
        Self {
            snapshots: RwLock::new(Snapshots::of(snapshot.clone())),
            ..Self::default()
        }
    }

    /// All of it, whoever may see it.
    #[must_use]
    pub fn current(&self) -> Arc<Snapshot> {
        self.snapshots().all
    }

    /// What everybody may see.
    #[must_use]
    pub fn public(&self) -> Arc<Snapshot> {
        self.snapshots().public
    }

    /// What a reader may see; what is asked of `reader` is needed for few catalogues.
    ///
    /// # Errors
    /// Those of `reader`.
    pub async fn seen_by<E>(
        &self,
        reader: impl AsyncFnOnce() -> Result<Reader, E>,
    ) -> Result<Arc<Snapshot>, E> {
        let Snapshots { all, public } = self.snapshots();
        if Arc::ptr_eq(&all, &public) {
            return Ok(all);
        }
        let reader = reader().await?;
        Ok(if reader == Reader::default() {
            public
        } else {
            Arc::new(all.seen_by(&reader))
        })
    }

    fn snapshots(&self) -> Snapshots {
        let snapshots = self.snapshots.read();
        snapshots.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often it was read: what was made of the current snapshot holds until this changes.
    #[must_use]
    pub fn readings(&self) -> u64 {
        self.readings.load(Ordering::Acquire)
    }

    /// Whether searches find all of it. Otherwise the next refresh tries to complete their index.
    #[must_use]
    pub fn is_indexed(&self) -> bool {
        self.is_indexed.load(Ordering::Acquire)
    }

    /// Reads the catalogue again, after completing the index that searches read.
    ///
    /// # Errors
    /// When the database cannot be read; the catalogue then stays as it was.
    pub async fn refresh(&self, db: &Db) -> Result<(), DbErr> {
        let _alone = self.refreshing.lock().await;
        let indexed = search::index::complete(db).await;
        self.is_indexed.store(indexed.is_ok(), Ordering::Release);
        if let Err(error) = indexed {
            tracing::error!(%error, "searches do not find all APIs: their words cannot be written");
        }
        let all = load::snapshot(db, &self.current()).await?;
        *self
            .snapshots
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Snapshots::of(all);
        self.readings.fetch_add(1, Ordering::Release);
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

/// An API as readers see it now: when another instance changed it, the catalogue is read again
/// first.
///
/// # Errors
/// When it does not exist, or the database cannot be read.
pub async fn current_api(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApiId,
) -> Result<Arc<Api>, DbErr> {
    let db = &scope.portal.db;
    let row = entities::api::Entity::find_by_id(id)
        .one(db.reader())
        .await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("API {id}")))?;
    let held = catalogue.current().find(id);
    let is_current = |held: &Arc<Api>| {
        Some(held.revision) == row.published_id
            && (held.state, held.sunset_on) == (row.state, row.sunset_on)
    };
    if let Some(held) = held.filter(is_current) {
        return Ok(held);
    }
    catalogue.refresh(db).await?;
    api_of(scope, catalogue, id).await
}

#[cfg(test)]
mod tests;
