//! From Trial to Pay Per Use: one request, the same keys.

use super::*;
use crate::{
    Error,
    approvals::{approve, reject, resume, suspend},
    requests::{
        OpenPlanChange, PlanChangeError, RequestKind, Status, cancel, correct, counts, draft, find,
        of_group, plan_changeable, request_plan_change,
    },
};

#[tokio::test]
async fn a_filed_upgrade_waits_beside_the_trial_and_is_told_of() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let changeable = plan_changeable(&ana, &test.catalogue, trial).await.unwrap();
    assert_eq!(changeable.application_id, trial);
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    assert_eq!(filed.number, "2026-0002");
    assert_eq!(filed.application, trial);
    assert_ne!(filed.request, trial.request());

    let seen = of_group(&ana, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(seen.len(), 1, "a request to change a plan is no ticket");
    assert_eq!(
        (seen[0].status, seen[0].plan),
        (Status::Approved, Plan::Trial)
    );
    let open = OpenPlanChange {
        id: filed.request,
        number: filed.number,
        submitted_at: ana.now(),
    };
    assert_eq!(seen[0].plan_change, Some(open));
    let counted = counts(&ana, &[bank]).await.unwrap();
    assert_eq!(counted[&bank], [(Status::Approved, 1)]);

    let asked = find(&ana, &test.catalogue, filed.request)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(asked.status, Status::Pending);
    assert_eq!(
        (asked.kind, asked.application_id),
        (RequestKind::PlanChange, trial)
    );
    assert_eq!(
        (asked.plan, asked.name),
        (Plan::PayPerUse, seen[0].name.clone())
    );
    let (request, manager) = (filed.request, carlos.account_id().unwrap());
    let told = mails(&test).await;
    assert!(told.contains(&Mail::RequestReceived { request }));
    assert!(told.contains(&Mail::DecisionAwaited { request, manager }));
}

#[tokio::test]
async fn rejecting_or_cancelling_leaves_the_trial_as_it_was() {
    let (test, ana, carlos, _, trial) = trial().await;
    let seen = async || {
        find_application(&ana, &test.catalogue, trial)
            .await
            .unwrap()
            .unwrap()
    };
    let before = seen().await;
    for rejected in [true, false] {
        let filed = request_plan_change(&ana, &test.catalogue, trial)
            .await
            .unwrap()
            .request;
        if rejected {
            reject(&carlos, filed, reason()).await.unwrap();
        } else {
            cancel(&ana, filed).await.unwrap();
        }
        let after = seen().await;
        assert_eq!((after.plan, after.status), (before.plan, before.status));
        assert_eq!((after.reason, after.plan_change), (None, None));
    }
    let again = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    assert_eq!(again.number, "2026-0004");
}

#[tokio::test]
async fn a_rejected_upgrade_is_asked_anew_and_never_becomes_a_draft() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    reject(&carlos, filed, reason()).await.unwrap();
    let corrected = correct(&ana, &test.catalogue, filed).await;
    assert!(matches!(corrected, Err(Error::NotFound(_))));
    assert!(draft(&ana, &test.catalogue, filed).await.unwrap().is_none());
    let again = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    assert_ne!(again.request, filed);
}

#[tokio::test]
async fn filing_twice_or_by_a_colleague_files_one() {
    let (test, ana, _, bank, trial) = trial().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, bank).await;
    let (one, two, three) = tokio::join!(
        request_plan_change(&ana, &test.catalogue, trial),
        request_plan_change(&ana, &test.catalogue, trial),
        request_plan_change(&bia, &test.catalogue, trial)
    );
    let one = one.unwrap();
    assert_eq!((two.unwrap(), three.unwrap()), (one.clone(), one.clone()));
    assert_eq!(
        request_plan_change(&bia, &test.catalogue, trial)
            .await
            .unwrap(),
        one
    );
    let open = plan_changeable(&bia, &test.catalogue, trial).await;
    assert!(matches!(open, Err(PlanChangeError::AlreadyOpen(id)) if id == one.request));
    // One for the Trial itself, one for its upgrade.
    assert_eq!(times(&test, Action::RequestSubmitted).await, 2);
}

#[tokio::test]
async fn an_ordinary_request_for_the_same_is_told_of_and_the_other_way_round() {
    let (test, ana, _, bank, trial) = trial().await;
    let ordinary = asks_for(&ana, bank, "smv", Plan::PayPerUse).await.request;
    for refused in [
        request_plan_change(&ana, &test.catalogue, trial)
            .await
            .err(),
        plan_changeable(&ana, &test.catalogue, trial).await.err(),
    ] {
        assert!(matches!(refused, Some(PlanChangeError::AlreadyOpen(id)) if id == ordinary));
    }
    cancel(&ana, ordinary).await.unwrap();
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let choice = GroupChoice::Existing(bank);
    let started = start(
        &ana,
        &test.catalogue,
        api(&ana, "smv"),
        Plan::PayPerUse,
        choice,
    );
    assert_eq!(started.await.unwrap(), ChoiceOutcome::AlreadyOpen(filed));
}

#[tokio::test]
async fn only_an_approved_trial_of_an_api_that_offers_it_can_be_asked_for() {
    let (test, ana, carlos) = people().await;
    let id = writes(&ana, group(&ana).await).await;
    let trial = id.application();
    let refused = async || {
        request_plan_change(&ana, &test.catalogue, trial)
            .await
            .err()
            .unwrap()
    };
    assert!(matches!(
        refused().await,
        PlanChangeError::Common(Error::NotFound(_))
    ));
    files(&ana, id).await.unwrap();
    let waits = Status::Pending;
    assert!(matches!(refused().await,
        PlanChangeError::NotApproved { status } if status == waits));
    approve(&carlos, &test.vault, id, None).await.unwrap();
    suspend(&carlos, trial, reason()).await.unwrap();
    let stopped = Status::Suspended;
    assert!(matches!(refused().await,
        PlanChangeError::NotApproved { status } if status == stopped));
    resume(&carlos, trial, None).await.unwrap();
    withdraws_smv(&test).await;
    assert!(matches!(refused().await, PlanChangeError::NotOffered));
}

#[tokio::test]
async fn others_find_no_application_to_upgrade() {
    let (test, ana, carlos, _, trial) = trial().await;
    let eve = test.person("eve@outra.example", &[]).await;
    for stranger in [&eve, &carlos] {
        assert!(matches!(
            request_plan_change(stranger, &test.catalogue, trial).await,
            Err(PlanChangeError::Common(Error::NotFound(_)))
        ));
    }
    let visitor = request_plan_change(&test.scope(), &test.catalogue, trial).await;
    assert!(matches!(
        visitor,
        Err(PlanChangeError::Common(Error::Forbidden(_)))
    ));
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let twice = request_plan_change(&ana, &test.catalogue, filed.application()).await;
    assert!(
        matches!(twice, Err(PlanChangeError::Common(Error::NotFound(_)))),
        "{twice:?}"
    );
}
