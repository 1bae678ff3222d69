//! The password once more, before what an open browser must not do alone.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, confirmation, fields};

use super::Approved;
use crate::harness::{ANA, Answer, PASSWORD, TestApp};

impl Approved {
    /// Sends the form that asks for the password.
    async fn gives(&self, asked: &Answer, password: &str) -> Answer {
        let action = asked.attributes("form:has([name=current])", "action");
        let secret = asked.value_of("secret");
        let form = [("secret", &*secret), ("current", password)];
        self.ana.post(&action[0], &form).await
    }
}

#[tokio::test]
async fn after_half_an_hour_the_password_is_asked_for_first() {
    let it = Approved::start().await;
    let (_, secret) = it.keys(&it.reveal().await);
    it.app.clock.advance(Duration::from_mins(30));

    let asked = it.reveal().await;
    asked.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.texts("h3"), [confirmation::title(PtBr)]);
    assert!(!asked.html().contains(&secret));
    // The cursor goes where the address points to.
    let field = asked.attributes("[name=current]", "id").remove(0);
    let buttons = it.page().await.attributes(".key form", "action");
    assert!(buttons[0].ends_with(&format!("#{field}")), "{buttons:?}");

    let wrong = it.gives(&asked, "Outra-8-carroças").await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text(".field__error"), fields::password_wrong(PtBr));
    let empty = it.gives(&wrong, "").await;
    assert_eq!(empty.text(".field__error"), fields::required(PtBr));

    let shown = it.gives(&empty, PASSWORD).await;
    assert_eq!(it.keys(shown.is(StatusCode::OK)).1, secret);
    it.app.clock.advance(Duration::from_mins(29));
    it.reveal().await.is(StatusCode::OK);
}

#[tokio::test]
async fn the_key_that_was_asked_for_is_shown_after_the_password() {
    let it = Approved::start().await;
    let (_, first) = it.keys(&it.reveal().await);
    it.adds("Segunda").await.is(StatusCode::OK);
    it.app.works().await;
    it.app.clock.advance(Duration::from_mins(30));
    let keys = it.keys_for(&it.ana).await;
    let oldest = keys.attributes("article [name=secret]", "value").remove(1);
    let action = keys.attributes("article form", "action").remove(1);
    let asked = it.ana.post(&action, &[("secret", &oldest)]).await;
    let shown = it.gives(&asked, PASSWORD).await;
    assert_eq!(it.keys(shown.is(StatusCode::OK)).1, first);
}

#[tokio::test]
async fn after_half_an_hour_another_key_needs_the_password() {
    let it = Approved::start().await;
    let keys = it.keys_for(&it.ana).await;
    assert_eq!(keys.texts("[name=current]").len(), 0);
    it.app.clock.advance(Duration::from_mins(30));
    let form = [("label", "Segunda"), ("expiry", "nunca")];
    for (typed, error) in [
        ("", fields::required(PtBr)),
        ("Outra-8-carroças", fields::password_wrong(PtBr)),
    ] {
        let page = it
            .adds_with(&[&form[..], &[("current", typed)]].concat())
            .await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.text("#current-error"), error);
        assert_eq!(page.value_of("label"), "Segunda");
        assert_eq!(page.texts("[name=current]").len(), 1);
    }
    it.adds_with(&[&form[..], &[("current", PASSWORD)]].concat())
        .await
        .is(StatusCode::OK);
    it.app.works().await;
    assert_eq!(it.active().await.len(), 2);
}

#[tokio::test]
async fn after_half_an_hour_revoking_a_key_needs_the_password() {
    let it = Approved::start().await;
    it.adds("Segunda").await.is(StatusCode::OK);
    it.app.works().await;
    let oldest = it.active().await.remove(1);
    let path = it.revoking(&oldest);
    assert_eq!(it.ana.get(&path).await.texts("[name=current]").len(), 0);
    it.app.clock.advance(Duration::from_mins(30));
    assert_eq!(it.ana.get(&path).await.texts("[name=current]").len(), 1);
    for (typed, error) in [
        ("", fields::required(PtBr)),
        ("Outra-8-carroças", fields::password_wrong(PtBr)),
    ] {
        let form = [("when", "agora"), ("current", typed)];
        let page = it.ana.post(&path, &form).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("current"), error);
        assert_eq!(page.attributes("[checked]", "value"), ["agora"]);
    }
    assert_eq!(it.active().await.len(), 2);
    let form = [("when", "agora"), ("current", PASSWORD)];
    it.ana.post(&path, &form).await.location();
    it.app.works().await;
    assert_eq!(it.active().await.len(), 1);
}

#[tokio::test]
async fn after_half_an_hour_the_keys_for_tests_need_the_password() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    app.clock.advance(Duration::from_mins(30));
    for (page, done) in [
        (format!("/minhas-aplicacoes/{group}"), None),
        (format!("/solicitacoes/{id}/pronto"), Some(("pronto", "1"))),
    ] {
        let action = ana
            .get(&page)
            .await
            .attributes("form[action*=chaves-de-teste]", "action")
            .remove(0);
        let first: Vec<_> = done.into_iter().collect();
        let asked = ana.post(&action, &first).await;
        asked.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(asked.heading(), confirmation::title(PtBr));
        assert_eq!(
            asked.attributes("form:has([name=current])", "action"),
            vec![action.clone()]
        );
        let back = asked.attributes("main .form a.btn", "href").remove(0);
        assert!(back.starts_with(&page), "{back}");
        let kept = asked.attributes("main [name=pronto]", "value");
        assert_eq!(kept.len(), first.len());
        let second = [&first[..], &[("current", PASSWORD)]].concat();
        let shown = ana.post(&action, &second).await;
        shown.is(StatusCode::OK);
        assert_eq!(shown.texts("[id^=chave-secreta-de-teste]").len(), 1);
        app.clock.advance(Duration::from_mins(30));
    }
}

#[tokio::test]
async fn a_wrong_password_is_on_the_record_and_names_nobody() {
    let it = Approved::start().await;
    it.app.clock.advance(Duration::from_mins(30));
    let asked = it.reveal().await;
    for _ in 0..2 {
        it.gives(&asked, "Outra-8-carroças").await;
    }
    it.gives(&asked, PASSWORD).await.is(StatusCode::OK);
    it.app.incidents.flush(&it.app.portal).await.unwrap();
    assert_eq!(it.app.trail(Action::SignInFailed).await, []);
    let [entry] = &it.app.trail(Action::ConfirmationFailed).await[..] else {
        panic!("what repeats is one entry");
    };
    assert_eq!(entry.details.as_deref(), Some("2"));
    assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
    assert_eq!((&entry.actor, &entry.subject), (&None, &None));
    let told = format!("{entry:?}");
    for hidden in [ANA, "Outra-8-carroças"] {
        assert!(!told.contains(hidden), "{told}");
    }
}
