//! Gives the whole catalogue away, as the files that an import takes.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{ApiContent, ApiState, Category, attachment, stored};
use crate::{
    Error, Role, Scope,
    entities::{api, api_revision, category},
    ids::{ApiId, ApiRevisionId},
};

/// An API with what it says at present: its draft where it was never published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiExport {
    pub slug: String,
    pub state: ApiState,
    pub sunset_on: Option<NaiveDate>,
    pub successor: Option<String>,
    pub content: ApiContent,
    /// The bytes of the files that the content names, by their hashes.
    pub attachments: BTreeMap<String, Vec<u8>>,
    /// Whether somebody writes what readers are to see next.
    pub is_drafted: bool,
}

/// The categories in their order, and the APIs by slug.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn export(scope: &Scope) -> Result<(Vec<Category>, Vec<ApiExport>), Error> {
    let (categories, found) = without_attachments(scope).await?;
    let db = scope.portal.db.reader();
    let mut apis = vec![];
    for (id, api) in found {
        let attachments = attachment::contents(db, id, api.content.attachments()).await?;
        apis.push(ApiExport { attachments, ..api });
    }
    Ok((categories, apis))
}

/// The same without the bytes of files; the APIs with their identifiers.
///
/// # Errors
/// Those of [`export`].
pub(super) async fn without_attachments(
    scope: &Scope,
) -> Result<(Vec<Category>, Vec<(ApiId, ApiExport)>), Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let categories = category::Entity::find()
        .order_by_asc(category::Column::Position)
        .order_by_asc(category::Column::Slug)
        .all(db)
        .await?;
    let categories = categories.into_iter().map(|row| Category {
        slug: row.slug,
        names: row.names,
    });
    let rows = api::Entity::find()
        .order_by_asc(api::Column::Slug)
        .all(db)
        .await?;
    let current = rows
        .iter()
        .filter_map(|api| api.published_id.or(api.draft_id));
    let revisions = api_revision::Entity::find()
        .filter(api_revision::Column::Id.is_in(current))
        .all(db)
        .await?;
    let mut contents: HashMap<ApiRevisionId, String> = revisions
        .into_iter()
        .map(|row| (row.id, row.content))
        .collect();
    let mut apis = vec![];
    for row in rows {
        let content = row.published_id.or(row.draft_id);
        let Some(content) = content.and_then(|id| contents.remove(&id)) else {
            continue;
        };
        let api = ApiExport {
            slug: row.slug,
            state: row.state,
            sunset_on: row.sunset_on,
            successor: row.successor,
            content: stored::parse(&content)?,
            attachments: BTreeMap::new(),
            is_drafted: row.published_id.is_some() && row.draft_id.is_some(),
        };
        apis.push((row.id, api));
    }
    Ok((categories.collect(), apis))
}
