//! Path templates, and the examples of calls that are made from them.

use serde_json::json;

use super::*;

/// An API with these paths, whose operations answer 204; each has a case.
fn document(paths: &Value) -> Value {
    let mut document = json!({
        "openapi": "3.1.0",
        "x-sandbox": {"code": "{status}", "error": {"mediaType": "application/json", "example": {}}},
        "paths": paths,
    });
    for item in document["paths"].as_object_mut().unwrap().values_mut() {
        for operation in item.as_object_mut().unwrap().values_mut() {
            operation["responses"] = json!({"204": {"description": ""}});
            let rules = json!({"otherwise": {"status": 204}});
            let known = operation.as_object_mut().unwrap();
            known.entry("x-sandbox").or_insert(rules);
        }
    }
    document
}

fn parameter(name: &str, more: &Value) -> Value {
    let mut parameter = json!({
        "name": name, "in": "path", "required": true, "schema": {"type": "integer"},
    });
    for (name, value) in more.as_object().unwrap() {
        parameter[name] = value.clone();
    }
    parameter
}

#[test]
fn literals_and_parameters_may_share_a_segment() {
    let (id, a, b) = (
        parameter("id", &json!({})),
        parameter("a", &json!({})),
        parameter("b", &json!({"schema": {"type": "string"}})),
    );
    let document = document(&json!({
        "/contacts/{id}": {"get": {"parameters": [id]}},
        "/contacts/{id}.json": {"get": {"parameters": [id]}},
        "/things/{a}-{b}": {"get": {"parameters": [a, b]}},
        "/things/new-one": {"post": {}},
    }));
    let api = Api::of(&document.to_string());
    for (path, status) in [
        ("/contacts/7", 204),
        ("/contacts/7.json", 204),
        ("/contacts/x.json", 400),
        ("/contacts/7.xml", 400),
        ("/contacts/.json", 400),
        ("/things/1-b-c", 204),
        ("/things/b-1", 400),
        ("/things/1", 404),
        // The literal path has no GET, and the template takes it.
        ("/things/new-one", 400),
    ] {
        assert_eq!(api.get(path).status, status, "{path}");
    }
    assert_eq!(api.call("POST", "/things/new-one", b"").status, 204);
    let refused = api.call("DELETE", "/things/new-one", b"");
    assert_eq!(
        (refused.status, refused.headers[1].clone()),
        (405, ("allow", "POST".to_owned()))
    );
}

#[test]
fn a_parameter_that_the_path_lacks_keeps_nobody_out() {
    let document = document(&json!({
        "/a": {"get": {"parameters": [parameter("id", &json!({}))]}},
        "/b/{id}": {"get": {}},
    }));
    let api = Api::of(&document.to_string());
    assert_eq!(api.get("/a").status, 204);
    assert_eq!(api.get("/b/anything").status, 204);
}

#[test]
fn a_path_item_and_its_parameters_may_be_elsewhere() {
    let document = json!({
        "openapi": "3.1.0",
        "x-sandbox": {"code": "{status}", "error": {"mediaType": "application/json", "example": {}}},
        "paths": {"/a/{id}": {"$ref": "#/components/pathItems/a"}},
        "components": {
            "pathItems": {"a": {
                "parameters": [{"$ref": "#/components/parameters/id"}],
                "get": {
                    // It replaces the one of the path.
                    "parameters": [parameter("id", &json!({"schema": {"maximum": 9}}))],
                    "responses": {"204": {"description": ""}},
                    "x-sandbox": {"otherwise": {"status": 204}},
                },
            }},
            "parameters": {"id": parameter("id", &json!({"schema": {"type": "string"}}))},
        },
    });
    let api = Api::of(&document.to_string());
    assert_eq!(api.get("/a/7").status, 204);
    assert_eq!(api.get("/a/10").status, 204);
    assert_eq!(api.0.operations()[0].id, "GET /a/{id}");
}

#[test]
fn the_example_of_a_call_is_written_as_its_parameters_want_it() {
    let ids = json!({"type": "array", "items": {"type": "integer"}});
    let filter = json!({"type": "object", "properties": {
        "state": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}},
    }});
    let document = document(&json!({"/a/{ids}/{range}": {"get": {
        "parameters": [
            parameter("ids", &json!({"schema": ids, "style": "matrix", "example": [1, 2]})),
            parameter("range", &json!({
                "schema": {"type": "object", "properties": {"R": {"type": "integer"}}},
                "style": "label", "explode": true, "example": {"R": 5},
            })),
            {"name": "ids", "in": "query", "required": true, "schema": ids,
             "style": "pipeDelimited", "example": [3, 4]},
            {"name": "each", "in": "query", "required": true, "schema": ids, "example": [5, 6]},
            {"name": "filter", "in": "query", "style": "deepObject", "schema": filter,
             "example": {"tags": ["a b", "c"]}},
            {"name": "unused", "in": "query", "schema": {"type": "integer"}, "example": 1},
            {"name": "X-Id", "in": "header", "required": true, "schema": {"type": "integer"}, "example": 7},
            {"name": "kind", "in": "cookie", "required": true, "schema": {"enum": ["a b"]}, "example": "a b"},
        ],
        "x-sandbox": {"otherwise": {"status": 204}, "cases": [
            {"id": "open", "label": {}, "when": {"query.filter.state": "open&"}, "expects": 204},
        ]},
    }}}));
    let api = Api::of(&document.to_string());
    let case = &api.0.operations()[0].cases[0];
    assert_eq!(
        case.path_and_query,
        "/a/;ids=1,2/.R=5?ids=3|4&each=5&each=6&filter%5Btags%5D%5B0%5D=a+b\
         &filter%5Btags%5D%5B1%5D=c&filter%5Bstate%5D=open%26"
    );
    let expected = [("X-Id", "7"), ("cookie", "kind=a%20b")];
    let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(case.headers, expected);
}

#[test]
fn a_document_of_600_operations_makes_a_sandbox() {
    let to = |number: usize| json!({"$ref": format!("#/components/schemas/S{}", number % 600)});
    let schemas = (0..600).map(|number| {
        let schema = json!({"type": "object", "required": ["id"], "properties": {
            "id": {"type": "integer"}, "next": to(number + 1), "other": to(number * 7 + 3),
        }});
        (format!("S{number}"), schema)
    });
    let paths = (0..600).map(|number| {
        let content =
            json!({"application/json": {"schema": to(number), "example": {"id": number}}});
        let answer = json!({"application/json": {
            "schema": to(number), "examples": {"one": {"value": {"id": number}}},
        }});
        let operation = json!({
            "operationId": format!("o{number}"),
            "requestBody": {"required": true, "content": content},
            "responses": {"200": {"description": "", "content": answer}},
            "x-sandbox": {"otherwise": {"status": 200, "example": "one"}},
        });
        (format!("/p{number}/{{id}}"), json!({"post": operation}))
    });
    let document = json!({
        "openapi": "3.1.0",
        "x-sandbox": {"code": "{status}", "error": {"mediaType": "application/json", "example": {}}},
        "paths": Value::Object(paths.collect()),
        "components": {"schemas": Value::Object(schemas.collect())},
    });
    let api = Api::of(&document.to_string());
    assert_eq!(api.0.operations().len(), 600);
    let answer = api.post("/p599/1", &json!({"id": 1, "next": {"id": 2}}));
    assert_eq!((answer.status, json(&answer)), (200, json!({"id": 599})));
    assert_eq!(
        api.post("/p599/1", &json!({"id": 1, "next": {"id": "2"}}))
            .status,
        400
    );
}
