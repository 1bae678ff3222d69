//! Operations, and what belongs to them.

use serde_json::json;

use super::{document, slugs};
use crate::reference::{Need, Place, Reference, SchemeKind};

#[test]
fn every_method_of_every_path_is_there() {
    let operation = json!({"responses": {}});
    let reference = document(
        &json!({
            "/a": {
                "summary": "All of them", "get": operation, "put": operation, "post": operation,
                "delete": operation, "options": operation, "head": operation, "patch": operation,
                "trace": operation, "query": operation, "x-other": operation,
                "additionalOperations": {"COPY": operation},
            },
            "x-internal": {"get": operation},
        }),
        &json!({}),
    );
    let methods: Vec<_> = reference
        .operations
        .iter()
        .map(|it| it.method.as_str())
        .collect();
    assert_eq!(
        methods,
        [
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY", "COPY"
        ]
    );
    assert_eq!(reference.operations[0].title("en"), "All of them");
}

#[test]
fn slugs_are_words_and_none_is_there_twice() {
    let reference = document(
        &json!({
            "/a": {"get": {"operationId": "listThings"}, "post": {"operationId": "list_things"}},
            "/b/{id}": {"get": {}, "post": {"operationId": "conteudo"}},
            "/": {"get": {"operationId": " "}},
        }),
        &json!({}),
    );
    assert_eq!(
        slugs(&reference.operations),
        [
            "list-things",
            "list-things-2",
            "get-b-id",
            "post-conteudo",
            "get-root"
        ]
    );
    assert!(reference.operation("get-b-id").is_some());
}

#[test]
fn texts_are_read_in_the_readers_language() {
    let reference = document(
        &json!({"/a": {"get": {
            "summary": "List", "x-summary": {"pt-BR": "Listar", "es": ""},
            "x-description": {"pt": "Só em português"},
        }}}),
        &json!({}),
    );
    let operation = &reference.operations[0];
    for (language, title) in [
        ("pt-BR", "Listar"),
        ("pt", "Listar"),
        ("en", "List"),
        ("es", "List"),
    ] {
        assert_eq!(operation.title(language), title);
        assert_eq!(
            operation.description.in_language(language),
            "Só em português"
        );
    }
}

#[test]
fn operations_stand_below_their_tags_in_order() {
    let reference = Reference::read(&json!({
        "tags": [{"name": "b", "description": "Second letter"}, {"name": "unused"}],
        "paths": {
            "/1": {"get": {"tags": ["a", "b"]}},
            "/2": {"get": {}},
            "/3": {"get": {"tags": ["b"]}},
        },
    }));
    let sections = reference.sections();
    let told: Vec<_> = sections
        .iter()
        .map(|section| {
            let paths = section.operations.iter().map(|it| it.path.as_str());
            (
                section.tag.map(|tag| tag.title.in_language("en")),
                paths.collect(),
            )
        })
        .collect();
    let expected = [
        (Some("b"), vec!["/3"]),
        (Some("a"), vec!["/1"]),
        (None, vec!["/2"]),
    ];
    assert_eq!(told, expected);
}

#[test]
fn parameters_of_the_path_belong_to_each_operation() {
    let reference = Reference::read(&json!({
        "paths": {"/a/{id}": {
            "parameters": [
                {"$ref": "#/components/parameters/Id"},
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
                {"name": "Authorization", "in": "header"},
                {"in": "query"}, {"name": "x", "in": "body"}, 7,
            ],
            "get": {"parameters": [
                {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                {"name": "page", "in": "query", "required": true, "deprecated": true,
                 "schema": {"type": "integer", "default": 1}},
                {"$ref": "https://example.com/parameters.json#/Sort"},
            ]},
        }},
        "components": {"parameters": {"Id": {"name": "id", "in": "path", "example": "a b"}}},
    }));
    let parameters = &reference.operations[0].parameters;
    let told: Vec<_> = parameters
        .iter()
        .map(|it| (it.name.as_str(), it.place, it.required))
        .collect();
    assert_eq!(
        told,
        [
            ("id", Place::Path, true),
            ("page", Place::Query, true),
            ("Sort", Place::Query, false),
            ("X-Trace", Place::Header, false),
        ]
    );
    assert_eq!(parameters[0].example(), Some(&json!("a b")));
    assert_eq!(parameters[1].example(), Some(&json!(1)));
    let remote = parameters[2].elsewhere.as_deref();
    assert_eq!(remote, Some("https://example.com/parameters.json#/Sort"));
}

#[test]
fn an_operation_says_what_its_calls_need() {
    let reference = Reference::read(&json!({
        "security": [{"key": []}],
        "paths": {"/a": {
            "get": {}, "put": {"security": []},
            "post": {"security": [{"token": ["read", "write"], "key": []}, {}]},
        }},
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "token": {"type": "oauth2", "flows": {"clientCredentials": {
                "tokenUrl": "/token", "scopes": {"read": "Reads", "write": ""}}}},
            "basic": {"type": "http", "scheme": "Basic"},
            "open": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com"},
            "certificate": {"type": "mutualTLS"}, "odd": {"type": "magic"},
        }},
    }));
    let need = |scheme: &str, scopes: &[&str]| Need {
        scheme: scheme.to_owned(),
        scopes: scopes.iter().map(|&scope| scope.to_owned()).collect(),
    };
    let security: Vec<_> = reference
        .operations
        .iter()
        .map(|it| it.security.clone())
        .collect();
    let both = vec![need("token", &["read", "write"]), need("key", &[])];
    assert_eq!(
        security,
        [vec![vec![need("key", &[])]], vec![both, vec![]], vec![]]
    );
    let kinds: Vec<_> = reference
        .schemes
        .iter()
        .map(|scheme| &scheme.kind)
        .collect();
    assert!(matches!(kinds[0], SchemeKind::ApiKey { place, .. } if place == "header"));
    assert!(matches!(kinds[1], SchemeKind::OAuth2(flows) if flows[0].scopes.len() == 2));
    assert!(matches!(kinds[2], SchemeKind::Http { scheme, .. } if scheme == "basic"));
    assert!(matches!(kinds[5], SchemeKind::Other(kind) if kind == "magic"));
}

#[test]
fn responses_tell_of_bodies_and_headers_and_unfold_a_schema_once() {
    let error =
        json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/E"}}}});
    let reference = document(
        &json!({"/a": {"get": {"responses": {
            "200": {
                "description": "Well", "headers": {"Location": {"schema": {"type": "string"}}},
                "content": {"text/csv": {"example": "a;b"}, "application/json": {"schema": {"type": "array"}}},
            },
            "404": error, "5XX": error, "default": {"$ref": "other.yaml#/Error"}, "x-note": 1,
        }}}}),
        &json!({"E": {"type": "object", "properties": {"code": {"type": "integer"}}}}),
    );
    let responses = &reference.operations[0].responses;
    let statuses: Vec<_> = responses.iter().map(|it| it.status.as_str()).collect();
    assert_eq!(statuses, ["200", "404", "5XX", "default"]);
    assert_eq!(responses[0].headers[0].name, "Location");
    assert_eq!(
        responses[0].bodies[0].examples[0].text().unwrap(),
        "\"a;b\""
    );
    assert!(responses[1].bodies[0].schema.members().is_some());
    assert_eq!(responses[2].bodies[0].same_as.as_deref(), Some("404"));
    assert_eq!(responses[2].bodies[0].schema.name.as_deref(), Some("E"));
    assert_eq!(responses[3].elsewhere.as_deref(), Some("other.yaml#/Error"));
}

#[test]
fn webhooks_callbacks_and_paths_of_other_documents_are_told_of() {
    let reference = Reference::read(&json!({
        "paths": {
            "/a": {"post": {"callbacks": {"done": {"{$request.body#/url}": {"post": {
                "callbacks": {"again": {"/": {"get": {}}}},
            }}}}}},
            "/b": {"$ref": "b.yaml"},
            "/c": {"$ref": "#/paths/~1a"},
        },
        "webhooks": {"paid": {"post": {}}},
    }));
    assert_eq!(slugs(&reference.operations), ["post-a", "post-c"]);
    let callbacks = &reference.operations[0].callbacks;
    assert_eq!(callbacks[0].path, "{$request.body#/url}");
    assert!(callbacks[0].callbacks.is_empty());
    assert_eq!(reference.webhooks[0].path, "paid");
    assert_eq!(reference.elsewhere[0].reference, "b.yaml");
}
