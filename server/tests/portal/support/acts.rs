//! What support may do to an account: each act on the record.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{audit::Action, ids::AccountId};
use locales::{Locale::PtBr, events, flash, mail, support};

use super::{CAIO, fact, finds, page_of, supporter};
use crate::harness::{ANA, PASSWORD, TestApp, Visitor};

pub const ALL: [&str; 4] = [
    "reenviar-link",
    "redefinir-senha",
    "liberar",
    "encerrar-sessoes",
];

/// Presses the button of an act, which must be there, and reads what the portal says of it.
async fn does(caio: &Visitor, page: &str, act: &str) -> String {
    let action = format!("{page}/{act}");
    let before = caio.get(page).await;
    assert_eq!(
        before.texts(&format!("form[action='{action}']")).len(),
        1,
        "{act}"
    );
    assert_eq!(caio.post(&action, &[]).await.location(), page);
    caio.get(page).await.flash()
}

async fn is_recorded(app: &TestApp, act: Action) {
    let [entry] = &app.trail(act).await[..] else {
        panic!("one act is one entry: {act}");
    };
    assert_eq!(
        (entry.actor.as_deref(), entry.subject.as_deref()),
        (Some(CAIO), Some(ANA))
    );
    assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
    assert!(entry.request_id.is_some());
}

async fn waiting_account(app: &TestApp, caio: &Visitor) -> String {
    app.registers(ANA).await;
    finds(caio, ANA)
        .await
        .attributes("tbody a", "href")
        .remove(0)
}

async fn known_account(app: &TestApp) -> AccountId {
    app.knows(("Ana", "Souza"), ANA, &[]).await
}

#[tokio::test]
async fn a_lost_link_is_sent_again() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = waiting_account(&app, &caio).await;
    app.clock.advance(Duration::from_secs(1));
    assert_eq!(
        does(&caio, &page, "reenviar-link").await,
        flash::link_resent(PtBr)
    );
    app.works().await;
    is_recorded(&app, Action::LinkResent).await;
    let mails = app.inbox.mails_to(ANA);
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].subject, mail::registration_subject(PtBr));
    let link = app.inbox.link_for(ANA);
    assert_eq!(app.visitor().post(&link, &[]).await.location(), "/senha");
}

#[tokio::test]
async fn a_reset_is_begun_and_the_owner_ends_it() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = page_of(known_account(&app).await);
    assert_eq!(
        does(&caio, &page, "redefinir-senha").await,
        flash::reset_started(PtBr)
    );
    app.works().await;
    is_recorded(&app, Action::ResetStarted).await;
    let [mail] = &app.inbox.mails_to(ANA)[..] else {
        panic!("one reset is one mail");
    };
    assert_eq!(mail.subject, mail::reset_subject(PtBr));
    assert!(app.inbox.mails_to(CAIO).is_empty());
    app.signs_in(ANA).await;
}

#[tokio::test]
async fn a_wait_is_lifted() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = page_of(known_account(&app).await);
    let ana = app.visitor();
    for _ in 0..6 {
        ana.enters(ANA, "Errada-7-cavalos").await;
    }
    ana.enters(ANA, PASSWORD)
        .await
        .is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        does(&caio, &page, "liberar").await,
        flash::throttle_lifted(PtBr)
    );
    is_recorded(&app, Action::ThrottleLifted).await;
    ana.enters(ANA, PASSWORD).await.location();
}

#[tokio::test]
async fn every_session_is_ended() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = page_of(known_account(&app).await);
    let browsers = [app.signs_in(ANA).await, app.signs_in(ANA).await];
    assert_eq!(
        does(&caio, &page, "encerrar-sessoes").await,
        flash::account_sessions_ended(PtBr)
    );
    is_recorded(&app, Action::SessionsEnded).await;
    for browser in browsers {
        browser.get("/conta").await.location();
    }
    let after = caio.get(&page).await;
    assert_eq!(fact(&after, support::open_sessions(PtBr)), "0");
}

#[tokio::test]
async fn only_what_makes_sense_is_offered() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = waiting_account(&app, &caio).await;
    let waiting = caio.get(&page).await.attributes("main form", "action");
    assert_eq!(waiting, [format!("{page}/reenviar-link")]);
    let known = page_of(app.knows(("Bia", "Lima"), "bia@empresa.com.br", &[]).await);
    let settled = caio.get(&known).await.attributes("main form", "action");
    assert_eq!(settled, [format!("{known}/redefinir-senha")]);
}

#[tokio::test]
async fn the_page_tells_what_was_done_by_whom() {
    let app = TestApp::start().await;
    let caio = supporter(&app).await;
    let page = waiting_account(&app, &caio).await;
    app.clock.advance(Duration::from_secs(1));
    does(&caio, &page, "reenviar-link").await;
    app.works().await;
    app.clock.advance(Duration::from_secs(1));
    let ana = app.visitor();
    ana.post(&app.inbox.link_for(ANA), &[]).await.location();
    app.clock.advance(Duration::from_secs(1));
    ana.post("/sair", &[]).await.location();
    let by = |who| support::by(PtBr, who);
    let expected = [
        format!("{} {}", events::signed_out(PtBr), by("Ana Souza")),
        format!("{} {}", events::link_used(PtBr), by("Ana Souza")),
        format!("{} {}", events::link_resent(PtBr), by("Caio Prado")),
        events::account_registered(PtBr).to_owned(),
    ];
    let history = caio.get(&page).await.texts(".timeline li p:first-child");
    assert_eq!(history, expected);
}
