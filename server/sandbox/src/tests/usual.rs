//! Documents that somebody wrote for other programs, without `x-sandbox`.

use serde_json::json;

use super::*;

fn document(operation: &Value) -> String {
    let paths = json!({"/checks/{id}": {"post": operation}});
    json!({"openapi": "3.1.0", "info": {"title": "X", "version": "1"}, "paths": paths}).to_string()
}

fn operation() -> Value {
    let schema = json!({"type": "object", "required": ["number"]});
    let content = json!({"application/json": {"schema": schema, "example": {"number": "1"}}});
    let known = json!({"application/json": {"schema": {}, "example": {"known": true}}});
    json!({
        "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}, "example": "a"},
        ],
        "requestBody": {"required": true, "content": content},
        "responses": {
            "404": {"description": "Nobody knows it."},
            "201": {"description": "Checked.", "content": known},
        },
    })
}

#[test]
fn the_examples_are_answered_and_tried() {
    let api = Api::of(&document(&operation()));
    let answer = api.post("/checks/a", &json!({"number": "1"}));
    assert_eq!(answer.status, 201);
    assert_eq!(json(&answer), json!({"known": true}));
    let tried = &api.0.operations()[0];
    let statuses: Vec<_> = tried.cases.iter().map(|case| case.status).collect();
    assert_eq!((statuses, tried.otherwise), (vec![201], 201));
    assert_eq!(tried.cases[0].path_and_query, "/checks/a");
}

#[test]
fn errors_are_problems_as_programs_know_them() {
    let api = Api::of(&document(&operation()));
    let wrong = api.post("/checks/a", &json!({}));
    assert_eq!(wrong.status, 400);
    let media_type = ("content-type", "application/problem+json".to_owned());
    assert!(wrong.headers.contains(&media_type), "{:?}", wrong.headers);
    let said = json(&wrong);
    assert!(
        said["detail"]
            .as_str()
            .is_some_and(|it| it.contains("number")),
        "{said}"
    );
}

#[test]
fn an_operation_whose_examples_are_not_all_there_has_no_test_value() {
    let mut operation = operation();
    operation["parameters"][0]
        .as_object_mut()
        .unwrap()
        .remove("example");
    let api = Api::of(&document(&operation));
    assert!(api.0.operations()[0].cases.is_empty());
    assert_eq!(api.post("/checks/a", &json!({"number": "1"})).status, 201);
}

#[test]
fn an_operation_that_never_succeeds_makes_no_sandbox() {
    let mut operation = operation();
    operation["responses"]
        .as_object_mut()
        .unwrap()
        .remove("201");
    let refused = Sandbox::compile(&document(&operation)).unwrap_err();
    assert!(refused.to_string().contains("2XX"), "{refused}");
}

#[test]
fn a_form_and_a_file_are_taken_as_they_are_if_they_are_there() {
    for media_type in [
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "image/*",
    ] {
        let mut operation = operation();
        operation["requestBody"]["content"] = json!({media_type: {"schema": {"type": "string"}}});
        let api = Api::of(&document(&operation));
        let sends = |body: &'static [u8]| {
            let type_of = [("content-type", media_type)];
            api.call_with("POST", "/checks/a", &type_of, body)
        };
        assert_eq!(sends(b"\x89PNG").status, 201, "{media_type}");
        let nothing = sends(b"");
        assert_eq!(nothing.status, 400, "{media_type}");
        let said = json(&nothing)["detail"].to_string();
        assert!(!said.contains("JSON"), "{said}");
        // There is no file of the reader's to try it with.
        assert_eq!(api.0.operations()[0].cases.len(), 0, "{media_type}");
    }
    let mut other = operation();
    other["requestBody"]["content"] = json!({"text/xml": {"schema": {}}});
    let refused = Sandbox::compile(&document(&other)).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("no JSON in content of type text/xml")
    );
}
