//! Contract managers who ask for something themselves.

use super::*;
use crate::{
    demo,
    entities::membership,
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

async fn status(scope: &Scope, id: RequestId) -> Status {
    seen(scope, id).await.status()
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
    let asked = asks(&carlos, group(&carlos).await).await;
    let (id, access) = (asked.request, asked.application);
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
    assert!(is_own_request(&reject(&carlos, id, reason()).await));
    assert_eq!(status(&dora, id).await, Status::Pending);
    approve(&dora, &test.vault, id, None).await.unwrap();
    assert!(is_own_access(&suspend(&carlos, access, reason()).await));
    let revoked = revoke(&carlos, access, ApplicationState::Approved, reason()).await;
    assert!(is_own_access(&revoked));
    suspend(&dora, access, reason()).await.unwrap();
    assert!(is_own_access(&resume(&carlos, access, None).await));
    assert_eq!(status(&dora, id).await, Status::Suspended);
}

#[tokio::test]
async fn nor_on_what_a_colleague_asked_for_in_their_group() {
    let (test, carlos, dora) = staff(false).await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let group = group(&ana).await;
    let id = asks(&ana, group).await.request;
    joins(&carlos, group).await;
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
    approve(&dora, &test.vault, id, None).await.unwrap();
    let asked = request_plan_change(&ana, &test.catalogue, id.application()).await;
    let asked = asked.unwrap().request;
    assert!(is_own_request(
        &approve(&carlos, &test.vault, asked, None).await
    ));
    let view = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!((view.plan, view.status), (Plan::Trial, Status::Approved));
    approve(&dora, &test.vault, asked, None).await.unwrap();
}

#[tokio::test]
async fn the_applicant_stays_one_after_leaving_the_group() {
    let (test, carlos, _) = staff(false).await;
    let group = group(&carlos).await;
    let id = asks(&carlos, group).await.request;
    let left = membership::Entity::delete_by_id((group, carlos.account_id().unwrap()));
    left.exec(test.portal.db.writer()).await.unwrap();
    assert!(is_own_request(
        &approve(&carlos, &test.vault, id, None).await
    ));
}

#[tokio::test]
async fn who_was_faster_is_told_all_the_same() {
    let (test, carlos, dora) = staff(false).await;
    let id = asks(&carlos, group(&carlos).await).await.request;
    reject(&dora, id, reason()).await.unwrap();
    let late = approve(&carlos, &test.vault, id, None).await;
    let state = RequestState::Rejected;
    assert!(matches!(late, Err(DecisionError::AlreadyDecided { state: found }) if found == state));
}

#[tokio::test]
async fn the_queue_and_the_request_say_whose_it_is() {
    let (test, carlos, dora) = staff(false).await;
    let id = asks(&carlos, group(&carlos).await).await.request;
    for (scope, is_own, conflict) in [
        (&carlos, true, ConflictOfInterest::Barred),
        (&dora, false, ConflictOfInterest::None),
    ] {
        let items = queue(scope, &test.catalogue).await.unwrap().items;
        let marked: Vec<_> = items.iter().map(|item| item.is_own).collect();
        assert_eq!(marked, [is_own]);
        assert_eq!(seen(scope, id).await.conflict, conflict);
    }
}

#[tokio::test]
async fn only_those_who_may_decide_are_asked_to() {
    let (test, carlos, dora) = staff(false).await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let group = group(&carlos).await;
    joins(&ana, group).await;
    let request = asks(&ana, group).await.request;
    let mails = mails(&test).await;
    let asked = |scope: &Scope| {
        let manager = scope.account_id().unwrap();
        mails.contains(&Mail::DecisionAwaited { request, manager })
    };
    assert_eq!((asked(&carlos), asked(&dora)), (false, true));
}

#[tokio::test]
async fn a_staff_of_one_decides_and_the_history_says_so() {
    let (test, carlos, dora) = staff(true).await;
    let asked = asks(&carlos, group(&carlos).await).await;
    let (id, access) = (asked.request, asked.application);
    let view = seen(&carlos, id).await;
    assert_eq!(view.conflict, ConflictOfInterest::Recorded);
    approve(&carlos, &test.vault, id, None).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 1);
    test.clock.advance(std::time::Duration::from_mins(1));
    suspend(&carlos, access, reason()).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 2);
    resume(&dora, access, None).await.unwrap();
    assert_eq!(times(&test, Action::DecidedOnOwn).await, 2);
    let history = seen(&dora, id).await.history;
    let marked = history.into_iter().filter(|entry| entry.by_party);
    let marked: Vec<_> = marked.map(|entry| entry.event).collect();
    assert_eq!(marked, [HistoryEvent::Suspended, HistoryEvent::Approved]);
}
