//! Deciding on a change of plan, while the Trial may change too.

use sea_orm::EntityTrait;

use super::*;
use crate::{
    changes,
    entities::{application, credential},
    requests::{PlanChangeError, RequestKind, of_group},
    vocabulary::ChangeKind,
};

async fn plan(scope: &Scope, id: ApplicationId) -> Plan {
    find_application(scope, &scope.services().catalogue, id)
        .await
        .unwrap()
        .unwrap()
        .plan
}

async fn announced(test: &TestPortal, id: ApplicationId) -> usize {
    let changes = changes::after(test.portal.db.writer(), 0).await.unwrap();
    changes
        .iter()
        .filter(|change| (change.kind, change.subject) == (ChangeKind::Application, id.0))
        .count()
}

#[tokio::test]
async fn approval_changes_the_plan_and_keeps_the_keys() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let before = keys(&ana, trial).await.unwrap().public_key;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let announced_before = announced(&test, trial).await;
    approve(&carlos, &test.vault, filed, Some(reason()))
        .await
        .unwrap();

    let view = of_group(&ana, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap()
        .remove(0);
    assert_eq!((view.application_id, view.plan), (trial, Plan::PayPerUse));
    assert_eq!((view.status, view.plan_change), (Status::Approved, None));
    assert_eq!(keys(&ana, trial).await.unwrap().public_key, before);
    assert_eq!(view.reason, None, "what was said is of the request");
    let all = credential::Entity::find()
        .all(test.portal.db.writer())
        .await;
    assert_eq!(all.unwrap().len(), 1);
    assert_eq!(announced(&test, trial).await, announced_before + 1);
    assert_eq!(times(&test, Action::PlanChanged).await, 1);
    let asked = find(&ana, &test.catalogue, filed).await.unwrap().unwrap();
    assert_eq!(asked.status, Status::Approved);
    assert_eq!(asked.reason.as_deref(), Some(reason().as_str()));
    assert!(matches!(
        request_plan_change(&ana, &test.catalogue, trial).await,
        Err(PlanChangeError::AlreadyChanged)
    ));
}

#[tokio::test]
async fn what_is_no_trial_in_use_any_more_is_not_upgraded() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    // As on an instance that revoked without knowing of changes of plans.
    let revoked = Expr::value(ApplicationState::Revoked);
    application::Entity::update_many()
        .col_expr(application::Column::State, revoked)
        .filter(application::Column::Id.eq(trial))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    let refused = approve(&carlos, &test.vault, filed, None).await;
    assert!(matches!(refused, Err(DecisionError::NoPlanToChange)));
    let view = seen(&carlos, filed).await;
    assert_eq!((view.status(), view.decision), (Status::Pending, None));
    assert!(!view.plan_change.unwrap().is_trial_in_use());
    assert_eq!(plan(&ana, trial).await, Plan::Trial);
    reject(&carlos, filed, reason()).await.unwrap();
}

#[tokio::test]
async fn a_suspended_trial_is_upgraded_and_stays_suspended() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    suspend(&carlos, trial, reason()).await.unwrap();
    approve(&carlos, &test.vault, filed, None).await.unwrap();
    let view = find_application(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (view.plan, view.status),
        (Plan::PayPerUse, Status::Suspended)
    );
}

#[tokio::test]
async fn revoking_the_trial_ends_its_upgrade() {
    let (test, ana, carlos, _, trial) = trial().await;
    let request = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    revoke(&carlos, trial, ApplicationState::Approved, reason())
        .await
        .unwrap();
    let view = find(&ana, &test.catalogue, request).await.unwrap().unwrap();
    assert_eq!(view.status, Status::Cancelled);
    assert!(mails(&test).await.contains(&Mail::Cancelled { request }));
    assert!(
        queue(&carlos, &test.catalogue)
            .await
            .unwrap()
            .items
            .is_empty()
    );
    let late = approve(&carlos, &test.vault, request, None).await;
    let state = RequestState::Cancelled;
    assert!(matches!(late, Err(DecisionError::AlreadyDecided { state: found }) if found == state));
}

#[tokio::test]
async fn of_an_approval_and_a_revocation_at_once_both_agree_on_the_outcome() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let (approved, revoked) = tokio::join!(
        approve(&carlos, &test.vault, filed, None),
        revoke(&carlos, trial, ApplicationState::Approved, reason())
    );
    revoked.unwrap();
    let (asked, kept) = (
        find(&ana, &test.catalogue, filed).await.unwrap().unwrap(),
        find_application(&ana, &test.catalogue, trial)
            .await
            .unwrap()
            .unwrap(),
    );
    assert_eq!(kept.status, Status::Revoked);
    let expected = if approved.is_ok() {
        (Status::Approved, Plan::PayPerUse)
    } else {
        (Status::Cancelled, Plan::Trial)
    };
    assert_eq!((asked.status, kept.plan), expected);
}

#[tokio::test]
async fn of_two_managers_at_once_one_upgrades() {
    let (test, ana, carlos, _, trial) = trial().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let both = tokio::join!(
        approve(&carlos, &test.vault, filed, None),
        approve(&dora, &test.vault, filed, None)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    assert!(matches!(lost, DecisionError::AlreadyDecided { .. }));
    assert_eq!(times(&test, Action::PlanChanged).await, 1);
}

#[tokio::test]
async fn a_manager_sees_what_is_to_change() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    let waiting = queue(&carlos, &test.catalogue).await.unwrap().items;
    let waiting = &waiting[0].request;
    assert_eq!(
        (waiting.kind, waiting.application_id),
        (RequestKind::PlanChange, trial)
    );
    let view = seen(&carlos, filed.request).await;
    assert!(view.application.is_none(), "it makes none");
    let target = view.plan_change.unwrap();
    assert_eq!(target.application.id, trial);
    assert_eq!(target.number, "2026-0001");
    assert!(target.public_key.is_some());
    assert!(target.is_trial_in_use());
    let made = seen(&carlos, trial.request()).await;
    assert_eq!(made.open_plan_change.unwrap().id, filed.request);
    assert!(made.plan_change.is_none());
}
