//! Calls that programs send again.

use std::time::Duration;

use super::{acting, credentials_client, portal, registers};
use crate::{
    Actor, Scope, changes,
    idempotency::{Begun, BegunCall, KeptAnswer, abandon, begin, keep},
    testing::TestPortal,
};

const REQUEST: &[&[u8]] = &[b"POST", b"/api/v1/requests", b"{}"];

fn answer() -> KeptAnswer {
    KeptAnswer {
        status: 201,
        body: b"made".to_vec(),
    }
}

/// A portal, and a program that acts for Ana.
async fn program() -> (TestPortal, Scope) {
    let (test, dora, ana) = portal().await;
    let client = registers(&dora, credentials_client()).await;
    let person = ana.person().unwrap().clone();
    let program = Scope {
        actor: Actor::Client(person, acting(client)),
        ..ana
    };
    (test, program)
}

async fn begins(test: &TestPortal, scope: &Scope, request: &[&[u8]]) -> Begun {
    begin(scope, &test.vault, "key-1", request).await.unwrap()
}

const fn is_in_progress(begun: &Begun) -> bool {
    matches!(begun, Begun::InProgress(_))
}

fn id(begun: Begun) -> BegunCall {
    match begun {
        Begun::New(id) => id,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_call_is_done_once_and_answered_alike_for_a_day() {
    let (test, scope) = program().await;
    let call = id(begins(&test, &scope, REQUEST).await);
    assert!(is_in_progress(&begins(&test, &scope, REQUEST).await));
    keep(&test.portal, &test.vault, call, &answer())
        .await
        .unwrap();
    let again = begins(&test, &scope, REQUEST).await;
    assert_eq!(again, Begun::Answered(answer()));
    let other = begins(&test, &scope, &[b"POST", b"/api/v1/requests", b"[]"]).await;
    assert_eq!(other, Begun::OtherRequest);
    test.clock.advance(Duration::from_hours(24));
    id(begins(&test, &scope, REQUEST).await);
}

#[tokio::test]
async fn what_was_done_is_not_done_again_though_its_answer_is_lost() {
    let (test, scope) = program().await;
    let call = id(begins(&test, &scope, REQUEST).await);
    let doing = Scope {
        idempotent_call: Some(call),
        ..scope.clone()
    };
    let transaction = test.portal.db.begin().await.unwrap();
    changes::commit(transaction, &doing, &[]).await.unwrap();
    abandon(&test.portal, call).await.unwrap();
    assert!(is_in_progress(&begins(&test, &scope, REQUEST).await));
    test.clock.advance(Duration::from_mins(1));
    assert_eq!(begins(&test, &scope, REQUEST).await, Begun::AnswerLost);
}

#[tokio::test]
async fn a_call_whose_process_died_before_it_was_done_is_taken_over_by_one() {
    let (test, scope) = program().await;
    let call = id(begins(&test, &scope, REQUEST).await);
    test.clock.advance(Duration::from_mins(1));
    let anew = id(begins(&test, &scope, REQUEST).await);
    assert_ne!(anew, call);
    // Whoever was frozen meanwhile does nothing any more, and forgets nothing of the other.
    let frozen = Scope {
        idempotent_call: Some(call),
        ..scope.clone()
    };
    let transaction = test.portal.db.begin().await.unwrap();
    changes::commit(transaction, &frozen, &[])
        .await
        .unwrap_err();
    abandon(&test.portal, call).await.unwrap();
    assert!(is_in_progress(&begins(&test, &scope, REQUEST).await));
}

#[tokio::test]
async fn a_call_that_failed_can_be_sent_again_and_nobody_else_has_its_key() {
    let (test, scope) = program().await;
    let call = id(begins(&test, &scope, REQUEST).await);
    abandon(&test.portal, call).await.unwrap();
    id(begins(&test, &scope, REQUEST).await);
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let others = Scope {
        actor: Actor::Client(
            bia.person().unwrap().clone(),
            acting(scope.client_id().unwrap()),
        ),
        ..bia
    };
    id(begins(&test, &others, REQUEST).await);
}
