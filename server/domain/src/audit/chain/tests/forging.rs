//! What somebody with the database's password forges, and the portal puts no mark on.

use sea_orm::{ColumnTrait, QueryFilter, sea_query::Expr};

use super::{
    digest::{GENESIS, Link, StoredEvent},
    *,
};
use crate::{
    audit::{delete_stale, record},
    entities::audit_event,
};

/// Changes an event and hashes everything anew to the end, as far as it goes without the portal's key.
async fn forge(test: &TestPortal, number: i64) {
    let change = "action = 'account.signed-out'";
    let change = format!("UPDATE audit_events SET {change} WHERE {}", event(number));
    tampers(test, &change).await;
    let db = test.portal.db.writer();
    let changed: Option<StoredEvent> =
        audit_event::Entity::find_by_id(event_of(test, number).await)
            .into_model()
            .one(db)
            .await
            .unwrap();
    let record = changed.unwrap().record().to_vec();
    let mut before = GENESIS;
    let none: Option<Vec<u8>> = None;
    for mut seal in seals(test).await {
        if seal.number == number {
            seal.record_digest.clone_from(&record);
        }
        before = Link::of(&seal).hash(&before);
        audit_seal::Entity::update_many()
            .col_expr(audit_seal::Column::Hash, Expr::value(before.to_vec()))
            .col_expr(
                audit_seal::Column::RecordDigest,
                Expr::value(seal.record_digest.clone()),
            )
            .col_expr(audit_seal::Column::Tag, Expr::value(none.clone()))
            .filter(audit_seal::Column::Number.eq(seal.number))
            .exec(db)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn nothing_is_sealed_on_top_of_a_forged_chain() {
    let (test, ana) = sealed().await;
    forge(&test, 5).await;
    let forged = [Fault::ForgedSeal { number: 10 }];
    assert_eq!(faults(&test).await, forged);
    let subject = Subject::Account(ana.account_id().unwrap());
    let db = test.portal.db.writer();
    record(db, &ana, Action::SignedIn, subject).await.unwrap();
    assert!(seal(&test.portal, &test.vault).await.is_err());
    assert!(head(&test.system(), &test.vault).await.is_err());
    test.clock.advance(200 * DAY);
    assert!(delete_stale(&test.portal, &test.vault).await.is_err());
    let seen = looks(&test).await;
    assert_eq!((seen.last, seen.waiting), (10, 1));
    assert_eq!(seen.faults, forged);
}

#[tokio::test]
async fn retention_puts_no_checkpoint_on_what_somebody_else_deleted() {
    let (test, _) = sealed().await;
    tampers(&test, "DELETE FROM audit_events").await;
    tampers(
        &test,
        "INSERT INTO audit_removals (number, kind, at, tag) \
         SELECT number, 'retention', sealed_at, hash FROM audit_seals",
    )
    .await;
    delete_stale(&test.portal, &test.vault).await.unwrap();
    let seen = looks(&test).await;
    assert_eq!((seen.first, seen.last, seen.faults.len()), (1, 10, 10));
}

#[tokio::test]
async fn retention_keeps_an_edited_event() {
    let (test, _) = sealed().await;
    let change = format!("UPDATE audit_events SET details = 'x' WHERE {}", event(5));
    tampers(&test, &change).await;
    test.clock.advance(200 * DAY);
    delete_stale(&test.portal, &test.vault).await.unwrap();
    let edited = Fault::Edited {
        number: 5,
        event: event_of(&test, 5).await,
    };
    assert_eq!(faults(&test).await, [edited]);
}

#[tokio::test]
async fn an_event_that_does_not_say_any_more_that_it_is_sealed_stops_nothing() {
    let (test, ana) = sealed().await;
    let change = "UPDATE audit_events SET sealed_at = NULL WHERE";
    tampers(&test, &format!("{change} {}", event(5))).await;
    acts(&test, &ana, 1).await;
    let seen = looks(&test).await;
    assert_eq!((seen.last, seen.waiting, seen.faults), (11, 0, vec![]));
}
