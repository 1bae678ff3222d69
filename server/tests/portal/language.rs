//! The switch of language.

use axum::http::{Request, StatusCode, header};
use locales::{
    Locale::{En, Es, PtBr},
    account, sign_in,
};

use crate::harness::{ANA, TestApp};

#[tokio::test]
async fn a_browser_keeps_the_language() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let chosen = [("locale", "en"), ("back", "/entrar?continuar=%2Fconta")];
    let answer = visitor.post("/idioma", &chosen).await;
    assert_eq!(answer.location(), "/entrar?continuar=%2Fconta");
    let cookie = answer.header(header::SET_COOKIE);
    assert!(
        cookie.starts_with("balcao-idioma=en; Path=/; Max-Age=31536000; HttpOnly"),
        "{cookie}"
    );
    let page = visitor.get("/entrar").await;
    assert_eq!(page.heading(), sign_in::title(En));
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert_eq!(
        page.attributes("[name=locale][aria-current=true]", "value"),
        ["en"]
    );
}

#[tokio::test]
async fn until_somebody_chooses_the_browser_does() {
    let app = TestApp::start().await;
    for (accepts, expected) in [("es-AR, en;q=0.5", Es), ("fr", PtBr), ("en-GB", En)] {
        let request = Request::get("/entrar").header(header::ACCEPT_LANGUAGE, accepts);
        let page = app.visitor().send(request).await;
        assert_eq!(page.heading(), sign_in::title(expected), "{accepts}");
    }
    let visitor = app.visitor();
    visitor
        .post("/idioma", &[("locale", "es")])
        .await
        .location();
    let request = Request::get("/entrar").header(header::ACCEPT_LANGUAGE, "en");
    assert_eq!(visitor.send(request).await.heading(), sign_in::title(Es));
}

#[tokio::test]
async fn an_account_keeps_it_too() {
    let app = TestApp::start().await;
    let here = app.signed_in(ANA, &[]).await;
    here.post("/idioma", &[("locale", "es")]).await.location();
    let there = app.signs_in(ANA).await;
    assert_eq!(there.get("/conta").await.heading(), account::title(Es));
}

#[tokio::test]
async fn it_leads_back_to_this_site_alone() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let elsewhere = [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "",
    ];
    for back in elsewhere {
        let answer = visitor
            .post("/idioma", &[("locale", "en"), ("back", back)])
            .await;
        assert_eq!(answer.location(), "/", "{back:?}");
    }
    assert_eq!(
        visitor
            .post("/idioma", &[("locale", "en")])
            .await
            .location(),
        "/"
    );
}

#[tokio::test]
async fn every_page_leads_back_to_itself() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/entrar?continuar=%2Fconta").await;
    let back = page.attributes(".language-switch [name=back]", "value");
    assert_eq!(back, ["/entrar?continuar=%2Fconta"]);
}

#[tokio::test]
async fn no_other_language_is_taken() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for form in [
        &[("locale", "fr")][..],
        &[("locale", "")],
        &[("back", "/")],
        &[],
    ] {
        let answer = visitor.post("/idioma", form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.text(".error-page__code"), "422");
    }
    assert!(!visitor.has_cookie("balcao-idioma"));
}
