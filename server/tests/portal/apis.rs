//! Administration: APIs are opened, and led to their end.

mod access;
mod attachments;
mod categories;
mod compare;
mod editor;
mod forms;
mod long_forms;
mod upstream;

use axum::http::StatusCode;
use domain::{
    Role,
    audit::Action,
    catalogue::{ApiFiles, ApiState},
    demo, testing,
};
use locales::{
    Locale::{En, PtBr},
    api, apis as t, common,
};

use crate::harness::{TestApp, Visitor};

const DORA: &str = "dora@balcao.example";
const PAGE: &str = "/administracao/apis";
const SMV: &str = "/administracao/apis/smv";

async fn with_catalogue() -> (TestApp, Visitor) {
    let app = TestApp::start_with_catalogue().await;
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    (app, dora)
}

#[tokio::test]
async fn an_empty_portal_says_how_it_is_filled() {
    let app = TestApp::start().await;
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    let page = dora.get(PAGE).await;
    assert_eq!(page.text(".empty h2"), t::none_title(PtBr));
    assert_eq!(page.text(".empty code"), "balcao catalogue import catalogo");
}

#[tokio::test]
async fn every_api_is_listed_with_its_state() {
    let (_app, dora) = with_catalogue().await;
    let page = dora.get(PAGE).await;
    assert_eq!(page.heading(), t::title(PtBr));
    assert_eq!(page.texts("tbody .stamp"), [t::published(PtBr); 3]);
    let links = page.attributes("tbody a", "href");
    assert_eq!(links[0], SMV);
    let page = dora.get(SMV).await;
    assert!(page.text(".facts").contains("/identity/v1"));
    assert!(page.text(".facts").contains(t::by_sandbox(PtBr)));
    assert!(page.html().contains(t::ready(PtBr)));
    assert!(page.text("tbody").contains(t::by_portal(PtBr)));
}

#[tokio::test]
async fn an_api_is_deprecated_with_its_last_day_and_takes_no_new_requests() {
    let (app, dora) = with_catalogue().await;
    let form = [
        ("estado", "deprecated"),
        ("ultimo_dia", "2027-03-31"),
        ("substituta", "crm-na-nuvem"),
    ];
    assert_eq!(dora.post(SMV, &form).await.location(), SMV);
    app.works().await;
    let page = dora.get(SMV).await;
    assert_eq!(page.flash(), t::changed(PtBr));
    assert!(page.text(".facts").contains("31 de março de 2027"));
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    assert!(smv.is_open() && !smv.takes_requests());
    assert_eq!(smv.successor.as_deref(), Some("crm-na-nuvem"));
    let page = app.visitor().get("/catalogo/smv").await;
    let notice = page.text(".notice");
    assert!(notice.contains("31 de março de 2027"), "{notice}");
    assert_eq!(
        page.attributes(".notice a", "href"),
        ["/catalogo/crm-na-nuvem"]
    );
    assert!(page.attributes(".plan a", "href").is_empty());
    let trail = app.trail(Action::ApiStateChanged).await;
    let by_dora = trail.iter().filter(|it| it.actor.as_deref() == Some(DORA));
    let told: Vec<_> = by_dora.map(|it| it.details.as_deref()).collect();
    assert_eq!(told, [Some("published → deprecated")]);
    app.visitor()
        .get("/solicitacoes/nova/smv/trial")
        .await
        .is(StatusCode::SEE_OTHER);
    dora.get("/solicitacoes/nova/smv/trial")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_day_that_is_missing_is_asked_for_beside_its_field() {
    let (app, dora) = with_catalogue().await;
    let form = [("estado", "deprecated"), ("substituta", "crm-na-nuvem")];
    let page = dora.post(SMV, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.text("#ultimo_dia-error").is_empty());
    // What was chosen is still there.
    let chosen = page.attributes("[name=estado][checked]", "value");
    assert_eq!(chosen, ["deprecated"]);
    let chosen = page.attributes("#substituta [selected]", "value");
    assert_eq!(chosen, ["crm-na-nuvem"]);
    dora.post(SMV, &[])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        app.catalogue
            .current()
            .by_slug("smv")
            .unwrap()
            .takes_requests()
    );
}

#[tokio::test]
async fn a_draft_is_published_once_nothing_is_missing() {
    let (app, dora) = with_catalogue().await;
    let facts = ApiFiles {
        version: Some("1".to_owned()),
        category: Some("credito".to_owned()),
        base_path: Some("/nova/v1".to_owned()),
        ..ApiFiles::default()
    };
    testing::import(&app, "nova", facts).await;
    let nova = format!("{PAGE}/nova");
    let page = dora.get(&nova).await;
    assert!(page.html().contains(t::lacks_plan(PtBr)));
    assert!(page.html().contains(t::lacks_document(PtBr)));
    let page = dora.post(&nova, &[("estado", "published")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".error-summary").contains(t::lacks_plan(PtBr)));
    app.visitor()
        .get("/catalogo/nova")
        .await
        .is(StatusCode::NOT_FOUND);

    let mut whole = catalogue_files("smv");
    whole.base_path = Some("/nova/v1".to_owned());
    whole.state = None;
    testing::import(&app, "nova", whole).await;
    assert!(dora.get(&nova).await.html().contains(t::ready(PtBr)));
    let answer = dora.post(&nova, &[("estado", "published")]).await;
    assert_eq!(answer.location(), nova);
    app.visitor().get("/catalogo/nova").await.is(StatusCode::OK);
}

/// What the demo's files say of one of its APIs.
fn catalogue_files(slug: &str) -> ApiFiles {
    let mut files = domain::catalogue::read(&demo::files()).unwrap();
    files.apis.remove(slug).unwrap()
}

#[tokio::test]
async fn what_nobody_is_to_see_any_more_is_withdrawn_and_can_come_back() {
    let (app, dora) = with_catalogue().await;
    let becomes = async |state: ApiState| {
        let form = [("estado", state.as_str())];
        dora.post(SMV, &form).await.location();
    };
    becomes(ApiState::Retired).await;
    let page = app.visitor().get("/catalogo/smv").await;
    assert!(page.text(".notice").contains(api::retired(PtBr)));
    becomes(ApiState::Withdrawn).await;
    app.visitor()
        .get("/catalogo/smv")
        .await
        .is(StatusCode::NOT_FOUND);
    assert!(!dora.get(SMV).await.html().contains(t::see_page(PtBr)));
    becomes(ApiState::Published).await;
    app.visitor().get("/catalogo/smv").await.is(StatusCode::OK);
    dora.get(&format!("{PAGE}/nada"))
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_speaks_other_languages() {
    let (_app, dora) = with_catalogue().await;
    dora.post("/idioma", &[("locale", "en")]).await.location();
    assert_eq!(dora.get(PAGE).await.heading(), t::title(En));
    assert!(dora.get(SMV).await.html().contains(common::back(En)));
}
