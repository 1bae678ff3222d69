//! The demo accounts.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use values::NewPassword;

use super::{
    DemoError,
    content::{DemoPerson, Story},
};
use crate::{
    Role, Scope, Services,
    accounts::{self, Email, NewAccount},
    entities::account,
    ids::AccountId,
};

/// One of the people to sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    pub id: AccountId,
    pub name: String,
    pub email: Email,
    pub roles: Vec<Role>,
}

/// Makes the demo accounts in a portal that has none.
pub(super) async fn fill(
    scope: &Scope,
    services: &Services,
    story: &Story,
) -> Result<(), DemoError> {
    if account::Entity::find()
        .count(scope.portal.db.reader())
        .await?
        > 0
    {
        return Ok(());
    }
    for person in &story.people {
        let account = NewAccount {
            given_name: person.first_name.clone(),
            family_name: person.last_name.clone(),
            email: person.email.clone(),
            locale: person.language,
            password: Some(NewPassword::parse(&story.password, &[])?),
            roles: person.roles.clone(),
        };
        let (passwords, vault) = (&services.passwords, &services.vault);
        accounts::create(scope, passwords, vault, account).await?;
    }
    Ok(())
}

/// The demo accounts of this portal. Where one is missing the others are somebody's own.
pub(super) async fn of(scope: &Scope, story: &Story) -> Result<Vec<DemoAccount>, DbErr> {
    let emails = story.people.iter().map(|person| person.email.clone());
    let rows = account::Entity::find()
        .filter(account::Column::Email.is_in(emails))
        .all(scope.portal.db.reader())
        .await?;
    let ids: HashMap<_, _> = rows.into_iter().map(|row| (row.email, row.id)).collect();
    let people = story.people.iter();
    let all: Option<_> = people.map(|person| demo_account(&ids, person)).collect();
    Ok(all.unwrap_or_default())
}

fn demo_account(ids: &HashMap<Email, AccountId>, person: &DemoPerson) -> Option<DemoAccount> {
    Some(DemoAccount {
        id: *ids.get(&person.email)?,
        name: format!("{} {}", person.first_name, person.last_name),
        email: person.email.clone(),
        roles: person.roles.clone(),
    })
}
