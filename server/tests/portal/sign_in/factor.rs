//! Signing in with a second factor, and what leads around it to nowhere.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{Role, accounts::StaffFactorPolicy};
use locales::{Locale::PtBr, factors};

use crate::harness::{ANA, PASSWORD, TestApp, Visitor, adds_app};

const ASKED: &str = "/entrar/verificacao";
const STEP: Duration = Duration::from_secs(30);

/// Ana has added an app and gone: what makes its codes, and her recovery codes.
async fn ana_with_app(app: &TestApp) -> (domain::accounts::factors::TotpSecret, Vec<String>) {
    let ana = app.signed_in(ANA, &[]).await;
    let made = adds_app(app, &ana).await;
    app.clock.advance(STEP);
    made
}

async fn gives(visitor: &Visitor, code: &str) -> crate::harness::Answer {
    visitor.post(ASKED, &[("verificacao", code)]).await
}

#[tokio::test]
async fn the_code_comes_after_the_password() {
    let app = TestApp::start().await;
    let (secret, _) = ana_with_app(&app).await;
    let ana = app.visitor();
    let answer = ana.enters(ANA, PASSWORD).await;
    assert_eq!(answer.location(), ASKED);
    let page = ana.get(ASKED).await;
    page.is(StatusCode::OK);
    assert_eq!(page.heading(), factors::ask_title(PtBr));
    let field = page.attributes("#verificacao", "autocomplete");
    assert_eq!(field, ["one-time-code"]);
    assert!(!page.html().contains(factors::passkey_use(PtBr)));
    assert!(ana.get("/conta").await.location().starts_with(ASKED));
    let wrong = gives(&ana, "000000").await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.error_of("verificacao"), factors::code_wrong(PtBr));
    let right = gives(&ana, &secret.code_at(app.portal.now())).await;
    assert_eq!(right.location(), "/minhas-aplicacoes");
    ana.get("/conta").await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn whoever_was_on_the_way_arrives_after_the_code() {
    let app = TestApp::start().await;
    let (secret, _) = ana_with_app(&app).await;
    let ana = app.visitor();
    let form = [
        ("email", ANA),
        ("password", PASSWORD),
        ("continuar", "/conta"),
    ];
    let answer = ana.post("/entrar", &form).await;
    assert_eq!(answer.location(), "/entrar/verificacao?continuar=%2Fconta");
    let code = secret.code_at(app.portal.now());
    let form = [("verificacao", &*code), ("continuar", "/conta")];
    assert_eq!(ana.post(ASKED, &form).await.location(), "/conta");
    app.works().await;
}

#[tokio::test]
async fn a_recovery_code_does_as_well() {
    let app = TestApp::start().await;
    let (_, codes) = ana_with_app(&app).await;
    let ana = app.visitor();
    ana.enters(ANA, PASSWORD).await.location();
    let answer = ana.post(ASKED, &[("recuperacao", &*codes[0])]).await;
    assert_eq!(answer.location(), "/minhas-aplicacoes");
    let page = ana.get("/conta/verificacao").await;
    assert!(page.html().contains(&factors::codes_left(PtBr, "9")));
    app.works().await;
}

#[tokio::test]
async fn a_trusted_browser_is_asked_no_more_until_it_is_forgotten() {
    let app = TestApp::start().await;
    let (secret, _) = ana_with_app(&app).await;
    let ana = app.visitor();
    ana.enters(ANA, PASSWORD).await.location();
    let code = secret.code_at(app.portal.now());
    let form = [("verificacao", &*code), ("confiar", "true")];
    ana.post(ASKED, &form).await.location();
    ana.post("/sair", &[]).await.location();
    let answer = ana.enters(ANA, PASSWORD).await;
    assert_eq!(answer.location(), "/minhas-aplicacoes");
    let page = ana.get("/conta/verificacao").await;
    let forms = page.attributes("form", "action");
    let forget = forms.iter().find(|action| action.ends_with("/esquecer"));
    let forgotten = ana.post(forget.unwrap(), &[]).await;
    assert_eq!(forgotten.location(), "/conta/verificacao");
    let answer = ana.enters(ANA, PASSWORD).await;
    assert_eq!(answer.location(), ASKED);
    app.works().await;
}

#[tokio::test]
async fn whoever_sets_a_password_by_a_link_gives_the_code_too() {
    let app = TestApp::start().await;
    let (secret, _) = ana_with_app(&app).await;
    app.works().await;
    let link = app.forgets(ANA).await;
    let ana = app.visitor();
    ana.post(&link, &[]).await.location();
    let new = "Outra-8-carroças";
    let form = [("password", new), ("confirmation", new)];
    let answer = ana.post("/senha", &form).await;
    assert!(answer.location().starts_with(ASKED));
    assert!(ana.get("/conta").await.location().starts_with(ASKED));
    let code = secret.code_at(app.portal.now());
    gives(&ana, &code).await.location();
    ana.get("/conta").await.is(StatusCode::OK);
    app.works().await;
}

#[tokio::test]
async fn whoever_waited_too_long_still_goes_on_to_where_they_were_going() {
    let app = TestApp::start().await;
    let late = app.visitor();
    let answer = late.get("/entrar/verificacao?continuar=%2Fconta").await;
    assert_eq!(answer.location(), "/entrar?continuar=%2Fconta");
}

#[tokio::test]
async fn visitors_and_members_are_asked_for_no_code() {
    let app = TestApp::start().await;
    let answer = app.visitor().get(ASKED).await;
    assert_eq!(answer.location(), "/entrar");
    let ana = app.signed_in(ANA, &[]).await;
    assert_eq!(ana.get(ASKED).await.location(), "/minhas-aplicacoes");
}

#[tokio::test]
async fn staff_without_a_factor_are_led_to_add_one() {
    let app = TestApp::start_with(|setup| {
        setup.staff_second_factor = StaffFactorPolicy::Required;
    })
    .await;
    app.knows(("Caio", "Prado"), "caio@balcao.example", &[Role::Support])
        .await;
    let caio = app.visitor();
    let answer = caio.enters("caio@balcao.example", PASSWORD).await;
    assert_eq!(answer.location(), "/conta/verificacao");
    let led = caio.get("/suporte/contas").await;
    assert_eq!(led.location(), "/conta/verificacao");
    let page = caio.get("/conta/verificacao").await;
    assert!(page.html().contains(factors::required_title(PtBr)));
    adds_app(&app, &caio).await;
    caio.get("/suporte/contas").await.is(StatusCode::OK);
    app.works().await;
}
