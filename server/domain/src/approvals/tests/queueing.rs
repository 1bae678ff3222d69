//! The queue: what is in it, in which order, and what comes next.

use std::time::Duration;

use super::*;
use crate::{
    Place,
    entities::request,
    managers::{self, Coverage},
    requests::{self, Pace, RequestOrder},
};

/// Ana's request for each of these companies, an hour after one another, and Carlos.
async fn companies(all: &[(&str, &str)]) -> (TestPortal, Scope, Vec<RequestId>) {
    let (test, ana, carlos) = people().await;
    let mut ids = Vec::new();
    for (number, (name, cnpj)) in all.iter().enumerate() {
        let group = NewGroup {
            legal_name: name.parse().unwrap(),
            cnpj: cnpj.parse().unwrap(),
            // Ana's own address needs no confirmation by mail.
            email: "ana@bancoexemplo.com.br".parse().unwrap(),
            ..new_group(&format!("Time {number}"))
        };
        let group = groups::create(&ana, group).await.unwrap();
        ids.push(asks(&ana, group).await.request);
        test.clock.advance(Duration::from_hours(1));
    }
    (test, carlos, ids)
}

const THREE: [(&str, &str); 3] = [
    ("Padaria São João Ltda.", "11.222.333/0001-81"),
    ("Banco Exemplo S.A.", CNPJ),
    ("Água Boa Ltda.", "34.028.316/0001-03"),
];

async fn finds(manager: &Scope, wanted: &Search) -> Vec<RequestId> {
    let found = search(manager, &manager.services().catalogue, wanted, Place::First).await;
    let items = found.unwrap().items.into_iter();
    items.map(|item| item.request.id).collect()
}

#[tokio::test]
async fn the_queue_is_sorted_as_one_wants() {
    let (_test, carlos, ids) = companies(&THREE).await;
    let sorted = |order| Search {
        order,
        ..Search::default()
    };
    assert_eq!(finds(&carlos, &sorted(RequestOrder::Age)).await, ids);
    assert_eq!(finds(&carlos, &sorted(RequestOrder::Target)).await, ids);
    let by_name = [ids[2], ids[1], ids[0]];
    assert_eq!(
        finds(&carlos, &sorted(RequestOrder::Company)).await,
        by_name
    );
}

#[tokio::test]
async fn a_company_is_found_by_name_number_or_root() {
    let (_test, carlos, ids) = companies(&THREE).await;
    for (typed, found) in [
        ("sao joao", vec![ids[0]]),
        ("BANCO", vec![ids[1]]),
        ("12.ABC.345/01DE-35", vec![ids[1]]),
        ("12abc345", vec![ids[1]]),
        ("34028316", vec![ids[2]]),
        ("99888777", vec![]),
    ] {
        let wanted = Search {
            company: typed.to_owned(),
            ..Search::default()
        };
        assert_eq!(finds(&carlos, &wanted).await, found, "{typed}");
    }
}

#[tokio::test]
async fn a_name_that_looks_like_a_root_is_found_as_a_name() {
    let (_test, carlos, ids) = companies(&[("Banco123 S.A.", CNPJ)]).await;
    let wanted = Search {
        company: "banco123".to_owned(),
        ..Search::default()
    };
    assert_eq!(finds(&carlos, &wanted).await, ids);
}

#[tokio::test]
async fn what_was_filed_before_there_were_companies_is_found_in_any_state() {
    let (test, carlos, ids) = companies(&THREE).await;
    is_rejected(&carlos, ids[0]).await;
    request::Entity::update_many()
        .col_expr(request::Column::Company, Expr::value(""))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    requests::set_missing_targets(&test.system()).await.unwrap();
    for (status, typed, found) in [
        (Status::Rejected, "sao joao", ids[0]),
        (Status::Pending, "agua boa", ids[2]),
    ] {
        let wanted = Search {
            status: Some(status),
            company: typed.to_owned(),
            ..Search::default()
        };
        assert_eq!(finds(&carlos, &wanted).await, [found], "{typed}");
    }
}

#[tokio::test]
async fn filters_narrow_down_what_words_find() {
    let (test, carlos, ids) = companies(&THREE).await;
    let smv = test.catalogue.current().by_slug("smv").unwrap().id;
    let score = test
        .catalogue
        .current()
        .by_slug("score-de-credito")
        .unwrap()
        .id;
    for (api, plan, query, found) in [
        (Some(smv), None, "", ids.clone()),
        (Some(score), None, "", vec![]),
        (Some(smv), Some(Plan::Trial), "padaria", vec![ids[0]]),
        (None, Some(Plan::PayPerUse), "padaria", vec![]),
    ] {
        let wanted = Search {
            api,
            plan,
            query: query.to_owned(),
            ..Search::default()
        };
        assert_eq!(finds(&carlos, &wanted).await, found, "{query}");
    }
}

#[tokio::test]
async fn every_order_is_read_forwards_and_backwards() {
    let many: Vec<_> = (0..7)
        .map(|number| format!("Empresa {}", 6 - number))
        .collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), CNPJ)).collect();
    let (test, carlos, _) = companies(&many).await;
    for order in [
        RequestOrder::Age,
        RequestOrder::Target,
        RequestOrder::Company,
    ] {
        let wanted = Search {
            order,
            ..Search::default()
        };
        let read = async |place: Place<RequestId>| {
            let found = page(&carlos, &test.catalogue, &wanted, (place, 3)).await;
            let found = found.unwrap();
            let ids: Vec<_> = found.items.iter().map(|it| it.request.id).collect();
            (ids, found.has_previous, found.has_next)
        };
        let all = finds(&carlos, &wanted).await;
        let (first, second) = (all[..3].to_vec(), all[3..6].to_vec());
        assert_eq!(read(Place::First).await, (first.clone(), false, true));
        let after = read(Place::After(all[2])).await;
        assert_eq!(after, (second.clone(), true, true));
        let last = read(Place::After(all[5])).await;
        assert_eq!(last, (vec![all[6]], true, false));
        assert_eq!(read(Place::Before(all[6])).await, (second, true, true));
        // The first page is whole, also where fewer stand before the place.
        assert_eq!(read(Place::Before(all[1])).await, (first, false, true));
    }
}

#[tokio::test]
async fn the_next_one_follows_what_was_decided() {
    let (test, carlos, ids) = companies(&THREE).await;
    let queue = Search::default();
    is_rejected(&carlos, ids[1]).await;
    let next = async |after: RequestId| {
        let found = next(&carlos, &test.catalogue, &queue, after).await.unwrap();
        found.map(|item| item.request.id)
    };
    assert_eq!(next(ids[1]).await, Some(ids[2]));
    // After the last one comes the first.
    assert_eq!(next(ids[2]).await, Some(ids[0]));
    is_rejected(&carlos, ids[2]).await;
    is_rejected(&carlos, ids[0]).await;
    assert_eq!(next(ids[0]).await, None);
}

#[tokio::test]
async fn what_waits_is_near_its_target_and_then_late() {
    let (test, ana, carlos) = people().await;
    // On a Monday at nine.
    asks(&ana, group(&ana).await).await;
    let pace = async || {
        let found = queue(&carlos, &test.catalogue).await.unwrap();
        found.items[0].waiting.unwrap().pace()
    };
    assert_eq!(pace().await, Pace::InTime);
    test.clock.advance(Duration::from_hours(24 + 4));
    assert_eq!(pace().await, Pace::Near);
    test.clock.advance(Duration::from_hours(4));
    assert_eq!(pace().await, Pace::Late);
}

#[tokio::test]
async fn there_is_a_count_for_each_status() {
    let (_test, carlos, ids) = companies(&THREE).await;
    is_rejected(&carlos, ids[0]).await;
    let counted = counts(&carlos, &Search::default()).await.unwrap();
    let count = |status| counted.iter().find(|(it, _)| *it == status).unwrap().1;
    assert_eq!(count(Status::Pending), 2);
    assert_eq!(count(Status::Rejected), 1);
    assert_eq!(count(Status::Approved), 0);
    assert_eq!(count_open(&carlos).await.unwrap(), 2);
}

#[tokio::test]
async fn a_manager_with_a_part_sees_it_by_default_and_all_if_they_want() {
    let (test, carlos, ids) = companies(&THREE).await;
    let root = test
        .person("root@balcao.example", &[Role::Administrator])
        .await;
    let part = Coverage::Only {
        apis: vec![],
        cnpj_roots: vec!["12ABC345".to_owned()],
    };
    let id = carlos.account_id().unwrap();
    managers::set_coverage(&root, id, part).await.unwrap();
    assert_eq!(finds(&carlos, &Search::default()).await, [ids[1]]);
    assert_eq!(count_open(&carlos).await.unwrap(), 1);
    let all = Search {
        part: SearchPart::All,
        ..Search::default()
    };
    assert_eq!(finds(&carlos, &all).await, ids);
    let own = first(&carlos, &test.catalogue, &all).await.unwrap();
    assert_eq!(own.map(|item| item.request.id), Some(ids[1]));
    let next = next(&carlos, &test.catalogue, &all, ids[1]).await;
    assert!(next.unwrap().is_none());
}

#[tokio::test]
async fn figures_tell_what_came_and_how_long_decisions_took() {
    let (test, carlos, ids) = companies(&THREE).await;
    // Three hours after the first one, on the same working day.
    approve(&carlos, &test.vault, ids[0], None).await.unwrap();
    is_rejected(&carlos, ids[1]).await;
    let told = numbers(&carlos, &test.catalogue, Period::Month)
        .await
        .unwrap();
    assert_eq!((told.totals.received, told.totals.decided()), (3, 2));
    assert_eq!((told.totals.approved, told.totals.rejected), (1, 1));
    let hours = |time: Option<chrono::TimeDelta>| time.unwrap().num_hours();
    assert_eq!(hours(told.totals.median), 2);
    assert_eq!(hours(told.totals.p90), 3);
    assert_eq!(told.days.len(), 30);
    assert_eq!(told.days[29].figures.received, 3);
    assert_eq!(told.apis[0].1.received, 3);
    assert_eq!(told.managers[0].1.decided(), 2);
}
