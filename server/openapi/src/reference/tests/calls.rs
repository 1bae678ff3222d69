//! Example calls.

use serde_json::{Value, json};

use super::document;
use crate::reference::{ExampleBody, ExampleCall, ExampleContent, ExamplePart, Parameter};

fn call(path: &str, operation: &Value) -> ExampleCall {
    let reference = document(&json!({path: {"post": operation}}), &json!({}));
    reference.operations[0].example_call()
}

#[test]
fn a_call_has_what_it_must_have() {
    let parameter = |name: &str, place: &str, required: bool, example: Value| json!({"name": name, "in": place, "required": required, "example": example});
    let call = call(
        "/things/{a}-{b}.json",
        &json!({
            "parameters": [
                parameter("a", "path", true, json!("x y")),
                parameter("b", "path", true, json!([1, 2])),
                parameter("q", "query", true, json!(["é", "&"])),
                parameter("optional", "query", false, json!(1)),
                parameter("X-Id", "header", true, json!("a\r\nb")),
                parameter("c", "cookie", true, json!("d;e")),
            ],
            "requestBody": {"content": {
                "application/xml": {},
                "application/json": {"example": {"a": 1}},
            }},
            "responses": {"404": {}, "201": {"content": {"application/vnd.api+json": {}}}},
        }),
    );
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        call,
        ExampleCall {
            method: "POST".to_owned(),
            path_and_query: "/things/x%20y-1%2C2.json?q=%C3%A9&q=%26".to_owned(),
            headers: vec![
                pair("Accept", "application/vnd.api+json"),
                pair("X-Id", "a  b"),
                pair("Cookie", "c=d%3Be"),
            ],
            body: Some(ExampleBody {
                media_type: "application/json".to_owned(),
                content: ExampleContent::Json(json!({"a": 1})),
            }),
        }
    );
}

#[test]
fn lists_and_objects_of_a_query_have_their_style() {
    for (style, explode, value, expected) in [
        ("form", true, json!({"a": 1, "b": [2]}), "/?a=1&b=2"),
        ("form", false, json!(["a", "b"]), "/?p=a%2Cb"),
        ("pipeDelimited", false, json!(["a", "b"]), "/?p=a%7Cb"),
        ("deepObject", true, json!({"a": "b"}), "/?p%5Ba%5D=b"),
        ("form", true, json!("a"), "/?p=a"),
    ] {
        let parameter = json!({
            "name": "p", "in": "query", "required": true, "style": style, "explode": explode,
            "example": value,
        });
        let call = call("/", &json!({"parameters": [parameter]}));
        assert_eq!(call.path_and_query, expected, "{style}");
    }
}

#[test]
fn bodies_are_written_by_their_media_type() {
    let object =
        json!({"type": "object", "properties": {"a": {"type": "string", "example": "b c"}}});
    let form = ExampleContent::Form(vec![("a".to_owned(), "b c".to_owned())]);
    let part = ExamplePart::Text("b c".to_owned());
    let parts = ExampleContent::Multipart(vec![("a".to_owned(), part)]);
    let json = ExampleContent::Json(json!({"a": "b c"}));
    for (media_type, media, content) in [
        (
            "application/x-www-form-urlencoded",
            json!({"schema": object}),
            form,
        ),
        ("multipart/form-data", json!({"schema": object}), parts),
        (
            "application/problem+json; charset=utf-8",
            json!({"schema": object}),
            json,
        ),
        (
            "application/json",
            json!({"example": "{\"a\": 1}"}),
            ExampleContent::Json(json!({"a": 1})),
        ),
        (
            "application/xml",
            json!({"example": "<a/>"}),
            ExampleContent::Text("<a/>".to_owned()),
        ),
        (
            "text/plain",
            json!({"example": "a"}),
            ExampleContent::Text("a".to_owned()),
        ),
        (
            "application/xml",
            json!({"schema": object}),
            ExampleContent::File("example.bin".to_owned()),
        ),
        (
            "image/png",
            json!({}),
            ExampleContent::File("example.bin".to_owned()),
        ),
    ] {
        let call = call(
            "/",
            &json!({"requestBody": {"content": {media_type: media}}}),
        );
        let body = call.body.unwrap();
        assert_eq!(
            (body.media_type.as_str(), body.content),
            (media_type, content)
        );
    }
}

#[test]
fn a_part_of_a_form_is_a_file_where_its_schema_says_so() {
    let text = json!({"type": "string", "example": "b c"});
    let schema = json!({"type": "object", "properties": {
        "text": text,
        "old": {"type": "string", "format": "binary"},
        "new": {"type": "string", "contentMediaType": "image/png", "example": "x"},
        "several": {"type": "array", "items": {"type": "string", "format": "binary"}},
    }});
    let media = json!({"multipart/form-data": {"schema": schema}});
    let call = call("/", &json!({"requestBody": {"content": media}}));
    let ExampleContent::Multipart(parts) = call.body.unwrap().content else {
        panic!("it is a form with files");
    };
    let file = |name: &str| {
        let file = ExamplePart::File("example.bin".to_owned());
        (name.to_owned(), file)
    };
    let text = ("text".to_owned(), ExamplePart::Text("b c".to_owned()));
    assert_eq!(parts, [text, file("old"), file("new"), file("several")]);
}

#[test]
fn a_call_has_the_values_that_it_is_given_and_no_others() {
    let parameter = |name: &str, place: &str| json!({"name": name, "in": place, "example": "x"});
    let parameters = ["id", "q", "r", "H"];
    let places = ["path", "query", "query", "header"];
    let all = parameters.iter().zip(places);
    let all: Vec<_> = all.map(|(name, place)| parameter(name, place)).collect();
    let reference = document(
        &json!({"/a/{id}": {"get": {"parameters": all}}}),
        &json!({}),
    );
    let given = |it: &Parameter| match it.name.as_str() {
        "id" => Some(json!("../b")),
        "q" => Some(json!(["1", "2 3"])),
        "H" => Some(json!("a\u{0}b")),
        _ => None,
    };
    let call = reference.operations[0].call(given, None);
    assert_eq!(call.path_and_query, "/a/..%2Fb?q=1&q=2%203");
    assert_eq!(call.headers, [("H".to_owned(), "a b".to_owned())]);
    assert_eq!(call.body, None);
}
