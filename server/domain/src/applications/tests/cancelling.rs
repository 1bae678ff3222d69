//! Taking a request back.

use super::*;
use crate::{
    Role,
    accounts::TooOften,
    applications::{CancelError, State, SubmitError, cancel, drafts, find},
};

#[tokio::test]
async fn a_thrown_away_draft_makes_room_for_a_new_one() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    cancel(&ana, draft).await.unwrap();
    assert!(drafts(&ana).await.unwrap().is_empty());
    assert!(mails(&test).await.is_empty());
    assert!(matches!(
        files(&ana, draft).await,
        Err(SubmitError::NotFound)
    ));
    assert_ne!(starts(&ana, bank).await, draft);
}

#[tokio::test]
async fn a_pending_request_can_be_taken_back_and_asked_again() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let first = asks(&ana, bank).await;
    cancel(&ana, first.application).await.unwrap();
    let view = find(&ana, first.application).await.unwrap().unwrap();
    assert_eq!(view.state, State::Cancelled);
    assert_eq!(times(&test, Action::ApplicationCancelled).await, 1);
    let application = first.application;
    assert!(
        mails(&test)
            .await
            .contains(&Mail::Cancelled { application })
    );
    assert_eq!(asks(&ana, bank).await.number, "2026-0002");
}

#[tokio::test]
async fn what_is_decided_stays_decided() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let id = asks(&ana, group(&ana).await).await.application;
    approvals::approve(&carlos, id, None).await.unwrap();
    let state = State::Approved;
    let cancelled = cancel(&ana, id).await;
    assert!(matches!(cancelled, Err(CancelError::TooLate { state: found }) if found == state));
}

#[tokio::test]
async fn others_cannot_cancel() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let id = asks(&ana, group(&ana).await).await.application;
    assert!(matches!(cancel(&eve, id).await, Err(CancelError::NotFound)));
    let visitor = cancel(&test.scope(), id).await;
    assert!(matches!(visitor, Err(CancelError::Forbidden(_))));
}

#[tokio::test]
async fn whoever_submits_and_cancels_over_and_over_has_to_wait() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    // Creating the group was one more, which had a letter sent.
    for _ in 0..30 - 1 {
        let filed = asks(&ana, bank).await.application;
        cancel(&ana, filed).await.unwrap();
    }
    let draft = writes(&ana, bank).await;
    let Err(SubmitError::TooOften(TooOften { retry_after })) = files(&ana, draft).await else {
        panic!("nobody stops Ana");
    };
    let count = mails(&test).await.len();
    files(&ana, draft).await.unwrap_err();
    assert_eq!(mails(&test).await.len(), count);
    // Colleagues do not wait for her, nor she for ever.
    let hers = asks(&bia, bank).await.application;
    cancel(&bia, hers).await.unwrap();
    test.clock.advance(retry_after);
    files(&ana, draft).await.unwrap();
}
