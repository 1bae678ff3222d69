//! The pages of an API.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use locales::{
    Locale::{self, En, Es, PtBr},
    api, versions,
};

use super::{ALL, reads, with_catalogue};
use crate::harness::{ANA, Answer};

/// Links to a part of this page lead to it, and no part has a name twice. A link that was taken its
/// target leads to the top.
#[track_caller]
pub fn links_lead_somewhere(page: &Answer, path: &str) {
    let ids = page.attributes("[id]", "id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{path}: {ids:?}");
    let links = page.attributes("main a[href^='#']", "href");
    for href in links.into_iter().filter(|href| href != "#") {
        let id = href.trim_start_matches('#').to_owned();
        assert!(unique.contains(&id), "{path}: {href}");
    }
}

#[tokio::test]
async fn an_api_has_pages_and_each_leads_to_the_others() {
    let app = with_catalogue().await;
    for locale in Locale::ALL {
        for path in ALL {
            let pages = [
                (path.to_owned(), api::presentation(locale)),
                (format!("{path}/documentacao"), api::documentation(locale)),
                (format!("{path}/referencia"), api::reference(locale)),
                (format!("{path}/exemplos"), api::samples(locale)),
                (format!("{path}/versoes"), versions::title(locale)),
            ];
            let overview = reads(&app, locale, path).await;
            let name = overview.heading();
            for (address, title) in &pages {
                let page = reads(&app, locale, address).await;
                page.is(StatusCode::OK);
                let links = page.attributes(".side-menu__pages > li > a", "href");
                assert_eq!(links[..5], pages.clone().map(|(address, _)| address));
                let others = [
                    format!("{path}/openapi.json"),
                    format!("{path}/tutorial.pdf"),
                ];
                assert_eq!(links[5..], others);
                let here = page.attributes(".side-menu [aria-current=page]", "href");
                assert_eq!(here, [address.as_str()]);
                links_lead_somewhere(&page, address);
                if address != path {
                    assert_eq!(page.heading(), *title);
                    let expected = format!("{title} · {name} · ");
                    assert!(page.text("title").starts_with(&expected), "{address}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_api_says_what_it_is_and_since_when() {
    let app = with_catalogue().await;
    for path in ALL {
        let page = app.visitor().get(path).await;
        assert!(!page.texts("#apresentacao h2").is_empty(), "{path}");
        let head = page.text(".page-head");
        assert!(head.contains(&api::version(PtBr, "1.0.0")), "{head}");
        assert_eq!(page.attributes(".page-head time", "datetime").len(), 1);
    }
}

/// All of an API was one page once.
#[tokio::test]
async fn links_to_parts_of_the_one_page_that_there_was_still_arrive() {
    let app = with_catalogue().await;
    let page = app.visitor().get("/catalogo/smv").await;
    for part in ["apresentacao", "planos"] {
        assert_eq!(page.texts(&format!("section#{part}")).len(), 1, "{part}");
    }
    for (part, leads_to) in [
        ("respostas", "/catalogo/smv/documentacao#respostas"),
        (
            "valores-de-teste",
            "/catalogo/smv/documentacao#valores-de-teste",
        ),
        ("referencia", "/catalogo/smv/referencia"),
        ("exemplos", "/catalogo/smv/exemplos"),
    ] {
        let links = page.attributes(&format!("#{part} a"), "href");
        assert_eq!(links, [leads_to]);
        let (address, place) = leads_to.split_once('#').unwrap_or((leads_to, "conteudo"));
        let page = app.visitor().get(address).await;
        assert_eq!(page.texts(&format!("#{place}")).len(), 1, "{leads_to}");
    }
}

#[tokio::test]
async fn the_documentation_says_what_each_answer_means() {
    let app = with_catalogue().await;
    for path in ALL {
        let page = app.visitor().get(&format!("{path}/documentacao")).await;
        let statuses = page.texts("#respostas .table__title");
        assert!(statuses.contains(&"200".to_owned()), "{path}: {statuses:?}");
        let contents = page.attributes(".side-menu__contents a", "href");
        let (article, rest): (Vec<_>, Vec<_>) =
            contents.iter().partition(|place| place.starts_with("#s-"));
        let headings = page.attributes(".prose h2", "id");
        let headings: Vec<_> = headings.iter().map(|id| format!("#{id}")).collect();
        assert!(headings.len() > 5, "{path}: {headings:?}");
        assert_eq!(article, headings.iter().collect::<Vec<_>>());
        assert_eq!(rest, ["#respostas", "#valores-de-teste"]);
    }
}

#[tokio::test]
async fn no_code_is_translated() {
    let app = with_catalogue().await;
    for path in [
        "/",
        "/catalogo/smv",
        "/catalogo/smv/documentacao",
        "/catalogo/smv/referencia",
        "/catalogo/crm-na-nuvem/referencia",
        "/catalogo/smv/exemplos",
        "/diagnostico",
    ] {
        let page = app.visitor().get(path).await;
        let all = page.texts("pre, code").len();
        let kept = page
            .texts("[translate=no] code, pre[translate=no], code[translate=no]")
            .len();
        let has_code = path != "/catalogo/smv";
        assert!(
            (all > 0 || !has_code) && kept == all,
            "{path}: {kept} of {all}"
        );
    }
}

#[tokio::test]
async fn each_plan_has_the_button_that_starts_its_request() {
    let app = with_catalogue().await;
    for (locale, limit) in [
        (PtBr, "1.000 chamadas em 90 dias"),
        (En, "1,000 calls in 90 days"),
        (Es, "1000 llamadas en 90 días"),
    ] {
        let page = reads(&app, locale, "/catalogo/smv").await;
        assert_eq!(page.texts(".plan__name"), ["Trial", "Pay Per Use"]);
        assert_eq!(page.texts(".plan__limit")[0], limit);
        assert_eq!(page.texts(".plan a")[0], api::request_plan(locale, "Trial"));
        assert_eq!(
            page.attributes(".plan a", "href"),
            [
                "/solicitacoes/nova/smv/trial",
                "/solicitacoes/nova/smv/pay-per-use"
            ]
        );
    }
}

#[tokio::test]
async fn visitors_are_told_that_they_need_an_account() {
    let app = with_catalogue().await;
    let ways_in = "#planos a[href='/entrar'], #planos a[href='/cadastro']";
    let page = app.visitor().get("/catalogo/smv").await;
    assert_eq!(page.texts(ways_in).len(), 2);
    let ana = app.signed_in(ANA, &[]).await;
    let page = ana.get("/catalogo/smv").await;
    assert_eq!(page.texts(ways_in), [""; 0]);
}

#[tokio::test]
async fn test_values_are_shown_with_the_answer_each_gets() {
    let app = with_catalogue().await;
    let expected = [
        ("5511999990200", "200"),
        ("5511999990202", "202"),
        ("5511999990400", "400"),
        ("5511999990403", "403"),
        ("5511999990404", "404"),
        ("5511999990418", "418"),
        ("5511999990500", "500"),
    ];
    for locale in Locale::ALL {
        let page = reads(&app, locale, "/catalogo/smv/documentacao").await;
        assert_eq!(page.text("#valores-de-teste h2"), api::test_values(locale));
        let numbers = page.texts("#valores-de-teste .test-value code");
        let statuses = page.texts("#valores-de-teste td:nth-child(2)");
        let shown: Vec<_> = numbers
            .iter()
            .map(String::as_str)
            .zip(statuses.iter().map(String::as_str))
            .collect();
        assert_eq!(shown, expected);
        let labels = page.texts("#valores-de-teste td:last-child");
        let smv = app.catalogue.current().by_slug("smv").unwrap();
        let operation = &smv.sandbox.as_ref().unwrap().operations()[0];
        let of_reader = operation
            .cases
            .iter()
            .map(|case| case.label[locale as usize].clone());
        assert_eq!(labels, of_reader.collect::<Vec<_>>());
    }
    let page = app
        .visitor()
        .get("/catalogo/crm-na-nuvem/documentacao")
        .await;
    assert_eq!(page.texts("#valores-de-teste table").len(), 5);
}

#[tokio::test]
async fn the_openapi_document_is_for_programs_anywhere() {
    let app = with_catalogue().await;
    for (path, base_path) in ALL
        .into_iter()
        .zip(["/identity/v1", "/credit/v1", "/crm/v1"])
    {
        let page = app.visitor().get(path).await;
        let address = format!("{path}/openapi.json");
        assert_eq!(
            page.attributes(&format!("a[href='{address}']"), "href")
                .len(),
            1
        );
        let answer = app.visitor().get(&address).await;
        answer.is(StatusCode::OK);
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
        let document: serde_json::Value = serde_json::from_str(answer.html()).unwrap();
        assert_eq!(document["openapi"], "3.1.0");
        let server = format!("{}{base_path}", app.portal.settings.public_url);
        assert_eq!(document["servers"][0]["url"], server);
    }
    let none = app.visitor().get("/catalogo/nenhuma/openapi.json").await;
    none.is(StatusCode::NOT_FOUND);
}
