//! Public pages as Markdown, which agents read.

use axum::http::{Request, StatusCode, header};
use locales::{
    Locale::{En, PtBr},
    api, questions,
};

use crate::harness::{Answer, HTTPS, TestApp};

/// Each page with the address of the same as Markdown.
const TWINS: [(&str, &str); 12] = [
    ("/", "/index.md"),
    ("/catalogo", "/catalogo.md"),
    ("/catalogo/smv", "/catalogo/smv.md"),
    (
        "/catalogo/smv/documentacao",
        "/catalogo/smv/documentacao.md",
    ),
    ("/catalogo/smv/referencia", "/catalogo/smv/referencia.md"),
    ("/catalogo/smv/exemplos", "/catalogo/smv/exemplos.md"),
    ("/perguntas-frequentes", "/perguntas-frequentes.md"),
    ("/onboarding", "/onboarding.md"),
    ("/privacidade", "/privacidade.md"),
    ("/termos", "/termos.md"),
    ("/contato", "/contato.md"),
    ("/diagnostico", "/diagnostico.md"),
];

async fn with_catalogue() -> TestApp {
    TestApp::start_with_catalogue().await
}

async fn asks_for_markdown(app: &TestApp, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT, "text/markdown, */*;q=0.1");
    app.visitor().send(request).await
}

fn is_markdown(answer: &Answer) -> bool {
    answer.is(StatusCode::OK);
    answer.header(header::CONTENT_TYPE) == "text/markdown; charset=utf-8"
}

#[tokio::test]
async fn a_page_is_the_same_as_markdown_at_its_twin_and_by_accept() {
    let app = with_catalogue().await;
    for (page, twin) in TWINS {
        let html = app.visitor().get(page).await;
        assert!(html.header(header::CONTENT_TYPE).starts_with("text/html"));
        assert!(html.header(header::VARY).ends_with(", Accept"), "{page}");
        let linked = html.attributes("link[type='text/markdown']", "href");
        assert_eq!(linked, [twin], "{page}");
        let written = app.visitor().get(twin).await;
        assert!(is_markdown(&written), "{twin}");
        assert!(written.html().starts_with("# "), "{twin}");
        let accepted = asks_for_markdown(&app, page).await;
        assert!(is_markdown(&accepted), "{page}");
        assert_eq!(accepted.html(), written.html(), "{page}");
        assert!(accepted.header(header::VARY).contains("Accept-Language"));
    }
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    let request = Request::get("/").header(header::ACCEPT, browser);
    let page = app.visitor().send(request).await;
    assert!(!is_markdown(&page));
}

#[tokio::test]
async fn an_api_is_told_with_what_its_operator_wrote_and_its_fields() {
    let app = with_catalogue().await;
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    let overview = app.visitor().get("/catalogo/smv.md?idioma=en").await;
    let text = overview.html();
    assert!(
        text.starts_with(&format!("# {}\n", smv.text(En).name)),
        "{text}"
    );
    assert!(text.contains(&format!("{HTTPS}/identity/v1")), "{text}");
    assert!(text.contains(&format!("## {}", api::plans(En))), "{text}");
    let documentation = app.visitor().get("/catalogo/smv/documentacao.md").await;
    assert!(documentation.html().contains("| 404 | `API-SMV-404` |"));
    assert!(documentation.html().contains("```"));
    let reference = app.visitor().get("/catalogo/smv/referencia.md").await;
    assert!(
        reference.html().contains("- `msisdn`, string"),
        "{}",
        reference.html()
    );
    assert!(reference.html().contains("```json"));
}

#[tokio::test]
async fn the_samples_are_all_programs_in_the_language_that_is_asked_for() {
    let app = with_catalogue().await;
    let written = app
        .visitor()
        .get("/catalogo/crm-na-nuvem/exemplos.md")
        .await;
    let text = written.html();
    let page = app.visitor().get("/catalogo/crm-na-nuvem/exemplos").await;
    let operations = page.texts("#operacao option");
    assert!(operations.len() > 3);
    for operation in &operations {
        assert!(text.contains(&format!("## {operation}\n")), "{operation}");
    }
    assert_eq!(text.matches("```http\n").count(), operations.len());
    let python = "/catalogo/crm-na-nuvem/exemplos.md?linguagem=python";
    assert!(text.contains(&format!("{HTTPS}{python}")), "{text}");
    let python = app.visitor().get(python).await;
    assert_eq!(
        python.html().matches("```python\n").count(),
        operations.len()
    );
    // What was chosen in a browser chooses nothing here.
    let ana = app.visitor();
    ana.get("/catalogo/crm-na-nuvem/exemplos?linguagem=python")
        .await;
    let again = ana.get("/catalogo/crm-na-nuvem/exemplos.md").await;
    assert_eq!(again.html(), text);
}

#[tokio::test]
async fn the_check_up_and_the_ways_to_support_are_told_in_words() {
    let app = with_catalogue().await;
    let check_up = app.visitor().get("/diagnostico.md?idioma=en").await;
    let page = app.visitor().get("/diagnostico?idioma=en").await;
    for cause in page.texts(".causes tbody th") {
        let told = format!("### {cause}\n");
        assert!(check_up.html().contains(&told), "{cause}");
    }
    let contact = app.visitor().get("/contato.md").await;
    let link = format!("({HTTPS}/contato)");
    assert!(contact.html().contains(&link), "{}", contact.html());
    assert!(contact.html().contains(locales::contact::text_hint(PtBr)));
}

#[tokio::test]
async fn agents_are_told_where_everything_stands_and_may_have_all_of_it_at_once() {
    let app = with_catalogue().await;
    let index = app.visitor().get("/llms.txt").await;
    let text = index.html().to_owned();
    assert!(text.starts_with("# Balcão\n\n> "), "{text}");
    let links = text
        .split("](")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap());
    let mut followed = 0;
    for link in links {
        let path = link.strip_prefix(HTTPS).unwrap();
        app.visitor().get(path).await.is(StatusCode::OK);
        followed += 1;
    }
    assert!(followed > 12, "{text}");
    let all = app.visitor().get("/llms-full.txt").await;
    for slug in ["smv", "score-de-credito", "crm-na-nuvem"] {
        let api = app.catalogue.current().by_slug(slug).unwrap();
        let title = format!("# {}\n", api.text(PtBr).name);
        assert!(all.html().contains(&title), "{slug}");
    }
    assert!(all.html().contains("API-SMV-404"));
    let english = app.visitor().get("/llms-full.txt?idioma=en").await;
    assert_ne!(english.html(), all.html());
    let questions = questions::title(PtBr);
    let page = app.visitor().get("/perguntas-frequentes.md").await;
    assert!(page.html().starts_with(&format!("# {questions}\n")));
}

#[tokio::test]
async fn what_changes_is_told_anew() {
    let app = with_catalogue().await;
    let before = app.visitor().get("/llms-full.txt").await;
    app.presents_smv("Jabuticaba.").await;
    let after = app.visitor().get("/llms-full.txt").await;
    assert!(!before.html().contains("Jabuticaba"));
    assert!(after.html().contains("Jabuticaba"));
}

#[tokio::test]
async fn what_is_not_there_has_no_twin() {
    let app = with_catalogue().await;
    for path in [
        "/catalogo/nenhuma.md",
        "/catalogo/smv.md.md",
        "/catalogo/.md",
        "/catalogo/nenhuma/documentacao.md",
        "/catalogo/nenhuma/referencia.md",
        "/catalogo/nenhuma/exemplos.md",
    ] {
        app.visitor().get(path).await.is(StatusCode::NOT_FOUND);
    }
}
