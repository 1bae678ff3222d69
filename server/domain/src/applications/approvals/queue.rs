//! The requests that wait, and what became of those that do not.

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    Select, SelectThree, TopologyStar,
};
use uuid::Uuid;

use super::{Applicant, ReviewError, found_by::found_by, party};
use crate::{
    Cursor, Page, Role, Scope,
    applications::{Application, State},
    catalogue::{self, Api, Catalogue},
    clock::Timestamp,
    entities::{account, application, permission_group},
    groups::Group,
    search::in_order,
};

pub(super) const PAGE: usize = 25;

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
/// Fails with [`ReviewError`], whose variants name the causes.
pub async fn queue(
    scope: &Scope,
    catalogue: &Catalogue,
    after: Option<Cursor>,
) -> Result<Page<QueueItem>, ReviewError> {
    search(scope, catalogue, &Search::default(), after).await
}

/// One page of what is looked for: what waits from the oldest, all else from the newest.
///
/// # Errors
/// Fails with [`ReviewError`], whose variants name the causes.
pub async fn search(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    after: Option<Cursor>,
) -> Result<Page<QueueItem>, ReviewError> {
    scope.require(Role::ContractManager)?;
    let rows = match found_by(scope, search, after).await? {
        Some(found) => found_rows(scope, search, &found).await?,
        None => page_of_rows(scope, search, after).await?,
    };
    let items = items(scope, catalogue, rows).await?;
    Ok(Page::of(items, PAGE, |item| {
        Cursor::new(item.submitted_at, item.application.id.0)
    }))
}

/// A request with its group and its applicant.
type Row = (Application, Option<Group>, Option<account::Model>);

/// One more than a page, in the order of the page.
async fn page_of_rows(
    scope: &Scope,
    search: &Search,
    after: Option<Cursor>,
) -> Result<Vec<Row>, DbErr> {
    let (at, id) = (application::Column::SubmittedAt, application::Column::Id);
    let waiting = search.state == Some(State::Pending);
    let order = if waiting { Order::Asc } else { Order::Desc };
    let place = after.map(|cursor| {
        if waiting {
            cursor.above(at, id)
        } else {
            cursor.below(at, id)
        }
    });
    let page = application::Entity::find()
        .filter(at.is_not_null())
        .filter(stands(search.state))
        .filter(Condition::all().add_option(place))
        .order_by(at, order.clone())
        .order_by(id, order)
        .limit(PAGE as u64 + 1);
    whole(page).all(scope.portal.db.searches()).await
}

/// What was found, in its order.
async fn found_rows(scope: &Scope, search: &Search, found: &[Uuid]) -> Result<Vec<Row>, DbErr> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let these = application::Entity::find()
        .filter(application::Column::Id.is_in(found.iter().copied()))
        .filter(stands(search.state));
    let mut rows = whole(these).all(scope.portal.db.searches()).await?;
    in_order(&mut rows, found, |(application, ..)| application.id.0);
    Ok(rows)
}

fn whole(
    rows: Select<application::Entity>,
) -> SelectThree<application::Entity, permission_group::Entity, account::Entity, TopologyStar> {
    rows.find_also_related(permission_group::Entity)
        .find_also_related(account::Entity)
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

async fn items(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<Row>,
) -> Result<Vec<QueueItem>, DbErr> {
    let db = scope.portal.db.reader();
    let own = party::among(db, scope, rows.iter().map(|row| row.0.id)).await?;
    let mut items = Vec::with_capacity(rows.len());
    for (application, group, applicant) in rows {
        // What was submitted has all three.
        let (Some(group), Some(applicant), Some(submitted_at)) =
            (group, applicant, application.submitted_at)
        else {
            continue;
        };
        items.push(QueueItem {
            group,
            api: catalogue::api_of(scope, catalogue, application.api_id).await?,
            applicant: (&applicant).into(),
            submitted_at,
            is_own: own.contains(&application.id),
            application,
        });
    }
    Ok(items)
}
