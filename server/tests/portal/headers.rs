//! What browsers are told to keep to, on every route there is.

use std::collections::BTreeMap;

use app::routes;
use axum::http::{HeaderName, header};
use domain::Role;

use crate::harness::{Answer, HTTPS, TestApp, smv};

const CONTENT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// What would run or change how a page looks. Facts for machines are data, which no browser runs.
const OWN_SCRIPT: &str = "script:not([src]):not([type='application/ld+json']), \
    script[type='application/ld+json'][src], style, [style], [onclick]";

/// Every address with parameters that lead nowhere.
fn addresses() -> Vec<(axum::http::Method, String)> {
    let nowhere = "00000000-0000-7000-8000-000000000000";
    let site = app::site();
    // Without a contact, the address for security researchers answers as one for programs.
    let pages = site
        .table()
        .iter()
        .filter(|route| route.path != routes::SECURITY);
    let pages = pages.map(|route| {
        let parameters = [&nowhere as &dyn std::fmt::Display; 3];
        (route.method.clone(), routes::fill(route.path, &parameters))
    });
    let others = [
        "/nowhere",
        "/assets/nowhere.css",
        "/favicon.ico",
        "/healthz",
        "/readyz",
        "/robots.txt",
    ];
    pages
        .chain(others.map(|path| (axum::http::Method::GET, path.to_owned())))
        .collect()
}

fn named(answer: &Answer, name: &'static str) -> String {
    answer.header(HeaderName::from_static(name)).to_owned()
}

#[tokio::test]
async fn every_answer_carries_them() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for (method, path) in addresses() {
        let answer = visitor.ask(&method, &path).await;
        let what = format!("{method} {path}");
        assert!(
            !answer.status.is_server_error(),
            "{what}: {}",
            answer.status
        );
        assert_eq!(named(&answer, "content-security-policy"), CONTENT, "{what}");
        assert_eq!(
            named(&answer, "x-content-type-options"),
            "nosniff",
            "{what}"
        );
        assert_eq!(
            named(&answer, "cross-origin-opener-policy"),
            "same-origin",
            "{what}"
        );
        assert_eq!(
            named(&answer, "cross-origin-resource-policy"),
            "same-origin",
            "{what}"
        );
        assert_eq!(
            named(&answer, "strict-transport-security"),
            "max-age=63072000",
            "{what}"
        );
        assert!(
            named(&answer, "permissions-policy").contains("camera=()"),
            "{what}"
        );
        let links = ["/acesso/", "/avisos/", "/convites/"];
        let is_link = links.iter().any(|link| path.starts_with(link));
        let referrer = if is_link {
            "strict-origin"
        } else {
            "same-origin"
        };
        assert_eq!(named(&answer, "referrer-policy"), referrer, "{what}");
    }
}

#[tokio::test]
async fn no_page_carries_script_or_style_of_its_own() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for (method, path) in addresses() {
        let answer = visitor.ask(&method, &path).await;
        assert_eq!(answer.texts(OWN_SCRIPT), [""; 0], "{method} {path}");
    }
}

#[tokio::test]
async fn no_field_cuts_off_what_is_typed() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let wizard = format!("/solicitacoes/{}/aplicacao", ana.starts(&group).await);
    let gestor = app.signed_in("gestor@balcao.example", Role::ALL).await;
    let mut fields = 0;
    for (reader, path) in [
        (&app.visitor(), "/cadastro"),
        (&app.visitor(), "/entrar"),
        (&app.visitor(), "/catalogo"),
        (&ana, "/grupos/novo"),
        (&ana, "/conta"),
        (&ana, wizard.as_str()),
        (&gestor, "/aprovacoes"),
        (&gestor, "/suporte/contas"),
        (&gestor, "/administracao/pessoas"),
    ] {
        let page = reader.get(path).await;
        fields += page.attributes("main :is(input, textarea)", "name").len();
        let cut = page.attributes("[maxlength]", "name");
        assert_eq!(cut, [""; 0], "{path}");
    }
    assert!(fields > 15, "{fields}");
}

#[tokio::test]
async fn every_page_says_what_it_is_about() {
    let app = TestApp::start_with_catalogue().await;
    let visitor = app.visitor();
    let apis = ["/catalogo/smv", "/catalogo/score-de-credito"].map(str::to_owned);
    let pages = addresses()
        .into_iter()
        .filter(|(method, _)| method == "GET");
    let mut said = BTreeMap::new();
    for path in pages.map(|(_, path)| path).chain(apis.clone()) {
        let answer = visitor.get(&path).await;
        if answer.header(header::CONTENT_TYPE).starts_with("text/html") {
            let descriptions = answer.attributes("head meta[name=description]", "content");
            let [description] = &descriptions[..] else {
                panic!("{path}: {descriptions:?}");
            };
            assert!(description.split(' ').count() > 3, "{path}: {description}");
            said.insert(path, description.clone());
        }
    }
    assert!(said.len() > 15, "{said:?}");
    // No other page has the description of an API's page.
    for api in apis {
        let alike = said.values().filter(|other| **other == said[&api]);
        assert_eq!(alike.count(), 1, "{api}: {said:?}");
    }
}

#[tokio::test]
async fn no_browser_keeps_a_page_of_somebody() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in("ana@empresa.com.br", &[]).await;
    for path in ["/", "/catalogo", "/conta", "/minhas-aplicacoes", "/nowhere"] {
        let page = ana.get(path).await;
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store", "{path}");
        let page = app.visitor().get(path).await;
        assert_ne!(page.header(header::CACHE_CONTROL), "no-store", "{path}");
    }
}

#[tokio::test]
async fn only_https_is_made_binding() {
    let app =
        TestApp::start_with(|setup| setup.public_url = "http://127.0.0.1:3000".parse().unwrap())
            .await;
    let answer = app.visitor().get("/cadastro").await;
    assert_eq!(answer.header(header::STRICT_TRANSPORT_SECURITY), "");
}

#[tokio::test]
async fn a_host_header_leads_nobody_astray() {
    let app = TestApp::start().await;
    let request = axum::http::Request::post("/cadastro")
        .header(header::HOST, "evil.example")
        .header("X-Forwarded-Host", "evil.example")
        .header(header::ORIGIN, HTTPS);
    let fields = [
        ("given_name", "Ana"),
        ("family_name", "Souza"),
        ("email", "ana@empresa.com.br"),
        ("consent", "true"),
    ];
    assert_eq!(
        app.visitor().send_form(request, &fields).await.location(),
        "/cadastro/enviado"
    );
    app.works().await;
    assert!(
        app.inbox
            .link_for("ana@empresa.com.br")
            .starts_with("/acesso/")
    );
    let mails = app.inbox.mails_to("ana@empresa.com.br");
    assert!(
        mails
            .iter()
            .all(|mail| !mail.text.contains("evil") && !mail.html.contains("evil"))
    );
}

#[tokio::test]
async fn what_programs_are_answered_may_do_nothing_in_a_browser() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    for answer in [
        program.asks_for_token().await,
        program.calls_smv(&token, &smv("5511999990200")).await,
        program.calls_smv("nonsense", &smv("5511999990200")).await,
    ] {
        let content = named(&answer, "content-security-policy");
        assert_eq!(
            content,
            "default-src 'none'; frame-ancestors 'none'; sandbox"
        );
        assert_eq!(named(&answer, "x-content-type-options"), "nosniff");
        let own = named(&answer, "cross-origin-resource-policy");
        assert_eq!(own, "same-origin");
        let strict = named(&answer, "strict-transport-security");
        assert_eq!(strict, "max-age=63072000");
    }
}
