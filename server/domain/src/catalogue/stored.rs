//! Contents in the form that the database keeps.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{Api, ApiContent};
use crate::{Scope, entities::api_revision, ids::ApiRevisionId};

pub(super) async fn content(
    db: &impl ConnectionTrait,
    id: ApiRevisionId,
) -> Result<ApiContent, DbErr> {
    let row = api_revision::Entity::find_by_id(id).one(db).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("API revision {id}")))?;
    parse(&row.content)
}

/// What readers see of an API, as it was written.
///
/// # Errors
/// When the database cannot be read.
pub async fn published_content(scope: &Scope, api: &Api) -> Result<ApiContent, DbErr> {
    content(scope.portal.db.reader(), api.revision).await
}

/// The version that a revision gives an API.
///
/// # Errors
/// When there is no such revision, or the database cannot be read.
pub async fn version_of(scope: &Scope, revision: ApiRevisionId) -> Result<String, DbErr> {
    let content = content(scope.portal.db.reader(), revision).await?;
    Ok(content.version)
}

pub(super) fn parse(text: &str) -> Result<ApiContent, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

pub(super) fn text(content: &ApiContent) -> Result<String, DbErr> {
    serde_json::to_string(content).map_err(|error| DbErr::Json(error.to_string()))
}
