//! Rows that nobody will ask for again.

use sea_orm::PaginatorTrait;

use super::*;
use crate::{
    entities::{call, secret, secret_use, use_batch},
    usage::stale::delete_stale_but,
};

const DAY: u64 = 86_400;

async fn rows(trial: &Trial) -> [u64; 4] {
    let db = trial.portal().db.writer();
    [
        call::Entity::find().count(db).await.unwrap(),
        use_hour::Entity::find().count(db).await.unwrap(),
        secret_use::Entity::find().count(db).await.unwrap(),
        use_batch::Entity::find().count(db).await.unwrap(),
    ]
}

#[tokio::test]
async fn each_is_kept_as_long_as_somebody_may_ask_for_it() {
    let trial = trial().await;
    let meter = meter(1);
    let secret = secret::Entity::find().one(trial.portal().db.writer());
    let secret = secret.await.unwrap().unwrap().id;
    trial.counts(&meter, 404, 1);
    meter.secret_used(secret, trial.now());
    trial.flush(&meter).await;
    let server = trial.portal().new_id();
    record_batch(trial.portal(), server, Uuid::nil(), Vec::new())
        .await
        .unwrap();
    let steps = [
        (1, [1, 1, 1, 1]),
        (2, [1, 1, 0, 1]),
        (5, [1, 1, 0, 0]),
        (23, [0, 1, 0, 0]),
        (370, [0, 0, 0, 0]),
    ];
    for (days, left) in steps {
        trial.passes(days * DAY);
        delete_stale(trial.portal()).await.unwrap();
        assert_eq!(rows(&trial).await, left, "{days}");
    }
}

#[tokio::test]
async fn of_a_busy_application_the_latest_calls_are_kept() {
    let trial = trial().await;
    let meter = meter(1);
    for _ in 0..10 {
        trial.counts(&meter, 404, 1);
        trial.passes(1);
    }
    trial.flush(&meter).await;
    delete_stale_but(trial.portal(), 4).await.unwrap();
    assert_eq!(rows(&trial).await[..2], [4, 1]);
    delete_stale_but(trial.portal(), 4).await.unwrap();
    assert_eq!(rows(&trial).await[0], 4);
}
