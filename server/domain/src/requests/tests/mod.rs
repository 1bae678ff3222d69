//! Requests in the words of those who make them.

#[cfg(test)]
mod asking;
#[cfg(test)]
mod audiences;
#[cfg(test)]
mod cancelling;
#[cfg(test)]
mod changing_plans;
#[cfg(test)]
mod correcting;
#[cfg(test)]
mod drafting;
#[cfg(test)]
mod submitting;
#[cfg(test)]
mod viewing;

use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use values::{ApplicationName, Description, Reason};

use super::{
    ChoiceOutcome, GroupChoice, Request, RequestAnswers, Rule, SubmitError, SubmittedRequest,
    describe, find_application, start, submit,
};
use crate::{
    Role, Scope, approvals,
    audit::Action,
    catalogue::{Api, ApiFiles, ApiState, Plan},
    clock::Timestamp,
    credentials::{ApplicationKeys, keys_of},
    db::Transaction,
    entities::{audit_event, job, membership, permission_group, request_draft},
    groups::{self, MemberRole, NewGroup},
    ids::{ApiId, ApplicationId, GroupId, RequestId},
    jobs::{Job, Mail},
    testing::{self, TestPortal},
};

pub const CNPJ: &str = "12.ABC.345/01DE-35";

/// A portal with the demo APIs.
pub async fn portal() -> TestPortal {
    testing::portal_with_catalogue().await
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
    joins_as(person, group, MemberRole::Developer).await;
}

pub async fn joins_as(person: &Scope, group: GroupId, role: MemberRole) {
    membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(person.account_id().unwrap()),
        role: Set(role),
        joined_at: Set(person.now()),
    }
    .insert(person.portal.db.writer())
    .await
    .unwrap();
}

/// Starts a request for SMV on Trial.
pub async fn starts(person: &Scope, group: GroupId) -> RequestId {
    starts_for(person, group, "smv", Plan::Trial).await
}

pub async fn starts_for(person: &Scope, group: GroupId, slug: &str, plan: Plan) -> RequestId {
    let choice = GroupChoice::Existing(group);
    match start(
        person,
        &person.services().catalogue,
        api(person, slug),
        plan,
        choice,
    )
    .await
    .unwrap()
    {
        ChoiceOutcome::Draft(id) => id,
        ChoiceOutcome::AlreadyOpen(id) => panic!("{id} is open already"),
    }
}

pub async fn describes(person: &Scope, draft: RequestId) {
    let name = ApplicationName::parse("Banco Exemplo – SMV").unwrap();
    let purpose = Description::parse("Confirmar o celular na abertura de conta.").unwrap();
    let nothing = RequestAnswers::default();
    describe(person, draft, name, purpose, nothing)
        .await
        .unwrap();
}

/// Starts and describes it.
pub async fn writes(person: &Scope, group: GroupId) -> RequestId {
    let draft = starts(person, group).await;
    describes(person, draft).await;
    draft
}

/// Starts, describes and files it.
pub async fn asks(person: &Scope, group: GroupId) -> SubmittedRequest {
    let draft = writes(person, group).await;
    files(person, draft).await.unwrap()
}

/// Starts, describes and files a request for any API on any plan.
pub async fn asks_for(person: &Scope, group: GroupId, slug: &str, plan: Plan) -> SubmittedRequest {
    let draft = starts_for(person, group, slug, plan).await;
    describes(person, draft).await;
    files(person, draft).await.unwrap()
}

/// Nothing is decided at once.
pub struct ByManagers;

impl Rule for ByManagers {
    async fn approve(
        &self,
        _: &Transaction,
        _: &Scope,
        _: &Api,
        _: &Request,
    ) -> Result<bool, DbErr> {
        Ok(false)
    }
}

/// Files a draft as it stands.
pub async fn files(person: &Scope, draft: RequestId) -> Result<SubmittedRequest, SubmitError> {
    submit(
        person,
        &person.services().catalogue,
        draft,
        last_change(person, draft).await,
        &ByManagers,
    )
    .await
}

/// When a draft was last changed; now, if it is none any more.
pub async fn last_change(scope: &Scope, id: RequestId) -> Timestamp {
    let found = request_draft::Entity::find_by_id(id)
        .one(scope.portal.db.writer())
        .await;
    let draft = found.unwrap();
    draft.map_or_else(|| scope.now(), |draft| draft.updated_at)
}

/// Ana, and Carlos, who decides.
pub async fn people() -> (TestPortal, Scope, Scope) {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = manager(&test, "carlos@balcao.example").await;
    (test, ana, carlos)
}

/// Somebody who decides.
pub async fn manager(test: &TestPortal, email: &str) -> Scope {
    test.person(email, &[Role::ContractManager]).await
}

/// Ana, whose group has an approved Trial, and Carlos, who decides.
pub async fn trial() -> (TestPortal, Scope, Scope, GroupId, ApplicationId) {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, carlos, bank, asked.application)
}

/// The keys that an application calls with, if there are any.
pub async fn keys(member: &Scope, id: ApplicationId) -> Option<ApplicationKeys> {
    let view = find_application(member, &member.services().catalogue, id)
        .await
        .unwrap()
        .unwrap();
    keys_of(member, &[view]).await.unwrap().remove(&id)
}

/// Takes SMV out of the catalogue.
pub async fn withdraws_smv(test: &TestPortal) {
    let withdrawn = ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    };
    testing::import(test, "smv", withdrawn).await;
}

pub async fn is_rejected(manager: &Scope, request: RequestId) {
    approvals::reject(manager, request, reason()).await.unwrap();
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
