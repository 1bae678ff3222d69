//! Signing in, and staying so.

use axum::http::StatusCode;
use locales::{Locale::PtBr, sign_in};

use crate::support::{PASSWORD, TestApp};

#[tokio::test]
async fn a_session_lasts_as_long_as_it_may() {
    let app = TestApp::start().await.with_catalogue().await;
    let ana = app.signed_in("ana@empresa.com.br", &[]).await;
    assert!(ana.has_cookie("__Host-balcao"));
    ana.get("/conta").await.is(StatusCode::OK);
    app.clock
        .advance(app.portal.settings.lifetimes.session_absolute);
    assert_eq!(
        ana.get("/conta").await.location(),
        "/entrar?continuar=%2Fconta"
    );
    let page = ana.get("/entrar").await;
    assert_eq!(page.heading(), sign_in::title(PtBr));
    let again = [("email", "ana@empresa.com.br"), ("password", PASSWORD)];
    ana.post("/entrar", &again).await.location();
}
