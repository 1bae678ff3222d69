//! Quotas that hold, whoever spends them.

use std::collections::BTreeSet;

use super::*;
use crate::ids::SecretId;

#[tokio::test]
async fn calls_are_admitted_until_none_is_left() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100));
    assert_eq!(trial.calls(&meter, &terms, 100).await, 100);
    let admission = meter.admit(trial.portal(), &terms).await.unwrap();
    let Admission::Exhausted(state) = admission else {
        panic!("{admission:?}");
    };
    assert_eq!((state.calls, state.remaining), (100, 0));
    assert_eq!(state.window, Some(Duration::from_hours(90 * 24)));
}

#[tokio::test]
async fn what_remains_is_told_exactly_to_the_only_one_who_calls() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100));
    for left in (0..100).rev() {
        let admission = meter.admit(trial.portal(), &terms).await.unwrap();
        assert!(
            matches!(admission, Admission::Within(state) if state.remaining == left),
            "{admission:?}, not {left}"
        );
    }
}

#[tokio::test]
async fn a_time_that_is_over_or_to_come_admits_nothing() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100));
    let early = Terms {
        starts_at: trial.now() + chrono::TimeDelta::seconds(1),
        ..terms
    };
    assert_eq!(trial.calls(&meter, &early, 1).await, 0);
    trial.passes(90 * 86_400);
    let admission = meter.admit(trial.portal(), &terms).await.unwrap();
    assert!(matches!(admission, Admission::Ended(_)), "{admission:?}");
}

#[tokio::test]
async fn most_calls_are_taken_without_a_lease_being_written() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100_000));
    let mut leases = BTreeSet::new();
    for _ in 0..1000 {
        trial.calls(&meter, &terms, 1).await;
        let (granted, _) = trial.granted().await;
        leases.insert(granted);
    }
    assert!(leases.len() < 10, "{leases:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_and_many_tasks_never_exceed_the_limit() {
    let trial = Arc::new(trial().await);
    let meters = [Arc::new(meter(1)), Arc::new(meter(2))];
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..32 {
        let (trial, meter) = (Arc::clone(&trial), Arc::clone(&meters[number % 2]));
        tasks.spawn(async move {
            let terms = trial.terms(500);
            let admitted = trial.calls(&meter, &terms, 30).await;
            if number < 4 {
                trial.flush(&meter).await;
            }
            admitted
        });
    }
    let admitted: u64 = tasks.join_all().await.into_iter().sum();
    assert!(admitted <= 500, "{admitted}");
    // What one held back, the other can spend once it is given back.
    trial.close(&meters[0]).await;
    trial.close(&meters[1]).await;
    trial.passes(2);
    let rest = trial.calls(&meters[0], &trial.terms(500), 500).await;
    assert_eq!(admitted + rest, 500);
    assert_eq!(trial.granted().await.0, 500);
}

#[tokio::test]
async fn few_calls_left_are_not_held_by_one_instance() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    let terms = trial.terms(20);
    trial.calls(&first, &terms, 1).await;
    let (granted, _) = trial.granted().await;
    assert!(granted <= 5, "{granted}");
    assert!(trial.calls(&second, &terms, 10).await > 0);
}

#[tokio::test]
async fn a_normal_stop_gives_back_what_was_not_spent() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    let terms = trial.terms(1000);
    trial.calls(&first, &terms, 3).await;
    trial.close(&first).await;
    assert_eq!(trial.granted().await, (3, BTreeMap::new()));
    assert_eq!(trial.calls(&second, &terms, 2000).await, 997);
}

#[tokio::test]
async fn an_idle_lease_is_given_back_and_forgotten() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(1000));
    trial.calls(&meter, &terms, 3).await;
    for _ in 0..29 {
        trial.passes(10);
        trial.flush(&meter).await;
    }
    assert_eq!(trial.granted().await.1[&instance(1)].1, 3);
    trial.passes(10);
    trial.flush(&meter).await;
    assert_eq!(trial.granted().await, (3, BTreeMap::new()));
    assert_eq!(trial.calls(&meter, &terms, 1000).await, 997);
}

#[tokio::test]
async fn an_idle_lease_that_others_could_use_is_given_back_soon() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    let terms = trial.terms(60);
    trial.calls(&first, &terms, 3).await;
    trial.flush(&first).await;
    trial.passes(10);
    trial.flush(&first).await;
    assert_eq!(trial.granted().await, (3, BTreeMap::new()));
    assert_eq!(trial.calls(&second, &terms, 60).await, 57);
}

#[tokio::test]
async fn a_raised_limit_is_a_limit_at_once_and_a_lowered_one_too() {
    let trial = trial().await;
    let meter = meter(1);
    assert_eq!(trial.calls(&meter, &trial.terms(100), 150).await, 100);
    assert_eq!(trial.calls(&meter, &trial.terms(120), 150).await, 20);
    assert_eq!(trial.calls(&meter, &trial.terms(50), 10).await, 0);
}

#[tokio::test]
async fn the_calls_of_a_sandbox_come_back_each_day() {
    let trial = trial().await;
    let credential: SecretId = trial.portal().new_id();
    let (first, second) = (meter(1), meter(2));
    let today = Terms::of_sandbox(credential, trial.application, trial.now());
    assert_eq!(trial.calls(&first, &today, 150).await, 150);
    trial.flush(&first).await;
    trial.close(&first).await;
    assert_eq!(trial.calls(&second, &today, 100).await, 50);
    trial.passes(86_400);
    let tomorrow = Terms::of_sandbox(credential, trial.application, trial.now());
    assert_eq!(trial.calls(&first, &tomorrow, 150).await, 150);
    trial.close(&first).await;
    // The lease of this instance is of yesterday.
    assert_eq!(trial.calls(&second, &tomorrow, 100).await, 50);
    trial.close(&second).await;
    assert_eq!(trial.granted().await, (200, BTreeMap::new()));
}

#[tokio::test]
async fn a_clock_that_is_behind_does_not_bring_yesterday_back() {
    let trial = trial().await;
    let credential: SecretId = trial.portal().new_id();
    let (ahead, behind) = (meter(1), meter(2));
    let today = Terms::of_sandbox(credential, trial.application, trial.now());
    let tomorrow = trial.now() + chrono::TimeDelta::days(1);
    let tomorrow = Terms {
        starts_at: today.starts_at,
        ..Terms::of_sandbox(credential, trial.application, tomorrow)
    };
    let late = Terms {
        starts_at: tomorrow.ends_at.unwrap() - chrono::TimeDelta::days(1),
        ..tomorrow
    };
    trial.calls(&behind, &today, 10).await;
    trial.passes(86_400);
    assert_eq!(trial.calls(&ahead, &late, 150).await, 150);
    let behind_its_time = Terms {
        ends_at: Some(late.starts_at),
        ..today
    };
    // It is over by this clock: nothing is admitted, and the new day's count stays.
    assert_eq!(trial.calls(&behind, &behind_its_time, 1).await, 0);
    assert_eq!(trial.calls(&ahead, &late, 100).await, 50);
}

#[tokio::test]
async fn a_lease_that_runs_low_is_renewed_before_a_call_has_to_wait() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(1000));
    trial.calls(&meter, &terms, 40).await;
    trial.flush(&meter).await;
    let (before, _) = trial.granted().await;
    trial.runs("ALTER TABLE quotas RENAME TO away").await;
    assert_eq!(trial.calls(&meter, &terms, 64).await, 64);
    trial.runs("ALTER TABLE away RENAME TO quotas").await;
    assert!(before >= 104, "{before}");
}
