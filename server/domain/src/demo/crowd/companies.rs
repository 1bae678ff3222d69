//! The permission groups of a crowd, and their members.

use std::collections::HashSet;

use sea_orm::{DbErr, Set};
use values::Cnpj;

use super::{BATCH, Draw, moment, people::CrowdAccount, rows::insert};
use crate::{
    Scope,
    clock::Timestamp,
    entities::{membership, permission_group},
    folding::fold,
    groups::{self, MemberRole, NewGroup},
    ids::{AccountId, GroupId},
};

const TRADES: [&str; 16] = [
    "Padaria",
    "Mercado",
    "Farmácia",
    "Transportes",
    "Seguros",
    "Financeira",
    "Varejo",
    "Logística",
    "Comércio de Alimentos",
    "Tecnologia",
    "Telecomunicações",
    "Indústria",
    "Construtora",
    "Clínica",
    "Escola",
    "Cooperativa de Crédito",
];
const NAMES: [&str; 16] = [
    "Aurora",
    "Boa Vista",
    "Central",
    "do Norte",
    "do Sul",
    "Esperança",
    "Horizonte",
    "Ipê",
    "Jatobá",
    "Nova Era",
    "Paulista",
    "Primavera",
    "Santa Clara",
    "São João",
    "União",
    "Veredas",
];
const DEPARTMENTS: [&str; 6] = [
    "Antifraude",
    "Cadastro",
    "Cobrança",
    "Crédito",
    "Tecnologia",
    "Atendimento",
];
/// Establishments of one company share the root of their CNPJ.
const ESTABLISHMENTS: usize = 3;
const MAX_MEMBERS: usize = 5;

/// A group with its creator and time.
#[derive(Clone)]
pub(super) struct Company {
    pub id: GroupId,
    /// Folded.
    pub name: String,
    pub since: Timestamp,
    pub members: Vec<AccountId>,
}

pub(super) async fn fill(
    scope: &Scope,
    draw: &mut Draw,
    count: usize,
    people: &[CrowdAccount],
) -> Result<Vec<Company>, DbErr> {
    let mut companies = Vec::with_capacity(count);
    while companies.len() < count {
        let transaction = scope.portal.db.begin().await?;
        let until = (companies.len() + BATCH).min(count);
        let (mut rows, mut members) = (Vec::new(), Vec::new());
        for number in companies.len()..until {
            let since = moment(draw.since, draw.until, number, count);
            let mut company = company(draw, since, people);
            rows.push(row(draw, number, &mut company)?);
            members.extend(memberships(&company));
            companies.push(company);
        }
        insert(&transaction, rows).await?;
        insert(&transaction, members).await?;
        transaction.commit().await?;
    }
    Ok(companies)
}

fn company(draw: &mut Draw, since: Timestamp, people: &[CrowdAccount]) -> Company {
    let size = 1 + draw.below(MAX_MEMBERS);
    let mut seen = HashSet::new();
    let mut members: Vec<_> = (0..size).map(|_| draw.pick(people).id).collect();
    members.retain(|id| seen.insert(*id));
    Company {
        id: draw.id(since),
        name: String::new(),
        since,
        members,
    }
}

fn row(
    draw: &mut Draw,
    number: usize,
    company: &mut Company,
) -> Result<permission_group::ActiveModel, DbErr> {
    let group = new_group(draw, number).map_err(|error| DbErr::Custom(error.to_string()))?;
    company.name = fold(group.legal_name.as_str());
    Ok(permission_group::ActiveModel {
        id: Set(company.id),
        search_text: Set(groups::search_text(&group)),
        legal_name: Set(group.legal_name.to_string()),
        cnpj: Set(group.cnpj),
        name: Set(group.name.to_string()),
        email: Set(group.email),
        phone: Set(group.phone),
        email_confirmed_at: Set(Some(company.since)),
        created_by: Set(company.members[0]),
        created_at: Set(company.since),
    })
}

fn new_group(
    draw: &mut Draw,
    number: usize,
) -> Result<NewGroup, Box<dyn std::error::Error + Send + Sync>> {
    let company = number / ESTABLISHMENTS;
    let (trade, name) = (TRADES[company % TRADES.len()], draw.pick(&NAMES));
    Ok(NewGroup {
        legal_name: format!("{trade} {name} {company} Ltda.").parse()?,
        cnpj: cnpj(company, number % ESTABLISHMENTS),
        name: format!("{name} {number} – {}", draw.pick(&DEPARTMENTS)).parse()?,
        email: format!("contato{number}@empresa{company}.example").parse()?,
        phone: format!(
            "(11) 9{:04}-{:04}",
            1000 + draw.below(9000),
            draw.below(10_000)
        )
        .parse()?,
    })
}

/// Tries all hundred pairs of check digits, of which one is right.
#[expect(clippy::expect_used, reason = "a rule of arithmetic")]
fn cnpj(company: usize, establishment: usize) -> Cnpj {
    let base = format!("{:08}{:04}", 10_000_000 + company * 37, establishment + 1);
    (0..100)
        .find_map(|check| Cnpj::parse(&format!("{base}{check:02}")).ok())
        .expect("every base has its check digits")
}

fn memberships(company: &Company) -> impl Iterator<Item = membership::ActiveModel> + use<> {
    let (id, since) = (company.id, company.since);
    let members = company.members.clone().into_iter().enumerate();
    members.map(move |(place, account)| membership::ActiveModel {
        group_id: Set(id),
        account_id: Set(account),
        role: Set(if place == 0 {
            MemberRole::Owner
        } else {
            MemberRole::Developer
        }),
        joined_at: Set(since),
    })
}
