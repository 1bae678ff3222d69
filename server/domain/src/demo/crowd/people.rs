//! The accounts of a crowd. None has a password, so nobody can sign in with one.

use sea_orm::{DbErr, Set};

use super::{BATCH, Draw, moment, rows::insert};
use crate::{
    Role, Scope,
    accounts::{self, Email},
    clock::Timestamp,
    entities::{account, account_role},
    ids::AccountId,
};

const GIVEN: [&str; 24] = [
    "Ana", "Beatriz", "Carlos", "Davi", "Elisa", "Fernanda", "Gabriel", "Helena", "Igor", "João",
    "Júlia", "Larissa", "Lucas", "Maria", "Mateus", "Natália", "Otávio", "Paula", "Pedro",
    "Rafael", "Sofia", "Tiago", "Vitória", "Yasmin",
];
const FAMILY: [&str; 20] = [
    "Almeida",
    "Araújo",
    "Barbosa",
    "Cardoso",
    "Carvalho",
    "Costa",
    "Dias",
    "Fernandes",
    "Gonçalves",
    "Lima",
    "Martins",
    "Melo",
    "Nunes",
    "Oliveira",
    "Prado",
    "Reis",
    "Rocha",
    "Santos",
    "Silva",
    "Souza",
];
/// People of one company share its domain.
const COLLEAGUES: usize = 4;
/// How many of the first accounts have each staff role.
const OF_EACH_STAFF: usize = 5;
const VERIFIED_PERCENT: usize = 96;

/// An account of the crowd, and when it was created.
#[derive(Clone, Copy)]
pub(super) struct CrowdAccount {
    pub id: AccountId,
    pub since: Timestamp,
}

pub(super) async fn fill(
    scope: &Scope,
    draw: &mut Draw,
    count: usize,
) -> Result<Vec<CrowdAccount>, DbErr> {
    let mut people = Vec::with_capacity(count);
    while people.len() < count {
        let transaction = scope.portal.db.begin().await?;
        let until = (people.len() + BATCH).min(count);
        let (mut rows, mut roles) = (Vec::new(), Vec::new());
        for number in people.len()..until {
            let since = moment(draw.since, draw.until, number, count);
            let id = draw.id(since);
            rows.push(row(scope, draw, number, CrowdAccount { id, since })?);
            roles.extend(role(number).map(|role| account_role::ActiveModel {
                account_id: Set(id),
                role: Set(role),
                granted_at: Set(since),
            }));
            people.push(CrowdAccount { id, since });
        }
        insert(&transaction, rows).await?;
        insert(&transaction, roles).await?;
        transaction.commit().await?;
    }
    Ok(people)
}

fn role(number: usize) -> Option<Role> {
    Role::ALL.get(number / OF_EACH_STAFF).copied()
}

fn row(
    scope: &Scope,
    draw: &mut Draw,
    number: usize,
    someone: CrowdAccount,
) -> Result<account::ActiveModel, DbErr> {
    let (given, family) = (draw.pick(&GIVEN), draw.pick(&FAMILY));
    let address = format!(
        "{}.{}{number}@empresa{}.example",
        crate::folding::fold(given),
        crate::folding::fold(family),
        number / COLLEAGUES
    );
    let wrong = |error: &dyn std::fmt::Display| DbErr::Custom(error.to_string());
    let email = Email::parse(&address).map_err(|error| wrong(&error))?;
    let given = given
        .parse()
        .map_err(|error: values::TextError| wrong(&error))?;
    let family = family
        .parse()
        .map_err(|error: values::TextError| wrong(&error))?;
    let verified = draw.happens(VERIFIED_PERCENT).then_some(someone.since);
    Ok(account::ActiveModel {
        id: Set(someone.id),
        search_text: Set(accounts::search_text(&given, &family, &email)),
        email: Set(email),
        given_name: Set(given.to_string()),
        family_name: Set(family.to_string()),
        locale: Set(draw
            .pick(&["pt-BR", "pt-BR", "pt-BR", "en", "es"])
            .to_owned()),
        email_verified_at: Set(verified),
        terms_version: Set(scope.portal.settings.terms_version.clone()),
        terms_accepted_at: Set(someone.since),
        last_sign_in_at: Set(verified),
        created_at: Set(someone.since),
        ..Default::default()
    })
}
