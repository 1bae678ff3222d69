//! What speaks for and against a request, beside what the applicant wrote.

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use values::Cnpj;

use super::Applicant;
use crate::{
    Scope,
    accounts::{CorporateMailMode, CorporateMailPolicy, Email, corporate_mail::Verdict},
    applications::{Application, State},
    catalogue::{self, Api, Plan},
    clock::Timestamp,
    entities::{application, permission_group},
    groups::{self, Group},
    ids::ApplicationId,
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
    /// Requests of all establishments of the company (the same CNPJ root), the latest first.
    pub earlier: Vec<EarlierRequest>,
}

/// A request that the company made before.
#[derive(Clone, Debug)]
pub struct EarlierRequest {
    pub id: ApplicationId,
    pub number: String,
    pub name: String,
    pub api: Arc<Api>,
    pub plan: Plan,
    /// The application whose plan it was to change, if it asked for that.
    pub upgrades: Option<ApplicationId>,
    pub state: State,
    pub submitted_at: Timestamp,
}

pub(super) async fn gather(
    scope: &Scope,
    group: &Group,
    applicant: &Applicant,
    submitted_at: Timestamp,
) -> Result<Evidence, DbErr> {
    let db = scope.portal.db.reader();
    let members = groups::members(db, &[group.id]).await?;
    let rows = earlier(db, &group.cnpj, submitted_at).await?;
    let mut earlier = Vec::with_capacity(rows.len());
    for row in rows {
        earlier.extend(summary(scope, row).await?);
    }
    Ok(Evidence {
        cnpj: group.cnpj.clone(),
        members: members.get(&group.id).copied().unwrap_or_default(),
        same_domain: applicant.email.domain() == group.email.domain(),
        free_mail: is_free(&scope.portal.settings.corporate_mail, &applicant.email),
        earlier,
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

async fn earlier(
    db: &impl ConnectionTrait,
    cnpj: &Cnpj,
    before: Timestamp,
) -> Result<Vec<Application>, DbErr> {
    let company = permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .filter(permission_group::Column::Cnpj.starts_with(cnpj.root()))
        .into_query();
    application::Entity::find()
        .filter(application::Column::GroupId.in_subquery(company))
        .filter(application::Column::SubmittedAt.lt(before))
        .order_by_desc(application::Column::SubmittedAt)
        .limit(EARLIER)
        .all(db)
        .await
}

async fn summary(scope: &Scope, row: Application) -> Result<Option<EarlierRequest>, DbErr> {
    let (Some(number), Some(submitted_at)) = (row.number, row.submitted_at) else {
        return Ok(None);
    };
    Ok(Some(EarlierRequest {
        id: row.id,
        number,
        name: row.name,
        api: catalogue::api_of(scope, row.api_id).await?,
        plan: row.plan,
        upgrades: row.upgrades,
        state: row.state,
        submitted_at,
    }))
}
