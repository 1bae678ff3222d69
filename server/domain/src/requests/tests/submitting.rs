//! Filing a request: once, however often one presses the button.

use std::time::Duration;

use super::*;
use crate::{
    Error,
    requests::{Status, Step, find},
};

#[tokio::test]
async fn a_filed_request_has_a_number_and_is_told_of() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let filed = asks(&ana, bank).await;
    assert_eq!(filed.number, "2026-0001");

    let request = filed.request;
    let view = find(&ana, &test.catalogue, request).await.unwrap().unwrap();
    assert_eq!(view.status, Status::Pending);
    assert_eq!(view.submitted_at, ana.now());
    let manager = carlos.account_id().unwrap();
    let told = mails(&test).await;
    assert_eq!(told.len(), 2);
    for mail in [
        Mail::RequestReceived { request },
        Mail::DecisionAwaited { request, manager },
    ] {
        assert!(told.contains(&mail), "{told:?}");
    }
    assert_eq!(times(&test, Action::RequestSubmitted).await, 1);
}

#[tokio::test]
async fn filing_twice_files_one_request() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    let first = files(&ana, draft).await.unwrap();
    assert_eq!(first.request, draft, "a request keeps the id of its draft");
    assert_eq!(files(&ana, draft).await.unwrap(), first);
    assert_eq!(times(&test, Action::RequestSubmitted).await, 1);
    assert_eq!(mails(&test).await.len(), 1);
}

#[tokio::test]
async fn filing_twice_at_once_files_one_request() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    let (one, two, three) =
        tokio::join!(files(&ana, draft), files(&ana, draft), files(&ana, draft));
    let number = one.unwrap().number;
    assert_eq!(two.unwrap().number, number);
    assert_eq!(three.unwrap().number, number);
    assert_eq!(times(&test, Action::RequestSubmitted).await, 1);
    assert_eq!(mails(&test).await.len(), 1);
}

#[tokio::test]
async fn numbers_follow_each_other_without_a_gap() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    let (one, two) = tokio::join!(files(&ana, draft), files(&ana, draft));
    assert_eq!(one.unwrap(), two.unwrap());
    let other = groups::create(&ana, new_group("Banco Exemplo – Cobrança"))
        .await
        .unwrap();
    assert_eq!(asks(&ana, other).await.number, "2026-0002");
}

#[tokio::test]
async fn of_two_colleagues_at_once_one_files_and_the_other_is_led_there() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let (anas, bias) = (writes(&ana, bank).await, writes(&bia, bank).await);

    let both = tokio::join!(files(&ana, anas), files(&bia, bias));
    let (won, lost) = match both {
        (Ok(won), Err(lost)) | (Err(lost), Ok(won)) => (won, lost),
        other => panic!("{other:?}"),
    };
    assert!(matches!(lost, SubmitError::AlreadyOpen(open) if open == won.request));
    assert_eq!(won.number, "2026-0001");
    assert_eq!(times(&test, Action::RequestSubmitted).await, 1);
}

#[tokio::test]
async fn what_is_incomplete_is_led_back_to_the_step() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = starts(&ana, bank).await;
    let submitted = files(&ana, draft).await;
    assert!(matches!(
        submitted,
        Err(SubmitError::Incomplete(Step::Description))
    ));
    assert!(mails(&test).await.is_empty());
}

#[tokio::test]
async fn what_is_no_longer_offered_is_not_filed() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    withdraws_smv(&test).await;
    assert!(matches!(
        files(&ana, draft).await,
        Err(SubmitError::NotOffered)
    ));
    assert!(mails(&test).await.is_empty());
}

#[tokio::test]
async fn what_changed_after_the_review_is_not_filed_unseen() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    let reviewed = last_change(&ana, draft).await;
    test.clock.advance(Duration::from_micros(1));
    describes(&ana, draft).await;
    let submitted = submit(&ana, &test.catalogue, draft, reviewed, &ByManagers).await;
    assert!(matches!(submitted, Err(SubmitError::Changed)));
    assert!(mails(&test).await.is_empty());
    assert_eq!(files(&ana, draft).await.unwrap().number, "2026-0001");
}

#[tokio::test]
async fn a_draft_of_others_cannot_be_filed() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let draft = writes(&ana, bank).await;
    assert!(matches!(
        files(&bia, draft).await,
        Err(SubmitError::Common(Error::NotFound(_)))
    ));
    let visitor = files(&test.scope(), draft).await;
    assert!(matches!(
        visitor,
        Err(SubmitError::Common(Error::Forbidden(_)))
    ));
}
