//! Changes to how an API is reached. Administrators make them, and every instance learns of them
//! within seconds.

use super::{ApiContent, Catalogue, Missing, edit::Edit, missing, own};
use crate::{
    Error, Scope, from_common,
    sandbox::{InvalidDocument, Sandbox, check_document},
    upstreams::UpstreamRefusal,
};

#[derive(Debug, thiserror::Error)]
pub enum ApiChangeError {
    #[error("it is no OpenAPI document: {0}")]
    Document(#[source] InvalidDocument),
    /// No sandbox can be made from the document.
    #[error("the document is not understood: {0}")]
    Sandbox(#[source] InvalidDocument),
    #[error(transparent)]
    Upstream(#[from] UpstreamRefusal),
    /// What readers see is to change, and somebody works on what they are to see next.
    #[error("somebody is changing this API in the console: publish or discard that draft first")]
    DraftPending,
    #[error("the portal itself writes its own API")]
    OfPortal,
    /// Readers would see an API without it.
    #[error("a published API cannot be without {0}")]
    Missing(Missing),
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
/// [`ApiChangeError::Upstream`] when the configuration allows no calls there,
/// [`ApiChangeError::DraftPending`] when the API has a draft besides what readers see,
/// [`ApiChangeError::Missing`] when readers would see it without something that they need,
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for
/// whoever is no administrator.
pub async fn set_upstream(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    url: Option<String>,
) -> Result<Option<String>, ApiChangeError> {
    if let Some(url) = &url {
        scope.portal.settings.upstreams.check(url)?;
    }
    change(scope, catalogue, slug, |content| {
        Ok(std::mem::replace(&mut content.upstream, url))
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
    change(scope, catalogue, slug, |content| {
        let now = sandbox.unwrap_or(content.sandbox);
        check_document(&document).map_err(ApiChangeError::Document)?;
        let warnings = if now {
            let sandbox = Sandbox::compile(&document).map_err(ApiChangeError::Sandbox)?;
            sandbox.warnings().to_vec()
        } else {
            vec![]
        };
        content.openapi = Some(document);
        let before = std::mem::replace(&mut content.sandbox, now);
        Ok(SandboxChange {
            before,
            now,
            warnings,
        })
    })
    .await
}

/// Changes the content of an API: what readers see of one that was published, the draft of another.
/// Returns what the change returns.
async fn change<T>(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    change: impl FnOnce(&mut ApiContent) -> Result<T, ApiChangeError>,
) -> Result<T, ApiChangeError> {
    let edit = Edit::begin(scope).await?;
    let mut api = edit.get(slug).await?;
    if api.published_id.is_some() && api.draft_id.is_some() {
        return Err(ApiChangeError::DraftPending);
    }
    let mut content = match api.draft_id.or(api.published_id) {
        Some(id) => edit.content(id).await?,
        None => ApiContent::default(),
    };
    let before = content.clone();
    let told = change(&mut content)?;
    if content == before {
        return Ok(told);
    }
    if !own::may_become(&before, &content) {
        return Err(ApiChangeError::OfPortal);
    }
    let was_published = api.published_id.is_some();
    if let Some(missing) = missing(&content)
        .into_iter()
        .next()
        .filter(|_| was_published)
    {
        return Err(ApiChangeError::Missing(missing));
    }
    edit.save_draft(&mut api, &content).await?;
    if was_published {
        edit.publish(&mut api).await?;
    }
    edit.store(api).await?;
    edit.transaction.commit().await?;
    catalogue.refresh(&scope.portal.db).await?;
    Ok(told)
}
