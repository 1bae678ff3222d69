//! The groups and requests of the demo accounts.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set,
};
use values::GroupName;

use super::{
    DemoAccount,
    content::{DemoGroup, DemoQuestion, DemoRequest, Story},
    teams,
};
use crate::{
    Scope, Services,
    accounts::Email,
    applications,
    clock::Timestamp,
    credentials,
    db::Transaction,
    entities::{inquiry, request, saved_reason},
    folding::fold,
    groups::{self, GroupCreation, NewGroup},
    ids::{AccountId, ApiId, GroupId, RequestId},
    requests::{self, RequestKind, RequestState},
};

type Accounts<'a> = HashMap<&'a Email, AccountId>;
type Groups<'a> = HashMap<&'a GroupName, GroupId>;

/// Adds missing groups and requests of the demo accounts.
pub(super) async fn fill(
    scope: &Scope,
    services: &Services,
    story: &Story,
    accounts: &[DemoAccount],
) -> Result<(), DbErr> {
    let accounts = accounts
        .iter()
        .map(|account| (&account.email, account.id))
        .collect();
    let transaction = scope.portal.db.begin().await?;
    let groups = add_groups(&transaction, scope, services, story, &accounts).await?;
    for request in &story.requests {
        add_request(&transaction, scope, services, request, &accounts, &groups).await?;
    }
    transaction.commit().await
}

async fn add_groups<'a>(
    transaction: &Transaction,
    scope: &Scope,
    services: &Services,
    story: &'a Story,
    accounts: &Accounts<'_>,
) -> Result<Groups<'a>, DbErr> {
    let mut groups = HashMap::new();
    for group in &story.groups {
        if let Some(owner) = accounts.get(&group.owner) {
            let created = groups::create_in(transaction, scope, *owner, new_group(group)).await?;
            if let GroupCreation::Group(id) | GroupCreation::NameTaken(id) = created {
                groups.insert(&group.name, id);
                add_people(transaction, scope, group, id, accounts).await?;
                let by = (id, *owner);
                teams::add_invitations(transaction, scope, services, by, group).await?;
            }
        }
    }
    Ok(groups)
}

async fn add_people(
    transaction: &Transaction,
    scope: &Scope,
    group: &DemoGroup,
    id: GroupId,
    accounts: &Accounts<'_>,
) -> Result<(), DbErr> {
    for member in &group.members {
        if let Some(account) = accounts.get(&member.email) {
            teams::add_member(transaction, scope, id, *account, member).await?;
        }
    }
    Ok(())
}

fn new_group(group: &DemoGroup) -> NewGroup {
    NewGroup {
        legal_name: group.legal_name.clone(),
        cnpj: group.cnpj.clone(),
        name: group.name.clone(),
        email: group.email.clone(),
        phone: group.phone.clone(),
    }
}

async fn add_request(
    transaction: &Transaction,
    scope: &Scope,
    services: &Services,
    request: &DemoRequest,
    accounts: &Accounts<'_>,
    groups: &Groups<'_>,
) -> Result<(), DbErr> {
    let api = services.catalogue.current().by_slug(&request.api);
    let (Some(api), Some(group), Some(applicant)) = (
        api,
        groups.get(&request.group),
        accounts.get(&request.applicant),
    ) else {
        return Ok(());
    };
    if is_there(transaction, request, *group, api.id).await? {
        return Ok(());
    }
    let companies = groups::by_ids(transaction, [*group].into_iter()).await?;
    let company = companies.get(group).map(|group| fold(&group.legal_name));
    let row = request::ActiveModel {
        api_id: Set(api.id),
        group_id: Set(*group),
        company: Set(company.unwrap_or_default()),
        applicant_id: Set(*applicant),
        ..row(transaction, scope, request).await?
    };
    let filed = row.insert(transaction).await?;
    if let Some(question) = &request.question {
        ask(transaction, scope, filed.id, question, accounts).await?;
    }
    if let Some(at) = decided_at(scope, request) {
        let decision = requests::Decision {
            outcome: request.status,
            at,
            by: decided_by(request, accounts),
            by_party: false,
            said: None,
        };
        decision.row(filed.id).insert(transaction).await?;
        if request.status == RequestState::Approved {
            let id = filed.application_id;
            applications::create(transaction, filed.into_application(None), at).await?;
            credentials::issue(transaction, scope, &services.vault, id).await?;
        }
    }
    Ok(())
}

async fn ask(
    transaction: &Transaction,
    scope: &Scope,
    request: RequestId,
    question: &DemoQuestion,
    accounts: &Accounts<'_>,
) -> Result<(), DbErr> {
    let Some(asked_by) = accounts.get(&question.asked_by) else {
        return Ok(());
    };
    inquiry::ActiveModel {
        id: Set(scope.portal.new_id()),
        request_id: Set(request),
        number: Set(1),
        asked_at: Set(ago(scope, question.asked_hours_ago)),
        asked_by: Set(*asked_by),
        question: Set(question.text.to_string()),
        ..Default::default()
    }
    .insert(transaction)
    .await?;
    Ok(())
}

/// Adds missing reasons that contract managers save.
pub(super) async fn save_reasons(scope: &Scope, story: &Story) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    for reason in &story.saved_reasons {
        let same = saved_reason::Column::Title.eq(reason.title.as_str());
        let there = saved_reason::Entity::find()
            .filter(same)
            .count(&transaction)
            .await?;
        if there == 0 {
            let row = saved_reason::ActiveModel {
                id: Set(scope.portal.new_id()),
                title: Set(reason.title.to_string()),
                texts: Set(reason.texts.clone()),
                revision: Set(1),
                updated_at: Set(scope.now()),
            };
            row.insert(&transaction).await?;
        }
    }
    transaction.commit().await
}

/// The row of the request without what it refers to, dated back from now.
async fn row(
    transaction: &Transaction,
    scope: &Scope,
    request: &DemoRequest,
) -> Result<request::ActiveModel, DbErr> {
    let submitted_at = ago(scope, request.submitted_hours_ago);
    let id = scope.portal.new_id::<RequestId>();
    Ok(request::ActiveModel {
        id: Set(id),
        number: Set(requests::next_number(transaction, submitted_at).await?),
        kind: Set(RequestKind::Access),
        application_id: Set(id.application()),
        plan: Set(request.plan),
        name: Set(request.name.as_str().to_owned()),
        search_text: Set(fold(request.name.as_str())),
        description: Set(request.description.as_str().to_owned()),
        state: Set(request.status),
        corrects: Set(None),
        submitted_at: Set(submitted_at),
        due_at: Set(Some(scope.portal.decision_due(submitted_at))),
        ..Default::default()
    })
}

fn decided_at(scope: &Scope, request: &DemoRequest) -> Option<Timestamp> {
    request.decided_hours_ago.map(|hours| ago(scope, hours))
}

fn ago(scope: &Scope, hours: i64) -> Timestamp {
    scope.now() - TimeDelta::hours(hours)
}

fn decided_by(request: &DemoRequest, accounts: &Accounts<'_>) -> Option<AccountId> {
    accounts.get(request.decided_by.as_ref()?).copied()
}

async fn is_there(
    transaction: &Transaction,
    request: &DemoRequest,
    group: GroupId,
    api: ApiId,
) -> Result<bool, DbErr> {
    let same = request::Entity::find()
        .filter(request::Column::GroupId.eq(group))
        .filter(request::Column::ApiId.eq(api))
        .filter(request::Column::Plan.eq(request.plan))
        .count(transaction)
        .await?;
    Ok(same > 0)
}
