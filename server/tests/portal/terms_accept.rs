//! Terms that changed since somebody agreed to them.

use domain::audit::Action;
use locales::{Locale::PtBr, terms_accept as t};
use sea_orm::ConnectionTrait;

use crate::harness::{ANA, PASSWORD, TestApp};

const PATH: &str = "/termos/aceitar";
const BY_WAY: &str = "/termos/aceitar?continuar=%2Fcatalogo";

/// Ana agreed to a version of before.
async fn agreed_before() -> TestApp {
    let app = TestApp::start().await;
    app.knows(("Ana", "Souza"), ANA, &[]).await;
    let sql = "UPDATE accounts SET terms_version = '2025-01'";
    let db = app.portal.db.writer();
    db.execute_unprepared(sql).await.unwrap();
    app
}

#[tokio::test]
async fn they_are_asked_for_on_the_way_and_once() {
    let app = agreed_before().await;
    let ana = app.visitor();
    let fields = [
        ("email", ANA),
        ("password", PASSWORD),
        ("continuar", "/catalogo"),
    ];
    assert_eq!(ana.post("/entrar", &fields).await.location(), BY_WAY);
    let page = ana.get(BY_WAY).await;
    assert_eq!(page.heading(), t::title(PtBr));
    assert!(
        page.attributes("main a", "href")
            .contains(&"/catalogo".to_owned())
    );
    let version = page.value_of("version");
    let on = page.value_of("continuar");
    let agrees = [("version", version.as_str()), ("continuar", &on)];
    assert_eq!(ana.post(PATH, &agrees).await.location(), "/catalogo");
    assert_eq!(ana.post("/entrar", &fields).await.location(), "/catalogo");
    assert_eq!(ana.get(BY_WAY).await.location(), "/catalogo");
    let [entry] = &app.trail(Action::TermsAccepted).await[..] else {
        panic!("one consent is one entry");
    };
    assert_eq!(entry.details.as_deref(), Some("2025-01 → 2026-08"));
}

#[tokio::test]
async fn the_account_tells_which_version_was_agreed_to() {
    let app = agreed_before().await;
    let ana = app.visitor();
    ana.enters(ANA, PASSWORD).await.location();
    let page = ana.get("/conta").await;
    assert!(page.text("#termos").contains("2025-01"));
    let [there] = &page.attributes("#termos a", "href")[..] else {
        panic!("there is one way to the new version");
    };
    let version = ana.get(there).await.value_of("version");
    for shown in ["2025-01", &version] {
        let agrees = [("version", shown), ("continuar", "/conta")];
        ana.post(PATH, &agrees).await.location();
    }
    let page = ana.get("/conta").await;
    assert!(page.text("#termos").contains("2026-08"));
    assert_eq!(page.texts("#termos a"), [""; 0]);
    assert_eq!(app.trail(Action::TermsAccepted).await.len(), 1);
}
