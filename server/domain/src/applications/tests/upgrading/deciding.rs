//! Deciding on an upgrade while its Trial may change too.

use super::*;

#[tokio::test]
async fn a_suspended_trial_is_upgraded_and_stays_suspended() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    suspend(&carlos, trial, reason()).await.unwrap();
    approve(&carlos, &test.vault, filed, None).await.unwrap();
    let view = find(&ana, &test.catalogue, trial).await.unwrap().unwrap();
    assert_eq!((view.plan, view.state), (Plan::PayPerUse, State::Suspended));
}

#[tokio::test]
async fn revoking_the_trial_ends_its_upgrade() {
    let (test, ana, carlos, _, trial) = trial().await;
    let application = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    revoke(&carlos, trial, State::Approved, reason())
        .await
        .unwrap();
    let view = find(&ana, &test.catalogue, application)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.state, State::Cancelled);
    assert!(
        mails(&test)
            .await
            .contains(&Mail::Cancelled { application })
    );
    assert!(
        queue(&carlos, &test.catalogue, None)
            .await
            .unwrap()
            .items
            .is_empty()
    );
    let late = approve(&carlos, &test.vault, application, None).await;
    let state = State::Cancelled;
    assert!(matches!(late, Err(DecisionError::AlreadyDecided { state: found }) if found == state));
}

#[tokio::test]
async fn of_an_approval_and_a_revocation_at_once_both_agree_on_the_outcome() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    let (approved, revoked) = tokio::join!(
        approve(&carlos, &test.vault, filed, None),
        revoke(&carlos, trial, State::Approved, reason())
    );
    revoked.unwrap();
    let (asked, kept) = (
        find(&ana, &test.catalogue, filed).await.unwrap().unwrap(),
        find(&ana, &test.catalogue, trial).await.unwrap().unwrap(),
    );
    assert_eq!(kept.state, State::Revoked);
    let expected = if approved.is_ok() {
        (State::Approved, Plan::PayPerUse)
    } else {
        (State::Cancelled, Plan::Trial)
    };
    assert_eq!((asked.state, kept.plan), expected);
}

#[tokio::test]
async fn of_two_managers_at_once_one_upgrades() {
    let (test, ana, carlos, _, trial) = trial().await;
    let dora = test
        .person("dora@balcao.example", &[Role::ContractManager])
        .await;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
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
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    let waiting = queue(&carlos, &test.catalogue, None).await.unwrap().items;
    assert_eq!(waiting[0].application.upgrades, Some(trial));
    let view = request(&carlos, &test.catalogue, filed)
        .await
        .unwrap()
        .unwrap();
    let target = view.upgrade.unwrap();
    assert_eq!(target.application.id, trial);
    assert!(target.public_key.is_some());
    assert!(target.is_trial_in_use());
}
