//! The mails about a request to change to Pay Per Use, and whom they reach.

use super::*;
use domain::{
    applications::ApplicationState,
    requests::{cancel, request_plan_change},
};

#[tokio::test]
async fn a_plan_change_is_told_of_as_one_and_leads_to_itself() {
    let (test, ana, manager, group, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    let request = filed.request;
    let page = format!("/solicitacoes/{request}/pronto");

    let received = rendered(&test, Mail::RequestReceived { request })
        .await
        .unwrap();
    let subject = format!("Recibimos su solicitud de Pay Per Use {}", filed.number);
    assert_eq!(received.subject, subject);
    assert!(received.text.contains("Plan: Trial → Pay Per Use"));
    leads_to(&received, &page);
    let manager_id = manager.account_id().unwrap();
    let awaited = rendered(
        &test,
        Mail::DecisionAwaited {
            request,
            manager: manager_id,
        },
    );
    leads_to(&awaited.await.unwrap(), &format!("/aprovacoes/{request}"));

    approvals::approve(&manager, &test.vault, request, None)
        .await
        .unwrap();
    let approved = rendered(&test, Mail::Decided { request }).await.unwrap();
    leads_to(&approved, &format!("/minhas-aplicacoes/{group}#{trial}"));
    assert!(!approved.text.contains("Observación"), "{}", approved.text);
}

#[tokio::test]
async fn a_refused_plan_change_gives_its_reason_and_a_cancelled_one_its_cause() {
    let (test, ana, manager, _, trial) = trial().await;
    let rejected = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    requests::is_rejected(&manager, rejected).await;
    let mail = rendered(&test, Mail::Decided { request: rejected });
    let mail = mail.await.unwrap();
    assert!(mail.text.contains(REASON), "{}", mail.text);
    leads_to(&mail, &format!("/solicitacoes/{rejected}/pronto"));

    let taken_back = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    cancel(&ana, taken_back).await.unwrap();
    let cancelled = |request| rendered(&test, Mail::Cancelled { request });
    let mail = cancelled(taken_back).await.unwrap();
    assert!(mail.text.contains("Usted canceló"), "{}", mail.text);
    let over = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let seen = ApplicationState::Approved;
    approvals::revoke(&manager, trial, seen, requests::reason())
        .await
        .unwrap();
    let mail = cancelled(over).await.unwrap();
    assert!(mail.text.contains("se revocó el acceso"), "{}", mail.text);
}
