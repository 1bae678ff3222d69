//! The requests of a crowd, and their outcomes.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{DbErr, Set};

use super::{
    BATCH, Draw, companies::Company, moment, numbers::Numbers, people::CrowdAccount, rows::insert,
};
use crate::{
    Portal, Scope, Services,
    applications::ApplicationState,
    catalogue::{Catalogue, Plan, PlanOffer},
    clock::Timestamp,
    credentials,
    db::Transaction,
    entities::{
        application, application_plan, credential, request, request_decision, request_draft, secret,
    },
    folding::fold,
    ids::{AccountId, ApiId, ApplicationId, GroupId, RequestId},
    requests::{Decision, Request, RequestAnswers, RequestKind, RequestState, Status},
    store::Vault,
};

/// How many companies have very many requests.
const BIG_COMPANIES: usize = 20;
const OF_A_BIG_ONE: usize = 200;
const DESCRIPTION: &str = "Confirmar dados de clientes na abertura de contas.";
const DECIDED_WITHIN: TimeDelta = TimeDelta::days(3);
const PURPOSES: [&str; 5] = [
    "SMV",
    "Abertura de conta",
    "Análise de crédito",
    "Campanhas",
    "Cadastro de clientes",
];
/// The share of each status in percent; the rest are drafts.
const STATUSES: [(Status, usize); 6] = [
    (Status::Approved, 73),
    (Status::Rejected, 9),
    (Status::Revoked, 6),
    (Status::Cancelled, 5),
    (Status::Pending, 3),
    (Status::Suspended, 2),
];

struct DrawnRequest {
    id: RequestId,
    api: ApiId,
    plan: Plan,
    group: GroupId,
    company: String,
    applicant: AccountId,
    /// `None` for a draft.
    status: Option<Status>,
    at: Timestamp,
}

/// What can be requested, by whom, and which requests are open already.
struct Field<'a> {
    offers: Vec<(ApiId, Plan)>,
    companies: &'a [Company],
    managers: &'a [CrowdAccount],
    open: HashSet<(uuid::Uuid, ApiId, Plan)>,
}

pub(super) async fn fill(
    scope: &Scope,
    services: &Services,
    draw: &mut Draw,
    count: usize,
    companies: &[Company],
    people: &[CrowdAccount],
) -> Result<Vec<ApplicationId>, DbErr> {
    let mut field = Field {
        offers: offers(&services.catalogue),
        companies,
        managers: &people[..people.len().min(5)],
        open: HashSet::new(),
    };
    let mut filed = Vec::with_capacity(count);
    for start in (0..count).step_by(BATCH) {
        let until = (start + BATCH).min(count);
        let drawn: Vec<_> = (start..until)
            .map(|number| field.draw(draw, number, count))
            .collect();
        let transaction = scope.portal.db.begin().await?;
        let parts = (&*services.vault, &*scope.portal);
        store(&transaction, parts, draw, &field, &drawn).await?;
        transaction.commit().await?;
        filed.extend(drawn.iter().map(|it| it.id.application()));
    }
    Ok(filed)
}

fn offers(catalogue: &Catalogue) -> Vec<(ApiId, Plan)> {
    let catalogue = catalogue.current();
    let plans = |offers: &[PlanOffer]| offers.iter().map(|offer| offer.plan).collect::<Vec<_>>();
    let apis = catalogue.published();
    let offers = apis.flat_map(|api| plans(&api.plans).into_iter().map(|plan| (api.id, plan)));
    offers.collect()
}

impl Field<'_> {
    fn draw(&mut self, draw: &mut Draw, number: usize, count: usize) -> DrawnRequest {
        let big = (number / OF_A_BIG_ONE < BIG_COMPANIES).then_some(number / OF_A_BIG_ONE);
        let company = match big {
            Some(place) if count > 10 * OF_A_BIG_ONE => &self.companies[place],
            _ => &self.companies[draw.below(self.companies.len())],
        };
        let (api, plan) = draw.pick(&self.offers);
        let at = moment(draw.since, draw.until, number, count).max(company.since);
        let applicant = draw.pick(&company.members);
        let status = self.free(status(draw), (company.id, applicant, api, plan));
        DrawnRequest {
            id: draw.id(at),
            api,
            plan,
            group: company.id,
            company: company.name.clone(),
            applicant,
            status,
            at,
        }
    }

    /// A person has one draft, and a group one open request, for each offer.
    fn free(
        &mut self,
        status: Option<Status>,
        (group, applicant, api, plan): (GroupId, AccountId, ApiId, Plan),
    ) -> Option<Status> {
        let key = match status {
            None => applicant.0,
            Some(Status::Pending) => group.0,
            Some(_) => return status,
        };
        if self.open.insert((key, api, plan)) {
            status
        } else {
            Some(Status::Approved)
        }
    }
}

fn status(draw: &mut Draw) -> Option<Status> {
    let mut left = draw.below(100);
    for (status, percent) in STATUSES {
        if left < percent {
            return Some(status);
        }
        left -= percent;
    }
    None
}

/// The rows of many requests and their applications.
#[derive(Default)]
struct Rows {
    drafts: Vec<request_draft::ActiveModel>,
    requests: Vec<request::ActiveModel>,
    decisions: Vec<request_decision::ActiveModel>,
    applications: Vec<application::ActiveModel>,
    plans: Vec<application_plan::ActiveModel>,
    credentials: Vec<credential::ActiveModel>,
    secrets: Vec<secret::ActiveModel>,
}

async fn store(
    transaction: &Transaction,
    (vault, portal): (&Vault, &Portal),
    draw: &mut Draw,
    field: &Field<'_>,
    drawn: &[DrawnRequest],
) -> Result<(), DbErr> {
    let filed_at = drawn.iter().filter(|it| it.status.is_some());
    let mut numbers = Numbers::take(transaction, filed_at.map(|it| it.at)).await?;
    let mut rows = Rows::default();
    for one in drawn {
        let name = format!("{} {}", draw.pick(&PURPOSES), draw.below(10_000));
        match one.status {
            None => rows.drafts.push(draft(one, name)),
            Some(status) => {
                let named = (name, numbers.next(one.at));
                let request = filed(one, portal, status, named);
                rows.add(vault, draw, field, status, request);
            }
        }
    }
    insert(transaction, rows.drafts).await?;
    insert(transaction, rows.requests).await?;
    insert(transaction, rows.decisions).await?;
    insert(transaction, rows.applications).await?;
    insert(transaction, rows.plans).await?;
    insert(transaction, rows.credentials).await?;
    insert(transaction, rows.secrets).await
}

impl Rows {
    fn add(
        &mut self,
        vault: &Vault,
        draw: &mut Draw,
        field: &Field<'_>,
        status: Status,
        request: Request,
    ) {
        self.requests.push(request.clone().into());
        if request.state == RequestState::Pending {
            return;
        }
        let rejected = request.state == RequestState::Rejected;
        let cancelled = request.state == RequestState::Cancelled;
        let at = draw.after(request.submitted_at, DECIDED_WITHIN);
        let decision = Decision {
            outcome: request.state,
            at,
            by: Some(if cancelled {
                request.applicant_id
            } else {
                draw.pick(field.managers).id
            }),
            by_party: false,
            said: rejected.then(|| "Faltam dados.".to_owned()),
        };
        self.decisions.push(decision.row(request.id));
        if let Some(state) = status.of_application() {
            let id = request.application_id;
            let (credential, secret) = credentials::make(vault, draw.random(), id, at);
            self.credentials.push(credential);
            self.secrets.push(secret);
            self.make(request, state, at);
        }
    }

    fn make(&mut self, request: Request, state: ApplicationState, at: Timestamp) {
        let (application, plan) = request.into_application(None).rows(at);
        self.applications.push(application::ActiveModel {
            state: Set(state),
            ..application
        });
        self.plans.push(plan);
    }
}

fn draft(one: &DrawnRequest, name: String) -> request_draft::ActiveModel {
    request_draft::ActiveModel {
        id: Set(one.id),
        api_id: Set(one.api),
        plan: Set(one.plan),
        group_id: Set(Some(one.group)),
        applicant_id: Set(one.applicant),
        name: Set(name),
        description: Set(DESCRIPTION.to_owned()),
        answers: Set(RequestAnswers::default()),
        corrects: Set(None),
        updated_at: Set(one.at),
    }
}

fn filed(
    one: &DrawnRequest,
    portal: &Portal,
    status: Status,
    (name, number): (String, String),
) -> Request {
    Request {
        id: one.id,
        number,
        kind: RequestKind::Access,
        application_id: one.id.application(),
        api_id: one.api,
        plan: one.plan,
        group_id: one.group,
        applicant_id: one.applicant,
        search_text: fold(&name),
        name,
        description: DESCRIPTION.to_owned(),
        answers: RequestAnswers::default(),
        state: status.of_request().unwrap_or(RequestState::Approved),
        corrects: None,
        submitted_at: one.at,
        assignee_id: None,
        due_at: Some(portal.decision_due(one.at)),
        company: one.company.clone(),
    }
}
