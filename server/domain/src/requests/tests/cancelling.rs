//! Taking a request back.

use super::*;
use crate::{
    Error,
    accounts::TooOften,
    requests::{CancelError, RequestState, Status, cancel, draft, drafts, find},
};

#[tokio::test]
async fn a_thrown_away_draft_makes_room_for_a_new_one() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let id = writes(&ana, bank).await;
    cancel(&ana, id).await.unwrap();
    assert!(drafts(&ana, &test.catalogue).await.unwrap().is_empty());
    assert!(draft(&ana, &test.catalogue, id).await.unwrap().is_none());
    assert!(mails(&test).await.is_empty());
    assert_eq!(times(&test, Action::RequestCancelled).await, 1);
    assert!(matches!(
        cancel(&ana, id).await,
        Err(CancelError::Common(Error::NotFound(_)))
    ));
    assert!(matches!(
        files(&ana, id).await,
        Err(SubmitError::Common(Error::NotFound(_)))
    ));
    assert_ne!(starts(&ana, bank).await, id);
}

#[tokio::test]
async fn a_pending_request_can_be_taken_back_and_asked_again() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let request = asks(&ana, bank).await.request;
    cancel(&ana, request).await.unwrap();
    let view = find(&ana, &test.catalogue, request).await.unwrap().unwrap();
    assert_eq!((view.status, view.decided_at), (Status::Cancelled, None));
    assert_eq!(times(&test, Action::RequestCancelled).await, 1);
    assert!(mails(&test).await.contains(&Mail::Cancelled { request }));
    let state = RequestState::Cancelled;
    let twice = cancel(&ana, request).await;
    assert!(matches!(twice, Err(CancelError::TooLate { state: found }) if found == state));
    assert_eq!(asks(&ana, bank).await.number, "2026-0002");
}

#[tokio::test]
async fn what_is_decided_stays_decided() {
    let (test, ana, carlos) = people().await;
    let id = asks(&ana, group(&ana).await).await.request;
    approvals::approve(&carlos, &test.vault, id, None)
        .await
        .unwrap();
    let state = RequestState::Approved;
    let cancelled = cancel(&ana, id).await;
    assert!(matches!(cancelled, Err(CancelError::TooLate { state: found }) if found == state));
}

#[tokio::test]
async fn others_cannot_cancel() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let id = asks(&ana, group(&ana).await).await.request;
    assert!(matches!(
        cancel(&eve, id).await,
        Err(CancelError::Common(Error::NotFound(_)))
    ));
    let visitor = cancel(&test.scope(), id).await;
    assert!(matches!(
        visitor,
        Err(CancelError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn whoever_submits_and_cancels_over_and_over_has_to_wait() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    for _ in 0..30 {
        let filed = asks(&ana, bank).await.request;
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
    let hers = asks(&bia, bank).await.request;
    cancel(&bia, hers).await.unwrap();
    test.clock.advance(retry_after);
    files(&ana, draft).await.unwrap();
}

#[tokio::test]
async fn a_manager_gets_a_few_letters_and_one_for_all_the_rest() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    for _ in 0..10 {
        let filed = asks(&ana, bank).await.request;
        cancel(&ana, filed).await.unwrap();
    }
    let open = asks(&ana, bank).await.request;
    let manager = carlos.account_id().unwrap();
    let mails = mails(&test).await;
    let alone = |mail: &&Mail| matches!(mail, Mail::DecisionAwaited { .. });
    assert_eq!(mails.iter().filter(alone).count(), 3);
    let since = test.portal.now();
    let rest = Mail::DecisionsAwaited { manager, since };
    assert_eq!(mails.iter().filter(|mail| **mail == rest).count(), 1);
    cancel(&ana, open).await.unwrap();
    test.clock.advance(std::time::Duration::from_mins(15));
    asks(&ana, bank).await;
    let later = self::mails(&test).await;
    assert_eq!(later.iter().filter(alone).count(), 4);
}
