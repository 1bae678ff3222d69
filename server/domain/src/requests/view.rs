//! Requests and their applications, as the members of their group see them.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    sea_query::{Expr, SelectStatement},
};

use super::{
    Decision, OpenPlanChange, Request, RequestAnswers, RequestKind, RequestState, Status,
    decision::decisions_of, find::status_for, plan_change::open_plan_changes,
};
use crate::{
    Cursor, Page, Person, Scope, accounts,
    applications::{self, Application, StoredConditions},
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    entities::request,
    groups::{self, GroupRight, MemberRole},
    ids::{AccountId, ApplicationId, GroupId, RequestId},
};

/// A request with the status of its application.
#[derive(Clone, Debug)]
pub struct RequestView {
    pub id: RequestId,
    /// As in `2026-0042`.
    pub number: String,
    pub kind: RequestKind,
    /// The application that it makes, or whose plan it changes.
    pub application_id: ApplicationId,
    pub name: String,
    pub description: String,
    /// What it says to what its API asks.
    pub answers: RequestAnswers,
    pub group_id: GroupId,
    pub api: Arc<Api>,
    /// The current plan of the application, or the requested one.
    pub plan: Plan,
    pub status: Status,
    /// The reason of the last decision.
    pub reason: Option<String>,
    pub submitted_at: Timestamp,
    /// When it was approved or rejected.
    pub decided_at: Option<Timestamp>,
    pub applicant_id: AccountId,
    pub applicant_name: String,
    /// By when it is to be decided, if it is pending.
    pub due_at: Option<Timestamp>,
    /// The contract manager who looks after it.
    pub assignee_name: Option<String>,
    /// The pending request to change the plan of its application.
    pub plan_change: Option<OpenPlanChange>,
    /// On what conditions its application was approved.
    pub conditions: Option<StoredConditions>,
    /// The reader's role in its group.
    pub role: Option<MemberRole>,
}

impl RequestView {
    /// Whether the reader may do this in the group that it belongs to.
    #[must_use]
    pub fn may(&self, right: GroupRight) -> bool {
        self.role.is_some_and(|role| role.may(right))
    }
}

/// The status of a request with its application.
pub(crate) fn status(request: &Request, application: Option<&Application>) -> Status {
    match application {
        Some(made) if request.kind == RequestKind::Access => made.state.into(),
        _ => request.state.into(),
    }
}

/// The requests for access of a group that the asker belongs to, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_group(
    scope: &Scope,
    catalogue: &Catalogue,
    group: GroupId,
) -> Result<Option<Vec<RequestView>>, DbErr> {
    if groups::find(scope, group).await?.is_none() {
        return Ok(None);
    }
    let rows = filed_by(group).all(scope.portal.db.reader()).await?;
    views(scope, catalogue, rows).await.map(Some)
}

/// The number of requests on a page.
const PAGE: usize = 25;

/// A page of them, from the newest or from the end of the page before; or the page that begins with
/// `shown`, unless the wanted page holds it.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_of_group(
    scope: &Scope,
    catalogue: &Catalogue,
    group: GroupId,
    after: Option<Cursor>,
    shown: Option<RequestId>,
) -> Result<Option<Page<RequestView>>, DbErr> {
    if groups::find(scope, group).await?.is_none() {
        return Ok(None);
    }
    let (at, id) = (request::Column::SubmittedAt, request::Column::Id);
    let db = scope.portal.db.reader();
    let place = after.map(|cursor| cursor.below(at, id));
    let mut rows = page_from(group, place).all(db).await?;
    if let Some(shown) = shown
        && !rows.iter().take(PAGE).any(|row| row.id == shown)
        && let Some(row) = filed_by(group).filter(id.eq(shown)).one(db).await?
    {
        let place = Cursor::new(row.submitted_at, row.id.0).from(at, id);
        rows = page_from(group, Some(place)).all(db).await?;
    }
    let views = views(scope, catalogue, rows).await?;
    Ok(Some(Page::of(views, PAGE, |view| {
        Cursor::new(view.submitted_at, view.id.0)
    })))
}

/// The rows of a page and one more.
fn page_from(group: GroupId, place: Option<Expr>) -> Select<request::Entity> {
    filed_by(group)
        .filter(Condition::all().add_option(place))
        .limit(PAGE as u64 + 1)
}

/// The requests for access of a group, the newest first.
pub(super) fn filed_by(group: GroupId) -> Select<request::Entity> {
    request::Entity::find()
        .filter(request::Column::GroupId.eq(group))
        .filter(request::Column::Kind.eq(RequestKind::Access))
        .order_by_desc(request::Column::SubmittedAt)
        .order_by_desc(request::Column::Id)
}

/// A request, for a member of its group. Whoever filed it and left the group sees it no longer.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
) -> Result<Option<RequestView>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let found = request::Entity::find_by_id(id)
        .filter(visible_to(person))
        .all(scope.portal.db.reader())
        .await?;
    Ok(views(scope, catalogue, found).await?.pop())
}

/// An application by its identifier, which its request has, too.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_application(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
) -> Result<Option<RequestView>, DbErr> {
    let found = find(scope, catalogue, id.request()).await?;
    Ok(found.filter(|request| request.kind == RequestKind::Access))
}

pub(crate) fn visible_to(person: &Person) -> Condition {
    Condition::all().add(request::Column::GroupId.in_subquery(groups::ids_of(person.id)))
}

/// The applications that the person may see, as a subquery.
pub(crate) fn application_ids_visible_to(person: &Person) -> SelectStatement {
    request::Entity::find()
        .select_only()
        .column(request::Column::ApplicationId)
        .filter(visible_to(person))
        .into_query()
}

/// Data that is read for several requests at once.
struct Beside {
    applications: HashMap<ApplicationId, Application>,
    conditions: HashMap<ApplicationId, StoredConditions>,
    decisions: HashMap<RequestId, Decision>,
    plan_changes: HashMap<ApplicationId, OpenPlanChange>,
    /// Applicants, and those who look after requests.
    people: HashMap<AccountId, String>,
    roles: HashMap<GroupId, MemberRole>,
}

pub(super) async fn views(
    scope: &Scope,
    catalogue: &Catalogue,
    rows: Vec<Request>,
) -> Result<Vec<RequestView>, DbErr> {
    let mut beside = beside(scope, &rows).await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let api = catalogue::api_of(scope, catalogue, row.api_id).await?;
        views.push(beside.view(row, api));
    }
    Ok(views)
}

async fn beside(scope: &Scope, rows: &[Request]) -> Result<Beside, DbErr> {
    let db = scope.portal.db.reader();
    let is_made =
        |row: &Request| row.kind == RequestKind::Access && row.state == RequestState::Approved;
    let is_decided = |row: &Request| !row.state.is_open() && !is_made(row);
    let made: Vec<_> = rows.iter().filter(|row| is_made(row)).collect();
    let ids = || made.iter().map(|row| row.application_id);
    let decided = rows.iter().filter(|row| is_decided(row));
    let applicants = rows.iter().map(|row| row.applicant_id);
    let people: Vec<_> = applicants
        .chain(rows.iter().filter_map(|row| row.assignee_id))
        .collect();
    let with_conditions: Vec<_> = ids().collect();
    Ok(Beside {
        applications: applications::by_ids(db, ids()).await?,
        conditions: applications::conditions_of(db, &with_conditions).await?,
        decisions: decisions_of(db, decided.map(|row| row.id)).await?,
        plan_changes: open_plan_changes(db, ids()).await?,
        people: accounts::names(db, people.into_iter()).await?,
        roles: match scope.person() {
            Some(person) if !rows.is_empty() => groups::roles_of(db, person.id).await?,
            _ => HashMap::new(),
        },
    })
}

impl Beside {
    fn view(&mut self, row: Request, api: Arc<Api>) -> RequestView {
        let status = status(&row, self.applications.get(&row.application_id));
        let decision = self.decisions.remove(&row.id);
        let mut view = RequestView {
            id: row.id,
            number: row.number,
            kind: row.kind,
            application_id: row.application_id,
            name: row.name,
            description: row.description,
            answers: row.answers,
            group_id: row.group_id,
            api,
            plan: row.plan,
            status,
            reason: decision.as_ref().and_then(|decision| decision.said.clone()),
            submitted_at: row.submitted_at,
            decided_at: decision
                .filter(|decision| decision.outcome != RequestState::Cancelled)
                .map(|decision| decision.at),
            applicant_name: self
                .people
                .get(&row.applicant_id)
                .cloned()
                .unwrap_or_default(),
            applicant_id: row.applicant_id,
            due_at: row.due_at.filter(|_| row.state == RequestState::Pending),
            assignee_name: row.assignee_id.and_then(|id| self.people.get(&id).cloned()),
            plan_change: None,
            conditions: None,
            role: self.roles.get(&row.group_id).copied(),
        };
        if row.kind == RequestKind::Access
            && let Some(made) = self.applications.remove(&row.application_id)
        {
            view.plan_change = self.plan_changes.remove(&made.id);
            view.conditions = self.conditions.remove(&made.id);
            view.name = made.name;
            view.description = made.description;
            view.plan = made.plan;
            view.reason = made.reason;
            view.decided_at = Some(made.approved_at);
        }
        view
    }
}

/// Whether the asker may see an application, or the pending request for it.
pub(crate) async fn may_see(scope: &Scope, id: ApplicationId) -> Result<bool, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(false);
    };
    let db = scope.portal.db.reader();
    Ok(status_for(db, person, id).await?.is_some())
}
