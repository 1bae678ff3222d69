//! Another Trial of an API whose Trial the group had.

use std::time::Duration;

use super::*;
use crate::{
    clock::Timestamp,
    ids::GroupId,
    requests::{self, EarlierTrial},
};

const DAY: Duration = Duration::from_hours(24);

/// The first application of [`trial`], as it stands.
fn first(id: ApplicationId, state: ApplicationState, approved_at: Timestamp) -> EarlierTrial {
    EarlierTrial {
        id,
        number: "2026-0001".to_owned(),
        name: "Banco Exemplo – SMV".to_owned(),
        state,
        approved_at,
    }
}

/// Asks for SMV on Trial, and compares what is told while it is written and when it is decided on.
async fn asks_again(ana: &Scope, carlos: &Scope, group: GroupId) -> Option<EarlierTrial> {
    let draft = writes(ana, group).await;
    let written = requests::draft(ana, &ana.services().catalogue, draft)
        .await
        .unwrap()
        .unwrap();
    let told = requests::earlier_trial(ana, &written).await.unwrap();
    let filed = files(ana, draft).await.unwrap().request;
    assert_eq!(seen(carlos, filed).await.earlier_trial, told);
    told
}

#[tokio::test]
async fn a_group_that_asks_for_another_trial_after_a_revoked_one_is_known() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let approved_at = test.portal.now();
    test.clock.advance(DAY);
    revoke(&carlos, trial, ApplicationState::Approved, reason())
        .await
        .unwrap();
    test.clock.advance(DAY);
    let told = asks_again(&ana, &carlos, bank).await;
    assert_eq!(
        told,
        Some(first(trial, ApplicationState::Revoked, approved_at))
    );
}

#[tokio::test]
async fn also_after_one_that_is_on_pay_per_use_by_now() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let approved_at = test.portal.now();
    test.clock.advance(DAY);
    let change = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    approve(&carlos, &test.vault, change, None).await.unwrap();
    test.clock.advance(DAY);
    let told = asks_again(&ana, &carlos, bank).await;
    assert_eq!(
        told,
        Some(first(trial, ApplicationState::Approved, approved_at))
    );
}

#[tokio::test]
async fn of_several_the_last_one_is_told() {
    let (test, ana, carlos, bank, _) = trial().await;
    test.clock.advance(DAY);
    let second = asks(&ana, bank).await;
    approve(&carlos, &test.vault, second.request, None)
        .await
        .unwrap();
    test.clock.advance(DAY);
    let told = asks_again(&ana, &carlos, bank).await.unwrap();
    assert_eq!((told.id, told.number), (second.application, second.number));
}

#[tokio::test]
async fn the_trial_of_another_group_or_api_does_not_count() {
    let (test, ana, carlos, bank, _) = trial().await;
    test.clock.advance(DAY);
    let other = groups::create(&ana, new_group("Cobrança")).await.unwrap();
    assert_eq!(asks_again(&ana, &carlos, other).await, None);
    let score = asks_for(&ana, bank, "score-de-credito", Plan::Trial).await;
    assert_eq!(seen(&carlos, score.request).await.earlier_trial, None);
}

#[tokio::test]
async fn a_first_trial_says_nothing() {
    let (_test, ana, carlos, bank, trial) = trial().await;
    let own = seen(&carlos, trial.request()).await;
    assert_eq!(own.earlier_trial, None, "it is no other than itself");
    let production = asks_for(&ana, bank, "smv", Plan::PayPerUse).await.request;
    let production = seen(&carlos, production).await;
    assert_eq!(production.earlier_trial, None, "this asks for no Trial");
}

#[tokio::test]
async fn what_was_never_approved_was_no_trial() {
    let (_test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    is_rejected(&carlos, asks(&ana, bank).await.request).await;
    let cancelled = asks(&ana, bank).await.request;
    requests::cancel(&ana, cancelled).await.unwrap();
    assert_eq!(asks_again(&ana, &carlos, bank).await, None);
}

#[tokio::test]
async fn a_production_application_was_no_trial() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let production = asks_for(&ana, bank, "smv", Plan::PayPerUse).await;
    approve(&carlos, &test.vault, production.request, None)
        .await
        .unwrap();
    assert_eq!(asks_again(&ana, &carlos, bank).await, None);
}
