//! Conditions of an approval, and the end of a contract.

use std::time::Duration;

use chrono::{Days, NaiveDate};

use super::*;
use crate::{
    applications::{self, Conditions, ConditionsError},
    managers::{self, Coverage},
};

const DAY: Duration = Duration::from_hours(24);

/// So many days from now, where the portal is.
fn day(scope: &Scope, days: u64) -> NaiveDate {
    applications::today(scope) + Days::new(days)
}

fn until(scope: &Scope, days: u64) -> Conditions {
    Conditions {
        ends_on: Some(day(scope, days)),
        ..Conditions::default()
    }
}

/// Ana and Carlos, and her application whose contract ends in so many days.
async fn contract(days: u64) -> (TestPortal, Scope, Scope, ApplicationId) {
    let (test, ana, carlos) = people().await;
    let asked = asks(&ana, group(&ana).await).await;
    let approval = Approval {
        conditions: until(&carlos, days),
        ..Approval::default()
    };
    approve_with(&carlos, &test.vault, asked.request, approval)
        .await
        .unwrap();
    (test, ana, carlos, asked.application)
}

async fn state(test: &TestPortal, id: ApplicationId) -> ApplicationState {
    let found = applications::find(test.portal.db.writer(), id).await;
    found.unwrap().unwrap().state
}

/// How many mails have told of the end so far: to Ana, who owns the group, and to Carlos.
async fn told(test: &TestPortal) -> usize {
    end_contracts(&test.system()).await.unwrap();
    let mails = mails(test).await.into_iter();
    mails
        .filter(|mail| matches!(mail, Mail::ContractEnds { .. }))
        .count()
}

#[tokio::test]
async fn conditions_are_kept_and_shown_to_the_group() {
    let (test, ana, carlos) = people().await;
    let asked = asks(&ana, group(&ana).await).await;
    let conditions = Conditions {
        starts_on: Some(day(&carlos, 1)),
        ends_on: Some(day(&carlos, 100)),
        calls: Some(5000),
        contract_number: Some("77/2026".parse().unwrap()),
    };
    let approval = Approval {
        conditions,
        ..Approval::default()
    };
    approve_with(&carlos, &test.vault, asked.request, approval)
        .await
        .unwrap();
    let view = find_application(&ana, &test.catalogue, asked.application)
        .await
        .unwrap()
        .unwrap();
    let kept = view.conditions.unwrap();
    assert_eq!(kept.quota(), Some(5000));
    assert_eq!(kept.contract_number.as_deref(), Some("77/2026"));
    let quota = crate::usage::quota_of(&ana, &test.catalogue, asked.application);
    assert_eq!(quota.await.unwrap().unwrap().limit, 5000);
    assert_eq!(times(&test, Action::ConditionsSet).await, 1);
}

#[tokio::test]
async fn conditions_that_cannot_be_met_are_refused() {
    let (test, ana, carlos) = people().await;
    let id = asks(&ana, group(&ana).await).await.request;
    let today = day(&carlos, 0);
    for (conditions, error) in [
        (
            Conditions {
                starts_on: Some(day(&carlos, 2)),
                ends_on: Some(day(&carlos, 1)),
                ..Conditions::default()
            },
            ConditionsError::EndsBeforeStart,
        ),
        (
            Conditions {
                ends_on: today.pred_opt(),
                ..Conditions::default()
            },
            ConditionsError::EndIsPast,
        ),
        (
            Conditions {
                calls: Some(0),
                ..Conditions::default()
            },
            ConditionsError::NoCalls,
        ),
    ] {
        let approval = Approval {
            conditions,
            ..Approval::default()
        };
        let refused = approve_with(&carlos, &test.vault, id, approval).await;
        assert!(matches!(refused, Err(DecisionError::Conditions(found)) if found == error));
    }
}

#[tokio::test]
async fn people_are_told_thirty_and_seven_days_before_once_each() {
    let (test, ..) = contract(40).await;
    for (days, mails) in [(0, 0), (9, 0), (1, 2), (1, 2), (22, 4), (6, 4)] {
        test.clock.advance(days * DAY);
        assert_eq!(told(&test).await, mails, "after {days} more days");
        assert_eq!(told(&test).await, mails, "and again");
    }
}

#[tokio::test]
async fn managers_of_other_parts_are_not_told() {
    let (test, _, carlos, _) = contract(31).await;
    let root = test
        .person("root@balcao.example", &[Role::Administrator])
        .await;
    manager(&test, "dora@balcao.example").await;
    let part = Coverage::Only {
        apis: vec![],
        cnpj_roots: vec!["99999999".to_owned()],
    };
    let id = carlos.account_id().unwrap();
    managers::set_coverage(&root, id, part).await.unwrap();
    test.clock.advance(DAY);
    assert_eq!(told(&test).await, 2, "Ana and Dora");
    let mails = mails(&test).await;
    let of_carlos = |mail: &Mail| matches!(mail, Mail::ContractEnds { to, .. } if *to == id);
    assert!(!mails.iter().any(of_carlos));
}

#[tokio::test]
async fn a_contract_of_a_few_days_is_not_told_of_at_once() {
    let (test, ..) = contract(20).await;
    assert_eq!(told(&test).await, 0);
    test.clock.advance(13 * DAY);
    assert_eq!(told(&test).await, 2);
}

#[tokio::test]
async fn another_end_is_told_of_anew() {
    let (test, _, carlos, id) = contract(31).await;
    test.clock.advance(DAY);
    assert_eq!(told(&test).await, 2);
    let longer = until(&carlos, 60);
    change_conditions(&carlos, id, 1, &longer, reason())
        .await
        .unwrap();
    assert_eq!(told(&test).await, 2);
    test.clock.advance(30 * DAY);
    assert_eq!(told(&test).await, 4);
}

#[tokio::test]
async fn the_application_is_suspended_once_the_last_day_is_over() {
    let (test, _, carlos, id) = contract(10).await;
    test.clock.advance(10 * DAY);
    end_contracts(&test.system()).await.unwrap();
    assert_eq!(state(&test, id).await, ApplicationState::Approved);
    test.clock.advance(DAY);
    let both = tokio::join!(
        async { end_contracts(&test.system()).await.unwrap() },
        async { end_contracts(&test.system()).await.unwrap() }
    );
    assert_eq!(both.0 + both.1, 1);
    assert_eq!(state(&test, id).await, ApplicationState::Suspended);
    assert_eq!(times(&test, Action::ContractEnded).await, 1);
    let ended = mails(&test).await.into_iter();
    let ended = ended.filter(|mail| matches!(mail, Mail::ContractEnded { .. }));
    assert_eq!(ended.count(), 2, "Ana and Carlos");
    let history = seen(&carlos, id.request()).await.history;
    assert_eq!(history[0].event, HistoryEvent::ContractEnded);
    assert_eq!(history[0].by, None);
}

#[tokio::test]
async fn a_renewed_contract_goes_on_once_a_manager_resumes_it() {
    let (test, _, carlos, id) = contract(10).await;
    test.clock.advance(11 * DAY);
    end_contracts(&test.system()).await.unwrap();
    let refused = resume(&carlos, id, None).await;
    assert!(matches!(refused, Err(AccessError::ContractEnded)));
    assert_eq!(state(&test, id).await, ApplicationState::Suspended);
    let longer = until(&carlos, 90);
    change_conditions(&carlos, id, 1, &longer, reason())
        .await
        .unwrap();
    assert_eq!(state(&test, id).await, ApplicationState::Suspended);
    resume(&carlos, id, None).await.unwrap();
    end_contracts(&test.system()).await.unwrap();
    assert_eq!(state(&test, id).await, ApplicationState::Approved);
}

#[tokio::test]
async fn of_two_who_change_the_conditions_at_once_one_does() {
    let (test, _, carlos, id) = contract(50).await;
    let dora = manager(&test, "dora@balcao.example").await;
    let (one, two) = (until(&carlos, 60), until(&dora, 70));
    let both = tokio::join!(
        change_conditions(&carlos, id, 1, &one, reason()),
        change_conditions(&dora, id, 1, &two, reason())
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    assert!(matches!(lost, ConditionsChangeError::Changed));
    assert_eq!(times(&test, Action::ConditionsChanged).await, 1);
}

#[tokio::test]
async fn a_manager_moves_a_trial_and_its_keys_stay() {
    let (test, ana, carlos, _, id) = trial().await;
    let before = keys(&ana, id).await.unwrap();
    let catalogue = &test.catalogue;
    move_to_pay_per_use(&carlos, catalogue, id, reason())
        .await
        .unwrap();
    let view = find_application(&ana, catalogue, id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.plan, Plan::PayPerUse);
    let after = keys(&ana, id).await.unwrap();
    assert_eq!(before.public_key, after.public_key);
    assert_eq!(times(&test, Action::PlanChanged).await, 1);
    let again = move_to_pay_per_use(&carlos, catalogue, id, reason()).await;
    assert!(matches!(again, Err(DecisionError::NoPlanToChange)));
}

#[tokio::test]
async fn production_has_no_limit_that_was_set_for_the_trial() {
    let (test, ana, carlos, _, id) = trial().await;
    let limited = Conditions {
        calls: Some(100),
        ..until(&carlos, 90)
    };
    change_conditions(&carlos, id, 0, &limited, reason())
        .await
        .unwrap();
    let filed = request_plan_change(&ana, &test.catalogue, id)
        .await
        .unwrap()
        .request;
    let approval = Approval {
        conditions: until(&carlos, 30),
        ..Approval::default()
    };
    let refused = approve_with(&carlos, &test.vault, filed, approval).await;
    assert!(matches!(
        refused,
        Err(DecisionError::Conditions(ConditionsError::PlanChange))
    ));
    approve(&carlos, &test.vault, filed, None).await.unwrap();
    let kept = applications::conditions(test.portal.db.writer(), id).await;
    let kept = kept.unwrap().unwrap();
    assert_eq!((kept.calls, kept.revision), (None, 2));
    assert_eq!(kept.ends_on, limited.ends_on);
    assert_eq!(times(&test, Action::ConditionsChanged).await, 2);
}

#[tokio::test]
async fn a_move_that_the_group_asked_for_is_decided_there() {
    let (test, ana, carlos, _, id) = trial().await;
    request_plan_change(&ana, &test.catalogue, id)
        .await
        .unwrap();
    let refused = move_to_pay_per_use(&carlos, &test.catalogue, id, reason()).await;
    assert!(matches!(refused, Err(DecisionError::AlreadyDecided { .. })));
}
