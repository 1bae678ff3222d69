//! Calls and uses of secrets, counted in memory and written down.

use std::collections::HashSet;

use sea_orm::QueryOrder;

use super::*;
use crate::{
    entities::{call, secret, secret_use},
    ids::{ApplicationId, SecretId},
    usage::counts::Counts,
};

async fn kept(trial: &Trial) -> Vec<call::Model> {
    let calls = call::Entity::find().order_by_asc(call::Column::At);
    calls.all(trial.portal().db.writer()).await.unwrap()
}

async fn secret(trial: &Trial) -> secret::Model {
    let found = secret::Entity::find().one(trial.portal().db.writer()).await;
    found.unwrap().unwrap()
}

#[tokio::test]
async fn what_several_instances_count_adds_up() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    for _ in 0..2 {
        trial.counts(&first, 200, 3);
        trial.counts(&second, 200, 2);
        trial.counts(&second, 404, 1);
        trial.flush(&first).await;
        trial.flush(&second).await;
    }
    assert_eq!(trial.written().await, BTreeMap::from([(200, 10), (404, 2)]));
    assert_eq!(kept(&trial).await.len(), 12);
}

#[tokio::test]
async fn every_call_is_counted_and_the_latest_are_kept() {
    let trial = trial().await;
    let meter = meter(1);
    let first = trial.call(200);
    meter.record(first.clone());
    trial.passes(1);
    trial.counts(&meter, 200, 299);
    trial.counts(&meter, 500, 300);
    trial.flush(&meter).await;
    assert_eq!(
        trial.written().await,
        BTreeMap::from([(200, 300), (500, 300)])
    );
    let kept = kept(&trial).await;
    let failures = kept.iter().filter(|call| call.status == 500).count();
    assert_eq!((kept.len() - failures, failures), (50, 200));
    assert!(kept.iter().all(|call| call.id != first.id));
}

#[tokio::test]
async fn a_failed_flush_loses_nothing() {
    let trial = trial().await;
    let meter = meter(1);
    let secret = secret(&trial).await.id;
    let before = trial.call(404);
    meter.record(before.clone());
    meter.secret_used(secret, trial.now());
    trial.runs("ALTER TABLE secret_uses RENAME TO away").await;
    assert!(meter.flush(trial.portal()).await.is_err());
    trial.passes(1);
    trial.counts(&meter, 404, 1);
    assert!(meter.flush(trial.portal()).await.is_err());
    assert_eq!(trial.written().await, BTreeMap::new());
    trial.runs("ALTER TABLE away RENAME TO secret_uses").await;
    trial.flush(&meter).await;
    trial.flush(&meter).await;
    assert_eq!(trial.written().await, BTreeMap::from([(404, 2)]));
    let kept = kept(&trial).await;
    assert_eq!((kept.len(), kept[0].id), (2, before.id));
    assert_eq!(self::secret(&trial).await.uses, 1);
}

#[tokio::test]
async fn uses_of_a_secret_add_up_in_periods_of_five_minutes() {
    let trial = trial().await;
    let (first, second) = (meter(1), meter(2));
    let id = secret(&trial).await.id;
    let began = trial.now();
    for _ in 0..3 {
        first.secret_used(id, trial.now());
        second.secret_used(id, trial.now());
        trial.passes(200);
    }
    let last = trial.now();
    first.secret_used(id, last);
    trial.flush(&first).await;
    // What is written later but was used before does not turn the clock back.
    trial.flush(&second).await;
    let row = secret(&trial).await;
    assert_eq!((row.uses, row.last_used_at), (7, Some(last)));
    let periods = secret_use::Entity::find().order_by_asc(secret_use::Column::Period);
    let periods = periods.all(trial.portal().db.writer()).await.unwrap();
    let periods: Vec<_> = periods
        .iter()
        .map(|it| (it.period - began, it.uses))
        .collect();
    let minutes = chrono::TimeDelta::minutes;
    assert_eq!(
        periods,
        [(minutes(0), 4), (minutes(5), 2), (minutes(10), 1)]
    );
}

#[tokio::test]
async fn counts_of_what_is_gone_do_not_hold_up_the_rest() {
    let trial = trial().await;
    let meter = meter(1);
    let gone = CallRecord {
        application: trial.portal().new_id(),
        ..trial.call(200)
    };
    meter.record(gone);
    meter.secret_used(trial.portal().new_id::<SecretId>(), trial.now());
    trial.counts(&meter, 200, 1);
    trial.flush(&meter).await;
    assert_eq!(trial.written().await, BTreeMap::from([(200, 1)]));
}

#[tokio::test]
async fn more_than_one_statement_holds_is_written_too() {
    let trial = trial().await;
    let meter = meter(1);
    for hour in 0..60 {
        for status in 400..420 {
            meter.record(CallRecord {
                at: trial.now() - chrono::TimeDelta::hours(hour),
                ..trial.call(status)
            });
        }
    }
    trial.flush(&meter).await;
    assert_eq!(trial.written().await.values().sum::<i64>(), 1200);
    assert_eq!(kept(&trial).await.len(), 200);
}

#[tokio::test]
async fn whatever_a_caller_sent_is_written_down() {
    let trial = trial().await;
    let meter = meter(1);
    meter.record(CallRecord {
        method: "X".repeat(100_000),
        path: "/a\u{0}b".to_owned(),
        field: Some(format!("\u{0}{}", "é".repeat(1000))),
        ..trial.call(400)
    });
    trial.flush(&meter).await;
    let written = kept(&trial).await.remove(0);
    assert_eq!(written.path, "/ab");
    assert_eq!(written.method.len(), 32);
    assert_eq!(written.field.unwrap().chars().count(), 199);
}

#[tokio::test]
async fn the_more_applications_call_the_fewer_calls_of_each_are_written_one_by_one() {
    let trial = trial().await;
    let mut counts = Counts::default();
    let applications: Vec<ApplicationId> = (0..100).map(|_| trial.portal().new_id()).collect();
    for application in &applications {
        for status in [200, 400] {
            (0..100).for_each(|_| {
                counts.add(CallRecord {
                    application: *application,
                    ..trial.call(status)
                });
            });
        }
    }
    let latest = counts.latest_of(&applications.iter().copied().collect());
    let failures = latest.iter().filter(|call| call.status == 400).count();
    assert_eq!((latest.len(), failures), (5000, 4000));
    assert_eq!(counts.latest_of(&HashSet::new()).len(), 0);
}
