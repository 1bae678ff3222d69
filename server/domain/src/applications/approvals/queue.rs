//! The requests that wait, the oldest first.

use std::sync::Arc;

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Applicant, ReviewError};
use crate::{
    Cursor, Page, Role, Scope,
    applications::{Application, State, view::accounts},
    catalogue::{self, Api},
    clock::Timestamp,
    entities::application,
    groups::{self, Group},
};

const PAGE: usize = 25;

#[derive(Clone, Debug)]
pub struct QueueItem {
    pub application: Application,
    pub group: Group,
    pub api: Arc<Api>,
    pub applicant: Applicant,
    pub submitted_at: Timestamp,
}

/// One page of the queue, from the oldest or from where the page before ended.
///
/// # Errors
/// See [`ReviewError`].
pub async fn queue(scope: &Scope, after: Option<Cursor>) -> Result<Page<QueueItem>, ReviewError> {
    scope.require(Role::ContractManager)?;
    let (at, id) = (application::Column::SubmittedAt, application::Column::Id);
    let place = after.map_or_else(Condition::all, |cursor| cursor.above(at, id));
    let rows = application::Entity::find()
        .filter(application::Column::State.eq(State::Pending))
        .filter(place)
        .order_by_asc(at)
        .order_by_asc(id)
        .limit(PAGE as u64 + 1)
        .all(scope.portal.db.reader())
        .await?;
    let items = items(scope, rows).await?;
    Ok(Page::of(items, PAGE, |item| {
        Cursor::new(item.submitted_at, item.application.id.0)
    }))
}

async fn items(scope: &Scope, rows: Vec<Application>) -> Result<Vec<QueueItem>, DbErr> {
    let db = scope.portal.db.reader();
    let applicants = accounts(db, rows.iter().map(|row| row.applicant_id)).await?;
    let groups = groups::by_ids(db, rows.iter().filter_map(|row| row.group_id)).await?;
    let mut items = Vec::with_capacity(rows.len());
    for application in rows {
        // What was submitted has all three.
        let (Some(group), Some(applicant), Some(submitted_at)) = (
            application.group_id.and_then(|id| groups.get(&id)),
            applicants.get(&application.applicant_id),
            application.submitted_at,
        ) else {
            continue;
        };
        items.push(QueueItem {
            group: group.clone(),
            api: catalogue::api_of(scope, application.api_id).await?,
            applicant: applicant.into(),
            submitted_at,
            application,
        });
    }
    Ok(items)
}
