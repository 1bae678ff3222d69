//! A request while it is written: kept on the server, one a person, API and plan.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{Application, State};
use crate::{
    Scope,
    catalogue::{self, Api, Catalogue, Plan},
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
pub async fn draft(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<Option<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    match own(person.id, id).one(scope.portal.db.reader()).await? {
        Some(application) => Ok(complete(scope, catalogue, vec![application]).await?.pop()),
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
pub async fn drafts(scope: &Scope, catalogue: &Catalogue) -> Result<Vec<Draft>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Vec::new());
    };
    let rows = all_of(person.id)
        .order_by_desc(application::Column::UpdatedAt)
        .order_by_desc(application::Column::Id)
        .all(scope.portal.db.reader())
        .await?;
    complete(scope, catalogue, rows).await
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

/// With what belongs to them: a statement for all groups, and one for all that they correct.
async fn complete(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<Application>,
) -> Result<Vec<Draft>, DbErr> {
    let groups = groups::find_all(scope, rows.iter().filter_map(|row| row.group_id)).await?;
    let corrected = corrected(scope, rows.iter().filter_map(|row| row.corrects)).await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for application in rows {
        drafts.push(Draft {
            api: catalogue::api_of(scope, catalogue, application.api_id).await?,
            group: application.group_id.and_then(|id| groups.get(&id).cloned()),
            corrects: application
                .corrects
                .and_then(|id| corrected.get(&id).cloned()),
            application,
        });
    }
    Ok(drafts)
}

async fn corrected(
    scope: &Scope,
    ids: impl Iterator<Item = ApplicationId>,
) -> Result<HashMap<ApplicationId, Application>, DbErr> {
    let ids: Vec<_> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = application::Entity::find()
        .filter(application::Column::Id.is_in(ids))
        .all(scope.portal.db.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
