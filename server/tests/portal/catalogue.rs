//! The catalogue and its APIs, as anybody reads them.

mod api;
mod reference;
mod tutorial;
mod versions;

use axum::http::{Request, StatusCode, header};
use locales::{
    Locale::{self, En, Es, PtBr},
    catalogue,
};

use crate::harness::{Answer, TestApp};

const ALL: [&str; 3] = [
    "/catalogo/smv",
    "/catalogo/score-de-credito",
    "/catalogo/crm-na-nuvem",
];
const SMV: &[&str] = &[ALL[0]];
const SCORE: &[&str] = &[ALL[1]];
const CRM: &[&str] = &[ALL[2]];

async fn with_catalogue() -> TestApp {
    TestApp::start().await.with_catalogue().await
}

async fn reads(app: &TestApp, locale: Locale, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, locale.tag());
    app.visitor().send(request).await
}

async fn searches(app: &TestApp, locale: Locale, query: &str, category: &str) -> Answer {
    let query = [("q", query), ("categoria", category)];
    let query = serde_urlencoded::to_string(query).unwrap();
    let answer = reads(app, locale, &format!("/catalogo?{query}")).await;
    answer.is(StatusCode::OK);
    answer
}

fn found(answer: &Answer) -> Vec<String> {
    answer.attributes(".card__title a", "href")
}

#[tokio::test]
async fn every_api_is_a_card_that_leads_to_its_page() {
    let app = with_catalogue().await;
    let page = app.visitor().get("/catalogo").await;
    assert_eq!(page.heading(), catalogue::title(PtBr));
    assert_eq!(page.text("[role=status]"), catalogue::apis(PtBr, 3));
    assert_eq!(found(&page), ALL);
    assert_eq!(page.texts(".card__title")[1], "Score de crédito");
    assert!(page.texts(".card__line")[1].starts_with("Conheça o risco de crédito"));
    assert_eq!(
        page.texts(".card__kicker span:first-child"),
        ["Identidade", "Crédito", "Relacionamento"]
    );
    assert!(page.texts(".card__kicker")[1].ends_with("1.0.0"));
    assert_eq!(
        page.texts(".card:first-child .tag"),
        ["Trial", "Pay Per Use"]
    );
}

#[tokio::test]
async fn it_is_read_in_three_languages() {
    let app = with_catalogue().await;
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    for locale in Locale::ALL {
        let page = reads(&app, locale, "/catalogo").await;
        assert_eq!(page.attributes("html", "lang"), [locale.tag()]);
        assert_eq!(page.heading(), catalogue::title(locale));
        assert_eq!(page.texts(".card__title")[0], smv.text(locale).name);
        let page = reads(&app, locale, "/catalogo/smv").await;
        assert_eq!(page.heading(), smv.text(locale).name);
        assert_eq!(page.text(".page-head__lead"), smv.text(locale).summary);
    }
}

#[tokio::test]
async fn searching_minds_neither_case_nor_accents_nor_order() {
    let app = with_catalogue().await;
    let searches_and_finds = [
        (PtBr, "CREDITO", "", SCORE),
        (PtBr, "crédito", "", SCORE),
        (PtBr, "  móvel verificacao ", "", SMV),
        (PtBr, "", "credito", SCORE),
        (PtBr, "", "relacionamento", CRM),
        (PtBr, "crm", "relacionamento", CRM),
        (PtBr, "crm", "credito", &[]),
        (PtBr, "", "musica", &ALL),
        (En, "SILENT", "", SMV),
        (Es, "verificacion", "", SMV),
    ];
    for (locale, query, category, expected) in searches_and_finds {
        let page = searches(&app, locale, query, category).await;
        assert_eq!(found(&page), expected, "{query:?} in {category:?}");
        assert_eq!(page.value_of("q"), query);
        let chosen = page.attributes("[name=categoria] [selected]", "value");
        assert_eq!(chosen.concat(), category.replace("musica", ""));
    }
}

#[tokio::test]
async fn a_search_without_an_answer_leads_back_to_all() {
    let app = with_catalogue().await;
    let typed = "\"><script>alert(1)</script>";
    let page = searches(&app, PtBr, typed, "").await;
    assert_eq!(page.text(".empty h2"), catalogue::nothing_found(PtBr));
    assert_eq!(page.attributes(".empty a", "href"), ["/catalogo"]);
    assert_eq!(page.value_of("q"), typed);
    assert_eq!(page.texts("script"), [""; 0]);
}

#[tokio::test]
async fn a_portal_without_apis_says_so() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/catalogo").await;
    assert_eq!(page.text(".empty h2"), catalogue::nothing_yet(PtBr));
    assert_eq!(page.attributes(".empty a", "href"), [""; 0]);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let app = with_catalogue().await;
    for path in [
        "/catalogo/nenhuma",
        "/catalogo/SMV",
        "/catalogo/%FF",
        "/catalogo/nenhuma/documentacao",
        "/catalogo/nenhuma/exemplos",
        "/catalogo/smv/exemplos?linguagem=go&linguagem=go",
        "/catalogo?q=a&q=b",
    ] {
        let answer = app.visitor().get(path).await;
        answer.is(StatusCode::NOT_FOUND);
        assert_eq!(answer.text(".error-page__code"), "404", "{path}");
    }
}
