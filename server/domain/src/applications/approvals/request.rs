//! One request with what helps to decide on it.

use std::sync::Arc;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{Applicant, Evidence, ReviewError, evidence};
use crate::{
    Role, Scope,
    applications::{
        Application,
        view::{accounts, name},
    },
    catalogue::{self, Api},
    clock::Timestamp,
    entities::application,
    groups::{self, Group},
    ids::ApplicationId,
};

#[derive(Clone, Debug)]
pub struct RequestView {
    pub application: Application,
    pub api: Arc<Api>,
    pub group: Group,
    pub applicant: Applicant,
    pub submitted_at: Timestamp,
    /// Who decided, once somebody did.
    pub decided_by: Option<String>,
    pub evidence: Evidence,
}

/// A request, waiting or decided; drafts are their author's business.
///
/// # Errors
/// See [`ReviewError`].
pub async fn request(scope: &Scope, id: ApplicationId) -> Result<Option<RequestView>, ReviewError> {
    scope.require(Role::ContractManager)?;
    let submitted = application::Entity::find_by_id(id)
        .filter(application::Column::Number.is_not_null())
        .one(scope.portal.db.reader())
        .await?;
    match submitted {
        Some(application) => Ok(view(scope, application).await?),
        None => Ok(None),
    }
}

async fn view(scope: &Scope, application: Application) -> Result<Option<RequestView>, DbErr> {
    let db = scope.portal.db.reader();
    let people = [Some(application.applicant_id), application.decided_by];
    let people = accounts(db, people.into_iter().flatten()).await?;
    let mut groups = groups::by_ids(db, application.group_id.into_iter()).await?;
    let (Some(group), Some(applicant), Some(submitted_at)) = (
        application.group_id.and_then(|id| groups.remove(&id)),
        people.get(&application.applicant_id).map(Applicant::from),
        application.submitted_at,
    ) else {
        return Ok(None);
    };
    let decided_by = application
        .decided_by
        .and_then(|id| people.get(&id))
        .map(name);
    Ok(Some(RequestView {
        evidence: evidence::gather(scope, &group, &applicant, submitted_at).await?,
        api: catalogue::api_of(scope, application.api_id).await?,
        application,
        group,
        applicant,
        submitted_at,
        decided_by,
    }))
}
