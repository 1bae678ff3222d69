//! The second step: what the application is called, and what it is for.

use axum::http::StatusCode;
use locales::{
    Locale::{self, PtBr},
    fields, request,
};

use super::step;
use crate::harness::{APPLICATION, TestApp, but};

#[tokio::test]
async fn a_name_is_suggested_until_one_is_given() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let draft = ana.starts(&group).await;
    let address = step(&draft, "aplicacao");
    let page = ana.get(&address).await;
    assert_eq!(page.heading(), request::step_application(PtBr));
    assert_eq!(page.value_of("name"), "Banco Exemplo – SMV");
    assert_eq!(page.value_of("description"), "");

    let answer = ana.post(&address, &APPLICATION).await;
    assert_eq!(answer.location(), step(&draft, "revisao"));
    assert_eq!(ana.get(&address).await.value_of("name"), APPLICATION[0].1);
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let address = step(&ana.starts(&group).await, "aplicacao");
    let (required, character) = (fields::required(PtBr), fields::character(PtBr));
    let (long, longer) = ("a".repeat(81), "a".repeat(1001));
    let mistakes = [
        ("name", "", required.to_owned()),
        ("name", "A", fields::too_short(PtBr, 2)),
        ("name", &long, fields::too_long(PtBr, 80)),
        ("name", "SMV\u{7}", character.to_owned()),
        ("description", " ", required.to_owned()),
        ("description", "Testar.", fields::too_short(PtBr, 10)),
        ("description", &longer, fields::too_long(PtBr, "1.000")),
        (
            "description",
            "Confirmar\u{7}celulares",
            character.to_owned(),
        ),
    ];
    for (field, typed, said) in mistakes {
        let form = but(&APPLICATION, field, typed);
        let answer = ana.post(&address, &form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), said, "{field}: {typed:?}");
        assert_eq!(
            answer.texts(".error-summary a").len(),
            1,
            "{field}: {typed:?}"
        );
        for (name, value) in form {
            assert_eq!(answer.value_of(name), value.trim());
        }
    }
    let page = ana.get(&address).await;
    assert_eq!(page.value_of("description"), "", "nothing of it was kept");
}

#[tokio::test]
async fn several_mistakes_are_said_at_once_in_the_readers_language() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let address = step(&ana.starts(&group).await, "aplicacao");
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let answer = ana.post(&address, &[]).await;
        assert_eq!(
            answer.text(".error-summary h2"),
            fields::check_many(locale, 2)
        );
        for field in ["name", "description"] {
            assert_eq!(answer.error_of(field), fields::required(locale));
        }
    }
}

#[tokio::test]
async fn paragraphs_are_kept_and_markup_is_text() {
    let (_app, ana, group) = TestApp::with_ana_and_her_group().await;
    let address = step(&ana.starts(&group).await, "aplicacao");
    let typed = "Abrir contas.\r\n\r\n&lt; </textarea><b>Sem</b> SMS & sem código.";
    let form = but(&APPLICATION, "description", typed);
    let review = ana.post(&address, &form).await;
    let page = ana.get(&address).await;
    assert_eq!(page.raw_texts("textarea"), [typed.replace("\r\n", "\n")]);
    let page = ana.get(review.location()).await;
    assert_eq!(
        page.raw_texts("dd .as-typed"),
        [typed.replace("\r\n", "\n")]
    );
}
