//! The queue of pending requests, and the search in all requests.

use std::sync::Arc;

use sea_orm::DbErr;
use uuid::Uuid;

use super::{
    Applicant,
    party::{self, Owners},
    text_search::find_page,
};
use crate::{
    Cursor, Error, Page, Role, Scope, accounts, applications,
    catalogue::{self, Api, Catalogue},
    groups::{self, Group},
    ids::{ApplicationId, RequestId},
    requests::{self, Request, RequestKind, RequestState, Status},
    search::in_order,
};

pub(super) const PAGE: usize = 25;

/// A request in the queue.
#[derive(Clone, Debug)]
pub struct QueueItem {
    pub request: Request,
    pub status: Status,
    pub group: Group,
    pub api: Arc<Api>,
    pub applicant: Applicant,
    /// Whether the asker made the request, or belongs to its group.
    pub is_own: bool,
}

/// The search of a contract manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// `None` for every status.
    pub status: Option<Status>,
    /// Words of a number, a name, a company, a CNPJ or an address; or a public key.
    pub query: String,
}

impl Default for Search {
    /// Searches for pending requests.
    fn default() -> Self {
        Self {
            status: Some(Status::Pending),
            query: String::new(),
        }
    }
}

/// A page of the queue, from the oldest request or from the end of the page before.
///
/// # Errors
/// As [`search`].
pub async fn queue(
    scope: &Scope,
    catalogue: &Catalogue,
    after: Option<Cursor>,
) -> Result<Page<QueueItem>, Error> {
    search(scope, catalogue, &Search::default(), after).await
}

/// A page of the results: pending requests from the oldest, all others from the newest.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn search(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    after: Option<Cursor>,
) -> Result<Page<QueueItem>, Error> {
    scope.require(Role::ContractManager)?;
    let rows = match find_page(scope, search, after).await? {
        Some(found) => rows_of(scope, &found).await?,
        None => page_of_rows(scope, search.status, after).await?,
    };
    let mut items = items(scope, catalogue, rows).await?;
    items.retain(|item| stands(item, search.status));
    Ok(Page::of(items, PAGE, |item| {
        Cursor::new(item.request.submitted_at, item.request.id.0)
    }))
}

/// The rows of a page and one more, in the order of the page.
async fn page_of_rows(
    scope: &Scope,
    status: Option<Status>,
    after: Option<Cursor>,
) -> Result<Vec<Request>, DbErr> {
    let (db, size) = (scope.portal.db.searches(), PAGE as u64 + 1);
    if let Some(state) = status.and_then(Status::of_application) {
        let found = applications::page_of_state(db, state, after, size).await?;
        let found: Vec<_> = found.into_iter().map(|ApplicationId(id)| id).collect();
        return rows_of(scope, &found).await;
    }
    let state = status.and_then(Status::of_request);
    requests::page_of_state(db, state, after, size).await
}

/// The rows of these identifiers, in their order.
async fn rows_of(scope: &Scope, found: &[Uuid]) -> Result<Vec<Request>, DbErr> {
    let ids: Vec<_> = found.iter().copied().map(RequestId).collect();
    let mut rows = requests::by_ids(scope.portal.db.searches(), &ids).await?;
    in_order(&mut rows, found, |request| request.id.0);
    Ok(rows)
}

/// Whether an item has the wanted status. A search by public key finds its application in any
/// status; an approved request for another plan has no application of its own.
fn stands(item: &QueueItem, wanted: Option<Status>) -> bool {
    wanted.is_none_or(|wanted| {
        let by_itself = item.request.kind == RequestKind::Access || wanted != Status::Approved;
        item.status == wanted && by_itself
    })
}

async fn items(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<Request>,
) -> Result<Vec<QueueItem>, DbErr> {
    let db = scope.portal.db.searches();
    let made = rows
        .iter()
        .filter(|row| row.state == RequestState::Approved);
    let made = applications::by_ids(db, made.map(|row| row.application_id)).await?;
    let groups = groups::by_ids(db, rows.iter().map(|row| row.group_id)).await?;
    let applicants = accounts::by_ids(db, rows.iter().map(|row| row.applicant_id)).await?;
    let own = party::groups_of_asker(db, scope).await?;
    let mut items = Vec::with_capacity(rows.len());
    for request in rows {
        let (Some(group), Some(applicant)) = (
            groups.get(&request.group_id),
            applicants.get(&request.applicant_id),
        ) else {
            continue;
        };
        items.push(QueueItem {
            status: requests::status(&request, made.get(&request.application_id)),
            group: group.clone(),
            api: catalogue::api_of(scope, catalogue, request.api_id).await?,
            applicant: applicant.into(),
            is_own: party::is_own(scope, Owners::from(&request), &own),
            request,
        });
    }
    Ok(items)
}
