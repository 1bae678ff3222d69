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

/// One of the demo accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    pub id: AccountId,
    pub name: String,
    pub email: Email,
    pub roles: Vec<Role>,
}

/// Makes the demo accounts.
///
/// # Errors
/// [`DemoError::NotEmpty`] where there are accounts.
pub(super) async fn create(
    scope: &Scope,
    services: &Services,
    story: &Story,
) -> Result<Vec<DemoAccount>, DemoError> {
    let db = scope.portal.db.writer();
    if account::Entity::find().count(db).await? > 0 {
        return Err(DemoError::NotEmpty);
    }
    let mut demo = vec![];
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
        let id = accounts::create(scope, passwords, vault, account).await?;
        demo.push(demo_account(id, person));
    }
    Ok(demo)
}

/// The demo accounts of this portal; `None` where one of them is missing, since the others may then
/// belong to somebody else.
pub(super) async fn of(scope: &Scope, story: &Story) -> Result<Option<Vec<DemoAccount>>, DbErr> {
    let emails = story.people.iter().map(|person| person.email.clone());
    let rows = account::Entity::find()
        .filter(account::Column::Email.is_in(emails))
        .all(scope.portal.db.reader())
        .await?;
    let ids: HashMap<_, _> = rows.into_iter().map(|row| (row.email, row.id)).collect();
    let people = story.people.iter();
    let all = people.map(|person| Some(demo_account(*ids.get(&person.email)?, person)));
    Ok(all.collect())
}

fn demo_account(id: AccountId, person: &DemoPerson) -> DemoAccount {
    DemoAccount {
        id,
        name: format!("{} {}", person.first_name, person.last_name),
        email: person.email.clone(),
        roles: person.roles.clone(),
    }
}
