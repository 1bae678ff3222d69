//! Which pages load a script: those with an island, and no others.

use axum::http::StatusCode;

use crate::harness::{Answer, TestApp, Visitor};

/// Facts for machines are data, which no browser runs; the button for passkeys has a script of its
/// own.
const LOADED: &str = "script:not([type='application/ld+json']):not([src*='passkey']), link[rel=preload], link[rel=modulepreload]";
const ISLANDS: &str = "leptos-island";

async fn each(visitor: &Visitor, paths: &[&str], check: impl Fn(&str, &Answer)) {
    for path in paths {
        let answer = visitor.get(path).await;
        if *path != "/nowhere" {
            answer.is(StatusCode::OK);
        }
        check(path, &answer);
    }
}

fn has_none(path: &str, answer: &Answer) {
    assert_eq!(answer.texts(LOADED), [""; 0], "{path}");
    assert_eq!(answer.texts(ISLANDS), [""; 0], "{path}");
}

fn has_one(path: &str, answer: &Answer) {
    assert_eq!(answer.attributes(LOADED, "type"), ["module"], "{path}");
    assert!(!answer.texts(ISLANDS).is_empty(), "{path}");
}

#[tokio::test]
async fn pages_without_islands_load_no_script() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let request = app.requests(&ana, &group).await;
    let done = format!("/solicitacoes/{request}/pronto");
    let home = format!("/minhas-aplicacoes/{group}");
    let decision = format!("/aprovacoes/{request}");
    let team = [
        "membros",
        "membros/convidar",
        "membros/sair",
        "dados",
        "historico",
    ]
    .map(|page| format!("/grupos/{group}/{page}"));

    let everybodys = [
        "/",
        "/catalogo/smv",
        "/cadastro",
        "/esqueci-minha-senha",
        "/privacidade",
        "/situacao",
        "/contato",
        "/contato/enviada",
        "/perguntas-frequentes",
        "/nowhere",
    ];
    each(&app.visitor(), &everybodys, has_none).await;
    let members = [
        "/minhas-aplicacoes",
        &home,
        &done,
        "/conta/token-de-registro",
        "/conta/verificacao",
    ];
    each(&ana, &members, has_none).await;
    each(&ana, &team.each_ref().map(String::as_str), has_none).await;
    let staff = ["/aprovacoes/numeros", "/aprovacoes/preferencias", &decision];
    each(&carlos, &staff, has_none).await;
}

#[tokio::test]
async fn pages_with_islands_load_one() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let everybodys = ["/catalogo", "/entrar", "/diagnostico"];
    each(&app.visitor(), &everybodys, has_one).await;
    let forms = ["/grupos/novo", "/solicitacoes/nova/smv/trial"];
    each(&ana, &forms, has_one).await;
    app.requests(&ana, &group).await;
    let carlos = app.carlos().await;
    each(&carlos, &["/aprovacoes"], has_one).await;
}

#[tokio::test]
async fn a_reference_loads_the_script_of_its_islands_and_the_one_that_copies() {
    let app = TestApp::start_with_catalogue().await;
    let page = app.visitor().get("/catalogo/smv/referencia").await;
    assert_eq!(page.attributes(LOADED, "type"), ["module"; 2]);
    assert_eq!(page.texts(ISLANDS).len(), 1);
}

#[tokio::test]
async fn an_article_with_code_loads_the_script_that_copies_it() {
    let app = TestApp::start_with_catalogue().await;
    let copies = async || {
        let page = app.visitor().get("/catalogo/smv").await;
        let scripts = page.attributes("script[type=module]", "src");
        scripts.iter().any(|src| src.starts_with("/assets/copy."))
    };
    assert!(!copies().await);
    for path in ["/catalogo/smv/documentacao", "/catalogo/smv/exemplos"] {
        let page = app.visitor().get(path).await;
        assert_eq!(page.attributes(LOADED, "type"), ["module"], "{path}");
        assert_eq!(page.texts(ISLANDS), [""; 0], "{path}");
    }
    app.presents_smv("```json\n{}\n```\n").await;
    assert!(copies().await);
    let page = app.visitor().get("/catalogo/smv").await;
    assert_eq!(page.raw_texts("#c-1"), ["{}"]);
}
