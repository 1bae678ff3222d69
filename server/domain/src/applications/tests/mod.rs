//! Requests in the words of those who make them and decide on them.

#[cfg(test)]
mod access;
#[cfg(test)]
mod cancelling;
#[cfg(test)]
mod correcting;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod deciding_on_own;
#[cfg(test)]
mod drafting;
#[cfg(test)]
mod reviewing;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod submitting;
#[cfg(test)]
mod upgrading;
#[cfg(test)]
mod viewing;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr,
};
use values::{ApplicationName, Description, Reason};

use super::{
    ChoiceOutcome, GroupChoice, SubmitError, SubmittedRequest, approvals, describe, start, submit,
};
use crate::{
    Scope,
    audit::Action,
    catalogue::Plan,
    clock::Timestamp,
    demo,
    entities::{api, application, audit_event, job, membership, permission_group},
    groups::{self, MemberRole, NewGroup},
    ids::{ApiId, ApplicationId, GroupId},
    jobs::{Job, Mail},
    testing::{self, TestPortal},
};

pub const CNPJ: &str = "12.ABC.345/01DE-35";

/// A portal with the demo APIs.
pub async fn portal() -> TestPortal {
    let test = testing::portal().await;
    demo::publish(&test.system(), &test.catalogue)
        .await
        .unwrap();
    test
}

pub fn api(scope: &Scope, slug: &str) -> ApiId {
    scope
        .services()
        .catalogue
        .current()
        .by_slug(slug)
        .unwrap()
        .id
}

pub fn new_group(name: &str) -> NewGroup {
    NewGroup {
        legal_name: "Banco Exemplo S.A.".parse().unwrap(),
        cnpj: CNPJ.parse().unwrap(),
        name: name.parse().unwrap(),
        email: "antifraude@bancoexemplo.com.br".parse().unwrap(),
        phone: "(11) 98765-4321".parse().unwrap(),
    }
}

/// A group whose address was confirmed.
pub async fn group(owner: &Scope) -> GroupId {
    let new = new_group("Banco Exemplo – Antifraude");
    let id = groups::create(owner, new).await.unwrap();
    let db = owner.portal.db.writer();
    permission_group::Entity::update_many()
        .col_expr(
            permission_group::Column::EmailConfirmedAt,
            owner.now().into(),
        )
        .filter(permission_group::Column::Id.eq(id))
        .exec(db)
        .await
        .unwrap();
    job::Entity::delete_many()
        .filter(job::Column::Payload.contains("group_address"))
        .exec(db)
        .await
        .unwrap();
    id
}

pub async fn joins(person: &Scope, group: GroupId) {
    membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(person.account_id().unwrap()),
        role: Set(MemberRole::Member),
        joined_at: Set(person.now()),
    }
    .insert(person.portal.db.writer())
    .await
    .unwrap();
}

/// Starts a request for SMV on Trial.
pub async fn starts(person: &Scope, group: GroupId) -> ApplicationId {
    let choice = GroupChoice::Existing(group);
    match start(
        person,
        &person.services().catalogue,
        api(person, "smv"),
        Plan::Trial,
        choice,
    )
    .await
    .unwrap()
    {
        ChoiceOutcome::Draft(id) => id,
        ChoiceOutcome::AlreadyOpen(id) => panic!("{id} is open already"),
    }
}

pub async fn describes(person: &Scope, draft: ApplicationId) {
    let name = ApplicationName::parse("Banco Exemplo – SMV").unwrap();
    let purpose = Description::parse("Confirmar o celular na abertura de conta.").unwrap();
    describe(person, draft, name, purpose).await.unwrap();
}

/// Starts and describes it.
pub async fn writes(person: &Scope, group: GroupId) -> ApplicationId {
    let draft = starts(person, group).await;
    describes(person, draft).await;
    draft
}

/// Starts, describes and files it.
pub async fn asks(person: &Scope, group: GroupId) -> SubmittedRequest {
    let draft = writes(person, group).await;
    files(person, draft).await.unwrap()
}

/// Files a draft as it stands.
pub async fn files(person: &Scope, draft: ApplicationId) -> Result<SubmittedRequest, SubmitError> {
    let services = person.services();
    let reviewed = last_change(person, draft).await;
    submit(
        person,
        &services.catalogue,
        &services.vault,
        draft,
        reviewed,
    )
    .await
}

/// When an application was last changed.
pub async fn last_change(scope: &Scope, id: ApplicationId) -> Timestamp {
    let found = application::Entity::find_by_id(id)
        .one(scope.portal.db.writer())
        .await;
    found.unwrap().unwrap().updated_at
}

/// Takes SMV out of the catalogue.
pub async fn withdraws_smv(test: &TestPortal) {
    let db = &test.portal.db;
    let none: Option<Timestamp> = None;
    api::Entity::update_many()
        .col_expr(api::Column::PublishedAt, Expr::value(none))
        .filter(api::Column::Slug.eq("smv"))
        .exec(db.writer())
        .await
        .unwrap();
    test.catalogue.refresh(db).await.unwrap();
}

pub async fn is_rejected(manager: &Scope, application: ApplicationId) {
    approvals::reject(manager, application, reason())
        .await
        .unwrap();
}

pub fn reason() -> Reason {
    Reason::parse("Falta dizer quantas chamadas por mês.").unwrap()
}

/// The mails that wait to be sent.
pub async fn mails(test: &TestPortal) -> Vec<Mail> {
    let jobs = job::Entity::find().order_by_asc(job::Column::Id);
    let rows = jobs.all(test.portal.db.writer()).await.unwrap().into_iter();
    let jobs = rows.map(|row| serde_json::from_str(&row.payload).unwrap());
    jobs.filter_map(|job| match job {
        Job::Mail(mail) => Some(mail),
        _ => None,
    })
    .collect()
}

/// How often something was done, by the audit trail.
pub async fn times(test: &TestPortal, action: Action) -> usize {
    let events = audit_event::Entity::find()
        .all(test.portal.db.writer())
        .await;
    events
        .unwrap()
        .iter()
        .filter(|event| event.action == action)
        .count()
}
