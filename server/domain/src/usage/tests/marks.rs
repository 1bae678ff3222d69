//! Marks of a quota, told once.

use super::*;
use crate::jobs::Mail;

async fn told(trial: &Trial) -> Vec<u8> {
    let mails = requests::mails(&trial.test).await.into_iter();
    let marks = mails.filter_map(|mail| match mail {
        Mail::QuotaMark {
            application,
            percent,
        } if application == trial.application => Some(percent),
        _ => None,
    });
    let mut marks: Vec<_> = marks.collect();
    marks.sort_unstable();
    marks
}

#[tokio::test]
async fn each_mark_is_told_once_whoever_passes_it() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    let terms = trial.terms(100);
    trial.calls(&first, &terms, 25).await;
    trial.flush(&first).await;
    trial.calls(&second, &terms, 24).await;
    trial.flush(&second).await;
    assert!(told(&trial).await.is_empty());
    trial.calls(&second, &terms, 1).await;
    trial.flush(&second).await;
    assert_eq!(told(&trial).await, [50]);
    trial.calls(&first, &terms, 1).await;
    trial.flush(&first).await;
    trial.flush(&second).await;
    assert_eq!(told(&trial).await, [50]);
    trial.calls(&first, &terms, 30).await;
    trial.close(&first).await;
    trial.calls(&second, &terms, 100).await;
    trial.flush(&second).await;
    assert_eq!(told(&trial).await, [50, 80, 100]);
}

#[tokio::test]
async fn of_several_marks_passed_at_once_the_highest_is_told() {
    let trial = trial().await;
    let meter = meter(1);
    trial.calls(&meter, &trial.terms(100), 95).await;
    trial.flush(&meter).await;
    assert_eq!(told(&trial).await, [90]);
}

#[tokio::test]
async fn a_mark_that_a_dead_instance_passed_is_told_by_another() {
    let trial = trial().await;
    let (dead, alive) = (meter(1), meter(2));
    trial.calls(&dead, &trial.terms(100), 60).await;
    trial.runs("ALTER TABLE quota_notices RENAME TO away").await;
    assert!(dead.flush(trial.portal()).await.is_err());
    trial.runs("ALTER TABLE away RENAME TO quota_notices").await;
    drop(dead);
    trial.passes(16);
    trial.flush(&alive).await;
    assert_eq!(told(&trial).await, [50]);
}

#[tokio::test]
async fn a_mark_that_could_not_be_told_is_told_the_next_time() {
    let trial = trial().await;
    let meter = meter(1);
    trial.calls(&meter, &trial.terms(100), 60).await;
    trial.runs("ALTER TABLE quota_notices RENAME TO away").await;
    assert!(meter.flush(trial.portal()).await.is_err());
    trial.runs("ALTER TABLE away RENAME TO quota_notices").await;
    trial.flush(&meter).await;
    assert_eq!(told(&trial).await, [50]);
}

#[tokio::test]
async fn with_a_higher_limit_the_marks_lie_ahead_again() {
    let trial = trial().await;
    let meter = meter(1);
    trial.calls(&meter, &trial.terms(100), 100).await;
    trial.flush(&meter).await;
    trial.calls(&meter, &trial.terms(200), 80).await;
    trial.flush(&meter).await;
    assert_eq!(told(&trial).await, [90, 100]);
}

#[tokio::test]
async fn the_limit_of_a_sandbox_credential_is_not_told() {
    let trial = trial().await;
    let meter = meter(1);
    let terms = Terms::of_sandbox(trial.portal().new_id(), trial.application, trial.now());
    trial.calls(&meter, &terms, 200).await;
    trial.close(&meter).await;
    assert!(told(&trial).await.is_empty());
}

#[tokio::test]
async fn a_mark_is_told_though_a_renewal_wrote_down_its_use() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100));
    trial.calls(&meter, &terms, 100).await;
    trial.passes(2);
    // What was believed to be used up is asked for again.
    assert_eq!(trial.calls(&meter, &terms, 1).await, 0);
    trial.flush(&meter).await;
    assert_eq!(told(&trial).await, [100]);
}
