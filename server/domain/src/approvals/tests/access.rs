//! Suspending, resuming and revoking.

use super::*;
use crate::{Error, changes, jobs::Addressee, vocabulary::ChangeKind};

async fn approved() -> (TestPortal, Scope, [Scope; 2], ApplicationId) {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let asked = asks(&ana, group(&ana).await).await;
    test.clock.advance(std::time::Duration::from_hours(1));
    approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, [carlos, dora], asked.application)
}

async fn stands(scope: &Scope, id: ApplicationId) -> (Status, Option<String>) {
    let view = find_application(scope, &scope.services().catalogue, id)
        .await
        .unwrap()
        .unwrap();
    (view.status, view.reason)
}

async fn announcements(test: &TestPortal, id: ApplicationId) -> usize {
    let changes = changes::after(test.portal.db.writer(), 0).await.unwrap();
    changes
        .iter()
        .filter(|change| (change.kind, change.subject) == (ChangeKind::Application, id.0))
        .count()
}

#[tokio::test]
async fn a_suspension_gives_its_reason_and_is_told_to_applicant_and_group() {
    let (test, ana, [carlos, _], application) = approved().await;
    let announced = announcements(&test, application).await;
    suspend(&carlos, application, reason()).await.unwrap();
    let said = Some(reason().to_string());
    assert_eq!(stands(&ana, application).await, (Status::Suspended, said));
    let mails = mails(&test).await;
    for to in [Addressee::Applicant, Addressee::Group] {
        assert!(mails.contains(&Mail::Suspended { application, to }));
    }
    assert_eq!(announcements(&test, application).await, announced + 1);
    assert_eq!(times(&test, Action::ApplicationSuspended).await, 1);
}

#[tokio::test]
async fn what_is_resumed_is_as_it_was() {
    let (test, ana, [carlos, _], application) = approved().await;
    let before = find_application(&ana, &test.catalogue, application)
        .await
        .unwrap()
        .unwrap();
    let key = keys(&ana, application).await.unwrap().public_key;
    suspend(&carlos, application, reason()).await.unwrap();
    resume(&carlos, application, None).await.unwrap();
    let after = find_application(&ana, &test.catalogue, application)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((after.status, after.reason), (Status::Approved, None));
    assert_eq!(keys(&ana, application).await.unwrap().public_key, key);
    assert_eq!(after.decided_at, before.decided_at);
    let to = Addressee::Applicant;
    assert!(
        mails(&test)
            .await
            .contains(&Mail::Resumed { application, to })
    );
    assert_eq!(times(&test, Action::ApplicationResumed).await, 1);
    suspend(&carlos, application, reason()).await.unwrap();
}

#[tokio::test]
async fn approved_and_suspended_ones_are_revoked_for_good() {
    let (test, ana, [carlos, _], application) = approved().await;
    suspend(&carlos, application, reason()).await.unwrap();
    revoke(&carlos, application, ApplicationState::Suspended, reason())
        .await
        .unwrap();
    assert_eq!(stands(&ana, application).await.0, Status::Revoked);
    let to = Addressee::Group;
    assert!(
        mails(&test)
            .await
            .contains(&Mail::Revoked { application, to })
    );
    let state = ApplicationState::Revoked;
    for refused in [
        suspend(&carlos, application, reason()).await,
        resume(&carlos, application, None).await,
        revoke(&carlos, application, ApplicationState::Approved, reason()).await,
        revoke(&carlos, application, ApplicationState::Revoked, reason()).await,
    ] {
        assert!(matches!(refused, Err(AccessError::Changed { status }) if status == state.into()));
    }
    assert_eq!(times(&test, Action::ApplicationRevoked).await, 1);
}

#[tokio::test]
async fn of_two_who_suspend_at_once_one_does_and_the_other_is_told() {
    let (test, _, [carlos, dora], id) = approved().await;
    let both = tokio::join!(suspend(&carlos, id, reason()), suspend(&dora, id, reason()));
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    let state = ApplicationState::Suspended;
    assert!(matches!(lost, AccessError::Changed { status } if status == state.into()));
    assert_eq!(times(&test, Action::ApplicationSuspended).await, 1);
}

#[tokio::test]
async fn of_a_suspension_and_a_revocation_at_once_one_counts() {
    let (test, ana, [carlos, dora], id) = approved().await;
    let both = tokio::join!(
        suspend(&carlos, id, reason()),
        revoke(&dora, id, ApplicationState::Approved, reason())
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let expected = if both.0.is_ok() {
        Status::Suspended
    } else {
        Status::Revoked
    };
    assert_eq!(stands(&ana, id).await.0, expected);
    let acts = [Action::ApplicationSuspended, Action::ApplicationRevoked];
    let done = times(&test, acts[0]).await + times(&test, acts[1]).await;
    assert_eq!(done, 1);
}

#[tokio::test]
async fn of_a_resumption_and_a_revocation_at_once_one_counts() {
    let (_test, ana, [carlos, dora], id) = approved().await;
    suspend(&carlos, id, reason()).await.unwrap();
    let both = tokio::join!(
        resume(&carlos, id, None),
        revoke(&dora, id, ApplicationState::Suspended, reason())
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let expected = if both.0.is_ok() {
        Status::Approved
    } else {
        Status::Revoked
    };
    assert_eq!(stands(&ana, id).await.0, expected);
}

#[tokio::test]
async fn what_waits_or_never_was_is_neither_suspended_nor_revoked() {
    let (test, ana, carlos) = people().await;
    let draft = writes(&ana, group(&ana).await).await;
    let id = draft.application();
    for id in [id, test.portal.new_id()] {
        let suspended = suspend(&carlos, id, reason()).await;
        assert!(matches!(
            suspended,
            Err(AccessError::Common(Error::NotFound(_)))
        ));
    }
    files(&ana, draft).await.unwrap();
    for refused in [
        suspend(&carlos, id, reason()).await,
        revoke(&carlos, id, ApplicationState::Approved, reason()).await,
    ] {
        let Err(AccessError::Changed { status }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(status, Status::Pending);
    }
    assert_eq!(stands(&ana, id).await.0, Status::Pending);
}

#[tokio::test]
async fn an_approved_upgrade_has_no_access_of_its_own() {
    let (test, ana, [carlos, _], trial) = approved().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    approve(&carlos, &test.vault, filed, None).await.unwrap();
    let none = filed.application();
    for refused in [
        suspend(&carlos, none, reason()).await,
        revoke(&carlos, none, ApplicationState::Approved, reason()).await,
    ] {
        assert!(
            matches!(refused, Err(AccessError::Common(Error::NotFound(_)))),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn only_contract_managers_act() {
    let (test, ana, _, id) = approved().await;
    let staff = [Role::Support, Role::Administrator];
    let julia = test.person("julia@balcao.example", &staff).await;
    for asker in [&ana, &julia, &test.scope()] {
        for refused in [
            suspend(asker, id, reason()).await,
            resume(asker, id, None).await,
            revoke(asker, id, ApplicationState::Approved, reason()).await,
        ] {
            assert!(matches!(
                refused,
                Err(AccessError::Common(Error::Forbidden(_)))
            ));
        }
    }
    assert_eq!(stands(&ana, id).await, (Status::Approved, None));
}

#[tokio::test]
async fn the_history_tells_who_did_what_and_why() {
    let (test, _, [carlos, dora], id) = approved().await;
    let minute = std::time::Duration::from_mins(1);
    test.clock.advance(minute);
    suspend(&dora, id, reason()).await.unwrap();
    test.clock.advance(minute);
    resume(&carlos, id, None).await.unwrap();
    let history = seen(&carlos, id.request()).await.history;
    let told: Vec<_> = history
        .iter()
        .map(|entry| (entry.event.clone(), entry.said.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (HistoryEvent::Resumed, None),
            (HistoryEvent::Suspended, Some(reason().as_str())),
            (HistoryEvent::Approved, None),
            (HistoryEvent::Submitted, None),
        ]
    );
    assert_eq!(history[0].by.as_deref(), Some("Ana Souza"));
}

#[tokio::test]
async fn an_applicant_who_wrote_the_groups_address_is_told_once() {
    let test = portal().await;
    let ana = test.person("antifraude@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let asked = asks(&ana, group(&ana).await).await;
    approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    suspend(&carlos, asked.application, reason()).await.unwrap();
    let told = mails(&test).await.into_iter();
    let told = told.filter(|mail| matches!(mail, Mail::Suspended { .. }));
    assert_eq!(told.count(), 1);
}
