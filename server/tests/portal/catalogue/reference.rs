//! The reference of an API, drawn from its document.

use axum::http::StatusCode;
use domain::catalogue;
use locales::{
    Locale::{self, En, Es, PtBr},
    reference as t,
};
use serde_json::{Value, json};

use super::{ALL, api::links_lead_somewhere, reads, with_catalogue};
use crate::harness::{Answer, TestApp};

const CRM: &str = "/catalogo/crm-na-nuvem/referencia";

/// The reference of an API with this document.
async fn drawn(app: &TestApp, document: &Value) -> Answer {
    let mut document = document.clone();
    give_examples(&mut document);
    let document = document.to_string();
    catalogue::set_document(&app.system(), &app.catalogue, "smv", document, Some(false))
        .await
        .unwrap();
    let page = app.visitor().get("/catalogo/smv/referencia").await;
    page.is(StatusCode::OK);
    page
}

/// What is published has an example of every content.
fn give_examples(part: &mut Value) {
    if let Some(content) = part.get_mut("content").and_then(Value::as_object_mut) {
        for media in content.values_mut().filter_map(Value::as_object_mut) {
            media.entry("example").or_insert_with(|| json!({}));
        }
    }
    match part {
        Value::Object(members) => members.values_mut().for_each(give_examples),
        Value::Array(items) => items.iter_mut().for_each(give_examples),
        _ => {}
    }
}

fn document(paths: &Value, components: &Value) -> Value {
    json!({
        "openapi": "3.0.3", "info": {"title": "A", "version": "1"},
        "paths": paths, "components": components,
    })
}

#[tokio::test]
async fn every_operation_is_there_and_the_contents_lead_to_it() {
    let app = with_catalogue().await;
    for path in ALL {
        let address = format!("{path}/referencia");
        let page = app.visitor().get(&address).await;
        let operations = page.attributes("article.operation", "id");
        assert!(!operations.is_empty());
        let contents = page.attributes(".side-menu__contents ul ul a", "href");
        let anchors: Vec<_> = operations.iter().map(|id| format!("#{id}")).collect();
        assert_eq!(contents, anchors, "{path}");
        links_lead_somewhere(&page, &address);
    }
    let page = app.visitor().get(CRM).await;
    let addresses = page.texts(".operation__text > .operation__address");
    assert_eq!(
        addresses,
        [
            "GET /crm/v1/contacts",
            "POST /crm/v1/contacts",
            "GET /crm/v1/contacts/{id}",
            "PATCH /crm/v1/contacts/{id}",
            "DELETE /crm/v1/contacts/{id}",
        ]
    );
}

#[tokio::test]
async fn operations_are_named_in_the_readers_language() {
    let app = with_catalogue().await;
    for (locale, name) in [
        (PtBr, "Verificar um número móvel"),
        (En, "Verify a mobile number"),
        (Es, "Verificar un número móvil"),
    ] {
        let page = reads(&app, locale, "/catalogo/smv/referencia").await;
        assert_eq!(page.text(".operation h3"), name);
        assert_eq!(
            page.texts(".operation__text > h4").last().unwrap(),
            t::responses(locale)
        );
    }
}

#[tokio::test]
async fn fields_are_unfolded_with_type_rules_and_example() {
    let app = with_catalogue().await;
    let page = app.visitor().get("/catalogo/smv/referencia").await;
    let names = page.texts("#verify-number .param__parts .param__name");
    assert_eq!(names[..4], ["msisdn", "ip", "port", "timestamp"]);
    let port = page.texts("#verify-number .param__parts .param").remove(2);
    for said in [
        "integer".to_owned(),
        t::required(PtBr).to_owned(),
        "a porta de origem da conexão".to_owned(),
        t::from_to(PtBr, 1, 65535),
        t::example(PtBr).to_owned(),
        "51544".to_owned(),
    ] {
        assert!(port.contains(&said), "{said} in {port}");
    }
    let header = page
        .texts("#verify-number .operation__text > .params > .param")
        .remove(0);
    assert!(header.starts_with("X-CustomerID string"), "{header}");
    assert!(
        header.contains(&t::characters(PtBr, t::at_most(PtBr, 64))),
        "{header}"
    );
}

#[tokio::test]
async fn responses_and_their_examples_are_shown() {
    let app = with_catalogue().await;
    let page = app.visitor().get("/catalogo/smv/referencia").await;
    let statuses = page.texts("#verify-number .response > .status");
    assert_eq!(statuses[..4], ["200", "202", "400", "401"]);
    assert_eq!(
        page.texts("#verify-number .operation__examples summary"),
        statuses
    );
    let same = page.attributes("[id='verify-number.401'] .param__facts a", "href");
    assert_eq!(same, ["#verify-number.400"]);
    let request = page
        .raw_texts("#verify-number .operation__examples > figure code")
        .concat();
    assert!(
        request.starts_with("POST /identity/v1/mobileidentities/smvs\n"),
        "{request}"
    );
    assert!(request.contains("\"port\": 51544"), "{request}");
    let answer = page.raw_texts("#verify-number details[open] code").concat();
    assert!(answer.contains("\"verified\": true"), "{answer}");
}

#[tokio::test]
async fn an_api_without_a_document_has_no_reference() {
    let app = with_catalogue().await;
    let before = app.visitor().get("/catalogo/smv/referencia").await;
    before.is(StatusCode::OK);
    let none = app.visitor().get("/catalogo/nenhuma/referencia").await;
    none.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_new_document_is_drawn_at_once() {
    let app = with_catalogue().await;
    let operation = |summary| json!({"get": {"summary": summary, "responses": {}}});
    for summary in ["First", "Second"] {
        let page = drawn(
            &app,
            &document(&json!({"/a": operation(summary)}), &json!({})),
        )
        .await;
        assert_eq!(page.texts(".operation h3"), [summary]);
        let samples = app.visitor().get("/catalogo/smv/exemplos").await;
        assert_eq!(samples.raw_texts("#chamada-texto"), ["GET /identity/v1/a"]);
    }
}

#[tokio::test]
async fn hostile_texts_are_texts() {
    let app = with_catalogue().await;
    let bad = "\"><script>alert(1)</script><h2 onclick=x>";
    let link = format!("[a](javascript:alert(1)) {bad}");
    let page = drawn(&app, &json!({
        "openapi": "3.1.0", "info": {"title": bad, "version": bad, "description": link},
        "tags": [{"name": bad, "description": link}],
        "paths": {format!("/{bad}"): {"get": {
            "operationId": bad, "summary": bad, "description": link, "tags": [bad],
            "parameters": [{"name": bad, "in": "query", "description": link, "example": bad,
                "schema": {"type": bad, "format": bad, "pattern": bad, "enum": [bad], "default": bad}}],
            "requestBody": {"content": {bad: {"example": bad, "schema": {"$ref": bad}}}},
            "responses": {bad: {"description": link, "content": {"application/json": {
                "examples": {bad: {"summary": bad, "value": {bad: bad}}}}}}},
            "security": [{bad: [bad]}],
        }}},
        "components": {"securitySchemes": {bad: {"type": bad, "description": link}}},
    }))
    .await;
    let own = "script:not([type='application/ld+json']):not([src^='/assets/']), [onclick]";
    assert_eq!(page.texts(own), [""; 0]);
    assert_eq!(page.attributes("a[href*='script:']", "href"), [""; 0]);
    assert!(page.text(".operation h3").contains("<script>"));
    links_lead_somewhere(&page, "hostile");
}

#[tokio::test]
async fn a_schema_that_contains_itself_is_a_link_to_the_models() {
    let app = with_catalogue().await;
    let node = json!({"type": "object", "properties": {
        "name": {"type": "string", "nullable": true},
        "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
    }});
    let body =
        json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}});
    let paths = json!({"/a": {"post": {"requestBody": body, "responses": {"default": body}}}});
    let page = drawn(&app, &document(&paths, &json!({"schemas": {"Node": node}}))).await;
    assert_eq!(page.texts("#modelos ~ .model h3"), ["Node"]);
    let links = page.attributes(".operation .param__facts a", "href");
    assert!(links.contains(&"#modelo.node".to_owned()), "{links:?}");
    assert_eq!(
        page.texts(".response > .status"),
        [t::any_other_status(PtBr)]
    );
    let told = page.texts(".operation .param__type");
    assert!(
        told.contains(&format!("string {}", t::or_null(PtBr))),
        "{told:?}"
    );
    links_lead_somewhere(&page, "node");
}

#[tokio::test]
async fn a_large_document_is_drawn_whole() {
    let app = with_catalogue().await;
    let schema = json!({"$ref": "#/components/schemas/Thing"});
    let content = json!({"content": {"application/json": {"schema": schema}}});
    let paths = (0..200).map(|number| {
        let operation = json!({
            "tags": [format!("tag {}", number % 7)],
            "requestBody": content, "responses": {"200": content, "400": content},
        });
        (format!("/things/{number}"), json!({"put": operation}))
    });
    let paths: serde_json::Map<_, _> = paths.collect();
    let thing = json!({"type": "object", "properties": {
        "id": {"type": "string", "format": "uuid"},
        "parts": {"type": "array", "items": schema},
    }});
    let page = drawn(
        &app,
        &document(&paths.into(), &json!({"schemas": {"Thing": thing}})),
    )
    .await;
    assert_eq!(page.attributes("article.operation", "id").len(), 200);
    assert_eq!(page.texts(".side-menu__contents ul ul a").len(), 200);
    assert_eq!(page.texts(".reference__group > h2").len(), 1 + 7 + 1);
    assert!(page.bytes.len() < 4 * 1024 * 1024, "{}", page.bytes.len());
}

#[tokio::test]
async fn it_is_read_in_three_languages() {
    let app = with_catalogue().await;
    for locale in Locale::ALL {
        let page = reads(&app, locale, CRM).await;
        let headings = page.texts(".reference__group > h2");
        assert_eq!(headings, [t::authentication(locale), t::operations(locale)]);
    }
}
