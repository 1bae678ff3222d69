//! Frequently asked questions.

use axum::http::StatusCode;
use locales::{
    Locale::{En, Es, PtBr},
    questions as t,
};

use crate::harness::TestApp;

const PATH: &str = "/perguntas-frequentes";

#[tokio::test]
async fn everybody_reads_them_in_their_language() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for locale in [PtBr, En, Es] {
        let chosen = [("locale", locale.tag()), ("back", PATH)];
        assert_eq!(visitor.post("/idioma", &chosen).await.location(), PATH);
        let page = visitor.get(PATH).await;
        assert_eq!(page.heading(), t::title(locale));
        let questions = page.texts(".question h3");
        assert!(questions.len() > 25, "{questions:?}");
        assert!(questions.contains(&t::rotate_q(locale).to_owned()));
        assert_eq!(page.texts("details"), [""; 0]);
    }
}

#[tokio::test]
async fn every_link_leads_to_a_place_that_is_there() {
    let app = TestApp::start_with_catalogue().await;
    let visitor = app.visitor();
    let page = visitor.get(PATH).await;
    let places = page.attributes("main [id]", "id");
    for link in page.attributes("main a", "href") {
        if let Some(place) = link.strip_prefix('#') {
            assert!(places.contains(&place.to_owned()), "{link}");
            continue;
        }
        let answer = visitor.get(&link).await;
        let there = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&answer.status);
        assert!(there, "{link}");
    }
}
