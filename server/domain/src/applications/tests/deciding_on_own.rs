//! Contract managers who ask for something themselves.

use super::*;
use crate::{
    Role,
    applications::{
        State,
        approvals::{
            AccessError, DecisionError, Standing, approve, queue, reject, request, resume, revoke,
            suspend,
        },
        find, upgrade,
    },
    settings::Settings,
    testing::{portal_with, settings},
};

const MANAGER: &[Role] = &[Role::ContractManager];

async fn staff(decide_own_requests: bool) -> (TestPortal, Scope, Scope) {
    let settings = Settings {
        decide_own_requests,
        ..settings()
    };
    let test = portal_with(settings).await;
    demo::publish(&test.system(), &test.catalogue)
        .await
        .unwrap();
    let carlos = test.person("carlos@balcao.example", MANAGER).await;
    let dora = test.person("dora@balcao.example", MANAGER).await;
    (test, carlos, dora)
}

async fn state(scope: &Scope, id: ApplicationId) -> State {
    request(scope, &scope.services().catalogue, id)
        .await
        .unwrap()
        .unwrap()
        .application
        .state
}

fn is_own_request(decided: &Result<(), DecisionError>) -> bool {
    matches!(decided, Err(DecisionError::Own))
}

fn is_own_access(acted: &Result<(), AccessError>) -> bool {
    matches!(acted, Err(AccessError::Own))
}

#[tokio::test]
async fn a_manager_does_not_decide_on_a_request_of_their_own() {
    let (test, carlos, dora) = staff(false).await;
    let id = asks(&carlos, group(&carlos).await).await.application;
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
    assert!(is_own_request(&reject(&carlos, id, reason()).await));
    assert_eq!(state(&dora, id).await, State::Pending);
    approve(&dora, &test.vault, id, None).await.unwrap();
    assert!(is_own_access(&suspend(&carlos, id, reason()).await));
    let revoked = revoke(&carlos, id, State::Approved, reason()).await;
    assert!(is_own_access(&revoked));
    suspend(&dora, id, reason()).await.unwrap();
    assert!(is_own_access(&resume(&carlos, id, None).await));
    assert_eq!(state(&dora, id).await, State::Suspended);
}

#[tokio::test]
async fn nor_on_what_a_colleague_asked_for_in_their_group() {
    let (test, carlos, dora) = staff(false).await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let group = group(&ana).await;
    let id = asks(&ana, group).await.application;
    joins(&carlos, group).await;
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
    approve(&dora, &test.vault, id, None).await.unwrap();
    let asked = upgrade(&ana, &test.catalogue, id)
        .await
        .unwrap()
        .application;
    assert!(is_own_request(
        &approve(&carlos, &test.vault, asked, None).await
    ));
    let view = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!((view.plan, view.state), (Plan::Trial, State::Approved));
    approve(&dora, &test.vault, asked, None).await.unwrap();
}

#[tokio::test]
async fn the_applicant_stays_one_after_leaving_the_group() {
    let (test, carlos, _) = staff(false).await;
    let group = group(&carlos).await;
    let id = asks(&carlos, group).await.application;
    let left = membership::Entity::delete_by_id((group, carlos.account_id().unwrap()));
    left.exec(test.portal.db.writer()).await.unwrap();
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
}

#[tokio::test]
async fn who_was_faster_is_told_all_the_same() {
    let (test, carlos, dora) = staff(false).await;
    let id = asks(&carlos, group(&carlos).await).await.application;
    reject(&dora, id, reason()).await.unwrap();
    let late = approve(&carlos, &test.vault, id, None).await;
    let state = State::Rejected;
    assert!(matches!(late, Err(DecisionError::AlreadyDecided { state: found }) if found == state));
}

#[tokio::test]
async fn the_queue_and_the_request_say_whose_it_is() {
    let (test, carlos, dora) = staff(false).await;
    let id = asks(&carlos, group(&carlos).await).await.application;
    for (scope, is_own, standing) in [
        (&carlos, true, Standing::Barred),
        (&dora, false, Standing::Neutral),
    ] {
        let items = queue(scope, &test.catalogue, None).await.unwrap().items;
        let marked: Vec<_> = items.iter().map(|item| item.is_own).collect();
        assert_eq!(marked, [is_own]);
        let view = request(scope, &test.catalogue, id).await.unwrap().unwrap();
        assert_eq!(view.standing, standing);
    }
}

#[tokio::test]
async fn only_those_who_may_decide_are_asked_to() {
    let (test, carlos, dora) = staff(false).await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let group = group(&carlos).await;
    joins(&ana, group).await;
    let application = asks(&ana, group).await.application;
    let mails = mails(&test).await;
    let asked = |scope: &Scope| {
        let manager = scope.account_id().unwrap();
        mails.contains(&Mail::DecisionAwaited {
            application,
            manager,
        })
    };
    assert_eq!((asked(&carlos), asked(&dora)), (false, true));
}

#[tokio::test]
async fn a_staff_of_one_decides_and_the_history_says_so() {
    let (test, carlos, dora) = staff(true).await;
    let id = asks(&carlos, group(&carlos).await).await.application;
    let view = request(&carlos, &test.catalogue, id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.standing, Standing::Recorded);
    approve(&carlos, &test.vault, id, None).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 1);
    suspend(&carlos, id, reason()).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 2);
    resume(&dora, id, None).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 2);
    let history = request(&dora, &test.catalogue, id)
        .await
        .unwrap()
        .unwrap()
        .history;
    let marks = history
        .iter()
        .filter(|entry| entry.action == Action::DecidedOnOwn);
    assert_eq!(marks.count(), 2);
}
