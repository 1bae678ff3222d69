//! What islands ask the server for.

use axum::http::{StatusCode, header};
use domain::Role;
use serde_json::{Value, json};

use crate::harness::{TestApp, Visitor};

const PREVIEW: &str = "/ilhas/previa";
const SUGGEST: &str = "/ilhas/sugestoes";

async fn administrator(app: &TestApp) -> Visitor {
    app.signed_in("dora@balcao.example", &[Role::Administrator])
        .await
}

fn article(markdown: &str) -> Value {
    json!({ "markdown": markdown, "locale": "en" })
}

#[tokio::test]
async fn an_article_is_shown_while_it_is_written() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let answer = dora
        .call(PREVIEW, &article("Reads *numbers*.\n\n> [!NOTE]\n> Twice."))
        .await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    let html: String = answer.json();
    assert!(html.contains("<em>numbers</em>"), "{html}");
    assert!(html.contains("Note"), "{html}");
}

#[tokio::test]
async fn script_in_an_article_that_is_being_written_is_text() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
    let html: String = dora.call(PREVIEW, &article(hostile)).await.json();
    for markup in ["<script", "<img", "href=\"javascript"] {
        assert!(!html.contains(markup), "{html}");
    }
}

#[tokio::test]
async fn an_article_beyond_the_bounds_is_none() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    let deep = "> ".repeat(10_000);
    let html: Option<String> = dora.call(PREVIEW, &article(&deep)).await.json();
    assert_eq!(html, None);
    let huge = "a".repeat(600 * 1024);
    let answer = dora.call(PREVIEW, &article(&huge)).await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn whoever_is_not_to_know_is_led_nowhere() {
    let app = TestApp::start().await;
    let text = article("a");
    let ana = app.signed_in("ana@empresa.com.br", &[]).await;
    let refusals = [
        (app.visitor(), StatusCode::UNAUTHORIZED, "unauthorized"),
        (ana, StatusCode::FORBIDDEN, "forbidden"),
    ];
    for (reader, status, error) in refusals {
        let answer = reader.call(PREVIEW, &text).await;
        answer.is(status);
        assert_eq!(answer.json::<Value>()["error"], error);
    }
}

#[tokio::test]
async fn what_no_island_sends_is_refused_without_a_fault() {
    let app = TestApp::start().await;
    let dora = administrator(&app).await;
    for arguments in [
        json!({}),
        json!([]),
        json!({ "markdown": 1, "locale": "en" }),
    ] {
        let answer = dora.call(PREVIEW, &arguments).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.json::<Value>(), json!("Malformed"));
    }
}

#[tokio::test]
async fn apis_are_suggested_to_anybody_who_types_what_they_seek() {
    let app = TestApp::start_with_catalogue().await;
    let asked = async |query: &str| -> Value {
        let query = json!({ "query": query, "locale": "en" });
        app.visitor().call(SUGGEST, &query).await.json()
    };
    let found = asked("silent").await;
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    assert_eq!(found[0]["name"], smv.text(locales::Locale::En).name);
    assert_eq!(found[0]["href"], "/catalogo/smv");
    assert_eq!(found[0]["about"], "Identity");
    assert_eq!(asked("xadrez").await, json!([]));
    // What is suggested for is not counted as sought in vain: nobody was done typing.
    app.catalogue.misses.flush(&app.portal).await.unwrap();
    let misses = domain::catalogue::misses(&app.system()).await.unwrap();
    assert_eq!(misses, []);
}
