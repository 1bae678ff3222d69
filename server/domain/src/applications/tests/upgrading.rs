//! From Trial to Pay Per Use: one request, the same keys.

use super::*;
use crate::{
    Role,
    applications::{
        CorrectError, State, UpgradeError,
        approvals::{DecisionError, approve, queue, reject, request, revoke, suspend},
        cancel, correct, draft, find, of_group, upgradable, upgrade,
    },
    changes,
    entities::credential,
    vocabulary::ChangeKind,
};

mod deciding;

/// Ana, who has an approved Trial, and Carlos, who decides.
async fn trial() -> (TestPortal, Scope, Scope, GroupId, ApplicationId) {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.application;
    approve(&carlos, &test.vault, id, None).await.unwrap();
    (test, ana, carlos, bank, id)
}

async fn plan(scope: &Scope, id: ApplicationId) -> Plan {
    find(scope, &scope.services().catalogue, id)
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
async fn a_filed_upgrade_waits_beside_the_trial_and_is_told_of() {
    let (test, ana, carlos, bank, trial) = trial().await;
    assert_eq!(
        upgradable(&ana, &test.catalogue, trial).await.unwrap().id,
        trial
    );
    let filed = upgrade(&ana, &test.catalogue, trial).await.unwrap();
    assert_eq!(filed.number, "2026-0002");

    let seen = of_group(&ana, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(seen.len(), 1, "a request to change a plan is no ticket");
    assert_eq!(
        (seen[0].state, seen[0].plan),
        (State::Approved, Plan::Trial)
    );
    let open = seen[0].upgrade.clone().unwrap();
    assert_eq!((open.id, open.number), (filed.application, filed.number));
    assert_eq!((open.state, open.submitted_at), (State::Pending, ana.now()));
    assert_eq!(
        groups::mine(&ana).await.unwrap()[0].applications,
        [(State::Approved, 1)]
    );

    let asked = find(&ana, &test.catalogue, filed.application)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(asked.upgrades, Some(trial));
    assert_eq!(
        (asked.plan, asked.name),
        (Plan::PayPerUse, seen[0].name.clone())
    );
    let (application, manager) = (filed.application, carlos.account_id().unwrap());
    let told = mails(&test).await;
    assert!(told.contains(&Mail::RequestReceived { application }));
    assert!(told.contains(&Mail::DecisionAwaited {
        application,
        manager
    }));
}

#[tokio::test]
async fn approval_changes_the_plan_and_keeps_the_keys() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let before = find(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .unwrap()
        .public_key;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    let announced_before = announced(&test, trial).await;
    approve(&carlos, &test.vault, filed, Some(reason()))
        .await
        .unwrap();

    let view = of_group(&ana, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap()
        .remove(0);
    assert_eq!((view.id, view.plan), (trial, Plan::PayPerUse));
    assert_eq!((view.state, view.upgrade), (State::Approved, None));
    assert_eq!(view.public_key, before);
    assert_eq!(view.reason, None, "what was said is of the request");
    let keys = credential::Entity::find()
        .all(test.portal.db.writer())
        .await;
    assert_eq!(keys.unwrap().len(), 1);
    assert_eq!(announced(&test, trial).await, announced_before + 1);
    assert_eq!(times(&test, Action::PlanChanged).await, 1);
    let asked = find(&ana, &test.catalogue, filed).await.unwrap().unwrap();
    assert_eq!((asked.state, asked.public_key), (State::Approved, None));
    assert!(matches!(
        upgrade(&ana, &test.catalogue, trial).await,
        Err(UpgradeError::AlreadyUpgraded)
    ));
}

#[tokio::test]
async fn rejecting_or_cancelling_leaves_the_trial_as_it_was() {
    let (test, ana, carlos, _, trial) = trial().await;
    let before = find(&ana, &test.catalogue, trial).await.unwrap().unwrap();
    for rejected in [true, false] {
        let filed = upgrade(&ana, &test.catalogue, trial)
            .await
            .unwrap()
            .application;
        if rejected {
            reject(&carlos, filed, reason()).await.unwrap();
        } else {
            cancel(&ana, filed).await.unwrap();
        }
        let after = find(&ana, &test.catalogue, trial).await.unwrap().unwrap();
        assert_eq!((after.plan, after.state), (before.plan, before.state));
        assert_eq!((after.reason, after.upgrade), (None, None));
    }
    assert_eq!(
        upgrade(&ana, &test.catalogue, trial).await.unwrap().number,
        "2026-0004"
    );
}

#[tokio::test]
async fn a_rejected_upgrade_is_asked_anew_and_never_becomes_a_draft() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    reject(&carlos, filed, reason()).await.unwrap();
    let corrected = correct(&ana, &test.catalogue, filed).await;
    assert!(matches!(corrected, Err(CorrectError::NotFound)));
    assert!(draft(&ana, &test.catalogue, filed).await.unwrap().is_none());
    assert_ne!(
        upgrade(&ana, &test.catalogue, trial)
            .await
            .unwrap()
            .application,
        filed
    );
}

#[tokio::test]
async fn filing_twice_or_by_a_colleague_files_one() {
    let (test, ana, _, bank, trial) = trial().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, bank).await;
    let (one, two, three) = tokio::join!(
        upgrade(&ana, &test.catalogue, trial),
        upgrade(&ana, &test.catalogue, trial),
        upgrade(&bia, &test.catalogue, trial)
    );
    let one = one.unwrap();
    assert_eq!((two.unwrap(), three.unwrap()), (one.clone(), one.clone()));
    assert_eq!(upgrade(&bia, &test.catalogue, trial).await.unwrap(), one);
    let open = upgradable(&bia, &test.catalogue, trial).await;
    assert!(matches!(open, Err(UpgradeError::AlreadyOpen(id)) if id == one.application));
    // One for the Trial itself, one for its upgrade.
    assert_eq!(times(&test, Action::ApplicationSubmitted).await, 2);
}

#[tokio::test]
async fn an_ordinary_request_for_the_same_is_told_of_and_the_other_way_round() {
    let (test, ana, _, bank, trial) = trial().await;
    let smv = api(&ana, "smv");
    let choice = || GroupChoice::Existing(bank);
    let started = start(&ana, &test.catalogue, smv, Plan::PayPerUse, choice())
        .await
        .unwrap();
    let ChoiceOutcome::Draft(draft) = started else {
        panic!("{started:?}")
    };
    describes(&ana, draft).await;
    let ordinary = files(&ana, draft).await.unwrap().application;
    for refused in [
        upgrade(&ana, &test.catalogue, trial).await.err(),
        upgradable(&ana, &test.catalogue, trial).await.err(),
    ] {
        assert!(matches!(refused, Some(UpgradeError::AlreadyOpen(id)) if id == ordinary));
    }
    cancel(&ana, ordinary).await.unwrap();
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    let started = start(&ana, &test.catalogue, smv, Plan::PayPerUse, choice())
        .await
        .unwrap();
    assert_eq!(started, ChoiceOutcome::AlreadyOpen(filed));
}

#[tokio::test]
async fn only_an_approved_trial_of_an_api_that_offers_it_can_be_asked_for() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    let draft = writes(&ana, bank).await;
    assert!(matches!(
        upgrade(&ana, &test.catalogue, draft).await,
        Err(UpgradeError::NotFound)
    ));
    files(&ana, draft).await.unwrap();
    let state = State::Pending;
    assert!(matches!(upgrade(&ana, &test.catalogue, draft).await,
        Err(UpgradeError::NotApproved { state: found }) if found == state));
    approve(&carlos, &test.vault, draft, None).await.unwrap();
    suspend(&carlos, draft, reason()).await.unwrap();
    let state = State::Suspended;
    assert!(matches!(upgrade(&ana, &test.catalogue, draft).await,
        Err(UpgradeError::NotApproved { state: found }) if found == state));
    approvals::resume(&carlos, draft, None).await.unwrap();
    withdraws_smv(&test).await;
    assert!(matches!(
        upgrade(&ana, &test.catalogue, draft).await,
        Err(UpgradeError::NotOffered)
    ));
}

#[tokio::test]
async fn others_find_no_application_to_upgrade() {
    let (test, ana, carlos, _, trial) = trial().await;
    let eve = test.person("eve@outra.example", &[]).await;
    for stranger in [&eve, &carlos] {
        assert!(matches!(
            upgrade(stranger, &test.catalogue, trial).await,
            Err(UpgradeError::NotFound)
        ));
    }
    let visitor = upgrade(&test.scope(), &test.catalogue, trial).await;
    assert!(matches!(visitor, Err(UpgradeError::Forbidden(_))));
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    let twice = upgrade(&ana, &test.catalogue, filed).await;
    assert!(matches!(twice, Err(UpgradeError::NotFound)), "{twice:?}");
}

#[tokio::test]
async fn what_is_no_trial_in_use_any_more_is_not_upgraded() {
    let (test, ana, carlos, _, trial) = trial().await;
    let filed = upgrade(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .application;
    // As on an instance that revoked without knowing of upgrades.
    application::Entity::update_many()
        .col_expr(application::Column::State, Expr::value(State::Revoked))
        .filter(application::Column::Id.eq(trial))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    let refused = approve(&carlos, &test.vault, filed, None).await;
    assert!(matches!(refused, Err(DecisionError::NothingToUpgrade)));
    let view = request(&carlos, &test.catalogue, filed)
        .await
        .unwrap()
        .unwrap();
    assert!(!view.upgrade.unwrap().is_trial_in_use());
    assert_eq!(view.application.state, State::Pending);
    assert_eq!(plan(&ana, trial).await, Plan::Trial);
    reject(&carlos, filed, reason()).await.unwrap();
}
