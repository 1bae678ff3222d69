//! One-time links: opened as often as anybody likes, used once.

use std::time::Duration;

use axum::http::{Method, StatusCode, header};
use domain::audit::Action;
use locales::{Locale::PtBr, link, waits};

use crate::harness::{ANA, Answer, PASSWORD, SESSION, TestApp, Visitor};

const MINUTE: Duration = Duration::from_mins(1);

fn renewal(link: &str) -> String {
    format!("{link}/novo")
}

/// Asks for another link in place of this one, and gets it.
async fn renews(app: &TestApp, link: &str) {
    let answer = app.visitor().post(&renewal(link), &[]).await;
    assert_eq!(answer.location(), "/acesso/enviado");
    assert!(app.works().await > 0);
}

/// Asks for another link in place of this one, in vain.
async fn renews_in_vain(app: &TestApp, link: &str) -> Answer {
    let answer = app.visitor().post(&renewal(link), &[]).await;
    assert_eq!(app.works().await, 0);
    answer
}

#[track_caller]
fn is_used(answer: &Answer) {
    answer.is(StatusCode::GONE);
    assert_eq!(answer.heading(), link::used_title(PtBr));
}

#[track_caller]
fn is_expired(answer: &Answer) {
    answer.is(StatusCode::GONE);
    assert_eq!(answer.heading(), link::expired_title(PtBr));
}

#[tokio::test]
async fn however_often_it_is_opened_it_is_not_used_up() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let link = app.inbox.link_for(ANA);
    for _ in 0..50 {
        for method in [Method::GET, Method::HEAD] {
            let scanner = app.visitor();
            let answer = scanner.ask(&method, &link).await;
            answer.is(StatusCode::OK);
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
            assert!(!scanner.has_cookie(SESSION));
        }
    }
    assert!(app.trail(Action::LinkUsed).await.is_empty());
    assert_eq!(ana.post(&link, &[]).await.location(), "/senha");
}

#[tokio::test]
async fn it_greets_and_says_what_its_button_does() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let page = ana.get(&app.inbox.link_for(ANA)).await;
    assert_eq!(page.heading(), link::greeting(PtBr, "Ana"));
    assert_eq!(
        page.text("main form[method=post] button"),
        link::enter(PtBr)
    );
}

#[tokio::test]
async fn the_first_press_of_the_button_uses_it_up() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let link = app.inbox.link_for(ANA);
    ana.get("/senha").await.is(StatusCode::OK);
    let stranger = app.visitor();
    is_used(&stranger.post(&link, &[]).await);
    is_used(&stranger.get(&link).await);
    assert!(!stranger.has_cookie(SESSION));
    assert_eq!(app.trail(Action::LinkUsed).await.len(), 1);
}

#[tokio::test]
async fn whoever_presses_twice_is_led_on() {
    let app = TestApp::start().await;
    let ana = app.arrives(ANA).await;
    let again = ana.post(&app.inbox.link_for(ANA), &[]).await;
    is_used(&again);
    assert_eq!(again.texts("main a[href='/senha']").len(), 1);
    let stranger = app.visitor().get(&app.inbox.link_for(ANA)).await;
    assert_eq!(stranger.texts("main a[href='/senha']").len(), 0);
}

#[tokio::test]
async fn of_many_presses_at_once_one_counts() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let link = app.inbox.link_for(ANA);
    let press = || ana.post(&link, &[]);
    let (a, b, c, d) = tokio::join!(press(), press(), press(), press());
    let mut statuses = [a, b, c, d].map(|answer| answer.status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410, 410, 410]);
}

#[tokio::test]
async fn it_expires() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let link = app.inbox.link_for(ANA);
    let lifetime = app.portal.settings.lifetimes.registration_link;
    app.clock.advance(lifetime.checked_sub(MINUTE).unwrap());
    ana.get(&link).await.is(StatusCode::OK);
    app.clock.advance(MINUTE);
    is_expired(&ana.get(&link).await);
    is_expired(&ana.post(&link, &[]).await);
    assert!(!ana.has_cookie(SESSION));
}

#[tokio::test]
async fn one_for_a_new_password_expires_sooner() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let link = app.forgets(ANA).await;
    app.clock.advance(app.portal.settings.lifetimes.reset_link);
    is_expired(&ana.post(&link, &[]).await);
}

#[tokio::test]
async fn an_expired_one_is_traded_for_another() {
    let app = TestApp::start().await;
    app.registers(ANA).await;
    let old = app.inbox.link_for(ANA);
    app.clock
        .advance(app.portal.settings.lifetimes.registration_link);
    let page = app.visitor().get(&old).await;
    assert_eq!(page.attributes("main form", "action"), [renewal(&old)]);
    renews(&app, &old).await;
    let new = app.inbox.link_for(ANA);
    assert_ne!(new, old);
    is_expired(&app.visitor().post(&old, &[]).await);
    assert_eq!(app.visitor().post(&new, &[]).await.location(), "/senha");
}

#[tokio::test]
async fn a_used_one_is_traded_too_but_not_at_every_press() {
    let app = TestApp::start().await;
    app.arrives(ANA).await;
    let used = app.inbox.link_for(ANA);
    app.clock.advance(MINUTE);
    renews(&app, &used).await;
    // Whoever holds a link may know when there will be another.
    let answer = renews_in_vain(&app, &used).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header(header::RETRY_AFTER), "60");
    assert_eq!(answer.heading(), link::not_yet_title(PtBr));
    let said = link::not_yet(PtBr, waits::one_minute(PtBr));
    assert!(answer.html().contains(&said));
    let new = app.inbox.link_for(ANA);
    assert_eq!(app.visitor().post(&new, &[]).await.location(), "/senha");
    assert_eq!(app.inbox.mails_to(ANA).len(), 2);
}

#[tokio::test]
async fn one_that_still_works_is_not_traded() {
    let app = TestApp::start().await;
    app.registers(ANA).await;
    let link = app.inbox.link_for(ANA);
    app.clock.advance(MINUTE);
    assert_eq!(renews_in_vain(&app, &link).await.location(), link);
    app.visitor().get(&link).await.is(StatusCode::OK);
}

#[tokio::test]
async fn an_unknown_one_is_a_page_that_helps() {
    let app = TestApp::start().await;
    let made_up = "A".repeat(43);
    for token in ["x", &made_up, "%C3%A9"] {
        let link = format!("/acesso/{token}");
        for method in [Method::GET, Method::POST] {
            let answer = app.visitor().ask(&method, &link).await;
            answer.is(StatusCode::NOT_FOUND);
        }
    }
    let page = app.visitor().get(&format!("/acesso/{made_up}")).await;
    assert_eq!(page.heading(), link::unknown_title(PtBr));
    assert_eq!(page.texts("main a[href='/esqueci-minha-senha']").len(), 1);
    let answer = renews_in_vain(&app, &format!("/acesso/{made_up}")).await;
    answer.is(StatusCode::NOT_FOUND);
    assert_eq!(answer.heading(), link::unknown_title(PtBr));
}

/// Every answer that somebody gets on the way of a link, from opening it to after its use.
async fn answers_along(app: &TestApp, visitor: &Visitor, link: &str) -> Vec<Answer> {
    let mut answers = vec![
        visitor.get(link).await,
        visitor.post(link, &[]).await,
        visitor.get("/senha").await,
        visitor.post("/senha", &[("password", "curta")]).await,
        visitor.post(link, &[]).await,
        visitor.post(&renewal(link), &[]).await,
        visitor.get("/acesso/enviado").await,
    ];
    let password = [("password", PASSWORD), ("confirmation", PASSWORD)];
    answers.push(visitor.post("/senha", &password).await);
    answers.push(visitor.get("/minhas-aplicacoes").await);
    app.works().await;
    answers
}

#[tokio::test]
async fn its_token_goes_nowhere_but_to_its_own_address() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let link = app.inbox.link_for(ANA);
    let token = link.trim_start_matches("/acesso/");
    for answer in answers_along(&app, &ana, &link).await {
        let told = answer
            .headers
            .values()
            .find(|value| value.to_str().unwrap().contains(token));
        assert_eq!(told, None);
        for attribute in ["href", "src"] {
            let addresses = answer.attributes(&format!("[{attribute}]"), attribute);
            assert!(
                addresses.iter().all(|address| !address.contains(token)),
                "{addresses:?}"
            );
        }
    }
    assert!(ana.cookie(SESSION).is_some_and(|session| session != token));
}
