//! What administrators see of the APIs, drafts among them, and how they open and end them.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    ApiContent, ApiFiles, ApiState, Catalogue, CatalogueFiles, ImportError, ImportMode, Missing,
    Problem, export::without_attachments, import, missing, problems, stored,
};
use crate::{
    Error, Role, Scope, accounts,
    clock::Timestamp,
    entities::{api, api_revision},
    from_common,
    ids::{AccountId, ApiRevisionId},
    translated::Translated,
};

/// The latest revisions that are told of.
const REVISIONS: u64 = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiSummary {
    pub slug: String,
    pub name: Translated,
    pub version: String,
    /// The slug of its category.
    pub category: String,
    pub state: ApiState,
    /// The last day of a deprecated one.
    pub sunset_on: Option<NaiveDate>,
    /// Whether somebody writes what readers are to see next.
    pub is_drafted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDetails {
    pub slug: String,
    pub state: ApiState,
    /// The last day of a deprecated one.
    pub sunset_on: Option<NaiveDate>,
    /// The slug of the API that takes its place.
    pub successor: Option<String>,
    /// What was written last: the draft, or what readers see where there is none.
    pub content: ApiContent,
    /// Whether that is a draft, which readers do not see.
    pub is_draft: bool,
    /// Whether readers ever saw any of it.
    pub was_published: bool,
    /// What is wrong with it by itself.
    pub problems: Vec<Problem>,
    /// What it lacks to be published.
    pub missing: Vec<Missing>,
    /// The latest first.
    pub revisions: Vec<Revision>,
}

/// What the catalogue said of an API from some time on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Counts the revisions of an API, from 1.
    pub number: i32,
    pub changed_at: Timestamp,
    /// `None` for a draft.
    pub published_at: Option<Timestamp>,
    /// The full name of whoever wrote it; `None` for the portal itself.
    pub author: Option<String>,
}

/// What an API is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    pub state: ApiState,
    /// The last day of one that is to be deprecated.
    pub sunset_on: Option<NaiveDate>,
    /// The slug of the API that takes its place.
    pub successor: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum TransitionError {
    /// Why it cannot become that; nothing was changed.
    #[error("it cannot become that, for {} reasons", .0.len())]
    Problems(Vec<Problem>),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(TransitionError);

/// All APIs, by their place in the catalogue.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn all(scope: &Scope) -> Result<Vec<ApiSummary>, Error> {
    scope.require(Role::Administrator)?;
    let (_, apis) = without_attachments(scope).await?;
    let mut apis: Vec<_> = apis.into_iter().map(|(_, api)| api).collect();
    apis.sort_by(|a, b| (a.content.position, &a.slug).cmp(&(b.content.position, &b.slug)));
    let summaries = apis.into_iter().map(|api| ApiSummary {
        slug: api.slug,
        name: api.content.name,
        version: api.content.version,
        category: api.content.category,
        state: api.state,
        sunset_on: api.sunset_on,
        is_drafted: api.is_drafted,
    });
    Ok(summaries.collect())
}

/// One API with its revisions.
///
/// # Errors
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn details(scope: &Scope, slug: &str) -> Result<ApiDetails, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let found = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let row = found.ok_or(Error::NotFound("no such API"))?;
    let content = match row.draft_id.or(row.published_id) {
        Some(id) => stored::content(db, id).await?,
        None => ApiContent::default(),
    };
    Ok(ApiDetails {
        is_draft: row.draft_id.is_some(),
        was_published: row.published_id.is_some(),
        problems: problems(&content, &scope.portal.settings.upstreams),
        revisions: revisions(scope, &row).await?,
        missing: missing(&content),
        content,
        slug: row.slug,
        state: row.state,
        sunset_on: row.sunset_on,
        successor: row.successor,
    })
}

async fn revisions(scope: &Scope, api: &api::Model) -> Result<Vec<Revision>, Error> {
    type Row = (
        ApiRevisionId,
        i32,
        Timestamp,
        Option<Timestamp>,
        Option<AccountId>,
    );
    let db = scope.portal.db.reader();
    let rows: Vec<Row> = api_revision::Entity::find()
        .select_only()
        .columns([
            api_revision::Column::Id,
            api_revision::Column::Number,
            api_revision::Column::ChangedAt,
            api_revision::Column::PublishedAt,
            api_revision::Column::AuthorId,
        ])
        .filter(api_revision::Column::ApiId.eq(api.id))
        .order_by_desc(api_revision::Column::Number)
        .limit(REVISIONS)
        .into_tuple()
        .all(db)
        .await?;
    let authors = rows.iter().filter_map(|(.., author)| *author);
    let names = accounts::names(db, authors).await?;
    let revisions = rows.into_iter();
    let revisions = revisions.map(|(_, number, changed_at, published_at, author)| Revision {
        number,
        changed_at,
        published_at,
        author: author.and_then(|id| names.get(&id).cloned()),
    });
    Ok(revisions.collect())
}

/// Publishes an API, or leads it to its end.
///
/// # Errors
/// [`TransitionError::Problems`] when it cannot become that, or lacks something that readers need;
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn transition(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    transition: Transition,
) -> Result<(), TransitionError> {
    details(scope, slug).await?;
    let files = ApiFiles {
        state: Some(transition.state),
        sunset: transition.sunset_on,
        successor: Some(transition.successor.unwrap_or_default()),
        ..ApiFiles::default()
    };
    let files = CatalogueFiles {
        apis: [(slug.to_owned(), files)].into(),
        ..CatalogueFiles::default()
    };
    match import(scope, catalogue, files, ImportMode::Apply).await {
        Ok(_) => Ok(()),
        Err(ImportError::Problems(problems)) => {
            let problems = problems.into_iter().map(|it| it.problem);
            Err(TransitionError::Problems(problems.collect()))
        }
        Err(ImportError::Common(error)) => Err(error.into()),
    }
}
