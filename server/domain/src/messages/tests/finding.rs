//! The list of messages.

use super::*;
use crate::{
    Role,
    messages::{Listed, MAX_COUNTED, Search, assign, close, count_open, list, wait_since},
    testing::{self, TestPortal},
};

async fn numbers(asker: &Scope, listed: Listed, query: &str) -> Vec<String> {
    let query = query.to_owned();
    let page = list(asker, &Search { listed, query }, None).await.unwrap();
    let items = page.items.into_iter();
    items.map(|it| it.message.number).collect()
}

/// So many messages of as many people, a minute apart.
async fn many(test: &TestPortal, count: usize) -> Vec<MessageId> {
    let mut ids = Vec::new();
    for n in 0..count {
        test.clock.advance(Duration::from_mins(1));
        let visitor = test.visitor_from(&format!("198.51.{n}.7"));
        let new = new_message(&format!("pessoa{n}@empresa.com.br"));
        ids.push(writes(&test.clock, &visitor, &new).await);
    }
    ids
}

#[tokio::test]
async fn open_ones_come_from_the_oldest_and_closed_ones_from_the_newest() {
    let test = testing::portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let ids = many(&test, 4).await;
    close(&julia, ids[0], 0).await.unwrap();
    close(&julia, ids[2], 0).await.unwrap();
    assign(&julia, ids[3], 0).await.unwrap();
    let (second, fourth) = ("M-2026-0002", "M-2026-0004");
    assert_eq!(numbers(&julia, Listed::Open, "").await, [second, fourth]);
    assert_eq!(numbers(&julia, Listed::Mine, "").await, [fourth]);
    assert_eq!(
        numbers(&julia, Listed::Closed, "").await,
        ["M-2026-0003", "M-2026-0001"]
    );
    assert_eq!(count_open(&julia).await.unwrap(), 2);
}

#[tokio::test]
async fn a_message_is_found_by_any_of_its_words() {
    let test = testing::portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let ids = many(&test, 3).await;
    assign(&julia, ids[1], 0).await.unwrap();
    for query in ["m-2026-0002", "pessoa1", "PESSOA1@empresa reis"] {
        for listed in [Listed::Open, Listed::Mine] {
            let found = numbers(&julia, listed, query).await;
            assert_eq!(found, ["M-2026-0002"], "{query}");
        }
        assert_eq!(numbers(&julia, Listed::Closed, query).await, [""; 0]);
    }
    assert_eq!(
        numbers(&julia, Listed::Open, "nao funciona ontem")
            .await
            .len(),
        3
    );
    assert_eq!(numbers(&julia, Listed::Open, "zeferina").await, [""; 0]);
    assert_eq!(numbers(&julia, Listed::Mine, "%").await, [""; 0]);
    close(&julia, ids[0], 0).await.unwrap();
    assert_eq!(
        numbers(&julia, Listed::Closed, "pessoa0").await,
        ["M-2026-0001"]
    );
    assert_eq!(numbers(&julia, Listed::Open, "pessoa0").await, [""; 0]);
}

#[tokio::test]
async fn a_long_list_comes_in_pages() {
    let test = testing::portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let ids = many(&test, 30).await;
    for query in ["", "reis"] {
        let wanted = Search {
            query: query.to_owned(),
            ..Search::default()
        };
        let first = list(&julia, &wanted, None).await.unwrap();
        let second = list(&julia, &wanted, first.next).await.unwrap();
        assert_eq!((first.items.len(), second.next), (25, None));
        let both = first.items.iter().chain(&second.items);
        let found: Vec<_> = both.map(|it| it.message.id).collect();
        assert_eq!(found, ids, "{query:?}");
    }
    assert!(count_open(&julia).await.unwrap() < MAX_COUNTED);
    let db = test.portal.db.reader();
    let last = test.portal.now();
    assert!(wait_since(db, last).await.unwrap());
    assert!(!wait_since(db, last + Duration::from_secs(1)).await.unwrap());
}
