//! Administration: what was sought in the catalogue and not found.

use axum::http::StatusCode;
use domain::Role;
use locales::{Locale::PtBr, searches as t};

use crate::harness::TestApp;

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/buscas";

#[tokio::test]
async fn an_administrator_sees_what_visitors_sought_in_vain() {
    let app = TestApp::start_with_catalogue().await;
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    let page = dora.get(PAGE).await;
    assert_eq!(page.heading(), t::title(PtBr));
    assert_eq!(page.text(".empty h2"), t::none_title(PtBr));

    let visitor = app.visitor();
    for path in [
        "/catalogo?q=Xadrez",
        "/catalogo?q=xadrez",
        "/catalogo?q=silenciosa",
        "/catalogo?q=xadrez&categoria=credito",
        "/catalogo?q=ana%40xadrez.example",
        "/catalogo?q=11912345678",
    ] {
        visitor.get(path).await.is(StatusCode::OK);
    }
    app.catalogue.misses.flush(&app.portal).await.unwrap();
    let page = dora.get(PAGE).await;
    assert_eq!(page.texts("tbody th"), ["xadrez"]);
    assert_eq!(page.texts("tbody td")[0], "2");
}
