//! Changes to how an API is reached. Administrators make them, and every instance learns of them
//! within seconds.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::{Catalogue, advance};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    entities::api,
    from_common,
    sandbox::{InvalidDocument, Sandbox, check_document},
};

#[derive(Debug, thiserror::Error)]
pub enum ApiChangeError {
    #[error("it is no OpenAPI document: {0}")]
    Document(#[source] InvalidDocument),
    /// No sandbox can be made from the document.
    #[error("the document is not understood: {0}")]
    Sandbox(#[source] InvalidDocument),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ApiChangeError);

/// Whether an API's sandbox answered Trial calls before the change, and whether it does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SandboxChange {
    pub before: bool,
    pub now: bool,
    /// Parts of the document that the sandbox ignores, with their places.
    pub warnings: Vec<String>,
}

/// Sets where Pay Per Use calls are forwarded to; `None` forwards none. Returns where they were
/// forwarded to before.
///
/// # Errors
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for
/// whoever is no administrator.
pub async fn set_upstream(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    url: Option<String>,
) -> Result<Option<String>, ApiChangeError> {
    set(scope, catalogue, slug, |before| {
        let change = api::ActiveModel {
            upstream: Set(url),
            ..Default::default()
        };
        Ok((change, before.upstream))
    })
    .await
}

/// Sets the API's `OpenAPI` document as JSON, and whether its sandbox answers Trial calls; `None`
/// leaves the sandbox as it is.
///
/// # Errors
/// [`ApiChangeError::Document`] when the text is no `OpenAPI` document, [`ApiChangeError::Sandbox`]
/// when the sandbox is to answer and cannot be made from it. The rest as [`set_upstream`].
pub async fn set_document(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    document: String,
    sandbox: Option<bool>,
) -> Result<SandboxChange, ApiChangeError> {
    set(scope, catalogue, slug, |api| {
        let now = sandbox.unwrap_or(api.sandbox);
        check_document(&document).map_err(ApiChangeError::Document)?;
        let warnings = if now {
            let sandbox = Sandbox::compile(&document).map_err(ApiChangeError::Sandbox)?;
            sandbox.warnings().to_vec()
        } else {
            vec![]
        };
        let change = api::ActiveModel {
            openapi: Set(Some(document)),
            sandbox: Set(now),
            ..Default::default()
        };
        let changed = SandboxChange {
            before: api.sandbox,
            now,
            warnings,
        };
        Ok((change, changed))
    })
    .await
}

/// Applies the change that `change` makes from the current row; returns its second value.
async fn set<T>(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    change: impl FnOnce(api::Model) -> Result<(api::ActiveModel, T), ApiChangeError>,
) -> Result<T, ApiChangeError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let found = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .lock_exclusive()
        .one(&transaction)
        .await?;
    let api = found.ok_or(Error::NotFound("no such API"))?;
    let id = api.id;
    let (change, told) = change(api)?;
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
    catalogue.refresh(&scope.portal.db).await?;
    Ok(told)
}
