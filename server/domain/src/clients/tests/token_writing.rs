//! Tokens that are asked for at the same time, and how they are written.

use std::{future::poll_fn, pin::pin, task::Poll};

use sea_orm::{DbErr, PaginatorTrait};
use tokio::task::JoinSet;

use super::*;
use crate::{
    clients::issue::NewToken,
    entities::{issued_token, oauth_client},
};

async fn written(test: &TestPortal) -> u64 {
    let rows = issued_token::Entity::find();
    rows.count(test.portal.db.reader()).await.unwrap()
}

async fn model(test: &TestPortal, id: ClientId) -> oauth_client::Model {
    let client = oauth_client::Entity::find_by_id(id);
    client.one(test.portal.db.reader()).await.unwrap().unwrap()
}

async fn write(test: &TestPortal, client: &oauth_client::Model) -> Result<(), DbErr> {
    let (scope, account) = (test.scope(), client.account_id.unwrap());
    let new = NewToken::of(&scope, client, account, GrantType::ClientCredentials, CRM);
    test.token_writer.write(&test.portal, new.into_row()).await
}

#[tokio::test]
async fn each_of_fifty_tokens_that_are_asked_for_at_once_is_written_when_it_is_answered() {
    let (test, dora, _) = portal().await;
    let id = registers(&dora, credentials_client()).await;
    let mut asking = JoinSet::new();
    for _ in 0..50 {
        let scope = test.scope();
        asking.spawn(async move {
            let own = Grant::ClientCredentials;
            asks_from(&scope, (id, Some(SECRET)), own, None).await
        });
    }
    for answer in asking.join_all().await {
        assert!(is_good(&test, &answer.unwrap()).await);
    }
    assert_eq!(written(&test).await, 50);
}

#[tokio::test]
async fn a_token_is_written_though_the_one_beside_it_is_of_a_client_that_is_gone() {
    let (test, dora, _) = portal().await;
    let client = model(&test, registers(&dora, credentials_client()).await).await;
    let gone = oauth_client::Model {
        id: test.portal.new_id(),
        ..client.clone()
    };
    // All wait before the task that writes has begun, so they are written together.
    let (first, second, third) = tokio::join!(
        write(&test, &client),
        write(&test, &gone),
        write(&test, &client),
    );
    assert!(first.is_ok() && third.is_ok(), "{first:?} {third:?}");
    assert!(second.is_err());
    assert_eq!(written(&test).await, 2);
}

#[tokio::test]
async fn others_are_written_after_the_first_of_them_hung_up() {
    let (test, dora, _) = portal().await;
    let client = model(&test, registers(&dora, credentials_client()).await).await;
    {
        let mut asking = pin!(write(&test, &client));
        let begun = poll_fn(|context| Poll::Ready(asking.as_mut().poll(context))).await;
        assert!(begun.is_pending());
    }
    write(&test, &client).await.unwrap();
    assert_eq!(written(&test).await, 2);
}
