//! What a crowd asks for, and what became of it.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use sea_orm::{DbErr, Set};

use super::{BATCH, Draw, companies::Company, moment, people::CrowdAccount, rows::insert};
use crate::{
    Scope, Services,
    applications::{self, State},
    catalogue::{Catalogue, Plan, PlanOffer},
    clock::Timestamp,
    credentials,
    db::Transaction,
    entities::{application, credential, secret},
    folding::fold,
    ids::{AccountId, ApiId, ApplicationId, GroupId},
    store::Vault,
};

/// Some companies have very many.
const BIG_COMPANIES: usize = 20;
const OF_A_BIG_ONE: usize = 200;
const DECIDED_WITHIN: TimeDelta = TimeDelta::days(3);
const PURPOSES: [&str; 5] = [
    "SMV",
    "Abertura de conta",
    "Análise de crédito",
    "Campanhas",
    "Cadastro de clientes",
];
/// Out of a hundred.
const STATES: [(State, usize); 7] = [
    (State::Approved, 73),
    (State::Rejected, 9),
    (State::Revoked, 6),
    (State::Cancelled, 5),
    (State::Pending, 3),
    (State::Suspended, 2),
    (State::Draft, 2),
];

struct DrawnRequest {
    id: ApplicationId,
    api: ApiId,
    plan: Plan,
    group: GroupId,
    applicant: AccountId,
    state: State,
    at: Timestamp,
}

/// What may be asked for, by whom, and what of it waits already.
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
        store(&transaction, &services.vault, draw, &field, &drawn).await?;
        transaction.commit().await?;
        filed.extend(drawn.iter().map(|it| it.id));
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
        let state = self.free(state(draw), (company.id, applicant, api, plan));
        DrawnRequest {
            id: draw.id(at),
            api,
            plan,
            group: company.id,
            applicant,
            state,
            at,
        }
    }

    /// One draft a person and one open request a group for each offer.
    fn free(&mut self, state: State, asked: (GroupId, AccountId, ApiId, Plan)) -> State {
        let (group, applicant, api, plan) = asked;
        let key = match state {
            State::Draft => applicant.0,
            State::Pending => group.0,
            _ => return state,
        };
        if self.open.insert((key, api, plan)) {
            state
        } else {
            State::Approved
        }
    }
}

fn state(draw: &mut Draw) -> State {
    let mut left = draw.below(100);
    for (state, percent) in STATES {
        if left < percent {
            return state;
        }
        left -= percent;
    }
    State::Approved
}

async fn store(
    transaction: &Transaction,
    vault: &Vault,
    draw: &mut Draw,
    field: &Field<'_>,
    drawn: &[DrawnRequest],
) -> Result<(), DbErr> {
    let mut numbers = Numbers::take(transaction, drawn).await?;
    let mut rows = Vec::with_capacity(drawn.len());
    let (mut credentials, mut secrets): (Vec<credential::ActiveModel>, Vec<secret::ActiveModel>) =
        (Vec::new(), Vec::new());
    for one in drawn {
        rows.push(row(draw, field, one, numbers.next(one)));
        if matches!(
            one.state,
            State::Approved | State::Suspended | State::Revoked
        ) {
            let made = credentials::make(vault, draw.random(), one.id, one.at);
            credentials.push(made.0);
            secrets.push(made.1);
        }
    }
    insert(transaction, rows).await?;
    insert(transaction, credentials).await?;
    insert(transaction, secrets).await
}

fn row(
    draw: &mut Draw,
    field: &Field<'_>,
    one: &DrawnRequest,
    number: Option<String>,
) -> application::ActiveModel {
    let name = format!("{} {}", draw.pick(&PURPOSES), draw.below(10_000));
    let undecided = matches!(one.state, State::Draft | State::Pending | State::Cancelled);
    let decided_at = (!undecided).then(|| draw.after(one.at, DECIDED_WITHIN));
    let filed = one.state != State::Draft;
    application::ActiveModel {
        id: Set(one.id),
        number: Set(number),
        api_id: Set(one.api),
        plan: Set(one.plan),
        group_id: Set(Some(one.group)),
        applicant_id: Set(one.applicant),
        search_text: Set(fold(&name)),
        name: Set(name),
        description: Set("Confirmar dados de clientes na abertura de contas.".to_owned()),
        state: Set(one.state),
        reason: Set((one.state == State::Rejected).then(|| "Faltam dados.".to_owned())),
        decided_by: Set(decided_at.map(|_| draw.pick(field.managers).id)),
        created_at: Set(one.at),
        updated_at: Set(decided_at.unwrap_or(one.at)),
        submitted_at: Set(filed.then_some(one.at)),
        decided_at: Set(decided_at),
        ..Default::default()
    }
}

/// The next numbers of each year.
struct Numbers(HashMap<i32, i64>);

impl Numbers {
    async fn take(transaction: &Transaction, drawn: &[DrawnRequest]) -> Result<Self, DbErr> {
        let mut wanted: HashMap<i32, i64> = HashMap::new();
        for one in drawn.iter().filter(|it| it.state != State::Draft) {
            *wanted.entry(applications::year(one.at)).or_default() += 1;
        }
        let mut next = HashMap::new();
        for (year, count) in wanted {
            let last = applications::take_numbers(transaction, year, count).await?;
            next.insert(year, last - count + 1);
        }
        Ok(Self(next))
    }

    fn next(&mut self, one: &DrawnRequest) -> Option<String> {
        let year = applications::year(one.at);
        let next = self
            .0
            .get_mut(&year)
            .filter(|_| one.state != State::Draft)?;
        *next += 1;
        Some(applications::written(year, *next - 1))
    }
}
