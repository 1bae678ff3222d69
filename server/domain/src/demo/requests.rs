//! The groups of the demo accounts and what they ask for.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set,
};
use values::GroupName;

use super::{
    DemoAccount,
    content::{DemoGroup, DemoRequest, Story},
};
use crate::{
    Scope, Services,
    accounts::Email,
    applications::{self, State},
    credentials,
    db::Transaction,
    entities::application,
    folding::fold,
    groups::{self, GroupCreation, NewGroup},
    ids::{AccountId, ApiId, GroupId},
};

type Accounts<'a> = HashMap<&'a Email, AccountId>;
type Groups<'a> = HashMap<&'a GroupName, GroupId>;

/// Adds the groups and requests that are missing, of those accounts that are there.
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
    let groups = add_groups(&transaction, scope, story, &accounts).await?;
    for request in &story.requests {
        add_request(&transaction, scope, services, request, &accounts, &groups).await?;
    }
    transaction.commit().await
}

async fn add_groups<'a>(
    transaction: &Transaction,
    scope: &Scope,
    story: &'a Story,
    accounts: &Accounts<'_>,
) -> Result<Groups<'a>, DbErr> {
    let mut groups = HashMap::new();
    for group in &story.groups {
        if let Some(owner) = accounts.get(&group.owner) {
            let created = groups::create_in(transaction, scope, *owner, new_group(group)).await?;
            if let GroupCreation::Group(id) | GroupCreation::NameTaken(id) = created {
                groups.insert(&group.name, id);
            }
        }
    }
    Ok(groups)
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
    let row = application::ActiveModel {
        api_id: Set(api.id),
        group_id: Set(Some(*group)),
        applicant_id: Set(*applicant),
        decided_by: Set(decided_by(request, accounts)),
        ..row(transaction, scope, request).await?
    };
    let id = row.insert(transaction).await?.id;
    credentials::issue_sandbox(transaction, scope, &services.vault, id).await?;
    if request.status == State::Approved {
        credentials::issue(transaction, scope, &services.vault, id).await?;
    }
    Ok(())
}

/// What the request is by itself, dated back from now.
async fn row(
    transaction: &Transaction,
    scope: &Scope,
    request: &DemoRequest,
) -> Result<application::ActiveModel, DbErr> {
    let ago = |hours| scope.now() - TimeDelta::hours(hours);
    let submitted_at = ago(request.submitted_hours_ago);
    let decided_at = request.decided_hours_ago.map(ago);
    let number = applications::next_number(transaction, submitted_at).await?;
    Ok(application::ActiveModel {
        id: Set(scope.portal.new_id()),
        number: Set(Some(number)),
        plan: Set(request.plan),
        name: Set(request.name.as_str().to_owned()),
        search_text: Set(fold(request.name.as_str())),
        description: Set(request.description.as_str().to_owned()),
        state: Set(request.status),
        created_at: Set(submitted_at),
        updated_at: Set(decided_at.unwrap_or(submitted_at)),
        submitted_at: Set(Some(submitted_at)),
        decided_at: Set(decided_at),
        ..Default::default()
    })
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
    let same = application::Entity::find()
        .filter(application::Column::GroupId.eq(group))
        .filter(application::Column::ApiId.eq(api))
        .filter(application::Column::Plan.eq(request.plan))
        .count(transaction)
        .await?;
    Ok(same > 0)
}
