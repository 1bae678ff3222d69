//! A database that fails, and what is left of what was written then.

mod absence;
mod pooler;

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Set, sea_query::Expr};

use super::{Db, Unavailable};
use crate::{
    counter,
    entities::counter as rows,
    testing::{self, TestPortal},
};

async fn stored(db: &Db, name: &str) -> i64 {
    counter::last(db.reader(), name).await.unwrap()
}

async fn counts(db: &Db, name: &str) -> Result<i64, DbErr> {
    let transaction = db.begin().await?;
    let number = counter::next(&transaction, name).await?;
    transaction.commit().await?;
    Ok(number)
}

/// A transaction that takes some megabytes.
async fn takes_much(db: &Db) -> Result<(), DbErr> {
    let transaction = db.begin().await?;
    for number in 0..200 {
        let name = format!("{number}-{}", "x".repeat(20_000));
        counter::next(&transaction, &name).await?;
    }
    transaction.commit().await
}

/// From now on the connection that writes finds no more space.
async fn fills_up(test: &TestPortal) -> bool {
    let db = &test.portal.db;
    if db.writer().get_database_backend() != sea_orm::DatabaseBackend::Sqlite {
        return false;
    }
    let limit = "PRAGMA max_page_count = 1";
    db.writer().execute_unprepared(limit).await.unwrap();
    true
}

#[tokio::test]
async fn what_is_stored_after_a_write_without_space_stays_stored() {
    let test = testing::portal().await;
    let db = &test.portal.db;
    if !fills_up(&test).await {
        return;
    }
    let full = takes_much(db).await.unwrap_err();
    assert_eq!(Unavailable::of(&full), Some(Unavailable::Full), "{full}");
    assert_eq!(db.last_write(), Some(Unavailable::Full));
    // A refusal, as any form that is not valid brings it about.
    drop(db.begin().await.unwrap());
    for number in 1..=20 {
        assert_eq!(counts(db, "after").await.unwrap(), number);
        assert_eq!(stored(db, "after").await, number);
    }
    assert_eq!(db.last_write(), None);
}

#[tokio::test]
async fn a_full_database_can_be_read() {
    let test = testing::portal().await;
    let db = &test.portal.db;
    counts(db, "before").await.unwrap();
    if !fills_up(&test).await {
        return;
    }
    takes_much(db).await.unwrap_err();
    assert_eq!(stored(db, "before").await, 1);
    // Nothing was written since: to read says nothing of it.
    assert_eq!(counter::last(db.writer(), "before").await.unwrap(), 1);
    assert_eq!(db.last_write(), Some(Unavailable::Full));
}

#[tokio::test]
async fn nothing_runs_after_a_failed_statement_and_nothing_is_kept() {
    let test = testing::portal().await;
    let db = &test.portal.db;
    counts(db, "taken").await.unwrap();
    let transaction = db.begin().await.unwrap();
    counter::next(&transaction, "with-it").await.unwrap();
    let double = rows::ActiveModel {
        name: Set("taken".to_owned()),
        value: Set(1),
    };
    let refused = rows::Entity::insert(double)
        .exec_without_returning(&transaction)
        .await
        .unwrap_err();
    let after = counter::next(&transaction, "after").await.unwrap_err();
    assert_eq!(after, refused);
    assert_eq!(transaction.commit().await.unwrap_err(), refused);
    assert_eq!(stored(db, "with-it").await + stored(db, "after").await, 0);
    // A rule that refuses is no fault of the database.
    assert_eq!((Unavailable::of(&refused), db.last_write()), (None, None));
}

#[tokio::test]
async fn a_transaction_that_is_dropped_half_way_leaves_nothing_behind() {
    let test = testing::portal().await;
    let db = test.portal.db.clone();
    for number in 1..=20 {
        let writing = db.clone();
        let cut = tokio::spawn(async move {
            let transaction = writing.begin().await.unwrap();
            for _ in 0.. {
                counter::next(&transaction, "cut").await.unwrap();
            }
        });
        tokio::time::sleep(Duration::from_millis(number)).await;
        cut.abort();
        assert_eq!(
            counts(&db, "whole").await.unwrap(),
            i64::try_from(number).unwrap()
        );
    }
    assert_eq!(
        (stored(&db, "cut").await, stored(&db, "whole").await),
        (0, 20)
    );
}

#[tokio::test]
async fn an_update_of_nothing_is_no_write_that_was_kept() {
    let test = testing::portal().await;
    let db = &test.portal.db;
    if !fills_up(&test).await {
        return;
    }
    takes_much(db).await.unwrap_err();
    rows::Entity::update_many()
        .col_expr(rows::Column::Value, Expr::value(2))
        .exec(db.writer())
        .await
        .unwrap();
    assert_eq!(db.last_write(), Some(Unavailable::Full));
}
