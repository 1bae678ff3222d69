//! The document of the API.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use openapi::{Source, check, reference::Reference};
use serde_json::Value;

use crate::harness::TestApp;

#[tokio::test]
async fn the_document_is_one_that_the_catalogue_would_take() {
    let app = TestApp::start().await;
    let answer = app.visitor().get("/openapi.json").await;
    answer.is(StatusCode::OK);
    assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let document: Value = answer.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let source = Source::read(&answer.bytes).unwrap();
    let report = check(&source);
    let refused: Vec<_> = report.refused().collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert!(Reference::parse(answer.html()).is_some());
}

/// Every operation says how it is answered, and what each answer looks like.
#[tokio::test]
async fn every_operation_is_described() {
    let app = TestApp::start().await;
    let document: Value = app.visitor().get("/openapi.json").await.json();
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() >= 15, "{}", paths.len());
    for (path, item) in paths {
        for (method, operation) in item.as_object().unwrap() {
            let place = format!("{method} {path}");
            assert!(path.starts_with("/api/v1/"), "{place}");
            assert!(operation["operationId"].is_string(), "{place}");
            assert!(operation["summary"].is_string(), "{place}");
            assert!(operation["security"][0]["oauth2"][0].is_string(), "{place}");
            let answers = operation["responses"].as_object().unwrap();
            for status in ["400", "401", "403", "500", "503"] {
                assert!(answers.contains_key(status), "{place} {status}");
            }
            let has_body = |status: &str| !["204", "304"].contains(&status);
            for (status, answer) in answers.iter().filter(|(status, _)| has_body(status)) {
                let content = answer["content"].as_object();
                assert!(content.is_some_and(|it| !it.is_empty()), "{place} {status}");
            }
        }
    }
}

/// Schemas are named by types, of which two files may have one of the same name.
#[tokio::test]
async fn no_two_bodies_have_the_same_schema() {
    let app = TestApp::start().await;
    let document: Value = app.visitor().get("/openapi.json").await.json();
    let items = document["paths"].as_object().unwrap().values();
    let bodies = items.filter_map(|item| {
        let body = &item["post"]["requestBody"]["content"]["application/vnd.api+json"];
        body["schema"]["$ref"].as_str()
    });
    let bodies: Vec<_> = bodies.collect();
    let different: BTreeSet<_> = bodies.iter().collect();
    assert!(bodies.len() >= 7);
    assert_eq!(different.len(), bodies.len(), "{bodies:?}");
}
