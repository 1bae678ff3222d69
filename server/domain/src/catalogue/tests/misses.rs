//! What was sought and not found.

use std::time::Duration;

use super::*;
use crate::{Error, Role};

async fn sought(test: &TestPortal, queries: &[&str]) {
    for query in queries {
        test.catalogue.misses.record(query);
    }
    test.catalogue.misses.flush(&test.portal).await.unwrap();
}

async fn told(test: &TestPortal) -> Vec<(String, i64)> {
    let misses = misses(&test.system()).await.unwrap().into_iter();
    misses.map(|miss| (miss.words, miss.count)).collect()
}

#[tokio::test]
async fn administrators_see_the_most_frequent_first_and_nobody_else_does() {
    let test = testing::portal().await;
    sought(&test, &["Pix", "Boleto  bancário", "PÍX"]).await;
    test.clock.advance(Duration::from_hours(24));
    sought(&test, &["pix"]).await;
    let expected = [("pix".to_owned(), 3), ("boleto bancario".to_owned(), 1)];
    assert_eq!(told(&test).await, expected);
    let admin = test
        .person("admin@balcao.example", &[Role::Administrator])
        .await;
    let today = test.portal.now().date_naive();
    assert_eq!(misses(&admin).await.unwrap()[0].last, today);
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    assert!(matches!(misses(&ana).await, Err(Error::Forbidden(_))));
}

#[tokio::test]
async fn what_looks_like_somebodys_is_not_counted() {
    let test = testing::portal().await;
    sought(
        &test,
        &[
            "ana@bancoexemplo.com.br",
            "12.345.678/0001-95",
            "(11) 91234-5678",
            "123 45",
            "blc_a1b2c3d4e5f6g7h8i9j0k1l2m3",
            "A1b2C3d4E5",
            "0190163d-8694-739b-aea5-966c26f8ad91",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            " !? ",
            "",
        ],
    )
    .await;
    assert_eq!(told(&test).await, []);
    sought(&test, &["oauth2", "iso 8601"]).await;
    assert_eq!(told(&test).await.len(), 2);
}

#[tokio::test]
async fn what_is_older_than_ninety_days_is_forgotten() {
    let test = testing::portal().await;
    sought(&test, &["pix"]).await;
    test.clock.advance(Duration::from_hours(24 * 89));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(told(&test).await.len(), 1);
    test.clock.advance(Duration::from_hours(24));
    delete_stale(&test.portal).await.unwrap();
    assert_eq!(told(&test).await, []);
}

#[tokio::test]
async fn a_flood_of_different_words_is_bounded() {
    let test = testing::portal().await;
    let letters = |number: u32| char::from_u32(u32::from('a') + number % 26).unwrap();
    for number in 0..2_000 {
        let word = [number / 676, number / 26, number].map(letters);
        test.catalogue.misses.record(&String::from_iter(word));
    }
    test.catalogue.misses.flush(&test.portal).await.unwrap();
    assert_eq!(told(&test).await.len(), 200);
}
