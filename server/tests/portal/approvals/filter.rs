//! Finding an application among all.

use std::time::Duration;

use locales::{Locale::PtBr, approvals, terms};

use crate::harness::{ANA, Answer, GROUP, TestApp, Visitor, but, id_in};

fn numbers(page: &Answer) -> Vec<String> {
    page.texts("tbody .table__title")
}

/// Ana's approved, her suspended and her pending request, in this order; and Carlos.
async fn three() -> (TestApp, Visitor) {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (app.signed_in(ANA, &[]).await, app.carlos().await);
    for name in ["Antifraude", "Crédito", "Cobrança"] {
        let answer = ana.post("/grupos/novo", &but(&GROUP, "name", name)).await;
        let group = id_in(answer.location());
        app.knows_address_of(&group).await;
        let request = app.requests(&ana, &group).await;
        if name != "Cobrança" {
            app.approves(&carlos, &request).await;
        }
        if name == "Crédito" {
            app.suspends(&carlos, &request).await;
        }
        app.clock.advance(Duration::from_hours(1));
    }
    (app, carlos)
}

#[tokio::test]
async fn each_state_has_its_list_in_the_address() {
    let (_app, carlos) = three().await;
    for (state, found) in [
        ("", &["2026-0003"][..]),
        ("em-analise", &["2026-0003"]),
        ("aprovadas", &["2026-0001"]),
        ("suspensas", &["2026-0002"]),
        ("revogadas", &[]),
        ("recusadas", &[]),
        ("canceladas", &[]),
        ("todas", &["2026-0003", "2026-0002", "2026-0001"]),
        ("quaisquer", &["2026-0003"]),
    ] {
        let page = carlos.get(&format!("/aprovacoes?estado={state}")).await;
        assert_eq!(numbers(&page), found, "{state}");
    }
    let page = carlos.get("/aprovacoes?estado=todas").await;
    assert_eq!(
        page.texts("tbody .stamp"),
        [
            terms::state_pending(PtBr),
            terms::state_suspended(PtBr),
            terms::state_approved(PtBr)
        ]
    );
    assert_eq!(
        page.attributes("#estado option[selected]", "value"),
        ["todas"]
    );
}

#[tokio::test]
async fn words_are_found_whatever_their_case_and_accents() {
    let (_app, carlos) = three().await;
    for (query, found) in [
        ("CREDITO", &["2026-0002"][..]),
        ("abertura+cobranca", &["2026-0003"]),
        (
            "12.abc.345%2F01de-35+fraude+antifraude",
            &["2026-0003", "2026-0002", "2026-0001"],
        ),
        ("2026-0001", &["2026-0001"]),
        ("Ana+Souza", &["2026-0003", "2026-0002", "2026-0001"]),
    ] {
        let page = carlos
            .get(&format!("/aprovacoes?estado=todas&busca={query}"))
            .await;
        assert_eq!(numbers(&page), found, "{query}");
    }
}

#[tokio::test]
async fn what_is_not_in_one_state_is_looked_for_in_all() {
    let (_app, carlos) = three().await;
    let page = carlos.get("/aprovacoes?busca=Cr%C3%A9dito").await;
    assert_eq!(page.text(".empty h2"), approvals::none_title(PtBr));
    assert_eq!(page.value_of("busca"), "Crédito");
    let everywhere = page.attributes(".empty a", "href").remove(0);
    let page = carlos.get(&everywhere).await;
    assert_eq!(numbers(&page), ["2026-0002"]);
    let page = carlos.get("/aprovacoes?busca=padaria&estado=todas").await;
    assert_eq!(page.texts(".empty a"), [""; 0]);
}

#[tokio::test]
async fn a_search_goes_on_page_by_page() {
    let app = TestApp::start_with_catalogue().await;
    let (ana, carlos) = (app.signed_in(ANA, &[]).await, app.carlos().await);
    for count in 1..=26 {
        let group = ana.creates_group(&format!("Time {count}")).await;
        let request = app.requests(&ana, &group).await;
        app.approves(&carlos, &request).await;
    }
    let page = carlos.get("/aprovacoes?estado=aprovadas&busca=time").await;
    assert_eq!(numbers(&page).len(), 25);
    let next = page.attributes(".pager a[rel=next]", "href").remove(0);
    let page = carlos.get(&next).await;
    assert_eq!(numbers(&page), ["2026-0001"]);
    let back = page.attributes(".pager a[rel=prev]", "href").remove(0);
    assert!(back.starts_with("/aprovacoes?busca=time&estado=aprovadas&antes="));
    assert_eq!(numbers(&carlos.get(&back).await).len(), 25);
    app.rests().await;
}
