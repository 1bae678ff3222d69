//! What administrators write about an API before readers see it: they begin it, write it section by
//! section, and publish or discard it.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Api, ApiContent, ApiState, AttachmentChanges, Catalogue, Fingerprint, Problem, Section,
    across::conflicts,
    attachment,
    check::{is_slug, missing, problems},
    edit::Edit,
    load, own, stored,
};
use crate::{
    Error, Role, Scope, audit::Action, entities::api, from_common, translated::Translated,
};

#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// Somebody wrote the same after the asker saw it.
    #[error("it was changed meanwhile")]
    Changed,
    /// What is wrong with it; nothing was changed.
    #[error("nothing was changed, for {} mistakes", .0.len())]
    Problems(Vec<Problem>),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(DraftError);

/// Begins an API that nobody but administrators sees yet.
///
/// # Errors
/// [`DraftError::Problems`] when the slug is none, or another API has it; [`Error::Forbidden`] for
/// whoever is no administrator.
pub async fn create(scope: &Scope, slug: &str, name: &Translated) -> Result<(), DraftError> {
    let edit = Edit::begin(scope).await?;
    let content = ApiContent {
        name: name.clone(),
        ..ApiContent::default()
    };
    let mut found = problems(&content, &scope.portal.settings.upstreams);
    if !is_slug(slug) {
        found.insert(0, Problem::Slug);
    } else if edit.find(slug).await?.is_some() {
        found.insert(0, Problem::TakenSlug(slug.to_owned()));
    }
    refuse(found)?;
    let mut api = edit.add(slug).await?;
    edit.save_draft(&mut api, &content).await?;
    edit.store(api).await?;
    edit.transaction.commit().await?;
    Ok(())
}

/// Writes a section of an API's draft as `content` has it. Whether anything lacks in it is asked
/// when it is to be published.
///
/// # Errors
/// [`DraftError::Changed`] when the section is not as it was `seen`, [`DraftError::Problems`] when
/// something in it is wrong, [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for
/// whoever is no administrator.
pub async fn save(
    scope: &Scope,
    slug: &str,
    section: Section,
    seen: &Fingerprint,
    content: &ApiContent,
) -> Result<(), DraftError> {
    let edit = Edit::begin(scope).await?;
    let mut api = edit.get(slug).await?;
    let before = edit.written(&api).await?;
    if section.fingerprint(&before)? != *seen {
        return Err(DraftError::Changed);
    }
    let mut after = before.clone();
    section.copy(content, &mut after);
    if after == before {
        return Ok(());
    }
    if !own::may_become(&before, &after) {
        return Err(DraftError::Problems(vec![Problem::OfPortal]));
    }
    let mut found = problems(&after, &scope.portal.settings.upstreams);
    found.extend(of_one(&edit, &api, &after).await?);
    found.retain(|problem| section.concerns(problem));
    refuse(found)?;
    edit.save_draft(&mut api, &after).await?;
    edit.store(api).await?;
    edit.transaction.commit().await?;
    Ok(())
}

/// Writes the files of an API's draft: those that are mentioned.
///
/// # Errors
/// As [`save`].
pub async fn save_attachments(
    scope: &Scope,
    slug: &str,
    seen: &Fingerprint,
    changes: &AttachmentChanges,
) -> Result<(), DraftError> {
    let edit = Edit::begin(scope).await?;
    let mut api = edit.get(slug).await?;
    let before = edit.written(&api).await?;
    if Section::Attachments.fingerprint(&before)? != *seen {
        return Err(DraftError::Changed);
    }
    let mut after = before.clone();
    changes.apply(&mut after);
    if after == before {
        return Ok(());
    }
    if !own::may_become(&before, &after) {
        return Err(DraftError::Problems(vec![Problem::OfPortal]));
    }
    attachment::store(&edit.transaction, api.id, changes).await?;
    edit.save_draft(&mut api, &after).await?;
    edit.store(api).await?;
    edit.transaction.commit().await?;
    Ok(())
}

/// Lets readers see the draft of an API from now on.
///
/// # Errors
/// [`DraftError::Changed`] when there is no draft, or it is not as it was `seen`;
/// [`DraftError::Problems`] when something lacks or is wrong in it, [`Error::NotFound`] when there
/// is no such API, [`Error::Forbidden`] for whoever is no administrator.
pub async fn publish(
    scope: &Scope,
    catalogue: &Catalogue,
    slug: &str,
    seen: &Fingerprint,
) -> Result<(), DraftError> {
    let edit = Edit::begin(scope).await?;
    let mut api = edit.get(slug).await?;
    let content = draft_as_seen(&edit, &api, seen).await?;
    let mut found = problems(&content, &scope.portal.settings.upstreams);
    found.extend(missing(&content).into_iter().map(Problem::Missing));
    found.extend(of_one(&edit, &api, &content).await?);
    refuse(found)?;
    let before = api.state;
    edit.publish(&mut api).await?;
    edit.record_state(&api, before).await?;
    edit.store(api).await?;
    edit.transaction.commit().await?;
    catalogue.refresh(&scope.portal.db).await?;
    Ok(())
}

/// What became of an API whose draft was discarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discarded {
    /// It is as readers see it.
    Draft,
    /// It was never published, so nothing is left of it.
    Api,
}

/// Throws the draft of an API away, and the API itself if nobody ever saw more of it.
///
/// # Errors
/// [`DraftError::Changed`] when there is no draft, or it is not as it was `seen`;
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn discard(
    scope: &Scope,
    slug: &str,
    seen: &Fingerprint,
) -> Result<Discarded, DraftError> {
    let edit = Edit::begin(scope).await?;
    let mut api = edit.get(slug).await?;
    draft_as_seen(&edit, &api, seen).await?;
    let details = slug.to_owned();
    edit.record(Action::ApiDraftDiscarded, api.id, Some(details))
        .await?;
    let discarded = if api.published_id.is_some() {
        edit.drop_draft(&mut api).await?;
        edit.store(api).await?;
        Discarded::Draft
    } else {
        edit.remove(api.id).await?;
        Discarded::Api
    };
    edit.transaction.commit().await?;
    Ok(discarded)
}

/// An API as readers would see it, if what was written of it last were published.
///
/// # Errors
/// [`Error::NotFound`] when there is no such API, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn preview(scope: &Scope, slug: &str) -> Result<Arc<Api>, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let found = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let row = found.ok_or(Error::NotFound("no such API"))?;
    let revision = row.draft_id.or(row.published_id);
    let revision = revision.ok_or(Error::NotFound("nothing was written of the API"))?;
    let content = stored::content(db, revision).await?;
    Ok(load::preview(db, &row, revision, content).await?)
}

/// The draft, if it is what somebody saw.
async fn draft_as_seen(
    edit: &Edit<'_>,
    api: &api::Model,
    seen: &Fingerprint,
) -> Result<ApiContent, DraftError> {
    let draft = api.draft_id.ok_or(DraftError::Changed)?;
    let content = edit.content(draft).await?;
    if Fingerprint::of(&content)? == *seen {
        Ok(content)
    } else {
        Err(DraftError::Changed)
    }
}

/// What is wrong with one API beside the others.
async fn of_one(
    edit: &Edit<'_>,
    api: &api::Model,
    content: &ApiContent,
) -> Result<Vec<Problem>, Error> {
    // What is over keeps nothing from others, and may still be written.
    let state = match api.state {
        ApiState::Draft => ApiState::Published,
        state => state,
    };
    let checked = BTreeMap::from([(api.slug.clone(), (state, content.clone()))]);
    let found = conflicts(edit, &checked).await?;
    Ok(found.into_iter().map(|it| it.problem).collect())
}

fn refuse(found: Vec<Problem>) -> Result<(), DraftError> {
    if found.is_empty() {
        Ok(())
    } else {
        Err(DraftError::Problems(found))
    }
}
