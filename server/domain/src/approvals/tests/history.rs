//! What was done to a request whose application went to another plan.

use std::time::Duration;

use super::*;

const MINUTE: Duration = Duration::from_mins(1);

/// What was done and what was said, the latest first.
async fn told(manager: &Scope, id: RequestId) -> Vec<(HistoryEvent, Option<String>)> {
    let history = seen(manager, id).await.history.into_iter();
    history.map(|entry| (entry.event, entry.said)).collect()
}

#[tokio::test]
async fn a_change_of_plan_is_told_with_the_application_and_by_itself() {
    let (test, ana, carlos, _, trial) = trial().await;
    test.clock.advance(MINUTE);
    let asked = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    test.clock.advance(MINUTE);
    approve(&carlos, &test.vault, asked.request, Some(reason()))
        .await
        .unwrap();
    test.clock.advance(MINUTE);
    suspend(&carlos, trial, reason()).await.unwrap();

    let said = Some(reason().to_string());
    let changed = HistoryEvent::PlanChanged(asked.number);
    let of_application = told(&carlos, trial.request()).await;
    // What was said with the approval of the change is told with its request.
    assert_eq!(
        of_application[..2],
        [(HistoryEvent::Suspended, said.clone()), (changed, None)]
    );
    assert_eq!(of_application.len(), 4);
    let of_change = told(&carlos, asked.request).await;
    let expected = [
        (HistoryEvent::Approved, said),
        (HistoryEvent::Submitted, None),
    ];
    assert_eq!(of_change, expected);
    let entry = &seen(&carlos, trial.request()).await.history[1];
    assert_eq!(entry.by.as_deref(), Some("Ana Souza"));
    assert_eq!(entry.at + MINUTE, test.portal.now());
}

#[tokio::test]
async fn a_change_of_plan_that_came_to_nothing_is_told_by_itself_alone() {
    let (test, ana, carlos, _, trial) = trial().await;
    let before = seen(&carlos, trial.request()).await.history;
    test.clock.advance(MINUTE);
    let rejected = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    test.clock.advance(MINUTE);
    reject(&carlos, rejected, reason()).await.unwrap();
    test.clock.advance(MINUTE);
    let over = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    assert_eq!(seen(&carlos, trial.request()).await.history, before);
    test.clock.advance(MINUTE);
    revoke(&carlos, trial, ApplicationState::Approved, reason())
        .await
        .unwrap();

    let said = Some(reason().to_string());
    let submitted = || (HistoryEvent::Submitted, None);
    let expected = [(HistoryEvent::Rejected, said.clone()), submitted()];
    assert_eq!(told(&carlos, rejected).await, expected);
    let expected = [(HistoryEvent::Cancelled, None), submitted()];
    assert_eq!(told(&carlos, over).await, expected);
    let of_application = told(&carlos, trial.request()).await;
    assert_eq!(of_application[0], (HistoryEvent::Revoked, said));
    assert_eq!(of_application.len(), before.len() + 1);
}
