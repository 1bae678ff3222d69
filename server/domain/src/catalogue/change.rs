//! How an API is reached: set by an administrator, heard of by every instance within seconds.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::advance;
use crate::{
    Forbidden, Role, Scope,
    audit::{self, Action, Subject},
    entities::api,
    sandbox::{InvalidDocument, Sandbox},
};

#[derive(Debug, thiserror::Error)]
pub enum ApiChangeError {
    #[error("no such API")]
    NotFound,
    #[error("the document is not understood: {0}")]
    Document(#[from] InvalidDocument),
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Where Pay Per Use calls are forwarded to; `None` forwards none.
///
/// # Errors
/// See [`ApiChangeError`].
pub async fn set_upstream(
    scope: &Scope,
    slug: &str,
    url: Option<String>,
) -> Result<(), ApiChangeError> {
    let change = api::ActiveModel {
        upstream: Set(url),
        ..Default::default()
    };
    set(scope, slug, change).await
}

/// The API's `OpenAPI` document as JSON, and whether its sandbox answers Trial calls.
///
/// # Errors
/// See [`ApiChangeError`].
pub async fn set_document(
    scope: &Scope,
    slug: &str,
    document: String,
    sandbox: bool,
) -> Result<(), ApiChangeError> {
    if sandbox {
        Sandbox::compile(&document)?;
    }
    let change = api::ActiveModel {
        openapi: Set(Some(document)),
        sandbox: Set(sandbox),
        ..Default::default()
    };
    set(scope, slug, change).await
}

async fn set(scope: &Scope, slug: &str, change: api::ActiveModel) -> Result<(), ApiChangeError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let found = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(&transaction)
        .await?;
    let id = found.ok_or(ApiChangeError::NotFound)?.id;
    api::Entity::update_many()
        .set(api::ActiveModel {
            updated_at: Set(scope.now()),
            ..change
        })
        .filter(api::Column::Id.eq(id))
        .exec(&transaction)
        .await?;
    audit::record(&transaction, scope, Action::ApiChanged, Subject::Api(id)).await?;
    advance(&transaction).await?;
    transaction.commit().await?;
    scope.portal.catalogue.refresh(&scope.portal.db).await?;
    Ok(())
}
