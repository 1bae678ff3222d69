//! Long texts, rows and documents of an API in the console.

use axum::http::StatusCode;
use locales::{Locale::PtBr, api_editor as e};

use super::{
    SMV,
    editor::ENGLISH,
    forms::{filled, sends, types},
    with_catalogue,
};
use crate::harness::Answer;

#[tokio::test]
async fn rows_are_added_and_removed_without_script() {
    let (_app, dora) = with_catalogue().await;
    let answers = format!("{SMV}/respostas");
    let rows = |page: &Answer| page.attributes("[name^='status.']", "name").len();
    let page = dora.get(&answers).await;
    let before = rows(&page);
    let mut fields = filled(&page, &[("status.0", "299")]);
    fields.push(("acao".to_owned(), "outra".to_owned()));
    let page = sends(&dora, &answers, &fields).await;
    assert_eq!(rows(page.is(StatusCode::OK)), before + 1);
    assert_eq!(page.value_of("status.0"), "299");
    // Nothing was saved yet.
    assert_ne!(dora.get(&answers).await.value_of("status.0"), "299");
    types(&dora, &answers, &[("remover.0", "1"), ("remover.1", "1")])
        .await
        .location();
    assert_eq!(rows(&dora.get(&answers).await), before - 2);
}

#[tokio::test]
async fn a_text_is_previewed_before_it_is_saved_and_hostile_ones_stay_text() {
    let (_app, dora) = with_catalogue().await;
    let written = "## Steps\n\n<script>alert(1)</script> [x](javascript:alert(1))\n";
    let typed = [("texto.documentacao", written)];
    let mut fields = filled(&dora.get(ENGLISH).await, &typed);
    fields.push(("acao".to_owned(), "texto.documentacao".to_owned()));
    let page = sends(&dora, ENGLISH, &fields).await;
    assert_eq!(page.is(StatusCode::OK).text(".preview h2"), "Steps");
    assert!(page.texts("main script").is_empty());
    assert!(
        page.attributes(".preview a", "href")
            .iter()
            .all(|it| !it.contains("javascript"))
    );
    let kept = page.raw_texts("[name='texto.documentacao']");
    assert_eq!(kept[0].trim(), written.trim());
    let saved = dora
        .get(ENGLISH)
        .await
        .raw_texts("[name='texto.documentacao']");
    assert!(!saved[0].contains("Steps\n\n<script>"));
}

#[tokio::test]
async fn a_document_is_refused_line_by_line_and_taken_as_yaml_or_pasted() {
    let (app, dora) = with_catalogue().await;
    let document = format!("{SMV}/documento");
    let seen = dora.get(&document).await.value_of("visto");
    let wrong = b"openapi: 3.1.0\ninfo:\n  title: X\n  version: 1\npaths: {}\n";
    let page = dora
        .uploads(&document, &[("visto", &seen)], ("arquivo", wrong))
        .await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let said = page.text(".error-summary");
    assert!(said.contains(&e::line(PtBr, 4)), "{said}");
    assert!(page.raw_texts("[name=texto]")[0].contains("title: X"));
    let page = dora
        .uploads(&document, &[("visto", &seen)], ("arquivo", b""))
        .await;
    assert_eq!(page.error_of("arquivo"), e::nothing_sent(PtBr));

    let yaml = "openapi: 3.1.0\ninfo: {title: X, version: '1'}\nx: 1\nstrange: true\n\
                paths:\n  /a:\n    get:\n      responses: {'200': {description: Ok}}\n";
    let fields = [("visto", seen.as_str()), ("texto", yaml)];
    let answer = dora.uploads(&document, &fields, ("arquivo", b"")).await;
    assert_eq!(answer.location(), document);
    let page = dora.get(&document).await;
    assert!(page.text("main .facts").contains(e::operations_one(PtBr)));
    assert!(page.text("main details.panel").contains("strange"));
    // Readers still have what was published.
    let published = app.catalogue.current().by_slug("smv").unwrap();
    assert!(!published.openapi.as_deref().unwrap().contains("strange"));
}
