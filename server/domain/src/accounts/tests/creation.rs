use std::collections::HashSet;

use sea_orm::Set;

use super::*;
use crate::{
    Error, Role,
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
    let created = create(
        &portal.system(),
        &portal.passwords,
        &portal.vault,
        account(Some(PASSWORD), &[Role::Support]),
    )
    .await;
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
    create(
        &portal.system(),
        &portal.passwords,
        &portal.vault,
        account(None, &[]),
    )
    .await
    .unwrap();
    let mails = portal.mails().await;
    let link = portal.link_in(&mails).await;
    let scope = portal.uses(&link).await;
    assert!(
        set_password(&scope, &portal.passwords, password(PASSWORD), FIREFOX)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn an_address_is_taken_once() {
    let portal = portal().await;
    create(
        &portal.system(),
        &portal.passwords,
        &portal.vault,
        account(None, &[]),
    )
    .await
    .unwrap();
    portal.mails().await;
    let again = create(
        &portal.system(),
        &portal.passwords,
        &portal.vault,
        account(Some(PASSWORD), &[Role::Administrator]),
    )
    .await;
    assert!(matches!(again, Err(CreateError::Taken)));
    let found = find_by_email(&portal.system(), &email(ANA))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.roles, []);
    assert_eq!(list(&portal.system(), None).await.unwrap().items, [found]);
}

#[tokio::test]
async fn people_make_no_accounts() {
    let portal = portal().await;
    let admin = portal.person("admin@balcao.example", Role::ALL).await;
    let refused = create(&admin, &portal.passwords, &portal.vault, account(None, &[])).await;
    assert!(matches!(
        refused,
        Err(CreateError::Common(Error::Forbidden(_)))
    ));
    assert!(list(&portal.scope(), None).await.is_err());
}

/// Made without hashing a password for each.
async fn are_there(portal: &TestPortal, number: usize) {
    let now = portal.portal.now();
    let row = |number: usize| account::ActiveModel {
        id: Set(portal.portal.new_id()),
        email: Set(email(&format!("pessoa-{number}@empresa.com.br"))),
        given_name: Set("Ana".to_owned()),
        family_name: Set("Souza".to_owned()),
        search_text: Set(String::new()),
        locale: Set("pt-BR".to_owned()),
        password_hash: Set(None),
        password_changed_at: Set(None),
        email_verified_at: Set(None),
        terms_version: Set("2026-08".to_owned()),
        terms_accepted_at: Set(now),
        last_sign_in_at: Set(None),
        second_factor_at: Set(None),
        created_at: Set(now),
    };
    for some in (0..number).collect::<Vec<_>>().chunks(500) {
        account::Entity::insert_many(some.iter().map(|number| row(*number)))
            .exec_without_returning(portal.portal.db.writer())
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn the_list_of_accounts_comes_in_pages_and_misses_nobody() {
    let portal = portal().await;
    are_there(&portal, 1_201).await;
    let (mut after, mut seen) = (None, HashSet::new());
    loop {
        let page = list(&portal.system(), after).await.unwrap();
        assert!(page.items.len() <= 500, "{}", page.items.len());
        seen.extend(page.items.into_iter().map(|account| account.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 1_201);
}
