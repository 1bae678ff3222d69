//! One request, with the evidence beside it.

use std::time::Duration;

use axum::http::StatusCode;
use domain::accounts::{CorporateMailMode, CorporateMailPolicy};
use locales::{Locale::PtBr, ages, approvals, terms};

use super::address;
use crate::harness::{APPLICATION, Answer, GROUP, REASON, TestApp, Visitor, but, id_in};

/// What stands beside the request: the CNPJ, the domain, both mail services, the members.
fn evidence(page: &Answer) -> Vec<String> {
    page.texts("aside dd")
}

#[tokio::test]
async fn all_that_the_applicant_wrote_is_there() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.heading(), approvals::title(PtBr, "2026-0001"));
    assert_eq!(page.text(".page-head .stamp"), terms::state_pending(PtBr));
    assert_eq!(
        page.texts(".stack > .panel dd"),
        [
            "Verificação silenciosa de número móvel (SMV)",
            "Trial",
            APPLICATION[0].1,
            APPLICATION[1].1,
            "7 de setembro de 2026, 9h00",
            "Ana Souza ana@empresa.com.br",
            "Banco Exemplo – Antifraude",
            "Banco Exemplo S.A.",
            "12.ABC.345/01DE-35",
            "antifraude@empresa.com.br",
            "(11) 98765-4321",
            approvals::check_digits(PtBr),
            approvals::same_domain(PtBr),
            approvals::corporate_mail(PtBr),
            approvals::corporate_mail(PtBr),
            "1",
            "Ana Souza ana@empresa.com.br",
            ages::just_now(PtBr)
        ]
    );
}

#[tokio::test]
async fn markup_of_an_applicant_is_text() {
    let (app, ana, _) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let group = ana.creates_group("<script>alert(1)</script>").await;
    let request = app.requests(&ana, &group).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.texts("script"), [""; 0]);
    assert!(
        page.texts("dd")
            .contains(&"<script>alert(1)</script>".to_owned())
    );
}

/// Somebody asks in the name of a company of their own; the request's id.
async fn asks_for(app: &TestApp, applicant: &Visitor, cnpj: &str, name: &str) -> String {
    let form = but(&GROUP, "cnpj", cnpj);
    let form = but(&form, "name", name);
    let group = id_in(applicant.post("/grupos/novo", &form).await.location());
    let request = app.requests(applicant, &group).await;
    app.clock.advance(Duration::from_hours(1));
    request
}

#[tokio::test]
async fn earlier_requests_of_the_company_are_told_whatever_the_establishment() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in("ana@empresa.com.br", &[]).await;
    let carlos = app.carlos().await;
    let before = asks_for(&app, &ana, "11.222.333/0001-81", "Matriz").await;
    app.rejects(&carlos, &before).await;
    asks_for(&app, &ana, "34.028.316/0001-03", "Outra empresa").await;
    let now = asks_for(&app, &ana, "11.222.333/0002-62", "Filial").await;
    let after = asks_for(&app, &ana, "11.222.333/0001-81", "Depois").await;

    let page = carlos.get(&address(&now)).await;
    assert_eq!(page.texts("aside .lines .mono"), ["2026-0001"]);
    assert_eq!(
        page.text("aside .lines .stamp"),
        terms::state_rejected(PtBr)
    );
    assert_eq!(
        page.attributes("aside .lines a", "href"),
        [address(&before)]
    );
    let page = carlos.get(&address(&after)).await;
    assert_eq!(page.texts("aside .lines .mono"), ["2026-0003", "2026-0001"]);
    let page = carlos.get(&address(&before)).await;
    assert!(page.text("aside").ends_with(approvals::no_earlier(PtBr)));
}

#[tokio::test]
async fn a_free_address_and_another_domain_are_told() {
    let app = TestApp::start_with(|setup| {
        setup.corporate_mail = CorporateMailPolicy {
            mode: CorporateMailMode::Off,
            allow: vec![],
            deny: vec![],
        };
    })
    .await
    .with_catalogue()
    .await;
    let zeca = app.signed_in("zeca@gmail.com", &[]).await;
    let carlos = app.carlos().await;
    let answer = zeca.post("/grupos/novo", &GROUP).await;
    let group = id_in(answer.location());
    let request = app.requests(&zeca, &group).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(
        evidence(&page)[1..4],
        [
            approvals::other_domain(PtBr).to_owned(),
            approvals::free_mail(PtBr).to_owned(),
            format!(
                "{} {}",
                approvals::corporate_mail(PtBr),
                approvals::unconfirmed_mail(PtBr)
            )
        ]
    );
}

#[tokio::test]
async fn another_legal_name_with_the_same_cnpj_is_told() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let first = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_hours(1));
    let form = but(&GROUP, "legal_name", "Padaria Exemplo Ltda.");
    let form = but(&form, "name", "Padaria");
    let group = id_in(ana.post("/grupos/novo", &form).await.location());
    let request = app.requests(&ana, &group).await;
    let said = format!(
        "{} {}",
        approvals::other_legal_name(PtBr),
        approvals::used_before(PtBr, "Banco Exemplo S.A.")
    );
    let page = carlos.get(&address(&request)).await;
    assert_eq!(evidence(&page)[1], said);
    let earlier = page.text("aside .lines li");
    assert!(earlier.contains("Banco Exemplo S.A. · Banco Exemplo – Antifraude"));
    let page = carlos.get(&address(&first)).await;
    assert_eq!(evidence(&page)[1], approvals::same_domain(PtBr));
}

#[tokio::test]
async fn a_decided_one_shows_the_decision_in_place_of_the_form() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.texts("main form:not(.assign)").len(), 1);
    assert_eq!(page.text("[for=reason]"), approvals::message(PtBr));
    assert_eq!(page.texts(".page-head time").len(), 1, "its age");
    app.rejects(&carlos, &request).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.texts("main form:not(.assign)"), [""; 0]);
    assert_eq!(page.texts(".page-head time"), [""; 0]);
    let decision = page.texts(".columns > .panel dd");
    assert_eq!(
        decision,
        [
            terms::state_rejected(PtBr),
            "Carlos Lima",
            "7 de setembro de 2026, 9h01",
            REASON
        ]
    );
    let labels = page.texts(".columns > .panel dt");
    assert_eq!(labels.last().unwrap(), terms::reason(PtBr));
}

#[tokio::test]
async fn what_was_said_with_an_approval_is_a_remark() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    carlos
        .decides(&request, "aprovar", "Boas-vindas.")
        .await
        .location();
    app.works().await;
    let page = carlos.get(&address(&request)).await;
    let labels = page.texts(".columns > .panel dt");
    assert!(
        labels.contains(&terms::remark(PtBr).to_owned()),
        "{labels:?}"
    );
    assert!(
        !labels.contains(&terms::reason(PtBr).to_owned()),
        "{labels:?}"
    );
}

#[tokio::test]
async fn what_was_never_filed_is_not_found() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let draft = ana.writes(&group).await;
    let nowhere = "00000000-0000-7000-8000-000000000000";
    for id in [&draft, nowhere, "1", "%FF"] {
        let answer = carlos.get(&address(id)).await;
        answer.is(StatusCode::NOT_FOUND);
        for button in ["aprovar", "rejeitar"] {
            for reason in ["", REASON] {
                let answer = carlos.decides(id, button, reason).await;
                answer.is(StatusCode::NOT_FOUND);
            }
        }
    }
    assert_eq!(app.rows("credentials").await, 0);
}

#[tokio::test]
async fn one_without_the_role_decides_nothing() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    ana.get(&address(&request)).await.is(StatusCode::FORBIDDEN);
    for button in ["aprovar", "rejeitar"] {
        let answer = ana.decides(&request, button, REASON).await;
        answer.is(StatusCode::FORBIDDEN);
    }
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.text(".page-head .stamp"), terms::state_pending(PtBr));
}
