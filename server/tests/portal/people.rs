//! Administration: who has which role.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{Role, audit::Action, ids::AccountId};
use locales::{Locale::PtBr, confirmation, fields, flash, mail, support};

use crate::harness::{ANA, Answer, PASSWORD, TestApp, Visitor};

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/pessoas";

async fn administrator(app: &TestApp) -> (Visitor, AccountId) {
    let id = app
        .knows(("Dora", "Reis"), DORA, &[Role::Administrator])
        .await;
    (app.signs_in(DORA).await, id)
}

async fn gives(dora: &Visitor, id: AccountId, roles: &[&str]) -> Answer {
    let page = dora.get(PAGE).await;
    gives_at(&page, dora, id, roles).await
}

/// At a page that was opened before.
async fn gives_at(page: &Answer, dora: &Visitor, id: AccountId, roles: &[&str]) -> Answer {
    let action = format!("{PAGE}/{id}/papeis");
    let seen = page.attributes(&format!("form[action='{action}'] [name=seen]"), "value");
    let boxes = roles.iter().map(|role| (*role, "true"));
    let seen = seen.first().map_or("", String::as_str);
    let fields: Vec<_> = boxes.chain([("seen", seen)]).collect();
    dora.post(&action, &fields).await
}

fn checked(page: &Answer, id: AccountId) -> Vec<String> {
    page.attributes(
        &format!("form[action='{PAGE}/{id}/papeis'] input[checked]"),
        "name",
    )
}

#[tokio::test]
async fn roles_take_effect_at_the_next_request() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    let ana = app.signs_in(ANA).await;
    ana.get("/suporte/contas").await.is(StatusCode::FORBIDDEN);
    assert_eq!(gives(&dora, id, &["support"]).await.location(), PAGE);
    let page = dora.get(PAGE).await;
    assert_eq!(page.flash(), flash::roles_saved(PtBr));
    assert_eq!(checked(&page, id), ["support"]);
    ana.get("/suporte/contas").await.is(StatusCode::OK);
    ana.get("/aprovacoes").await.is(StatusCode::FORBIDDEN);

    gives(&dora, id, &["contract-manager"]).await.location();
    ana.get("/suporte/contas").await.is(StatusCode::FORBIDDEN);
    ana.get("/aprovacoes").await.is(StatusCode::OK);

    gives(&dora, id, &[]).await.location();
    ana.get("/aprovacoes").await.is(StatusCode::FORBIDDEN);
    ana.get("/conta").await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn an_old_page_undoes_nothing() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[Role::Support]).await;
    let opened_early = dora.get(PAGE).await;
    gives(&dora, id, &["support", "administrator"])
        .await
        .location();
    let both = ["support", "contract-manager"];
    gives_at(&opened_early, &dora, id, &both).await.location();
    let all = ["contract-manager", "support", "administrator"];
    assert_eq!(checked(&dora.get(PAGE).await, id), all);

    let nothing: [(&str, &str); 0] = [];
    let empty = dora.post(&format!("{PAGE}/{id}/papeis"), &nothing).await;
    empty.location();
    assert_eq!(checked(&dora.get(PAGE).await, id), all);
    app.works().await;
}

#[tokio::test]
async fn whoever_may_do_another_thing_is_told_by_mail() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    gives(&dora, id, &["support"]).await.location();
    app.works().await;
    let [told] = &app.inbox.mails_to(ANA)[..] else {
        panic!("one change is one mail");
    };
    assert_eq!(told.subject, mail::roles_subject(PtBr));
    for line in [
        mail::roles_before(PtBr, mail::roles_none(PtBr)),
        mail::roles_after(PtBr, support::support_role(PtBr)),
    ] {
        assert!(told.text.contains(&line), "{}", told.text);
    }
}

#[tokio::test]
async fn whoever_is_given_two_roles_reads_of_both_in_one_sentence() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    gives(&dora, id, &["contract-manager", "support"])
        .await
        .location();
    app.works().await;
    let [told] = &app.inbox.mails_to(ANA)[..] else {
        panic!("one change is one mail");
    };
    assert!(
        told.text.contains("Agora: Gestor de contrato e Suporte."),
        "{}",
        told.text
    );
}

#[tokio::test]
async fn after_half_an_hour_the_password_is_asked_for_first() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    app.clock.advance(Duration::from_mins(30));
    let asked = gives(&dora, id, &["support"]).await;
    asked.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.heading(), confirmation::title(PtBr));
    assert_eq!(asked.value_of("support"), "true");
    assert_eq!(app.trail(Action::RolesChanged).await.len(), 1);

    let action = format!("{PAGE}/{id}/papeis");
    assert_eq!(
        asked.attributes("form:has([name=current])", "action"),
        vec![action.clone()]
    );
    let with = |password| [("support", "true"), ("current", password)];
    let wrong = dora.post(&action, &with("Errada-7-cavalos")).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.error_of("current"), fields::password_wrong(PtBr));
    assert_eq!(wrong.value_of("support"), "true");
    assert_eq!(dora.post(&action, &with(PASSWORD)).await.location(), PAGE);
    assert_eq!(checked(&dora.get(PAGE).await, id), ["support"]);
    app.works().await;
}

#[tokio::test]
async fn each_change_is_on_the_record() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    gives(&dora, id, &["support", "contract-manager"])
        .await
        .location();
    app.clock.advance(Duration::from_mins(1));
    gives(&dora, id, &[]).await.location();
    let mut trail = app.trail(Action::RolesChanged).await;
    trail.retain(|entry| entry.subject.as_deref() == Some(ANA));
    let details: Vec<_> = trail.iter().map(|entry| entry.details.as_deref()).collect();
    let expected = [
        "(none) → contract-manager, support",
        "contract-manager, support → (none)",
    ];
    assert_eq!(details, expected.map(Some));
    for entry in trail {
        assert_eq!(entry.actor.as_deref(), Some(DORA));
        assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
        assert!(entry.request_id.is_some());
    }
    app.works().await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let app = TestApp::start().await;
    let (dora, id) = administrator(&app).await;
    assert_eq!(gives(&dora, id, &["support"]).await.location(), PAGE);
    let page = dora.get(PAGE).await;
    assert_eq!(page.flash(), flash::last_administrator(PtBr));
    assert_eq!(checked(&page, id), ["administrator"]);

    let ana = app.knows(("Ana", "Souza"), ANA, &[]).await;
    gives(&dora, ana, &["administrator"]).await.location();
    gives(&dora, id, &[]).await.location();
    dora.get(PAGE).await.is(StatusCode::FORBIDDEN);
    app.signs_in(ANA).await.get(PAGE).await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn nobody_gives_themselves_a_role() {
    let app = TestApp::start().await;
    let staff = [Role::Support, Role::ContractManager];
    let id = app.knows(("Ana", "Souza"), ANA, &staff).await;
    let ana = app.signs_in(ANA).await;
    gives(&ana, id, &["administrator"])
        .await
        .is(StatusCode::FORBIDDEN);
    ana.get(PAGE).await.is(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn people_are_found_by_name_and_address() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    app.knows(("José", "Araújo"), "jaraujo@padaria.com.br", &[])
        .await;
    let page = dora.get(&format!("{PAGE}?q=jose")).await;
    assert_eq!(page.texts("tbody tr").len(), 1);
    assert!(
        page.text("tbody .table__title")
            .contains("jaraujo@padaria.com.br")
    );
    let nobody = dora.get(&format!("{PAGE}?q=zeferina")).await;
    assert_eq!(nobody.text(".empty h2"), support::none_title(PtBr));
}

#[tokio::test]
async fn an_account_that_is_none_gets_no_role() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    for id in ["x", "00000000-0000-7000-8000-000000000000"] {
        let path = format!("{PAGE}/{id}/papeis");
        dora.post(&path, &[("support", "true")])
            .await
            .is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_second_administrator_agrees_before_somebody_becomes_one() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    let elsa = app
        .signed_in("elsa@balcao.example", &[Role::Administrator])
        .await;
    let id = app.knows(("Ana", "Souza"), ANA, &[]).await;
    gives(&dora, id, &["administrator"]).await.location();
    let page = dora.get(PAGE).await;
    assert_eq!(page.flash(), support::nominated(PtBr));
    assert_eq!(checked(&page, id), [""; 0]);
    let agree = "form[action$='/aceitar']";
    assert_eq!(page.attributes(agree, "action"), [""; 0]);
    let page = elsa.get(PAGE).await;
    let action = page.attributes(agree, "action").remove(0);
    dora.post(&action, &[]).await.location();
    assert_eq!(dora.get(PAGE).await.flash(), support::own_nomination(PtBr));
    elsa.post(&action, &[]).await.location();
    let page = elsa.get(PAGE).await;
    assert_eq!(page.flash(), flash::roles_saved(PtBr));
    assert_eq!(checked(&page, id), ["administrator"]);
    app.works().await;
}

#[tokio::test]
async fn people_are_filtered_by_role_state_and_last_sign_in() {
    let app = TestApp::start().await;
    let (dora, _) = administrator(&app).await;
    app.knows(("Ana", "Souza"), ANA, &[Role::Support]).await;
    for (query, found) in [
        ("papel=support", true),
        ("papel=administrator", false),
        ("papel=support&q=souza", true),
        ("papel=administrator&q=souza", false),
        ("entrada=nunca", true),
        ("situacao=pendentes", false),
    ] {
        let page = dora.get(&format!("{PAGE}?{query}")).await;
        page.is(StatusCode::OK);
        assert_eq!(page.html().contains("Souza"), found, "{query}");
    }
}
