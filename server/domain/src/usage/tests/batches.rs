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
        malformed: 0,
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
    let report = report(
        &trial.ana,
        trial.application,
        Window::Day,
        None,
        chrono_tz::UTC,
    )
    .await;
    assert_eq!(report.unwrap().unwrap().totals.calls, 1);
}

#[tokio::test]
async fn what_cannot_be_is_told_and_holds_up_none_of_the_others() {
    let trial = trial().await;
    let at = |at: &str| at.parse::<Timestamp>().unwrap();
    let good = use_of(&trial, 200).await;
    let of_old = CallUse {
        at: trial.now() - chrono::TimeDelta::days(401),
        ..good.clone()
    };
    let absurd = CallUse {
        at: at("-4800-01-01T00:00:00Z"),
        ..good.clone()
    };
    let no_key = CallUse {
        client: "a\u{0}b".to_owned(),
        ..good.clone()
    };
    let last_year = CallUse {
        at: trial.now() - chrono::TimeDelta::days(399),
        ..good.clone()
    };
    let no_status = [0, 99, 600, u16::MAX].map(|status| CallUse {
        status,
        ..good.clone()
    });
    let mut batch = vec![of_old, absurd, no_key, last_year, good];
    batch.extend(no_status);
    let server: ResourceServerId = trial.portal().new_id();
    let outcome = record_batch(trial.portal(), server, Uuid::nil(), batch).await;
    let counted = BatchOutcome::Counted {
        calls: 2,
        unknown: 1,
        malformed: 6,
    };
    assert_eq!(outcome.unwrap(), counted);
    assert_eq!(trial.written().await, BTreeMap::from([(200, 2)]));
}
