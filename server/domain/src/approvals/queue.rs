//! The queue of pending requests, and the lists of all others.

use std::{collections::HashMap, sync::Arc};

use chrono::TimeDelta;
use sea_orm::DbErr;
use uuid::Uuid;
use values::tidy;

use super::{
    Applicant, Assignee, Search,
    assign::assignees,
    party::{self, Owners},
    search::Conditions,
};
use crate::{
    Cursor, Error, Place, Role, Scope, TwoWayPage, accounts, applications,
    catalogue::{self, Api, Catalogue},
    credentials::{self, PublicKey},
    folding::words,
    groups::{self, Group},
    ids::{ApplicationId, RequestId},
    requests::{self, Request, RequestKind, RequestOrder, RequestState, Status, WaitingTime},
    search::{self as documents, Part, SearchTarget, in_order},
    two_way_page::Key,
};

/// The number of requests on a page.
pub const PAGE: usize = 25;

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
    /// Who looks after it.
    pub assignee: Option<Assignee>,
    /// How long it has waited; `None` for what waits no more.
    pub waiting: Option<WaitingTime>,
}

/// The first page of the queue, from the oldest request.
///
/// # Errors
/// As [`search`].
pub async fn queue(scope: &Scope, catalogue: &Catalogue) -> Result<TwoWayPage<QueueItem>, Error> {
    search(scope, catalogue, &Search::default(), Place::First).await
}

/// A page of the results: pending requests from the first of their order, all others from the
/// newest.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn search(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    place: Place<RequestId>,
) -> Result<TwoWayPage<QueueItem>, Error> {
    page(scope, catalogue, search, (place, PAGE)).await
}

/// The same with pages of another size.
///
/// # Errors
/// As [`search`].
pub async fn page(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    (place, size): (Place<RequestId>, usize),
) -> Result<TwoWayPage<QueueItem>, Error> {
    scope.require(Role::ContractManager)?;
    let mut found = page_of_rows(scope, search, (place, size)).await?;
    if place.is_backwards() && !found.has_previous {
        // The first page is whole, also when fewer rows stand before the place by now.
        found = page_of_rows(scope, search, (Place::First, size)).await?;
    }
    let mut items = items(scope, catalogue, found.items).await?;
    items.retain(|item| stands(item, search.status));
    Ok(TwoWayPage {
        items,
        has_previous: found.has_previous,
        has_next: found.has_next,
    })
}

async fn page_of_rows(
    scope: &Scope,
    search: &Search,
    (place, size): (Place<RequestId>, usize),
) -> Result<TwoWayPage<Request>, DbErr> {
    let at = match place.row() {
        Some(id) => requests::load(scope.portal.db.searches(), *id).await?,
        None => None,
    };
    let place = place.told(at);
    let rows = rows(scope, search, &place, size as u64 + 1).await?;
    Ok(TwoWayPage::of(rows, size, &place))
}

/// The next rows at a place, in the order in which they are read.
async fn rows(
    scope: &Scope,
    search: &Search,
    place: &Place<Request>,
    limit: u64,
) -> Result<Vec<Request>, DbErr> {
    if let Some(found) = by_public_key(scope, search).await? {
        return rows_of(scope, &[found.request().0]).await;
    }
    let conditions = Conditions::of(scope, search).await?;
    let sought = words(&search.query);
    if !sought.is_empty() && conditions.are_words_alone() {
        let found = by_words(scope, search.status, &sought, place, limit).await?;
        return rows_of(scope, &found).await;
    }
    let db = scope.portal.db.searches();
    let key = |order| {
        let row = place.row().map(|row| requests::key(row, order));
        place.told::<Key>(row)
    };
    let of_application = search.status.and_then(|status| {
        let state = status.of_application()?;
        Some((state, conditions.on_applications(status)))
    });
    if let Some((state, wanted)) = of_application {
        let key = key(RequestOrder::Age);
        let found = applications::part_of_state(db, state, wanted, &key, limit).await?;
        let found: Vec<_> = found.into_iter().map(|ApplicationId(id)| id).collect();
        return rows_of(scope, &found).await;
    }
    let state = search.status.and_then(Status::of_request);
    let order = match state {
        Some(RequestState::Pending) => search.order,
        _ => RequestOrder::Age,
    };
    let wanted = conditions.on_requests(search.status);
    requests::part_of_state(db, (state, order), wanted, &key(order), limit).await
}

/// The application whose public key was typed.
async fn by_public_key(scope: &Scope, search: &Search) -> Result<Option<ApplicationId>, DbErr> {
    match PublicKey::parse(&tidy::code(&search.query)) {
        Some(key) => credentials::owner_of(scope.portal.db.reader(), key).await,
        None => Ok(None),
    }
}

/// What the index of words finds, in the order of its numbers.
async fn by_words(
    scope: &Scope,
    status: Option<Status>,
    words: &[String],
    place: &Place<Request>,
    size: u64,
) -> Result<Vec<Uuid>, DbErr> {
    let from_oldest = status == Some(Status::Pending);
    let part = Part {
        after: place
            .row()
            .map(|row| Cursor::new(row.submitted_at, row.id.0)),
        size,
        oldest_first: from_oldest != place.is_backwards(),
    };
    let sought = SearchTarget::Requests(status);
    documents::find(&scope.portal.db, sought, words, &part).await
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

pub(super) async fn items(
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
    let assignees = assignees(db, &rows).await?;
    let own = party::groups_of_asker(db, scope).await?;
    let pending = rows.iter().filter(|row| row.state == RequestState::Pending);
    let pending: Vec<_> = pending.map(|row| row.id).collect();
    let pauses = requests::pauses(db, scope, &pending).await?;
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
            assignee: request
                .assignee_id
                .and_then(|id| assignees.get(&id).cloned()),
            waiting: waiting(scope, &request, &pauses),
            request,
        });
    }
    Ok(items)
}

/// How long a request has waited for its decision, if it still does.
pub(super) fn waiting(
    scope: &Scope,
    request: &Request,
    pauses: &HashMap<RequestId, TimeDelta>,
) -> Option<WaitingTime> {
    let pause = pauses.get(&request.id).copied().unwrap_or_default();
    (request.state == RequestState::Pending).then(|| WaitingTime::of(request, scope, pause))
}
