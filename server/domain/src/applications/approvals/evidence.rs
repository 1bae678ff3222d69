//! What speaks for and against a request, beside what the applicant wrote.

use std::{collections::HashMap, sync::Arc};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use values::Cnpj;

use super::Applicant;
use crate::{
    Scope,
    applications::{Application, State},
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    entities::{application, permission_group},
    folding::alike,
    groups::{self, Group},
    ids::{ApplicationId, GroupId},
    vocabulary::{CorporateMailMode, CorporateMailPolicy, Email, Verdict},
};

const EARLIER: u64 = 10;

#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its check digits hold: the type admits no other.
    pub cnpj: Cnpj,
    pub members: u64,
    /// The applicant's address and the group's are of one domain.
    pub same_domain: bool,
    /// The applicant's address is one of a free mail service.
    pub free_mail: bool,
    /// The group's address is one of those.
    pub group_free_mail: bool,
    /// Another legal name than the group's, if one was given with the same CNPJ root before.
    pub other_legal_name: Option<String>,
    /// Requests of all establishments of the company (the same CNPJ root), the latest first.
    pub earlier: Vec<EarlierRequest>,
}

/// A request that was made with the same CNPJ root before.
#[derive(Clone, Debug)]
pub struct EarlierRequest {
    pub id: ApplicationId,
    pub number: String,
    pub name: String,
    pub legal_name: String,
    pub group: String,
    pub api: Arc<Api>,
    pub plan: Plan,
    /// The application whose plan it was to change, if it asked for that.
    pub upgrades: Option<ApplicationId>,
    pub state: State,
    pub submitted_at: Timestamp,
}

pub(super) async fn gather(
    scope: &Scope,
    catalogue: &Catalogue,
    group: &Group,
    applicant: &Applicant,
    submitted_at: Timestamp,
) -> Result<Evidence, DbErr> {
    let db = scope.portal.db.reader();
    let policy = &scope.portal.settings.corporate_mail;
    let members = groups::members(db, &[group.id]).await?;
    Ok(Evidence {
        cnpj: group.cnpj.clone(),
        members: members.get(&group.id).copied().unwrap_or_default(),
        same_domain: applicant.email.domain() == group.email.domain(),
        free_mail: is_free(policy, &applicant.email),
        group_free_mail: is_free(policy, &group.email),
        other_legal_name: other_legal_name(db, group, submitted_at).await?,
        earlier: earlier(scope, catalogue, &group.cnpj, submitted_at).await?,
    })
}

/// Whatever the policy on registration is, a contract manager is told.
fn is_free(policy: &CorporateMailPolicy, email: &Email) -> bool {
    let telling = CorporateMailPolicy {
        mode: CorporateMailMode::Warn,
        ..policy.clone()
    };
    telling.judge(email) == Verdict::FreeMail
}

/// Of the same CNPJ root, as the index has it.
fn of_company(cnpj: &Cnpj) -> Expr {
    Expr::cust("substr(cnpj, 1, 8)").eq(cnpj.root())
}

/// The oldest group comes first: whoever used the CNPJ before all others.
async fn other_legal_name(
    db: &impl ConnectionTrait,
    group: &Group,
    before: Timestamp,
) -> Result<Option<String>, DbErr> {
    let own = Expr::col((application::Entity, application::Column::GroupId))
        .equals((permission_group::Entity, permission_group::Column::Id));
    let asked = application::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(own)
        .filter(application::Column::SubmittedAt.lt(before))
        .into_query();
    let names: Vec<String> = permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::LegalName)
        .filter(of_company(&group.cnpj))
        .filter(Expr::exists(asked))
        .order_by_asc(permission_group::Column::CreatedAt)
        .into_tuple()
        .all(db)
        .await?;
    let mut others = names.into_iter();
    Ok(others.find(|name| !alike(name, &group.legal_name)))
}

async fn earlier(
    scope: &Scope,
    catalogue: &Catalogue,
    cnpj: &Cnpj,
    before: Timestamp,
) -> Result<Vec<EarlierRequest>, DbErr> {
    let db = scope.portal.db.reader();
    let rows = requests_of(db, cnpj, before).await?;
    let groups = groups::by_ids(db, rows.iter().filter_map(|row| row.group_id)).await?;
    let mut earlier = Vec::with_capacity(rows.len());
    for row in rows {
        earlier.extend(summary(scope, catalogue, row, &groups).await?);
    }
    Ok(earlier)
}

async fn requests_of(
    db: &impl ConnectionTrait,
    cnpj: &Cnpj,
    before: Timestamp,
) -> Result<Vec<Application>, DbErr> {
    let company = permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .filter(of_company(cnpj))
        .into_query();
    application::Entity::find()
        .filter(application::Column::GroupId.in_subquery(company))
        .filter(application::Column::SubmittedAt.lt(before))
        .order_by_desc(application::Column::SubmittedAt)
        .limit(EARLIER)
        .all(db)
        .await
}

async fn summary(
    scope: &Scope,
    catalogue: &Catalogue,
    row: Application,
    groups: &HashMap<GroupId, Group>,
) -> Result<Option<EarlierRequest>, DbErr> {
    let group = row.group_id.and_then(|id| groups.get(&id));
    let (Some(number), Some(submitted_at), Some(group)) = (row.number, row.submitted_at, group)
    else {
        return Ok(None);
    };
    Ok(Some(EarlierRequest {
        id: row.id,
        number,
        name: row.name,
        legal_name: group.legal_name.clone(),
        group: group.name.clone(),
        api: catalogue::api_of(scope, catalogue, row.api_id).await?,
        plan: row.plan,
        upgrades: row.upgrades,
        state: row.state,
        submitted_at,
    }))
}
