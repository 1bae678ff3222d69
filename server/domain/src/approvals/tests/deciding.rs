//! Approving and rejecting.

use values::Reason;

use super::*;
use crate::{
    Error,
    entities::{audit_event, credential},
};

async fn credentials(test: &TestPortal) -> usize {
    credential::Entity::find()
        .all(test.portal.db.writer())
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn approval_makes_the_credential_and_is_told() {
    let (test, ana, carlos) = people().await;
    let asked = asks(&ana, group(&ana).await).await;
    let request = asked.request;
    approve(&carlos, &test.vault, request, None).await.unwrap();

    let view = find(&ana, &test.catalogue, request).await.unwrap().unwrap();
    assert_eq!(view.status, Status::Approved);
    assert_eq!(view.decided_at, Some(carlos.now()));
    assert!(keys(&ana, asked.application).await.is_some());
    assert!(mails(&test).await.contains(&Mail::Decided { request }));
    assert_eq!(times(&test, Action::RequestApproved).await, 1);
}

#[tokio::test]
async fn rejection_gives_its_reason_and_no_credential() {
    let (test, ana, carlos) = people().await;
    let request = asks(&ana, group(&ana).await).await.request;
    reject(&carlos, request, reason()).await.unwrap();

    let view = find(&ana, &test.catalogue, request).await.unwrap().unwrap();
    assert_eq!(view.status, Status::Rejected);
    assert_eq!(view.reason.as_deref(), Some(reason().as_str()));
    assert_eq!(credentials(&test).await, 0);
    assert!(mails(&test).await.contains(&Mail::Decided { request }));
    assert_eq!(times(&test, Action::RequestRejected).await, 1);
}

#[tokio::test]
async fn of_two_managers_approving_at_once_one_decides() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;

    let both = tokio::join!(
        approve(&carlos, &test.vault, id, None),
        approve(&dora, &test.vault, id, None)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    let state = RequestState::Approved;
    assert!(matches!(lost, DecisionError::AlreadyDecided { state: found } if found == state));
    assert_eq!(credentials(&test).await, 1);
    assert_eq!(times(&test, Action::RequestApproved).await, 1);
}

#[tokio::test]
async fn of_an_approval_and_a_rejection_at_once_one_counts() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;

    let both = tokio::join!(
        approve(&carlos, &test.vault, id, None),
        reject(&dora, id, reason())
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let status = find(&ana, &test.catalogue, id)
        .await
        .unwrap()
        .unwrap()
        .status;
    let expected = if both.0.is_ok() {
        Status::Approved
    } else {
        Status::Rejected
    };
    assert_eq!(status, expected);
    assert_eq!(credentials(&test).await, usize::from(both.0.is_ok()));
    let decided = mails(&test).await.into_iter();
    assert_eq!(
        decided
            .filter(|mail| matches!(mail, Mail::Decided { .. }))
            .count(),
        1
    );
}

#[tokio::test]
async fn only_contract_managers_decide() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let staff = [Role::Support, Role::Administrator];
    let julia = test.person("julia@balcao.example", &staff).await;
    let id = asks(&ana, group(&ana).await).await.request;
    for asker in [&ana, &julia, &test.scope()] {
        let approved = approve(asker, &test.vault, id, None).await;
        assert!(matches!(
            approved,
            Err(DecisionError::Common(Error::Forbidden(_)))
        ));
        let rejected = reject(asker, id, reason()).await;
        assert!(matches!(
            rejected,
            Err(DecisionError::Common(Error::Forbidden(_)))
        ));
    }
    let view = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(view.status, Status::Pending);
}

#[tokio::test]
async fn drafts_and_unknown_requests_do_not_exist() {
    let (test, ana, carlos) = people().await;
    let draft = writes(&ana, group(&ana).await).await;
    for id in [draft, test.portal.new_id()] {
        let approved = approve(&carlos, &test.vault, id, None).await;
        assert!(matches!(
            approved,
            Err(DecisionError::Common(Error::NotFound(_)))
        ));
    }
}

#[tokio::test]
async fn what_was_decided_stays_as_it_was_said_whatever_comes_after() {
    let (test, ana, carlos) = people().await;
    let asked = asks(&ana, group(&ana).await).await;
    assert_eq!(seen(&carlos, asked.request).await.decision, None);
    let remark: Reason = "Contrato 77/2026 assinado.".parse().unwrap();
    approve(&carlos, &test.vault, asked.request, Some(remark.clone()))
        .await
        .unwrap();
    let decision = DecisionView {
        outcome: RequestState::Approved,
        at: carlos.now(),
        by: Some("Ana Souza".to_owned()),
        said: Some(remark.to_string()),
    };
    let decided = seen(&carlos, asked.request).await;
    assert_eq!(decided.decision.as_ref(), Some(&decision));

    test.clock.advance(std::time::Duration::from_hours(1));
    suspend(&carlos, asked.application, reason()).await.unwrap();
    let review = seen(&carlos, asked.request).await;
    assert_eq!(review.status(), Status::Suspended);
    assert_eq!(review.decision, Some(decision));
    let said = review.application.unwrap().reason;
    assert_eq!(said.as_deref(), Some(reason().as_str()));
}

#[tokio::test]
async fn the_portal_itself_decides_in_nobodys_name() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let rejected = asks(&ana, bank).await.request;
    reject(&test.system(), rejected, reason()).await.unwrap();
    let approved = asks(&ana, bank).await.request;
    approve(&test.system(), &test.vault, approved, None)
        .await
        .unwrap();

    for (id, outcome, event, action) in [
        (
            rejected,
            RequestState::Rejected,
            HistoryEvent::Rejected,
            Action::RequestRejected,
        ),
        (
            approved,
            RequestState::Approved,
            HistoryEvent::Approved,
            Action::RequestApproved,
        ),
    ] {
        let review = seen(&carlos, id).await;
        let decision = review.decision.unwrap();
        assert_eq!((decision.outcome, decision.by), (outcome, None));
        let entry = review.history.into_iter().find(|it| it.event == event);
        let entry = entry.unwrap();
        assert_eq!((entry.by, entry.by_party), (None, false));
        let audited = audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq(action))
            .one(test.portal.db.writer())
            .await;
        let audited = audited.unwrap().unwrap();
        assert_eq!((audited.actor_id, audited.subject_id), (None, id.0));
    }
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 0);
}
