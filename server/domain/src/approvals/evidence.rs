//! Facts that help to decide on a request, beside what the applicant wrote.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use sea_orm::{ConnectionTrait, DbErr};
use values::Cnpj;

use super::Applicant;
use crate::{
    Scope, accounts, applications,
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    folding::alike,
    groups::{self, Group},
    ids::RequestId,
    requests::{self, Request, RequestKind, Status},
    vocabulary::{CorporateMailMode, CorporateMailPolicy, Email, Verdict},
};

const EARLIER: u64 = 10;

#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its check digits are right: the type admits no other.
    pub cnpj: Cnpj,
    pub members: u64,
    /// Those who belong to the group, by their names; at most [`SHOWN_MEMBERS`].
    pub people: Vec<Applicant>,
    /// When the applicant's account was made.
    pub account_since: Option<Timestamp>,
    /// The domains of the addresses that other groups of the company gave; the applicant's own
    /// address speaks for them where it has one of these.
    pub company_domains: BTreeSet<String>,
    /// Whether the applicant's and the group's address have the same domain.
    pub same_domain: bool,
    /// Whether the applicant's address is one of a free mail service.
    pub free_mail: bool,
    /// Whether the group's address is one of a free mail service.
    pub group_free_mail: bool,
    /// Another legal name that was given before with the same CNPJ root.
    pub other_legal_name: Option<String>,
    /// Earlier requests of all establishments of the company (the same CNPJ root), the latest
    /// first.
    pub earlier: Vec<EarlierRequest>,
}

/// An earlier request with the same CNPJ root.
#[derive(Clone, Debug)]
pub struct EarlierRequest {
    pub id: RequestId,
    pub number: String,
    pub name: String,
    pub legal_name: String,
    pub group: String,
    pub api: Arc<Api>,
    pub plan: Plan,
    pub kind: RequestKind,
    pub status: Status,
    pub submitted_at: Timestamp,
    /// What was said when it was decided.
    pub reason: Option<String>,
}

/// The most members of a group that are named.
pub const SHOWN_MEMBERS: usize = 20;

pub(super) async fn gather(
    scope: &Scope,
    catalogue: &Catalogue,
    group: &Group,
    applicant: &Applicant,
    request: &Request,
) -> Result<Evidence, DbErr> {
    let submitted_at = request.submitted_at;
    let db = scope.portal.db.reader();
    let policy = scope.portal.corporate_mail();
    let members = groups::members(db, &[group.id]).await?;
    let company = groups::of_company(db, &group.cnpj).await?;
    Ok(Evidence {
        cnpj: group.cnpj.clone(),
        members: members.get(&group.id).copied().unwrap_or_default(),
        people: people(db, group).await?,
        account_since: accounts::created_at(db, request.applicant_id).await?,
        company_domains: domains_beside(group, &company),
        same_domain: applicant.email.domain() == group.email.domain(),
        free_mail: is_free(&policy, &applicant.email),
        group_free_mail: is_free(&policy, &group.email),
        other_legal_name: other_legal_name(db, group, &company, submitted_at).await?,
        earlier: earlier(scope, catalogue, company, submitted_at).await?,
    })
}

async fn people(db: &impl ConnectionTrait, group: &Group) -> Result<Vec<Applicant>, DbErr> {
    let ids = groups::member_ids(db, group.id).await?;
    let people = accounts::by_ids(db, ids.into_iter()).await?;
    let mut people: Vec<_> = people.values().map(Applicant::from).collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    people.truncate(SHOWN_MEMBERS);
    Ok(people)
}

/// The domains of the other groups of the company.
fn domains_beside(group: &Group, company: &[Group]) -> BTreeSet<String> {
    let others = company.iter().filter(|other| other.id != group.id);
    others
        .map(|other| other.email.domain().to_lowercase())
        .collect()
}

/// Contract managers see this whatever the policy on registration is.
fn is_free(policy: &CorporateMailPolicy, email: &Email) -> bool {
    let telling = CorporateMailPolicy {
        mode: CorporateMailMode::Warn,
        ..policy.clone()
    };
    telling.classify(email) == Verdict::FreeMail
}

/// Takes the oldest group of the company that requested something before.
async fn other_legal_name(
    db: &impl ConnectionTrait,
    group: &Group,
    company: &[Group],
    before: Timestamp,
) -> Result<Option<String>, DbErr> {
    let others: Vec<_> = company
        .iter()
        .filter(|other| !alike(&other.legal_name, &group.legal_name))
        .collect();
    let ids: Vec<_> = others.iter().map(|other| other.id).collect();
    let asked = requests::groups_that_asked(db, &ids, before).await?;
    let first = others.into_iter().find(|other| asked.contains(&other.id));
    Ok(first.map(|other| other.legal_name.clone()))
}

async fn earlier(
    scope: &Scope,
    catalogue: &Catalogue,
    company: Vec<Group>,
    before: Timestamp,
) -> Result<Vec<EarlierRequest>, DbErr> {
    let db = scope.portal.db.reader();
    let ids: Vec<_> = company.iter().map(|group| group.id).collect();
    let rows = requests::before(db, &ids, before, EARLIER).await?;
    let made = rows.iter().map(|row| row.application_id);
    let made = applications::by_ids(db, made).await?;
    let mut decisions = requests::decisions_of(db, rows.iter().map(|row| row.id)).await?;
    let groups: HashMap<_, _> = company.into_iter().map(|it| (it.id, it)).collect();
    let mut earlier = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(group) = groups.get(&row.group_id) else {
            continue;
        };
        earlier.push(EarlierRequest {
            status: requests::status(&row, made.get(&row.application_id)),
            reason: decisions.remove(&row.id).and_then(|it| it.said),
            id: row.id,
            number: row.number,
            name: row.name,
            legal_name: group.legal_name.clone(),
            group: group.name.clone(),
            api: catalogue::api_of(scope, catalogue, row.api_id).await?,
            plan: row.plan,
            kind: row.kind,
            submitted_at: row.submitted_at,
        });
    }
    Ok(earlier)
}
