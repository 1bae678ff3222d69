//! Instances that die, or cannot reach the database, and callers that hang up.

use std::{future::poll_fn, pin::pin, task::Poll};

use super::*;
use crate::usage::ledger::lock_quotas;

#[tokio::test]
async fn what_a_dead_instance_did_not_spend_comes_back_after_15_seconds() {
    let trial = trial().await;
    let (dead, alive) = (meter(1), meter(2));
    let terms = trial.terms(100);
    trial.calls(&dead, &terms, 10).await;
    trial.flush(&dead).await;
    // One more is counted in memory alone: it is lost, to the customer's favour.
    trial.calls(&dead, &terms, 1).await;
    drop(dead);
    let first = trial.calls(&alive, &terms, 100).await;
    assert!(first <= 90, "{first}");
    trial.passes(16);
    let then = trial.calls(&alive, &terms, 100).await;
    assert_eq!(first + then, 90);
}

#[tokio::test]
async fn leases_of_the_dead_are_given_back_without_anybody_asking_for_them() {
    let trial = trial().await;
    let (dead, alive) = (meter(1), meter(2));
    trial.calls(&dead, &trial.terms(100), 10).await;
    trial.flush(&dead).await;
    drop(dead);
    trial.flush(&alive).await;
    assert_eq!(trial.granted().await.1.len(), 1);
    trial.passes(16);
    trial.flush(&alive).await;
    assert_eq!(trial.granted().await, (10, BTreeMap::new()));
}

#[tokio::test]
async fn a_lease_that_is_spent_now_and_then_is_not_taken_for_dead() {
    let trial = trial().await;
    let (slow, other) = (meter(1), meter(2));
    let terms = trial.terms(1000);
    for _ in 0..10 {
        trial.calls(&slow, &terms, 1).await;
        trial.passes(5);
        trial.flush(&slow).await;
        trial.flush(&other).await;
    }
    assert_eq!(trial.granted().await.1[&instance(1)].1, 10);
}

#[tokio::test]
async fn who_comes_back_too_late_is_charged_what_was_spent_meanwhile() {
    let trial = trial().await;
    let (late, other) = (meter(1), meter(2));
    let terms = trial.terms(100);
    trial.calls(&late, &terms, 5).await;
    trial.flush(&late).await;
    trial.calls(&late, &terms, 3).await;
    trial.passes(16);
    trial.flush(&other).await;
    assert_eq!(trial.granted().await, (5, BTreeMap::new()));
    // It does not know of that, but may no longer spend an old lease.
    trial.calls(&late, &terms, 1).await;
    trial.close(&late).await;
    assert_eq!(trial.granted().await, (9, BTreeMap::new()));
}

#[tokio::test]
async fn who_comes_back_too_late_and_calls_no_more_is_charged_too() {
    let trial = trial().await;
    let (late, other) = (meter(1), meter(2));
    let terms = trial.terms(100);
    trial.calls(&late, &terms, 5).await;
    trial.flush(&late).await;
    trial.calls(&late, &terms, 3).await;
    trial.passes(16);
    trial.flush(&other).await;
    trial.flush(&late).await;
    trial.flush(&late).await;
    assert_eq!(trial.granted().await, (8, BTreeMap::new()));
}

#[tokio::test]
async fn without_a_database_a_lease_is_spent_for_10_seconds_and_then_nothing() {
    let trial = trial().await;
    let (meter, terms) = (meter(1), trial.terms(100));
    trial.calls(&meter, &terms, 1).await;
    trial.runs("ALTER TABLE quota_leases RENAME TO away").await;
    trial.passes(9);
    assert!(meter.flush(trial.portal()).await.is_err());
    assert_eq!(trial.calls(&meter, &terms, 2).await, 2);
    trial.passes(1);
    assert!(meter.admit(trial.portal(), &terms).await.is_err());
    trial.runs("ALTER TABLE away RENAME TO quota_leases").await;
    assert_eq!(trial.calls(&meter, &terms, 1).await, 1);
    trial.close(&meter).await;
    assert_eq!(trial.granted().await, (4, BTreeMap::new()));
}

#[tokio::test]
async fn a_lease_is_good_for_10_seconds_from_when_it_was_asked_for_however_long_that_took() {
    let trial = trial().await;
    let (first, slow) = (meter(1), meter(2));
    let terms = trial.terms(100);
    trial.calls(&first, &terms, 1).await;
    let asked_at = trial.now();
    let busy = trial.portal().db.begin().await.unwrap();
    lock_quotas(&busy, &[terms.quota]).await.unwrap();
    let frees = async {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        trial.passes(9);
        busy.commit().await.unwrap();
    };
    let (admitted, ()) = tokio::join!(trial.calls(&slow, &terms, 1), frees);
    assert_eq!(admitted, 1);
    let leases = quota_lease::Entity::find_by_id((terms.quota, instance(2)));
    let lease = leases.one(trial.portal().db.writer()).await;
    assert_eq!(lease.unwrap().unwrap().refreshed_at, asked_at);

    trial.runs("ALTER TABLE quota_leases RENAME TO away").await;
    assert_eq!(trial.calls(&slow, &terms, 1).await, 1);
    trial.passes(1);
    assert!(slow.admit(trial.portal(), &terms).await.is_err());
}

/// Whether it was admitted before it had been looked at so many times; then nobody waits for it.
async fn hangs_up(trial: &Trial, meter: &Meter, terms: &Terms, patience: u64) -> bool {
    let mut call = pin!(trial.calls(meter, terms, 1));
    let mut looked = 0;
    poll_fn(|context| {
        looked += 1;
        match call.as_mut().poll(context) {
            Poll::Ready(admitted) => Poll::Ready(admitted == 1),
            Poll::Pending if looked > patience => Poll::Ready(false),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_caller_who_hangs_up_while_more_is_asked_for_has_nothing_charged_twice() {
    let trial = trial().await;
    let (late, other) = (meter(1), meter(2));
    let terms = trial.terms(100_000);
    let mut used = 0;
    // Where a caller is when hanging up depends on how fast the database is: each is there often.
    for patience in (0..20).cycle().take(100) {
        trial.calls(&late, &terms, 5).await;
        trial.flush(&late).await;
        trial.calls(&late, &terms, 3).await;
        trial.passes(16);
        trial.flush(&other).await;
        let waited = hangs_up(&trial, &late, &terms, patience).await;
        trial.calls(&late, &terms, 1).await;
        trial.close(&late).await;
        used += 9 + i64::from(waited);
        assert_eq!(trial.granted().await, (used, BTreeMap::new()), "{patience}");
    }
}

#[tokio::test]
async fn what_was_settled_before_a_failure_is_not_charged_again() {
    let trial = trial().await;
    let (late, other) = (meter(1), meter(2));
    let all = (1..=501).map(|number| Terms {
        quota: QuotaId(Uuid::from_u128(number)),
        ..trial.terms(100)
    });
    let all: Vec<_> = all.collect();
    for terms in &all {
        trial.calls(&late, terms, 1).await;
    }
    trial.flush(&late).await;
    for terms in &all {
        trial.calls(&late, terms, 1).await;
    }
    // The others take back the leases of 500 quotas at once; the last one's cannot be deleted.
    trial.passes(16);
    trial.flush(&other).await;
    trial
        .runs(
            "CREATE TABLE held (subject_id uuid, instance_id uuid, FOREIGN KEY \
             (subject_id, instance_id) REFERENCES quota_leases (subject_id, instance_id))",
        )
        .await;
    trial
        .runs("INSERT INTO held SELECT subject_id, instance_id FROM quota_leases")
        .await;
    assert!(late.close(trial.portal()).await.is_err());
    trial.runs("DROP TABLE held").await;
    trial.close(&late).await;
    let quotas = quota::Entity::find().all(trial.portal().db.writer()).await;
    let granted = quotas.unwrap().into_iter().map(|it| it.granted);
    assert!(granted.eq([2; 501]));
}
