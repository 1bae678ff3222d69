//! Batches that another gateway sends.

use super::*;
use crate::{entities::credential, ids::ResourceServerId};

async fn use_of(trial: &Trial, status: u16) -> CallUse {
    let row = credential::Entity::find().one(trial.portal().db.writer());
    CallUse {
        client: row.await.unwrap().unwrap().public_key.to_string(),
        transaction: None,
        at: trial.now(),
        method: "GET".to_owned(),
        path: "/score".to_owned(),
        status,
        code: None,
        elapsed: Duration::from_millis(3),
    }
}

#[tokio::test]
async fn a_batch_counts_once_however_often_it_is_sent() {
    let trial = trial().await;
    let unknown = CallUse {
        client: "ninguem".to_owned(),
        ..use_of(&trial, 200).await
    };
    let batch = vec![
        use_of(&trial, 200).await,
        use_of(&trial, 200).await,
        use_of(&trial, 503).await,
        unknown,
    ];
    let server: ResourceServerId = trial.portal().new_id();
    let id = Uuid::from_u128(7);
    let send = async || record_batch(trial.portal(), server, id, batch.clone()).await;
    let counted = BatchOutcome::Counted {
        calls: 3,
        unknown: 1,
    };
    assert_eq!(send().await.unwrap(), counted);
    assert_eq!(send().await.unwrap(), BatchOutcome::Duplicate);
    assert_eq!(trial.written().await, BTreeMap::from([(200, 2), (503, 1)]));
    let calls = latest_calls(&trial.ana, trial.application, None).await;
    let calls = calls.unwrap().unwrap().items;
    assert_eq!(calls.len(), 3);
    assert!(calls.iter().all(|call| call.kind == CallKind::Trial));
}

#[tokio::test]
async fn a_batch_that_fails_can_be_sent_again() {
    let trial = trial().await;
    let batch = vec![use_of(&trial, 200).await];
    let server: ResourceServerId = trial.portal().new_id();
    let send = async || record_batch(trial.portal(), server, Uuid::nil(), batch.clone()).await;
    trial.runs("ALTER TABLE use_hours RENAME TO away").await;
    assert!(send().await.is_err());
    trial.runs("ALTER TABLE away RENAME TO use_hours").await;
    assert!(matches!(
        send().await,
        Ok(BatchOutcome::Counted { calls: 1, .. })
    ));
}

#[tokio::test]
async fn the_future_counts_as_now() {
    let trial = trial().await;
    let call = CallUse {
        at: trial.now() + chrono::TimeDelta::days(400),
        ..use_of(&trial, 200).await
    };
    let server: ResourceServerId = trial.portal().new_id();
    record_batch(trial.portal(), server, Uuid::nil(), vec![call])
        .await
        .unwrap();
    let report = report(&trial.ana, trial.application, Window::Day, chrono_tz::UTC).await;
    assert_eq!(report.unwrap().unwrap().totals.calls, 1);
}
