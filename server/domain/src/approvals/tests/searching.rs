//! Finding one application among all.

use super::*;
use crate::{
    Error, Place, TwoWayPage,
    entities::{account, permission_group, request},
};

/// The numbers that a manager finds.
async fn finds(manager: &Scope, status: Option<Status>, query: &str) -> Vec<String> {
    let wanted = Search {
        status,
        query: query.to_owned(),
        ..Search::default()
    };
    let page = search(
        manager,
        &manager.services().catalogue,
        &wanted,
        Place::First,
    )
    .await
    .unwrap();
    let found = page.items.into_iter();
    found.map(|item| item.request.number).collect()
}

/// Ana's approved, her suspended and her pending request, in this order.
async fn three() -> (TestPortal, Scope, Scope, [RequestId; 3]) {
    let (test, ana, carlos) = people().await;
    let mut ids = Vec::new();
    for name in ["Antifraude", "Crédito", "Cobrança"] {
        test.clock.advance(std::time::Duration::from_hours(1));
        let group = groups::create(&ana, new_group(name)).await.unwrap();
        ids.push(asks(&ana, group).await.request);
    }
    approve(&carlos, &test.vault, ids[0], None).await.unwrap();
    approve(&carlos, &test.vault, ids[1], None).await.unwrap();
    suspend(&carlos, ids[1].application(), reason())
        .await
        .unwrap();
    (test, ana, carlos, [ids[0], ids[1], ids[2]])
}

#[tokio::test]
async fn every_status_is_listed_by_itself_and_all_together_the_newest_first() {
    let (_test, ana, carlos, _) = three().await;
    writes(&ana, group(&ana).await).await;
    for (status, numbers) in [
        (Some(Status::Approved), &["2026-0001"][..]),
        (Some(Status::Suspended), &["2026-0002"]),
        (Some(Status::Pending), &["2026-0003"]),
        (Some(Status::Revoked), &[]),
        (Some(Status::Rejected), &[]),
        (Some(Status::Cancelled), &[]),
        (None, &["2026-0003", "2026-0002", "2026-0001"]),
    ] {
        for query in ["", "banco"] {
            let found = finds(&carlos, status, query).await;
            assert_eq!(found, numbers, "{status:?} {query}");
        }
    }
}

#[tokio::test]
async fn every_word_counts_whatever_its_case_and_accents() {
    let (_test, ana, carlos, ids) = three().await;
    let keys = keys(&ana, ids[1].application()).await.unwrap();
    let key = keys.public_key.to_string();
    for (query, numbers) in [
        ("CREDITO", &["2026-0002"][..]),
        ("banco cobrança", &["2026-0003"]),
        ("2026-0001", &["2026-0001"]),
        ("12.abc.345/01de-35 credito", &["2026-0002"]),
        ("12ABC34501DE35 cobranca", &["2026-0003"]),
        ("ana@bancoexemplo cobranca", &["2026-0003"]),
        (&key, &["2026-0002"]),
        ("padaria", &[]),
        ("%", &[]),
        ("padaria\0banco", &[]),
    ] {
        assert_eq!(finds(&carlos, None, query).await, numbers, "{query}");
    }
    assert_eq!(finds(&carlos, None, "  ").await.len(), 3);
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page() {
    let (test, ana, carlos) = people().await;
    for count in 1..=27 {
        let group = NewGroup {
            // Ana's own address needs no confirmation by mail.
            email: "ana@bancoexemplo.com.br".parse().unwrap(),
            ..new_group(&format!("Time {count}"))
        };
        let group = groups::create(&ana, group).await;
        let id = asks(&ana, group.unwrap()).await.request;
        approve(&carlos, &test.vault, id, None).await.unwrap();
    }
    let wanted = Search {
        status: Some(Status::Approved),
        query: "banco".to_owned(),
        ..Search::default()
    };
    let page = async |place: Place<RequestId>| {
        let found = search(&carlos, &test.catalogue, &wanted, place);
        found.await.unwrap()
    };
    let first = page(Place::First).await;
    let last = first.items.last().unwrap().request.id;
    let rest = page(Place::After(last)).await;
    assert_eq!((first.items.len(), rest.items.len()), (25, 2));
    assert!(first.has_next && !rest.has_next && rest.has_previous);
    let back = page(Place::Before(rest.items[0].request.id)).await;
    let ids = |page: &TwoWayPage<QueueItem>| -> Vec<_> {
        page.items.iter().map(|item| item.request.id).collect()
    };
    assert_eq!(ids(&back), ids(&first));
    let all = first.items.iter().chain(&rest.items);
    let mut all: Vec<_> = all.map(|item| item.request.id).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 27);
}

#[tokio::test]
async fn an_approved_upgrade_is_no_application_in_use() {
    let (test, ana, carlos, ids) = three().await;
    let filed = request_plan_change(&ana, &test.catalogue, ids[0].application()).await;
    let filed = filed.unwrap();
    approve(&carlos, &test.vault, filed.request, None)
        .await
        .unwrap();
    for query in ["", "banco"] {
        let approved = finds(&carlos, Some(Status::Approved), query).await;
        assert_eq!(approved, ["2026-0001"], "{query}");
    }
    assert_eq!(finds(&carlos, None, &filed.number).await, [filed.number]);
}

#[tokio::test]
async fn only_contract_managers_search() {
    let (test, ana, ..) = three().await;
    for asker in [&ana, &test.scope()] {
        let found = search(asker, &test.catalogue, &Search::default(), Place::First).await;
        assert!(matches!(found, Err(Error::Forbidden(_))));
    }
}

#[tokio::test]
async fn what_is_renamed_is_found_by_its_new_name_alone() {
    let (test, ana, carlos, _) = three().await;
    let db = test.portal.db.writer();
    permission_group::Entity::update_many()
        .col_expr(
            permission_group::Column::SearchText,
            Expr::value("padaria aurora"),
        )
        .filter(permission_group::Column::Name.eq("Crédito"))
        .exec(db)
        .await
        .unwrap();
    assert_eq!(finds(&carlos, None, "padaria").await, ["2026-0002"]);
    assert_eq!(finds(&carlos, None, "banco credito").await, [""; 0]);
    account::Entity::update_many()
        .col_expr(account::Column::SearchText, Expr::value("beatriz reis"))
        .filter(account::Column::Id.eq(ana.account_id()))
        .exec(db)
        .await
        .unwrap();
    assert_eq!(finds(&carlos, None, "beatriz").await.len(), 3);
    assert_eq!(finds(&carlos, None, "souza 2026-0001").await, [""; 0]);
}

#[tokio::test]
async fn what_is_gone_is_not_found() {
    let (test, _, carlos, ids) = three().await;
    request::Entity::delete_by_id(ids[2])
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(
        finds(&carlos, None, "banco").await,
        ["2026-0002", "2026-0001"]
    );
}

#[tokio::test]
async fn a_short_word_is_looked_for_where_words_begin() {
    let (_test, _, carlos, _) = three().await;
    for (query, numbers) in [
        ("c antifraude@", &["2026-0003", "2026-0002"][..]),
        ("co 2026", &["2026-0003"]),
        ("ra 2026", &[]),
        ("an so", &["2026-0003", "2026-0002", "2026-0001"]),
    ] {
        assert_eq!(finds(&carlos, None, query).await, numbers, "{query}");
    }
}
