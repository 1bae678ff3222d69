//! Pages that are drawn once for everybody, and those that never are.

use axum::http::{Request, StatusCode, header};

use crate::harness::{Answer, TestApp, Visitor};

const KEPT: [&str; 6] = [
    "/",
    "/onboarding",
    "/perguntas-frequentes",
    "/catalogo/smv",
    "/catalogo/smv/documentacao",
    "/catalogo/smv/referencia",
];

fn tag(answer: &Answer) -> String {
    answer.header(header::ETAG).to_owned()
}

async fn asks_again(visitor: &Visitor, path: &str, tag: &str) -> Answer {
    let request = Request::get(path).header(header::IF_NONE_MATCH, tag);
    visitor.send(request).await
}

#[tokio::test]
async fn whoever_has_a_page_already_is_told_that_it_is_the_same() {
    let app = TestApp::start_with_catalogue().await;
    for path in KEPT {
        let visitor = app.visitor();
        let page = visitor.get(path).await;
        page.is(StatusCode::OK);
        assert_ne!(tag(&page), "", "{path}");
        assert_eq!(page.header(header::CACHE_CONTROL), "private, no-cache");
        let again = asks_again(&visitor, path, &tag(&page)).await;
        again.is(StatusCode::NOT_MODIFIED);
        assert_eq!((tag(&again), again.bytes.len()), (tag(&page), 0), "{path}");
        let other = asks_again(&visitor, path, "\"another\"").await;
        assert!(other.bytes == page.bytes, "{path}");
    }
}

#[tokio::test]
async fn each_language_has_its_own() {
    let app = TestApp::start_with_catalogue().await;
    let visitor = app.visitor();
    let portuguese = visitor.get("/").await;
    visitor.plant_cookie("balcao-idioma", "en");
    let english = asks_again(&visitor, "/", &tag(&portuguese)).await;
    english.is(StatusCode::OK);
    assert_ne!(english.heading(), portuguese.heading());
    let request = Request::get("/").header(header::ACCEPT_LANGUAGE, "es");
    let spanish = app.visitor().send(request).await;
    assert_ne!(spanish.heading(), portuguese.heading());
    assert_eq!(app.visitor().get("/").await.heading(), portuguese.heading());
}

#[tokio::test]
async fn a_change_of_the_catalogue_is_seen_at_once() {
    let app = TestApp::start_with_catalogue().await;
    let before = app.visitor().get("/catalogo/smv").await;
    app.presents_smv("Lê *números* de outro modo.").await;
    let after = asks_again(&app.visitor(), "/catalogo/smv", &tag(&before)).await;
    after.is(StatusCode::OK);
    assert!(after.html().contains("de outro modo"));
}

#[tokio::test]
async fn nobody_gets_a_page_of_somebody_else() {
    let (app, ana, _) = TestApp::with_ana_and_her_group().await;
    for path in KEPT {
        let hers = ana.get(path).await;
        assert_eq!(tag(&hers), "", "{path}");
        let everybodys = app.visitor().get(path).await;
        assert!(!everybodys.html().contains("ana@"), "{path}");
        assert_eq!(everybodys.texts(".account-menu"), [""; 0], "{path}");
        let hers = ana.get(path).await;
        assert_eq!(hers.texts(".account-menu").len(), 1, "{path}");
    }
}

#[tokio::test]
async fn what_is_shown_once_is_not_kept() {
    let app = TestApp::start_with_catalogue().await;
    // A form with a seal of its own, and a page that tells of what was just done.
    assert_eq!(tag(&app.visitor().get("/contato").await), "");
    let visitor = app.visitor();
    visitor
        .post("/idioma", &[("locale", "en"), ("back", "/")])
        .await;
    visitor.plant_cookie("balcao-aviso", "signed-out");
    assert_eq!(tag(&visitor.get("/").await), "");
    assert_eq!(tag(&app.visitor().get("/nowhere").await), "");
}

/// What the page of an API offers its reader: to follow it, to sign up first.
fn offers(page: &Answer) -> (Vec<String>, bool) {
    let follow = page.texts("form[action$='/acompanhar'] button");
    (follow, page.html().contains("/cadastro"))
}

#[tokio::test]
async fn a_content_that_many_see_is_drawn_for_each_kind_of_reader() {
    let app = TestApp::start_with_catalogue().await;
    let stranger = app.visitor();
    let ana = app.signed_in("ana@example.com", &[]).await;
    let bia = app.signed_in("bia@example.com", &[]).await;
    let strangers = offers(&stranger.get("/catalogo/smv").await);
    let anas = offers(&ana.get("/catalogo/smv").await);
    assert_ne!(strangers, anas);
    ana.post("/catalogo/smv/acompanhar", &[("avisos", "sim")])
        .await;
    ana.get("/catalogo/smv").await;
    let followed = offers(&ana.get("/catalogo/smv").await);
    assert_ne!(followed, anas);
    assert_eq!(offers(&bia.get("/catalogo/smv").await), anas);
    assert_eq!(offers(&stranger.get("/catalogo/smv").await), strangers);
}

#[tokio::test]
async fn whoever_is_signed_in_reads_what_changed_and_in_their_language() {
    let app = TestApp::start_with_catalogue().await;
    let ana = app.signed_in("ana@example.com", &[]).await;
    let before = ana.get("/catalogo/smv").await;
    app.presents_smv("Lê *números* de outro modo.").await;
    let after = ana.get("/catalogo/smv").await;
    assert!(!before.html().contains("de outro modo") && after.html().contains("de outro modo"));
    ana.post("/idioma", &[("locale", "en"), ("back", "/catalogo")])
        .await;
    assert_ne!(ana.get("/catalogo/smv").await.heading(), after.heading());
}
