//! Two revisions of an API beside each other.

use openapi::Break;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ApiContent, stored};
use crate::{
    Error, Role, Scope,
    entities::{api, api_revision},
};

/// Two revisions of an API.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub before: ApiContent,
    pub after: ApiContent,
    /// What of the change of the `OpenAPI` document can break a program.
    pub breaking: Vec<Break>,
}

/// Two revisions of an API, by their numbers.
///
/// # Errors
/// [`Error::NotFound`] when there is no such API or revision, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn compare(
    scope: &Scope,
    slug: &str,
    before: i32,
    after: i32,
) -> Result<Comparison, Error> {
    scope.require(Role::Administrator)?;
    let before = revision(scope, slug, before).await?;
    let after = revision(scope, slug, after).await?;
    let breaking = match (&before.openapi, &after.openapi) {
        (Some(before), Some(after)) if before != after => openapi::breaking(before, after),
        _ => vec![],
    };
    Ok(Comparison {
        before,
        after,
        breaking,
    })
}

async fn revision(scope: &Scope, slug: &str, number: i32) -> Result<ApiContent, Error> {
    let db = scope.portal.db.reader();
    let api = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let api = api.ok_or(Error::NotFound("no such API"))?;
    let row = api_revision::Entity::find()
        .filter(api_revision::Column::ApiId.eq(api.id))
        .filter(api_revision::Column::Number.eq(number))
        .one(db)
        .await?;
    let row = row.ok_or(Error::NotFound("no such revision"))?;
    Ok(stored::parse(&row.content)?)
}
