//! "Minha conta": name and language.

mod factors;
mod password;
mod registration;
mod sessions;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{
    Locale::{En, PtBr},
    account, fields, flash,
};

use crate::harness::{ANA, Answer, TestApp, Visitor};

async fn saves(visitor: &Visitor, given: &str, family: &str, locale: &str) -> Answer {
    let form = [
        ("given_name", given),
        ("family_name", family),
        ("locale", locale),
    ];
    visitor.post("/conta", &form).await
}

fn chosen(page: &Answer) -> Vec<String> {
    page.attributes("#locale option[selected]", "value")
}

#[tokio::test]
async fn it_shows_what_the_portal_knows() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get("/conta").await;
    assert_eq!(page.heading(), account::title(PtBr));
    assert_eq!(page.value_of("given_name"), "Ana");
    assert_eq!(page.value_of("family_name"), "Souza");
    assert_eq!(page.texts(".facts dd"), [ANA]);
    assert_eq!(chosen(&page), ["pt-BR"]);
}

#[tokio::test]
async fn name_and_language_are_kept() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    assert_eq!(
        saves(&ana, " Ana  Lúcia ", "d’Ávila", "en")
            .await
            .location(),
        "/conta"
    );
    assert_eq!(ana.cookie("balcao-idioma").as_deref(), Some("en"));
    assert_eq!(ana.get("/conta").await.flash(), flash::profile_saved(En));
    let elsewhere = app.signs_in(ANA).await.get("/conta").await;
    assert_eq!(elsewhere.heading(), account::title(En));
    assert_eq!(elsewhere.value_of("given_name"), "Ana Lúcia");
    assert_eq!(elsewhere.value_of("family_name"), "d’Ávila");
    assert_eq!(chosen(&elsewhere), ["en"]);
    let [entry] = &app.trail(Action::ProfileChanged).await[..] else {
        panic!("one change is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let long = "a".repeat(81);
    let required = || fields::required(PtBr).to_owned();
    let character = || fields::character(PtBr).to_owned();
    let mistakes = [
        ("given_name", [" ", "Lima", "es"], required()),
        (
            "given_name",
            [&long, "Lima", "es"],
            fields::too_long(PtBr, 80),
        ),
        ("given_name", ["www.empresa", "Lima", "es"], character()),
        ("family_name", ["Bia", "", "es"], required()),
        (
            "family_name",
            ["Bia", &long, "es"],
            fields::too_long(PtBr, 80),
        ),
        ("family_name", ["Bia", "L\u{7}ima", "es"], character()),
        (
            "locale",
            ["Bia", "Lima", "fr"],
            fields::choose(PtBr).to_owned(),
        ),
        (
            "locale",
            ["Bia", "Lima", ""],
            fields::choose(PtBr).to_owned(),
        ),
    ];
    for (field, [given, family, locale], message) in mistakes {
        let answer = saves(&ana, given, family, locale).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), message, "{field}");
        assert_eq!(answer.texts(".error-summary a").len(), 1, "{field}");
        assert_eq!(answer.value_of("given_name"), given);
        assert_eq!(answer.value_of("family_name"), family);
        assert_eq!(chosen(&answer).contains(&"es".to_owned()), locale == "es");
    }
    assert_eq!(ana.get("/conta").await.value_of("given_name"), "Ana");
    assert!(app.trail(Action::ProfileChanged).await.is_empty());
}

#[tokio::test]
async fn a_name_is_a_text_and_no_markup() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    saves(&ana, "Ana \"&amp;", "O'Neil & Souza", "pt-BR")
        .await
        .location();
    let page = ana.get("/conta").await;
    assert_eq!(page.value_of("given_name"), "Ana \"&amp;");
    assert_eq!(page.value_of("family_name"), "O'Neil & Souza");
}
