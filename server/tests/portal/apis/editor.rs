//! An administrator writes an API in the console.

use axum::http::{HeaderName, StatusCode};
use domain::{Role, catalogue::ApiState, demo};
use locales::{
    Locale::{En, PtBr},
    api_draft as d, api_editor as e, api_problems as p, apis as t, terms,
};

use super::{
    DORA, PAGE, SMV,
    forms::{filled, sends, types},
    with_catalogue,
};
use crate::harness::{TestApp, Visitor};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const PLANS: &str = "/administracao/apis/smv/planos";
pub const ENGLISH: &str = "/administracao/apis/smv/textos/en";

/// What the demo says of SMV in one of its files.
fn demo_file(name: &str) -> String {
    let files = demo::files();
    String::from_utf8(files[&format!("smv/{name}")].clone()).unwrap()
}

/// Every part of an API, with the articles and the document of SMV.
async fn writes_every_part(dora: &Visitor, api: &str) {
    let part = |part: &str| format!("{api}/{part}");
    let (presentation, documentation) = (
        demo_file("presentation.pt-BR.md"),
        demo_file("documentation.pt-BR.md"),
    );
    let forms: [(&str, &[(&str, &str)]); 5] = [
        (
            "identificacao",
            &[
                ("versao", "1.0.0"),
                ("categoria", "identidade"),
                ("caminho", "/identity/v1"),
                ("etiquetas", "móvel,  sim "),
            ],
        ),
        (
            "textos/pt-BR",
            &[
                ("texto.resumo", "Confirma o número sem perguntar."),
                ("texto.apresentacao", &presentation),
                ("texto.documentacao", &documentation),
            ],
        ),
        (
            "planos",
            &[
                ("oferece.trial", "1"),
                ("chamadas.trial", "1000"),
                ("dias.trial", "90"),
            ],
        ),
        (
            "respostas",
            &[
                ("status.0", "404"),
                ("codigo.0", "API-404"),
                ("significado.0.pt-BR", "Não existe."),
            ],
        ),
        ("chamadas", &[("ambiente-de-testes", "1")]),
    ];
    for (name, typed) in forms {
        let answer = types(dora, &part(name), typed).await;
        assert_eq!(answer.location(), part(name), "{name}");
        assert_eq!(dora.get(&part(name)).await.flash(), d::saved(PtBr));
    }
    let document = part("documento");
    let seen = dora.get(&document).await.value_of("visto");
    let file = demo_file("openapi.json");
    let answer = dora
        .uploads(&document, &[("visto", &seen)], ("arquivo", file.as_bytes()))
        .await;
    assert_eq!(answer.location(), document);
}

#[tokio::test]
async fn an_administrator_of_an_empty_portal_publishes_an_api_by_the_console_alone() {
    let app = TestApp::start().await;
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    let category = [
        ("nome.0.pt-BR", "Identidade"),
        ("endereco.0", "identidade"),
        ("ordem.0", "1"),
    ];
    types(&dora, "/administracao/categorias", &category)
        .await
        .location();
    let new = [("nome.pt-BR", "Verificação"), ("endereco", "verificacao")];
    let answer = types(&dora, "/administracao/nova-api", &new).await;
    let api = "/administracao/apis/verificacao";
    assert_eq!(answer.location(), api);
    let page = dora.get(api).await;
    assert_eq!(page.flash(), e::created(PtBr));
    let lacking = page.attributes("main .section li a", "href");
    assert_eq!(lacking[0], format!("{api}/identificacao"));
    assert!(!page.texts(".side-menu__lack").is_empty());

    let part = |part: &str| format!("{api}/{part}");
    writes_every_part(&dora, api).await;
    app.visitor()
        .get("/catalogo/verificacao")
        .await
        .is(StatusCode::NOT_FOUND);
    for page in ["previa", "previa/documentacao", "previa/referencia"] {
        let page = dora.get(&part(page)).await;
        assert!(
            page.is(StatusCode::OK)
                .text(".notice--wait")
                .contains(d::preview_title(PtBr))
        );
        assert_eq!(page.header(ROBOTS), "noindex, nofollow");
        assert_eq!(page.header(axum::http::header::CACHE_CONTROL), "no-store");
    }
    let page = dora.get(api).await;
    assert!(page.html().contains(t::ready(PtBr)));
    let seen = page.value_of("visto");
    let publish = part("publicar");
    assert_eq!(
        dora.post(&publish, &[("visto", &seen)]).await.location(),
        api
    );
    assert_eq!(dora.get(api).await.flash(), d::published_now(PtBr));
    let page = app.visitor().get("/catalogo/verificacao").await;
    assert_eq!(page.is(StatusCode::OK).heading(), "Verificação");
    let published = app.catalogue.current().by_slug("verificacao").unwrap();
    assert_eq!(published.state, ApiState::Published);
    assert_eq!(published.tags, ["móvel", "sim"]);
    assert!(published.sandbox.is_some());
}

#[tokio::test]
async fn a_form_that_is_opened_and_saved_changes_nothing() {
    let (app, dora) = with_catalogue().await;
    let before = app.catalogue.current().by_slug("smv").unwrap().revision;
    for part in [
        "identificacao",
        "textos/pt-BR",
        "textos/en",
        "textos/es",
        "planos",
        "respostas",
        "mudancas",
        "chamadas",
    ] {
        let path = format!("{SMV}/{part}");
        assert_eq!(types(&dora, &path, &[]).await.location(), path);
        let page = dora.get(SMV).await;
        assert!(page.texts(".notice--wait").is_empty(), "{part}");
    }
    let after = app.catalogue.current().by_slug("smv").unwrap().revision;
    assert_eq!(after, before);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
    let (_app, dora) = with_catalogue().await;
    let identity = format!("{SMV}/identificacao");
    let typed = [("versao", "1 0"), ("lugar", "dois"), ("caminho", "/crm")];
    let page = types(&dora, &identity, &typed).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.error_of("lugar"),
        p::wrong_number(PtBr, e::position(PtBr))
    );
    let typed = [("versao", "1 0"), ("caminho", "/crm")];
    let page = types(&dora, &identity, &typed).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("versao"), p::wrong_version(PtBr));
    assert_eq!(
        page.error_of("caminho"),
        p::taken_path(PtBr, "crm-na-nuvem")
    );
    assert_eq!(page.value_of("versao"), "1 0");

    let page = types(&dora, PLANS, &[("chamadas.trial", "muitas")]).await;
    let wrong = p::wrong_number(PtBr, e::plan_calls(PtBr));
    assert_eq!(page.error_of("chamadas.trial"), wrong);
    let page = types(&dora, PLANS, &[("dias.trial", "0")]).await;
    assert!(!page.error_of("dias.trial").is_empty());
    let page = types(&dora, PLANS, &[("dias.trial", ""), ("renova.trial", "1")]).await;
    let wrong = p::renews_nothing(PtBr, terms::plan_trial(PtBr));
    assert_eq!(page.error_of("dias.trial"), wrong);

    let answers = format!("{SMV}/respostas");
    let page = types(&dora, &answers, &[("status.1", "999")]).await;
    assert_eq!(page.error_of("status.1"), p::wrong_status(PtBr, 999));
    let changes = format!("{SMV}/mudancas");
    let page = types(&dora, &changes, &[("versao.1", "2")]).await;
    assert!(!page.error_of("data.1").is_empty());
}

#[tokio::test]
async fn whoever_saves_second_is_told_loses_nothing_and_may_insist() {
    let (app, dora) = with_catalogue().await;
    let rita = app
        .signed_in("rita@balcao.example", &[Role::Administrator])
        .await;
    let opened = dora.get(ENGLISH).await;
    types(&rita, ENGLISH, &[("texto.nome", "Of Rita")])
        .await
        .location();
    // Another part is nobody's business.
    types(&dora, PLANS, &[("dias.trial", "30")])
        .await
        .location();
    let fields = filled(&opened, &[("texto.nome", "Of Dora")]);
    let page = sends(&dora, ENGLISH, &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".error-summary").contains(d::changed_title(PtBr)));
    assert_eq!(page.value_of("texto.nome"), "Of Dora");
    assert_eq!(rita.get(ENGLISH).await.value_of("texto.nome"), "Of Rita");
    let again = filled(&page, &[]);
    sends(&dora, ENGLISH, &again).await.location();
    assert_eq!(rita.get(ENGLISH).await.value_of("texto.nome"), "Of Dora");

    let stale = rita.get(SMV).await.value_of("visto");
    types(&dora, PLANS, &[("dias.trial", "60")])
        .await
        .location();
    let publish = format!("{SMV}/publicar");
    rita.post(&publish, &[("visto", &stale)]).await.location();
    assert_eq!(rita.get(SMV).await.flash(), d::draft_changed(PtBr));
    let trial = app.catalogue.current().by_slug("smv").unwrap().plans[0];
    assert_eq!(trial.days, Some(90));
}

#[tokio::test]
async fn a_draft_is_discarded_after_one_more_question() {
    let (_app, dora) = with_catalogue().await;
    types(&dora, PLANS, &[("dias.trial", "7")]).await.location();
    let discard = format!("{SMV}/descartar");
    let page = dora.get(&discard).await;
    assert!(page.html().contains(d::discard_draft_text(PtBr)));
    let seen = page.value_of("visto");
    assert_eq!(
        dora.post(&discard, &[("visto", &seen)]).await.location(),
        SMV
    );
    assert_eq!(dora.get(SMV).await.flash(), d::discarded(PtBr));
    assert_eq!(dora.get(PLANS).await.value_of("dias.trial"), "90");
    assert_eq!(dora.get(&discard).await.location(), SMV);

    let new = [("nome.pt-BR", "Nova"), ("endereco", "nova")];
    types(&dora, "/administracao/nova-api", &new)
        .await
        .location();
    let discard = format!("{PAGE}/nova/descartar");
    let page = dora.get(&discard).await;
    assert!(page.html().contains(d::discard_api_text(PtBr)));
    let seen = page.value_of("visto");
    assert_eq!(
        dora.post(&discard, &[("visto", &seen)]).await.location(),
        PAGE
    );
    dora.get(&format!("{PAGE}/nova"))
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_name_that_is_taken_or_wrong_is_told_and_kept() {
    let (_app, dora) = with_catalogue().await;
    let new = "/administracao/nova-api";
    let page = types(&dora, new, &[("nome.pt-BR", "Outra"), ("endereco", "smv")]).await;
    assert_eq!(page.error_of("endereco"), p::taken_slug(PtBr));
    assert_eq!(page.value_of("nome.pt-BR"), "Outra");
    let page = types(&dora, new, &[("endereco", "Não é")]).await;
    assert_eq!(page.error_of("nome.pt-BR"), p::no_name(PtBr));
    let page = types(&dora, new, &[("nome.pt-BR", "X"), ("endereco", "Não é")]).await;
    assert_eq!(page.error_of("endereco"), p::wrong_slug(PtBr));
}

#[tokio::test]
async fn it_speaks_other_languages() {
    let (_app, dora) = with_catalogue().await;
    dora.post("/idioma", &[("locale", "en")]).await.location();
    assert_eq!(dora.get(PLANS).await.heading(), e::plans(En));
    let page = dora.get(ENGLISH).await;
    assert_eq!(page.heading(), e::texts_in(En, "English"));
    dora.get(&format!("{SMV}/textos/fr"))
        .await
        .is(StatusCode::NOT_FOUND);
    dora.get(&format!("{PAGE}/nada/planos"))
        .await
        .is(StatusCode::NOT_FOUND);
}
