//! Creating a permission group on its own.

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{
    Locale::{self, PtBr},
    applications, fields, flash, group_form,
};

use crate::harness::{ANA, Answer, GROUP, TestApp, but, id_in};

const NEW: &str = "/grupos/novo";

/// Every way to fill a field wrongly: the field, what is typed, what is said.
pub fn mistakes() -> Vec<(&'static str, String, String)> {
    [of_texts(), of_cnpj(), of_phone()].concat()
}

fn of_texts() -> Vec<(&'static str, String, String)> {
    let (required, character) = (fields::required(PtBr), fields::character(PtBr));
    let long_address = format!("{}@empresa.com.br", "a".repeat(250));
    vec![
        ("legal_name", " ".into(), required.into()),
        ("legal_name", "B".into(), fields::too_short(PtBr, 2)),
        ("legal_name", "a".repeat(151), fields::too_long(PtBr, 150)),
        ("legal_name", "Banco\u{7}".into(), character.into()),
        ("name", String::new(), required.into()),
        ("name", "A".into(), fields::too_short(PtBr, 2)),
        ("name", "a".repeat(81), fields::too_long(PtBr, 80)),
        ("name", "Anti\u{7}fraude".into(), character.into()),
        ("email", "  ".into(), required.into()),
        ("email", "antifraude".into(), fields::email(PtBr).into()),
        ("email", "a@empresa".into(), fields::email(PtBr).into()),
        ("email", long_address, fields::too_long(PtBr, 254)),
    ]
}

fn of_cnpj() -> Vec<(&'static str, String, String)> {
    let (length, character) = (fields::cnpj_length(PtBr), fields::cnpj_character(PtBr));
    [
        ("", fields::required(PtBr)),
        ("12.ABC.345/01DE-3", length),
        ("12.ABC.345/01DE-355", length),
        ("12345678901", length),
        ("12.ÁBC.345/01DE-35", character),
        ("12.ABC.345/01DE-AB", character),
        ("１２.ABC.345/01DE-35", character),
        ("12ABC34501DE3५", character),
        ("12ABC34501\u{7}DE35", character),
        ("12.ABC.345/01DE-34", fields::cnpj_check_digit(PtBr)),
        ("12.ABC.345/O1DE-35", fields::cnpj_check_digit(PtBr)),
        ("00.000.000/0000-00", fields::cnpj_repeated(PtBr)),
    ]
    .map(|(typed, said)| ("cnpj", typed.to_owned(), said.to_owned()))
    .to_vec()
}

fn of_phone() -> Vec<(&'static str, String, String)> {
    [
        ("", fields::required(PtBr)),
        ("11 9876A-4321", fields::phone_character(PtBr)),
        ("١١987654321", fields::phone_character(PtBr)),
        ("+1 202 555 0123", fields::phone_country(PtBr)),
        ("0800 123 4567", fields::phone_service(PtBr)),
        ("98765-4321", fields::phone_area_missing(PtBr)),
        ("(23) 98765-4321", fields::phone_area_code(PtBr)),
        ("(11) 8765-4321", fields::phone_number(PtBr)),
        ("190", fields::phone_number(PtBr)),
    ]
    .map(|(typed, said)| ("phone", typed.to_owned(), said.to_owned()))
    .to_vec()
}

/// The answer to a form with one mistake: said beside its field, and all that was typed is there.
#[track_caller]
pub fn says_the_mistake(answer: &Answer, form: &[(&str, &str)], field: &str, said: &str) {
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of(field), said, "{form:?}");
    assert_eq!(answer.texts(".error-summary a").len(), 1, "{form:?}");
    let typed = form.iter().filter(|(name, _)| *name != "group");
    for (name, value) in typed {
        assert_eq!(
            answer.attributes(&format!("[name={name}]"), "value"),
            [*value]
        );
    }
}

#[tokio::test]
async fn whoever_creates_a_group_is_its_owner() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = ana.post(NEW, &GROUP).await;
    let group = id_in(answer.location());
    assert_eq!(answer.location(), format!("/minhas-aplicacoes/{group}"));
    assert_eq!(app.members_of(&group).await, [format!("owner {ANA}")]);

    let page = ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::group_created(PtBr));
    assert_eq!(page.heading(), "Banco Exemplo – Antifraude");
    assert_eq!(
        page.texts("aside dd"),
        [
            "Banco Exemplo S.A.",
            "12.ABC.345/01DE-35",
            "antifraude@empresa.com.br",
            "(11) 98765-4321",
            "1"
        ]
    );
    assert_eq!(
        page.text(".empty h2"),
        applications::group_empty_title(PtBr)
    );
    app.works().await;
}

#[tokio::test]
async fn it_is_on_the_record() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = ana.post(NEW, &GROUP).await;
    let [entry] = &app.trail(Action::GroupCreated).await[..] else {
        panic!("one group is one entry");
    };
    assert_eq!(entry.actor.as_deref(), Some(ANA));
    assert_eq!(entry.about.to_string(), id_in(answer.location()));
    let request_id = answer.headers["x-request-id"].to_str().unwrap();
    assert_eq!(entry.request_id.as_deref(), Some(request_id));
    app.works().await;
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for (field, typed, said) in mistakes() {
        let form = but(&GROUP, field, &typed);
        says_the_mistake(&ana.post(NEW, &form).await, &form, field, &said);
    }
    assert_eq!(app.rows("permission_groups").await, 0);
}

#[tokio::test]
async fn several_mistakes_are_said_at_once() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let answer = ana.post(NEW, &[]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.text(".error-summary h2"),
        fields::check_many(PtBr, 5)
    );
    for field in ["legal_name", "cnpj", "name", "email", "phone"] {
        assert_eq!(answer.error_of(field), fields::required(PtBr), "{field}");
    }
}

#[tokio::test]
async fn mistakes_are_said_in_the_readers_language() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        let page = ana.get(NEW).await;
        assert_eq!(page.heading(), group_form::new_title(locale));
        let form = but(&GROUP, "cnpj", "12.ABC.345/01DE-34");
        let answer = ana.post(NEW, &form).await;
        assert_eq!(answer.error_of("cnpj"), fields::cnpj_check_digit(locale));
    }
}

#[tokio::test]
async fn a_cnpj_is_taken_as_people_type_it() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    for typed in [
        "12ABC34501DE35",
        "12abc34501de35",
        "12.abc.345/01de-35",
        " 12 ABC 345 01DE 35 ",
        "12.ABC.34501DE-35",
    ] {
        let answer = ana.post(NEW, &but(&GROUP, "cnpj", typed)).await;
        let page = ana.get(answer.location()).await;
        assert_eq!(page.texts("aside dd")[1], "12.ABC.345/01DE-35", "{typed}");
    }
    assert_eq!(app.rows("permission_groups").await, 1);
    app.works().await;
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_group() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let (one, two) = tokio::join!(ana.post(NEW, &GROUP), ana.post(NEW, &GROUP));
    assert_eq!(one.location(), two.location());
    let again = ana.post(NEW, &GROUP).await;
    assert_eq!(again.location(), one.location());
    let page = ana.get("/minhas-aplicacoes").await;
    assert_eq!(page.texts(".ticket__title"), ["Banco Exemplo – Antifraude"]);
    assert_eq!(app.trail(Action::GroupCreated).await.len(), 1);
    assert_eq!(app.works().await, 1);
}

/// Other values under the name and CNPJ of a group that is there.
pub fn others() -> [(&'static str, &'static str); 3] {
    [
        ("legal_name", "Banco Exemplo Ltda."),
        ("email", "fraude@empresa.com.br"),
        ("phone", "(11) 3333-4444"),
    ]
}

#[tokio::test]
async fn the_same_name_for_another_group_is_told_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    ana.post(NEW, &GROUP).await.location();
    for locale in Locale::ALL {
        ana.reads_in(locale).await;
        for (field, typed) in others() {
            let form = but(&GROUP, field, typed);
            let said = fields::group_exists(locale);
            says_the_mistake(&ana.post(NEW, &form).await, &form, "name", said);
        }
    }
    assert_eq!(app.rows("permission_groups").await, 1);
    app.works().await;
}

#[tokio::test]
async fn people_of_one_company_may_each_have_such_a_group() {
    let app = TestApp::start().await;
    let (ana, bia) = (app.signed_in(ANA, &[]).await, app.bia().await);
    let anas = ana.creates_group("Antifraude").await;
    let bias = bia.creates_group("Antifraude").await;
    assert_ne!(anas, bias);
    bia.get(&format!("/minhas-aplicacoes/{anas}"))
        .await
        .is(StatusCode::NOT_FOUND);
}
