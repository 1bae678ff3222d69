//! The catalogue and its APIs, as anybody reads them.

mod api;
mod card;
mod reference;
mod samples;
mod try_it;
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
    TestApp::start_with_catalogue().await
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
    assert_eq!(page.text("p[role=status]"), catalogue::apis(PtBr, 3));
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
async fn searching_minds_neither_case_nor_accents_nor_order_nor_language() {
    let app = with_catalogue().await;
    let searches_and_finds = [
        (PtBr, "CREDITO", "credito", SCORE),
        (PtBr, "crédito", "credito", SCORE),
        (PtBr, "  móvel verificacao ", "", SMV),
        (PtBr, "", "credito", SCORE),
        (PtBr, "", "relacionamento", CRM),
        (PtBr, "crm", "relacionamento", CRM),
        (PtBr, "", "musica", &ALL),
        (En, "silenciosa", "", SMV),
    ];
    for (locale, query, category, expected) in searches_and_finds {
        let page = searches(&app, locale, query, category).await;
        assert_eq!(found(&page), expected, "{query:?} in {category:?}");
        assert_eq!(page.value_of("q"), query);
        let chosen = page.attributes("[name=categoria] [selected]", "value");
        assert_eq!(chosen.concat(), category.replace("musica", ""));
    }
    // The texts of other APIs may have them as well.
    for (locale, query) in [(En, "SILENT"), (Es, "verificacion movil"), (En, "msisdn")] {
        let page = searches(&app, locale, query, "").await;
        assert_eq!(found(&page)[0], SMV[0], "{query:?}");
    }
}

#[tokio::test]
async fn what_was_sought_is_marked_with_the_way_to_it() {
    let app = with_catalogue().await;
    let page = searches(&app, PtBr, "silenciosa", "").await;
    assert_eq!(page.texts(".card__title mark"), ["silenciosa"]);
    assert_eq!(page.texts(".card__passage"), [""; 0]);
    let page = searches(&app, PtBr, "API-SMV-418", "").await;
    let first = ".card:first-child .card__passage";
    let marked = page.texts(&format!("{first} mark"));
    assert!(!marked.is_empty(), "{}", page.html());
    let way = page.attributes(&format!("{first} a"), "href");
    assert!(way[0].starts_with("/catalogo/smv/"), "{way:?}");
    let there = way[0].split('#').next().unwrap();
    app.visitor().get(there).await.is(StatusCode::OK);
}

#[tokio::test]
async fn what_is_asked_for_stands_in_the_form_again() {
    let app = with_catalogue().await;
    let query = "q=api&plano=trial&situacao=publicada&ordem=nome";
    let page = reads(&app, PtBr, &format!("/catalogo?{query}")).await;
    assert_eq!(found(&page).len(), 3);
    let chosen = |name: &str| {
        let selected = format!("[name={name}] [selected]");
        page.attributes(&selected, "value").concat()
    };
    assert_eq!(chosen("plano"), "trial");
    assert_eq!(chosen("situacao"), "publicada");
    assert_eq!(chosen("ordem"), "nome");
    assert_eq!(page.attributes(".filters__more[open]", "class").len(), 1);
    let names = page.texts(".card__title");
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
    let page = reads(&app, PtBr, "/catalogo?situacao=descontinuada").await;
    assert_eq!(page.text(".empty h2"), catalogue::nothing_found(PtBr));
    let strange = "/catalogo?plano=x&situacao=x&ordem=x&etiqueta=x&pagina=x";
    assert_eq!(found(&reads(&app, PtBr, strange).await), ALL);
    assert_eq!(found(&reads(&app, PtBr, "/catalogo?pagina=9").await), ALL);
}

#[tokio::test]
async fn a_search_without_an_answer_says_what_to_do() {
    let app = with_catalogue().await;
    let typed = "\"><script>alert(1)</script>";
    let page = searches(&app, PtBr, typed, "credito").await;
    assert_eq!(page.text(".empty h2"), catalogue::nothing_found(PtBr));
    let ways = page.attributes(".empty a", "href");
    assert!(ways[0].starts_with("/catalogo?q=%22%3E"), "{ways:?}");
    assert_eq!(ways[1..], ["/catalogo", "/contato"]);
    assert_eq!(page.value_of("q"), typed);
    assert_eq!(page.texts("script:not([src])"), [""; 0]);
}

#[tokio::test]
async fn words_that_are_nowhere_find_others_of_their_family() {
    let app = with_catalogue().await;
    let page = searches(&app, PtBr, "silenciosos", "").await;
    assert!(page.html().contains(catalogue::close(PtBr)));
    assert_eq!(found(&page)[0], "/catalogo/smv");
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
