//! Gives the whole catalogue away, as the files that an import takes.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{ApiContent, ApiState, Category, stored};
use crate::{
    Error, Role, Scope,
    entities::{api, api_revision, category},
    ids::ApiRevisionId,
};

/// An API with what it says at present: its draft where it was never published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiExport {
    pub slug: String,
    pub state: ApiState,
    pub sunset_on: Option<NaiveDate>,
    pub successor: Option<String>,
    pub content: ApiContent,
    /// Whether somebody writes what readers are to see next.
    pub is_drafted: bool,
}

/// The categories in their order, and the APIs by slug.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn export(scope: &Scope) -> Result<(Vec<Category>, Vec<ApiExport>), Error> {
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
        apis.push(ApiExport {
            slug: row.slug,
            state: row.state,
            sunset_on: row.sunset_on,
            successor: row.successor,
            content: stored::parse(&content)?,
            is_drafted: row.published_id.is_some() && row.draft_id.is_some(),
        });
    }
    Ok((categories.collect(), apis))
}
