//! A request while it is written: kept on the server, one a person, API and plan.

use std::sync::Arc;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{Application, State};
use crate::{
    Scope,
    catalogue::{self, Api, Plan},
    entities::application,
    groups::{self, Group},
    ids::{AccountId, ApiId, ApplicationId},
};

/// A draft and what it is about.
#[derive(Clone, Debug)]
pub struct Draft {
    pub application: Application,
    pub api: Arc<Api>,
    /// None once the applicant no longer belongs to it.
    pub group: Option<Group>,
    /// The rejected request that it corrects.
    pub corrects: Option<Application>,
}

/// A step of the request that is still to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Group,
    Description,
}

impl Draft {
    /// The first step that is still to be taken; none when all is there to be submitted.
    #[must_use]
    pub fn missing(&self) -> Option<Step> {
        if self.group.is_none() {
            Some(Step::Group)
        } else if self.application.name.is_empty() {
            Some(Step::Description)
        } else {
            None
        }
    }
}

/// A draft of the asker's own.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft(scope: &Scope, id: ApplicationId) -> Result<Option<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    match own(person.id, id).one(scope.portal.db.reader()).await? {
        Some(application) => complete(scope, application).await.map(Some),
        None => Ok(None),
    }
}

/// The draft that the asker has of this API and plan.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft_for(
    scope: &Scope,
    api: ApiId,
    plan: Plan,
) -> Result<Option<ApplicationId>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let draft = all_of(person.id)
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::Plan.eq(plan))
        .one(scope.portal.db.reader())
        .await?;
    Ok(draft.map(|application| application.id))
}

/// The asker's drafts, the last one touched first.
///
/// # Errors
/// When the database cannot be read.
pub async fn drafts(scope: &Scope) -> Result<Vec<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Vec::new());
    };
    let rows = all_of(person.id)
        .order_by_desc(application::Column::UpdatedAt)
        .order_by_desc(application::Column::Id)
        .all(scope.portal.db.reader())
        .await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for application in rows {
        drafts.push(complete(scope, application).await?);
    }
    Ok(drafts)
}

/// The drafts of one person: nobody else sees them.
pub(super) fn all_of(applicant: AccountId) -> Select<application::Entity> {
    application::Entity::find()
        .filter(application::Column::ApplicantId.eq(applicant))
        .filter(application::Column::State.eq(State::Draft))
}

pub(super) fn own(applicant: AccountId, id: ApplicationId) -> Select<application::Entity> {
    all_of(applicant).filter(application::Column::Id.eq(id))
}

async fn complete(scope: &Scope, application: Application) -> Result<Draft, DbErr> {
    let api = catalogue::api_of(scope, application.api_id).await?;
    let group = match application.group_id {
        Some(id) => groups::find(scope, id).await?,
        None => None,
    };
    let corrects = match application.corrects {
        Some(id) => {
            application::Entity::find_by_id(id)
                .one(scope.portal.db.reader())
                .await?
        }
        None => None,
    };
    Ok(Draft {
        application,
        api,
        group,
        corrects,
    })
}
