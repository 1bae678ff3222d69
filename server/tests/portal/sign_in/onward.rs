//! Where one goes on to after signing in.

use domain::Role;
use locales::{Locale::PtBr, sign_in};

use crate::harness::{ANA, PASSWORD, SMV_TRIAL, TestApp};

const ELSEWHERE: [&str; 6] = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "javascript:alert(1)",
    "conta",
];

async fn enters_towards(app: &TestApp, onward: &str) -> String {
    let form = [
        ("email", ANA),
        ("password", PASSWORD),
        ("continuar", onward),
    ];
    app.visitor()
        .post("/entrar", &form)
        .await
        .location()
        .to_owned()
}

#[tokio::test]
async fn to_the_page_that_was_asked_for() {
    let app = TestApp::start().await;
    let ana = app.visitor();
    app.signed_in(ANA, &[]).await;
    let asked = ana.get("/minhas-aplicacoes?x=1&y=2").await;
    let page = ana.get(asked.location()).await;
    assert_eq!(page.value_of("continuar"), "/minhas-aplicacoes?x=1&y=2");
    let onward = enters_towards(&app, &page.value_of("continuar")).await;
    assert_eq!(onward, "/minhas-aplicacoes?x=1&y=2");
    app.works().await;
}

#[tokio::test]
async fn who_came_to_ask_for_an_api_is_told_how() {
    let app = TestApp::start_with_catalogue().await;
    let visitor = app.visitor();
    let asked = visitor.get(SMV_TRIAL).await;
    let page = visitor.get(asked.location()).await;
    assert_eq!(page.text(".page-head__lead"), sign_in::to_request(PtBr));
    let page = visitor.get("/entrar?continuar=/conta").await;
    assert_eq!(page.texts(".page-head__lead"), [""; 0]);
}

#[tokio::test]
async fn it_is_kept_when_the_password_was_wrong() {
    let app = TestApp::start().await;
    let form = [
        ("email", ANA),
        ("password", "errada"),
        ("continuar", "/conta"),
    ];
    let answer = app.visitor().post("/entrar", &form).await;
    assert_eq!(answer.value_of("continuar"), "/conta");
}

#[tokio::test]
async fn never_to_another_site() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    for path in ELSEWHERE {
        assert_eq!(
            enters_towards(&app, path).await,
            "/minhas-aplicacoes",
            "{path:?}"
        );
        let query = serde_urlencoded::to_string([("continuar", path)]).unwrap();
        let page = app.visitor().get(&format!("/entrar?{query}")).await;
        assert_eq!(page.texts("[name=continuar]").len(), 0, "{path:?}");
    }
    app.works().await;
}

#[tokio::test]
async fn at_once_for_whoever_is_in() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    assert_eq!(
        ana.get("/entrar?continuar=/conta").await.location(),
        "/conta"
    );
    let elsewhere = ana.get("/entrar?continuar=//evil.example").await;
    assert_eq!(elsewhere.location(), "/minhas-aplicacoes");
}

#[tokio::test]
async fn staff_go_to_their_work() {
    let desks = [
        (Role::ContractManager, "/aprovacoes"),
        (Role::Support, "/suporte/contas"),
        (Role::Administrator, "/administracao/pessoas"),
    ];
    for (role, desk) in desks {
        let app = TestApp::start().await;
        app.knows(("Ana", "Souza"), ANA, &[role]).await;
        assert_eq!(enters_towards(&app, "").await, desk);
    }
}
