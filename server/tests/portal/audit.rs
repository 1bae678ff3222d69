//! Administration: the audit trail.

use std::time::Duration;

use axum::http::{StatusCode, header};
use domain::{Role, audit, audit::Action};
use locales::{
    Locale::{En, PtBr},
    audit as t, events,
};
use serde_json::Value;

use crate::harness::{ANA, TestApp, Visitor};

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/auditoria";

async fn administrator(app: &TestApp) -> Visitor {
    app.signed_in(DORA, &[Role::Administrator]).await
}

/// Dora gives Ana a role.
async fn gives_a_role(app: &TestApp, dora: &Visitor) -> String {
    let ana = app.knows(("Ana", "Souza"), ANA, &[]).await;
    app.clock.advance(Duration::from_mins(1));
    let form = format!("/administracao/pessoas/{ana}/papeis");
    dora.post(&form, &[("support", "true"), ("seen", "")])
        .await
        .location();
    app.works().await;
    ana.to_string()
}

#[tokio::test]
async fn who_gave_a_role_is_found_by_action_person_object_and_period() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let ana = gives_a_role(&app, &dora).await;
    for query in [
        "acao=account.roles-changed".to_owned(),
        format!("objeto={ana}&acao=account.roles-changed"),
        format!("quem={DORA}&acao=account.roles-changed&de=2026-01-01&ate=2027-01-01"),
    ] {
        let page = dora.get(&format!("{PAGE}?{query}")).await;
        page.is(StatusCode::OK);
        let row = page.text("tbody tr:first-child");
        assert!(row.contains(events::roles_changed(PtBr)), "{query}: {row}");
        assert!(row.contains("(none) → support"), "{query}: {row}");
    }
    let page = dora.get(&format!("{PAGE}?ate=2001-01-01")).await;
    assert_eq!(page.text(".empty h2"), t::none_title(PtBr));
}

#[tokio::test]
async fn what_is_no_filter_is_told_beside_its_field() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let page = dora
        .get(&format!(
            "{PAGE}?quem=ninguem%40x.example&objeto=x&de=ontem"
        ))
        .await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.error_of("quem").contains(t::no_such_person(PtBr)));
    assert!(page.error_of("objeto").contains(t::no_identifier(PtBr)));
    assert!(page.error_of("de").contains(t::no_day(PtBr)));
}

#[tokio::test]
async fn an_event_shows_its_place_in_the_chain_once_it_is_sealed() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    gives_a_role(&app, &dora).await;
    let list = dora
        .get(&format!("{PAGE}?acao=account.roles-changed"))
        .await;
    let link = &list.attributes("tbody a", "href")[0];
    let page = dora.get(link).await;
    assert_eq!(page.heading(), events::roles_changed(PtBr));
    assert!(page.html().contains(t::not_sealed(PtBr)));
    audit::seal(&app.portal, &app.vault).await.unwrap();
    let page = dora.get(link).await;
    assert!(page.html().contains(t::sealed_at(PtBr)));
    assert!(page.html().contains("account.roles-changed"));
    dora.get(&format!("{PAGE}/019a3c5e-7d31-7bb2-9d53-0f6c2e4a8b10"))
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_lead_forward_and_back() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    for _ in 0..audit::SEARCH_PAGE + 5 {
        let (db, subject) = (app.portal.db.writer(), audit::Subject::Nobody);
        audit::record(db, &app.system(), Action::JobDropped, subject)
            .await
            .unwrap();
    }
    let query = "?acao=job.dropped";
    let first = dora.get(&format!("{PAGE}{query}")).await;
    assert_eq!(first.texts("tbody tr").len(), audit::SEARCH_PAGE);
    assert_eq!(first.attributes(".pager a", "rel"), ["next"]);
    let second = dora.get(&first.attributes(".pager a", "href")[0]).await;
    assert_eq!(second.texts("tbody tr").len(), 5);
    assert_eq!(second.attributes(".pager a", "rel"), ["prev"]);
    let back = dora.get(&second.attributes(".pager a", "href")[0]).await;
    assert_eq!(back.texts("tbody tr"), first.texts("tbody tr"));
}

#[tokio::test]
async fn a_search_is_exported_as_files_and_that_is_recorded() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    gives_a_role(&app, &dora).await;
    let fields = |format| [("acao", "account.roles-changed"), ("formato", format)];
    let export = format!("{PAGE}/exportar");
    let csv = dora.post(&export, &fields("csv")).await;
    csv.is(StatusCode::OK);
    assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let lines: Vec<_> = csv.html().lines().collect();
    assert!(lines[0].contains("actor_email"), "{lines:?}");
    assert!(lines[2].contains(DORA), "{lines:?}");
    app.clock.advance(Duration::from_mins(1));
    let json = dora.post(&export, &fields("jsonl")).await;
    let event: Value = serde_json::from_str(json.html().lines().next().unwrap()).unwrap();
    assert_eq!(event["action"], "account.roles-changed");
    let trail = app.trail(Action::AuditExported).await;
    let details: Vec<_> = trail
        .iter()
        .filter_map(|it| it.details.as_deref())
        .collect();
    assert_eq!(
        details,
        [
            "csv: action=account.roles-changed",
            "jsonl: action=account.roles-changed"
        ]
    );
    dora.post(&export, &[("formato", "exe")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn actions_are_named_in_the_readers_language() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    dora.reads_in(En).await;
    let page = dora.get(PAGE).await;
    assert_eq!(page.heading(), t::title(En));
    assert!(
        page.texts("#acao option")
            .contains(&events::roles_changed(En).to_owned())
    );
}
