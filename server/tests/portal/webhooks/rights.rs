//! Who sees webhooks, and who may change them.

use axum::http::StatusCode;
use domain::Role;
use locales::{Locale::PtBr, webhooks as t};

use super::*;
use crate::harness::BIA;

const PORTAL: &str = "/administracao/webhooks";
const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";

#[tokio::test]
async fn the_password_is_asked_for_before_anything_leads_elsewhere() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    office.app.clock.advance(Duration::from_hours(1));
    let wrong = [("current", "Outra-8-carroças")];
    let page = sends_form(&office.ana, &office.list(), &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of("endereco"), NOBODY);
    assert_eq!(page.texts("#current-error").len(), 1);
    for act in ["alterar", "segredo"] {
        let form = office.ana.get(&format!("{webhook}/{act}")).await;
        let revision = form.value_of("revisao");
        let fields = [
            ("revisao", &*revision),
            ("endereco", "https://empresa.example/"),
            ("eventos", "key.added"),
        ];
        let page = office.ana.post(&format!("{webhook}/{act}"), &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.texts("#current-error").len(), 1);
    }
    let made = sends_form(&office.ana, &office.list(), &[]).await;
    assert_eq!(made.heading(), t::made(PtBr));
}

#[tokio::test]
async fn a_stranger_finds_nothing_at_any_address() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let bia = office.app.bia().await;
    let elsa = office.app.signed_in("elsa@balcao.example", Role::ALL).await;
    let list = office.list();
    let delivery = format!("{webhook}/entregas/{NOWHERE}");
    let pages = [
        list.clone(),
        format!("{list}/novo"),
        webhook.clone(),
        format!("{webhook}/alterar"),
        format!("{webhook}/segredo"),
        format!("{webhook}/apagar"),
        delivery.clone(),
    ];
    let forms = [
        (format!("{list}/novo"), ""),
        (format!("{webhook}/alterar"), ""),
        (format!("{webhook}/segredo"), ""),
        (format!("{webhook}/apagar"), ""),
        (format!("{webhook}/testar"), ""),
        (format!("{webhook}/situacao"), "pausar"),
        (format!("{webhook}/situacao"), "retomar"),
        (format!("{delivery}/reenviar"), ""),
    ];
    for who in [&bia, &elsa] {
        for page in &pages {
            who.get(page).await.is(StatusCode::NOT_FOUND);
        }
        for (form, act) in &forms {
            let answer = who.post(form, &[("ato", *act)]).await;
            answer.is(StatusCode::NOT_FOUND);
        }
    }
    let row = office.ana.get(&list).await.text("tbody tr");
    assert!(row.contains(t::active(PtBr)), "{row}");
}

#[tokio::test]
async fn a_member_who_is_no_owner_sees_webhooks_without_buttons() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let bia = office.app.bia().await;
    office.app.joins(BIA, &office.group).await;
    let list = bia.get(&office.list()).await;
    assert!(list.html().contains(t::owners_only(PtBr)));
    assert_eq!(list.texts("tbody tr").len(), 1);
    let page = bia.get(&webhook).await;
    page.is(StatusCode::OK);
    for page in [list, page] {
        assert_eq!(page.texts("main form, .page-head a").len(), 0);
    }
    for act in ["alterar", "segredo", "apagar"] {
        let form = format!("{webhook}/{act}");
        bia.get(&form).await.is(StatusCode::FORBIDDEN);
        bia.post(&form, &[]).await.is(StatusCode::FORBIDDEN);
    }
    let test = bia.post(&format!("{webhook}/testar"), &[]).await;
    test.is(StatusCode::FORBIDDEN);
    let pause = [("ato", "pausar")];
    let paused = bia.post(&format!("{webhook}/situacao"), &pause).await;
    paused.is(StatusCode::FORBIDDEN);
    let new = format!("{}/novo", office.list());
    bia.get(&new).await.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn administrators_look_after_the_webhooks_of_the_portal() {
    let office = Office::start().await;
    let elsa = "elsa@balcao.example";
    let elsa = office.app.signed_in(elsa, &[Role::Administrator]).await;
    let list = elsa.get(PORTAL).await;
    assert!(list.html().contains(t::portal_lead(PtBr)));
    let current = list.texts(".local-nav [aria-current]");
    assert_eq!(current, [t::title(PtBr)]);
    let webhook = webhook_in(&sends_form(&elsa, PORTAL, &[]).await);
    let page = elsa.get(&webhook).await;
    let current = page.texts(".local-nav [aria-current]");
    assert_eq!(current[0], t::title(PtBr));
    // Members of companies have no part in it.
    office.ana.get(PORTAL).await.is(StatusCode::FORBIDDEN);
    office.ana.get(&webhook).await.is(StatusCode::NOT_FOUND);
    let deleted = elsa.post(&format!("{webhook}/apagar"), &[]).await;
    assert_eq!(deleted.location(), PORTAL);
    assert_eq!(elsa.get(PORTAL).await.flash(), t::deleted_now(PtBr));
}
