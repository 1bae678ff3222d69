//! The requests that wait, and what became of those that do not.

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
};

use super::{Applicant, ReviewError, found_by::found_by, party};
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
    /// The asker made the request, or belongs to its group.
    pub is_own: bool,
}

/// What a contract manager looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// None looks in every state.
    pub state: Option<State>,
    /// Words of a number, a name, a company, a CNPJ or an address; or a public key.
    pub query: String,
}

impl Default for Search {
    /// What waits for a decision.
    fn default() -> Self {
        Self {
            state: Some(State::Pending),
            query: String::new(),
        }
    }
}

/// One page of the queue, from the oldest or from where the page before ended.
///
/// # Errors
/// See [`ReviewError`].
pub async fn queue(scope: &Scope, after: Option<Cursor>) -> Result<Page<QueueItem>, ReviewError> {
    search(scope, &Search::default(), after).await
}

/// One page of what is looked for: what waits from the oldest, all else from the newest.
///
/// # Errors
/// See [`ReviewError`].
pub async fn search(
    scope: &Scope,
    search: &Search,
    after: Option<Cursor>,
) -> Result<Page<QueueItem>, ReviewError> {
    scope.require(Role::ContractManager)?;
    let (at, id) = (application::Column::SubmittedAt, application::Column::Id);
    let waiting = search.state == Some(State::Pending);
    let order = if waiting { Order::Asc } else { Order::Desc };
    let place = after.map_or_else(Condition::all, |cursor| {
        if waiting {
            cursor.above(at, id)
        } else {
            cursor.below(at, id)
        }
    });
    let rows = application::Entity::find()
        .filter(application::Column::Number.is_not_null())
        .filter(stands(search.state))
        .filter(found_by(&search.query))
        .filter(place)
        .order_by(at, order.clone())
        .order_by(id, order)
        .limit(PAGE as u64 + 1)
        .all(scope.portal.db.searches())
        .await?;
    let items = items(scope, rows).await?;
    Ok(Page::of(items, PAGE, |item| {
        Cursor::new(item.submitted_at, item.application.id.0)
    }))
}

/// An approved request to change a plan is no application that stands by itself.
fn stands(state: Option<State>) -> Condition {
    let Some(state) = state else {
        return Condition::all();
    };
    let stands = Condition::all().add(application::Column::State.eq(state));
    if state == State::Approved {
        stands.add(application::Column::Upgrades.is_null())
    } else {
        stands
    }
}

async fn items(scope: &Scope, rows: Vec<Application>) -> Result<Vec<QueueItem>, DbErr> {
    let db = scope.portal.db.reader();
    let applicants = accounts(db, rows.iter().map(|row| row.applicant_id)).await?;
    let groups = groups::by_ids(db, rows.iter().filter_map(|row| row.group_id)).await?;
    let own = party::among(db, scope, rows.iter().map(|row| row.id)).await?;
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
            is_own: own.contains(&application.id),
            application,
        });
    }
    Ok(items)
}
