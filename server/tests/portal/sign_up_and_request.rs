//! A visitor who asks for an API without an account, and ends at that request.

use axum::http::StatusCode;
use locales::{Locale::PtBr, flash};

use crate::harness::{ANA, Answer, PASSWORD, SMV_TRIAL, TestApp, Visitor};

const TOWARDS: &str = "/senha?continuar=%2Fsolicitacoes%2Fnova%2Fsmv%2Ftrial";

/// The address behind a link of the sign-in page that a visitor is shown who asks for SMV.
async fn asks_by_way_of(visitor: &Visitor, path: &str) -> Answer {
    let sign_in = visitor.get(SMV_TRIAL).await;
    let sign_in = visitor.get(sign_in.location()).await;
    let link = sign_in.attributes(&format!("main a[href^='{path}']"), "href");
    visitor.get(&link[0]).await
}

async fn registers(app: &TestApp, onward: &str) {
    let fields = [
        ("given_name", "Ana"),
        ("family_name", "Souza"),
        ("email", ANA),
        ("consent", "true"),
        ("continuar", onward),
    ];
    app.visitor().post("/cadastro", &fields).await.location();
    app.works().await;
}

/// Presses the button of the newest link and sets a password; where that leads.
async fn comes_in(app: &TestApp, visitor: &Visitor) -> String {
    let link = app.inbox.link_for(ANA);
    let answer = visitor.post(&link, &[]).await;
    assert_eq!(answer.location(), TOWARDS);
    let page = visitor.get(TOWARDS).await;
    let onward = page.value_of("continuar");
    let wrong = [("password", "a"), ("continuar", &*onward)];
    let again = visitor.post("/senha", &wrong).await;
    assert_eq!(again.value_of("continuar"), SMV_TRIAL);
    let right = [
        ("password", PASSWORD),
        ("confirmation", PASSWORD),
        ("continuar", &*onward),
    ];
    visitor.post("/senha", &right).await.location().to_owned()
}

#[tokio::test]
async fn the_request_survives_registration_mail_and_password() {
    let app = TestApp::start_with_catalogue().await;
    let page = asks_by_way_of(&app.visitor(), "/cadastro").await;
    assert_eq!(page.value_of("continuar"), SMV_TRIAL);
    registers(&app, &page.value_of("continuar")).await;
    // The mail is read elsewhere.
    let elsewhere = app.visitor();
    assert_eq!(comes_in(&app, &elsewhere).await, SMV_TRIAL);
    let request = elsewhere.get(SMV_TRIAL).await;
    request.is(StatusCode::OK);
    assert_eq!(request.flash(), flash::account_ready_to_ask(PtBr));
    app.works().await;
}

#[tokio::test]
async fn it_survives_a_forgotten_password_too() {
    let app = TestApp::start_with_catalogue().await;
    app.signed_in(ANA, &[]).await;
    let visitor = app.visitor();
    let page = asks_by_way_of(&visitor, "/esqueci-minha-senha").await;
    let onward = page.value_of("continuar");
    let form = [("email", ANA), ("continuar", &*onward)];
    visitor.post("/esqueci-minha-senha", &form).await.location();
    app.works().await;
    assert_eq!(comes_in(&app, &app.visitor()).await, SMV_TRIAL);
    app.works().await;
}

#[tokio::test]
async fn a_new_link_in_place_of_a_late_one_leads_there_as_well() {
    let app = TestApp::start_with_catalogue().await;
    registers(&app, SMV_TRIAL).await;
    let late = app.inbox.link_for(ANA);
    app.clock.advance(std::time::Duration::from_hours(49));
    app.visitor()
        .post(&format!("{late}/novo"), &[])
        .await
        .location();
    app.works().await;
    assert_ne!(app.inbox.link_for(ANA), late);
    assert_eq!(comes_in(&app, &app.visitor()).await, SMV_TRIAL);
    app.works().await;
}

#[tokio::test]
async fn a_mails_link_leads_to_the_start_of_a_request_and_nowhere_else() {
    for onward in [
        "/conta",
        "/sair",
        "//evil.example",
        "/solicitacoes/nova/../../conta",
    ] {
        let app = TestApp::start().await;
        registers(&app, onward).await;
        let answer = app.visitor().post(&app.inbox.link_for(ANA), &[]).await;
        assert_eq!(answer.location(), "/senha", "{onward}");
    }
}
