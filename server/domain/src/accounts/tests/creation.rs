use super::*;
use crate::{
    Role,
    accounts::{CreateError, NewAccount, create, find_by_email, list},
};

fn account(password: Option<&str>, roles: &[Role]) -> NewAccount {
    NewAccount {
        given_name: name("Ana"),
        family_name: name("Souza"),
        email: email(ANA),
        locale: Locale::En,
        password: password.map(super::password),
        roles: roles.to_vec(),
    }
}

#[tokio::test]
async fn an_account_with_a_password_is_ready_for_use() {
    let portal = portal().await;
    let created = create(&portal.system(), account(Some(PASSWORD), &[Role::Support])).await;
    assert_eq!(portal.mails().await, []);
    let session = portal.signs_in(ANA, PASSWORD).await.unwrap();
    let seen = portal.sees(&session).await.unwrap();
    assert_eq!(seen.person.id, created.unwrap());
    assert_eq!(seen.person.roles, [Role::Support]);
    assert_eq!(seen.locale, Locale::En);
}

#[tokio::test]
async fn an_account_without_a_password_gets_a_link() {
    let portal = portal().await;
    create(&portal.system(), account(None, &[])).await.unwrap();
    let mails = portal.mails().await;
    let link = portal.link_in(&mails).await;
    let scope = portal.uses(&link).await;
    assert!(
        set_password(&scope, password(PASSWORD), FIREFOX)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn an_address_is_taken_once() {
    let portal = portal().await;
    create(&portal.system(), account(None, &[])).await.unwrap();
    portal.mails().await;
    let again = create(
        &portal.system(),
        account(Some(PASSWORD), &[Role::Administrator]),
    )
    .await;
    assert!(matches!(again, Err(CreateError::Taken)));
    let found = find_by_email(&portal.system(), &email(ANA))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.roles, []);
    assert_eq!(list(&portal.system()).await.unwrap(), [found]);
}

#[tokio::test]
async fn people_make_no_accounts() {
    let portal = portal().await;
    let admin = portal.person("admin@balcao.example", Role::ALL).await;
    let refused = create(&admin, account(None, &[])).await;
    assert!(matches!(refused, Err(CreateError::Forbidden(_))));
    assert!(list(&portal.scope()).await.is_err());
}
