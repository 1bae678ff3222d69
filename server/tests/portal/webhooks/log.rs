//! What was sent to a webhook, as its owner sees it.

use axum::http::StatusCode;
use locales::{Locale::PtBr, event_kinds, webhook_log as log, webhooks as t};

use super::*;
use crate::harness::BIA;

/// Where the log of a webhook leads.
fn deliveries(page: &Answer) -> Vec<String> {
    page.attributes("#entregas tbody a", "href")
}

#[tokio::test]
async fn a_test_stands_in_the_log_with_why_it_did_not_arrive() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let page = office.ana.get(&webhook).await;
    assert!(page.html().contains(log::no_deliveries(PtBr)));
    office.tests(&webhook).await;
    let page = office.ana.get(&webhook).await;
    assert_eq!(page.flash(), t::tested_now(PtBr));
    assert!(page.html().contains(t::failing_text(PtBr)));
    let row = page.text("#entregas tbody tr");
    for said in [event_kinds::test(PtBr), log::pending(PtBr), " 1 "] {
        assert!(row.contains(said), "{said} in {row}");
    }
    let list = office.ana.get(&office.list()).await;
    assert!(list.text("tbody tr").contains(t::failing(PtBr)));

    let delivery = deliveries(&page).remove(0);
    let page = office.ana.get(&delivery).await;
    assert_eq!(page.heading(), event_kinds::test(PtBr));
    let attempt = page.text(".timeline li");
    for said in [log::attempt(PtBr, "1"), log::no_connection(PtBr).to_owned()] {
        assert!(attempt.contains(&said), "{said} in {attempt}");
    }
    let body = page.text("#corpo-enviado");
    assert!(body.contains("webhook.test"), "{body}");
    assert!(page.text("main .facts").contains("msg_"));
    // It is on its way still.
    assert_eq!(page.texts("main form").len(), 0);
    office.deletes(&webhook).await;
}

#[tokio::test]
async fn the_log_is_filtered_by_state() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    office.tests(&webhook).await;
    for (query, count) in [
        ("", 1),
        ("?estado=a-caminho", 1),
        ("?estado=entregues", 0),
        ("?estado=nao-entregues", 0),
        ("?estado=nada", 1),
    ] {
        let page = office.ana.get(&format!("{webhook}{query}")).await;
        assert_eq!(deliveries(&page).len(), count, "{query}");
        assert_eq!(page.texts(".local-nav [aria-current]").len(), 1);
    }
    office.deletes(&webhook).await;
}

#[tokio::test]
async fn a_long_log_has_pages() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    for _ in 0..21 {
        let answer = office.ana.post(&format!("{webhook}/testar"), &[]).await;
        assert_eq!(answer.location(), webhook);
    }
    let first = office.ana.get(&format!("{webhook}?estado=a-caminho")).await;
    assert_eq!(deliveries(&first).len(), 20);
    let next = first.attributes(".pager [rel=next]", "href").remove(0);
    let last = office.ana.get(&next).await;
    assert_eq!(deliveries(&last).len(), 1);
    office.deletes(&webhook).await;
}

#[tokio::test]
async fn a_delivery_is_found_below_its_own_webhook_alone() {
    let office = Office::start().await;
    let (webhook, other) = (office.makes().await, office.makes().await);
    office.tests(&webhook).await;
    let page = office.ana.get(&webhook).await;
    let delivery = deliveries(&page).remove(0);
    let elsewhere = delivery.replace(&webhook, &other);
    office.ana.get(&elsewhere).await.is(StatusCode::NOT_FOUND);
    let again = format!("{elsewhere}/reenviar");
    let answer = office.ana.post(&again, &[]).await;
    answer.is(StatusCode::NOT_FOUND);
    let bia = office.app.bia().await;
    bia.get(&delivery).await.is(StatusCode::NOT_FOUND);
    office.app.joins(BIA, &office.group).await;
    bia.get(&delivery).await.is(StatusCode::OK);
    let again = bia.post(&format!("{delivery}/reenviar"), &[]).await;
    again.is(StatusCode::FORBIDDEN);
    office.deletes(&webhook).await;
}

#[tokio::test]
async fn nothing_is_sent_to_a_webhook_that_is_paused() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let state = format!("{webhook}/situacao");
    office
        .ana
        .post(&state, &[("ato", "pausar")])
        .await
        .location();
    let page = office.ana.get(&webhook).await;
    assert!(page.html().contains(t::paused_by_person_text(PtBr)));
    assert!(!page.html().contains(t::send_test(PtBr)));
    let answer = office.ana.post(&format!("{webhook}/testar"), &[]).await;
    assert_eq!(answer.location(), webhook);
    let page = office.ana.get(&webhook).await;
    assert_eq!(page.flash(), t::is_paused(PtBr));
    assert!(deliveries(&page).is_empty());
}

#[tokio::test]
async fn what_was_given_up_pauses_the_webhook_and_can_be_sent_again() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    office.tests(&webhook).await;
    let page = office.ana.get(&webhook).await;
    let delivery = deliveries(&page).remove(0);
    let pending = office.ana.post(&format!("{delivery}/reenviar"), &[]).await;
    assert_eq!(pending.location(), delivery);
    let page = office.ana.get(&delivery).await;
    assert_eq!(page.flash(), t::is_pending(PtBr));
    // Each wait is shorter than a day.
    for _ in 0..9 {
        office.app.clock.advance(Duration::from_hours(24));
        office.app.works().await;
    }
    let ana = office.app.signs_in(ANA).await;
    let page = ana.get(&webhook).await;
    assert!(page.html().contains(t::paused_failing_text(PtBr)));
    let page = ana.get(&format!("{webhook}?estado=nao-entregues")).await;
    assert_eq!(deliveries(&page), std::slice::from_ref(&delivery));
    let page = ana.get(&delivery).await;
    // The worker looked once a day.
    assert_eq!(page.texts(".timeline li").len(), 5);
    assert_eq!(page.texts("main form").len(), 0, "the webhook is paused");
    let resume = [("ato", "retomar")];
    let state = format!("{webhook}/situacao");
    ana.post(&state, &resume).await.location();
    let page = ana.get(&delivery).await;
    assert_eq!(page.text("main form button"), log::send_again(PtBr));
    let again = ana.post(&format!("{delivery}/reenviar"), &[]).await;
    assert_eq!(again.location(), delivery);
    let page = ana.get(&delivery).await;
    assert_eq!(page.flash(), t::resent_now(PtBr));
    let office = Office { ana, ..office };
    office.deletes(&webhook).await;
}
