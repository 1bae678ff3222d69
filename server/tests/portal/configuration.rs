//! Administration: settings that change while the portal runs.

use std::time::Duration;

use axum::http::{StatusCode, header};
use domain::{Role, configuration::SettingName};
use locales::{
    Locale::{En, PtBr},
    configuration as t,
};

use crate::harness::{Answer, TestApp, Visitor};

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/configuracoes";
const BANNER: &str = "#aviso-do-portal";

async fn administrator(app: &TestApp) -> Visitor {
    app.signed_in(DORA, &[Role::Administrator]).await
}

/// Saves these fields, with the version that the page has.
async fn saves(dora: &Visitor, fields: &[(&str, &str)]) -> Answer {
    let version = dora.get(PAGE).await.value_of("versao");
    let fields = [fields, &[("versao", version.as_str())]].concat();
    dora.post(PAGE, &fields).await
}

#[tokio::test]
async fn a_banner_is_seen_by_everybody_in_their_language_while_it_is_to_be() {
    let app = TestApp::start_with_catalogue().await;
    let dora = administrator(&app).await;
    let visitor = app.visitor();
    let kept = visitor.get("/catalogo/smv").await;
    assert_eq!(kept.texts(BANNER), [""; 0]);
    let saved = saves(
        &dora,
        &[
            ("aviso.pt-BR", "Manutenção no sábado"),
            ("aviso.en", "Maintenance on Saturday"),
        ],
    );
    assert_eq!(saved.await.location(), PAGE);
    assert_eq!(dora.get(PAGE).await.flash(), t::saved(PtBr));
    for path in ["/", "/catalogo/smv", "/entrar", "/nowhere"] {
        let page = app.visitor().get(path).await;
        assert_eq!(page.text(BANNER), "Manutenção no sábado", "{path}");
    }
    let changed = visitor.get("/catalogo/smv").await;
    assert_ne!(changed.header(header::ETAG), kept.header(header::ETAG));
    visitor.plant_cookie("balcao-idioma", "en");
    assert_eq!(
        visitor.get("/").await.text(BANNER),
        "Maintenance on Saturday"
    );
    visitor.plant_cookie("balcao-idioma", "es");
    let page = visitor.get("/").await;
    assert_eq!(page.attributes(BANNER, "lang"), ["pt-BR"]);
    saves(&dora, &[]).await.location();
    assert_eq!(app.visitor().get("/").await.texts(BANNER), [""; 0]);
}

#[tokio::test]
async fn another_instance_has_it_once_it_looks() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let other = app.second_instance().await;
    saves(&dora, &[("prazo", "24")]).await.location();
    other
        .portal
        .runtime
        .refresh(&other.portal.db)
        .await
        .unwrap();
    assert_eq!(other.portal.decision_target(), Duration::from_hours(24));
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_with_what_was_typed() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let page = saves(
        &dora,
        &[
            ("gratuitos", "x!y"),
            ("link-de-senha", "0"),
            ("prazo", "dois"),
            ("aviso.en", "Only in English"),
            ("fim", "ontem"),
        ],
    )
    .await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    for (field, text) in [
        ("gratuitos", t::no_domain(PtBr, "x!y")),
        ("prazo", t::no_number(PtBr).to_owned()),
        ("aviso.pt-BR", t::no_banner_text(PtBr).to_owned()),
        ("fim", t::no_time(PtBr).to_owned()),
    ] {
        assert!(page.error_of(field).contains(&text), "{field}");
    }
    assert!(!page.error_of("link-de-senha").is_empty());
    assert_eq!(page.value_of("prazo"), "dois");
}

#[tokio::test]
async fn of_two_administrators_the_second_is_told_and_keeps_what_they_typed() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let version = dora.get(PAGE).await.value_of("versao");
    saves(&dora, &[("prazo", "8")]).await.location();
    let late = dora
        .post(PAGE, &[("prazo", "40"), ("versao", &version)])
        .await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(late.value_of("prazo"), "40");
    assert_eq!(app.portal.decision_target(), Duration::from_hours(8));
}

#[tokio::test]
async fn what_the_installation_sets_is_shown_with_the_name_of_its_variable() {
    let app = TestApp::start_with(|setup| {
        setup.fixed = vec![SettingName::ResetLink];
    })
    .await;
    let dora = administrator(&app).await;
    dora.reads_in(En).await;
    let page = dora.get(PAGE).await;
    assert!(page.html().contains("BALCAO_RESET_LINK_LIFETIME"));
    assert!(page.html().contains(t::fixed(En)));
    assert_eq!(page.attributes("[name=link-de-senha]", "name"), [""; 0]);
}
