//! The page of an API.

use axum::http::{StatusCode, header};
use locales::{
    Locale::{self, En, Es, PtBr},
    api,
};

use super::{ALL, reads, with_catalogue};
use crate::harness::{ANA, HTTPS, TestApp, Visitor};

#[tokio::test]
async fn an_api_shows_what_it_answers_and_how_it_is_called() {
    let app = with_catalogue().await;
    let languages = [
        "Shell",
        "Java",
        "PHP",
        "Python",
        "JavaScript",
        "C#",
        "Go",
        "Rust",
    ];
    for path in ALL {
        let page = app.visitor().get(path).await;
        assert!(!page.texts("#apresentacao h2").is_empty(), "{path}");
        let statuses = page.texts("#respostas .table__title");
        assert!(statuses.contains(&"200".to_owned()), "{path}: {statuses:?}");
        assert_eq!(page.texts("#exemplos summary"), languages, "{path}");
        assert!(
            page.texts(".samples code")
                .iter()
                .all(|code| code.len() > 100)
        );
        for anchor in page.attributes(".local-nav a", "href") {
            assert_eq!(
                page.texts(&format!("section{anchor}")).len(),
                1,
                "{path}{anchor}"
            );
        }
    }
}

#[tokio::test]
async fn samples_come_with_the_variables_that_they_read() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let set = |key: &str| {
        format!(
            "export BALCAO_URL='{HTTPS}'\n\
             export BALCAO_PUBLIC_KEY='{key}'\n\
             export BALCAO_SECRET_KEY='…'"
        )
    };
    let variables = async |visitor: &Visitor, path: &str| {
        let page = visitor.get(path).await;
        page.raw_texts("#variaveis").remove(0)
    };
    let id = app.requests(&ana, &group).await;
    assert_eq!(variables(&ana, ALL[0]).await, set("…"));
    app.approves(&app.carlos().await, &id).await;
    let page = ana.get(&format!("/minhas-aplicacoes/{group}")).await;
    let key = page.text(&format!("[id='chave-publica-{id}']"));
    assert_eq!(variables(&ana, ALL[0]).await, set(&key));
    assert_eq!(variables(&ana, ALL[1]).await, set("…"));
    assert_eq!(variables(&app.visitor(), ALL[0]).await, set("…"));
    let page = ana.get(ALL[0]).await;
    for id in page.attributes("#exemplos code", "id") {
        assert_eq!(page.texts(&format!("[id='{id}']")).len(), 1, "{id}");
    }
}

#[tokio::test]
async fn samples_speak_the_readers_language_and_have_their_parts_in_colours() {
    let app = with_catalogue().await;
    let said = [
        (PtBr, "Troca as duas chaves por um token."),
        (En, "Exchanges the two keys for a token."),
        (Es, "Cambia las dos claves por un token."),
    ];
    for (locale, comment) in said {
        let page = reads(&app, locale, "/catalogo/smv").await;
        let comments = page.raw_texts("#exemplo-java .hl-comment");
        assert!(
            comments.contains(&format!("/** {comment} */")),
            "{comments:?}"
        );
        let sources = page.raw_texts(".samples code");
        for (other, comment) in said {
            let has = sources.iter().any(|source| source.contains(comment));
            assert_eq!(has, other == locale, "{locale:?}: {comment}");
        }
        for tag in ["// pt:", "// en:", "# es:"] {
            assert!(sources.iter().all(|source| !source.contains(tag)), "{tag}");
        }
        for kind in ["hl-string", "hl-keyword"] {
            for id in page.attributes(".samples code", "id") {
                assert!(
                    !page.texts(&format!("[id='{id}'] .{kind}")).is_empty(),
                    "{id} {kind}"
                );
            }
        }
    }
}

#[tokio::test]
async fn no_code_is_translated() {
    let app = with_catalogue().await;
    for path in ["/", "/catalogo/smv", "/diagnostico"] {
        let page = app.visitor().get(path).await;
        let all = page.texts("pre, code").len();
        let kept = page
            .texts("[translate=no] code, pre[translate=no], code[translate=no]")
            .len();
        assert!(all > 0 && kept == all, "{path}: {kept} of {all}");
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
        let page = reads(&app, locale, "/catalogo/smv").await;
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
    let page = app.visitor().get("/catalogo/crm-na-nuvem").await;
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
