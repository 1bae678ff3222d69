//! Parameters in paths, headers and cookies, in every style.

use serde_json::json;

use super::*;

/// An API whose one answer shows the value of the parameter `v`.
pub(super) fn api(path: &str, parameters: &Value) -> Api {
    let place = if path.contains('{') {
        "path.v"
    } else {
        "query.v"
    };
    let document = json!({
        "openapi": "3.1.0",
        "x-sandbox": {"code": "{status}", "error": {
            "mediaType": "application/json",
            "example": {"detail": "", "field": null},
        }, "fill": {"/detail": "detail", "/field": "field"}},
        "paths": {path: {"get": {
            "parameters": parameters,
            "responses": {"200": {"description": "", "content": {"application/json": {
                "examples": {"all": {"value": {"seen": "nothing"}}},
            }}}},
            "x-sandbox": {"otherwise": {"status": 200, "example": "all", "fill": {"/seen": place}}},
        }}},
    });
    Api::of(&document.to_string())
}

/// The value that was read, or what the caller is told.
pub(super) fn seen(answer: &Answer) -> Value {
    let body = json(answer);
    body.get("seen").unwrap_or(&body["detail"]).clone()
}

pub(super) fn list() -> Value {
    json!({"type": "array", "items": {"type": "integer"}})
}

pub(super) fn object() -> Value {
    json!({
        "type": "object",
        "properties": {"R": {"type": "integer"}, "name": {"type": "string"}},
        "additionalProperties": false,
    })
}

#[test]
fn the_path_is_read_by_style() {
    let text = json!({"type": "string"});
    for (style, explode, schema, path, expected) in [
        ("simple", false, &text, "a%2Fb+", json!("a/b+")),
        ("simple", false, &list(), "1,2", json!([1, 2])),
        (
            "simple",
            false,
            &object(),
            "R,1,name,a%2Cb",
            json!({"R": 1, "name": "a,b"}),
        ),
        (
            "simple",
            true,
            &object(),
            "R=1,name=a",
            json!({"R": 1, "name": "a"}),
        ),
        ("label", false, &text, ".a.b", json!("a.b")),
        (
            "label",
            false,
            &text,
            "a",
            json!("v must begin with a dot."),
        ),
        ("label", false, &list(), ".1,2", json!([1, 2])),
        ("label", true, &list(), ".1.2", json!([1, 2])),
        ("label", false, &object(), ".R,1", json!({"R": 1})),
        (
            "label",
            true,
            &object(),
            ".R=1.name=a",
            json!({"R": 1, "name": "a"}),
        ),
        ("matrix", false, &text, ";v=a", json!("a")),
        ("matrix", false, &text, ";v", json!("")),
        (
            "matrix",
            false,
            &text,
            ";w=a",
            json!("v must begin with a semicolon and the name."),
        ),
        ("matrix", false, &list(), ";v=1,2", json!([1, 2])),
        ("matrix", true, &list(), ";v=1;v=2", json!([1, 2])),
        (
            "matrix",
            true,
            &list(),
            ";v=1;w=2",
            json!("v must begin with a semicolon and the name."),
        ),
        ("matrix", false, &object(), ";v=R,1", json!({"R": 1})),
        (
            "matrix",
            true,
            &object(),
            ";R=1;name=a",
            json!({"R": 1, "name": "a"}),
        ),
    ] {
        let parameter = json!([{
            "name": "v", "in": "path", "required": true,
            "style": style, "explode": explode, "schema": schema,
        }]);
        let answer = api("/a/{v}", &parameter).get(&format!("/a/{path}"));
        assert_eq!(seen(&answer), expected, "{parameter} {path}");
    }
}

#[test]
fn headers_and_cookies_are_checked() {
    let api = api(
        "/a",
        &json!([
            {"name": "X-Ids", "in": "header", "schema": list()},
            {"name": "X-Range", "in": "header", "explode": true, "schema": object()},
            {"name": "X-Id", "in": "header", "required": true, "schema": {"type": "integer"}},
            {"name": "Accept", "in": "header", "required": true, "schema": {"type": "integer"}},
            {"name": "sizes", "in": "cookie", "schema": list()},
            {"name": "kind", "in": "cookie", "schema": {"enum": ["a b", "c"]}},
        ]),
    );
    let with = |headers: &[(&str, &str)]| {
        let answer = api.call_with("GET", "/a", headers, b"");
        let is_right = answer.status == 200;
        if is_right {
            json!("right")
        } else {
            seen(&answer)
        }
    };
    for (headers, expected) in [
        (&[("x-id", "1")][..], "right"),
        (&[], "X-Id is missing."),
        (
            &[("X-ID", "a")],
            "X-Id must be an integer, but is a string.",
        ),
        (&[("x-id", "1"), ("x-ids", "1, 2"), ("X-Ids", "3")], "right"),
        (
            &[("x-id", "1"), ("x-ids", "1, b")],
            "X-Ids.1 must be an integer, but is a string.",
        ),
        (&[("x-id", "1"), ("x-range", "R=1,name=b")], "right"),
        (
            &[("x-id", "1"), ("x-range", "R=b")],
            "X-Range.R must be an integer, but is a string.",
        ),
        (
            &[("x-id", "1"), ("cookie", "a=b; sizes=1; sizes=2")],
            "right",
        ),
        (
            &[("x-id", "1"), ("cookie", "sizes=1&sizes=b")],
            "sizes.1 must be an integer, but is a string.",
        ),
        (
            &[
                ("x-id", "1"),
                ("cookie", "kind=a%20b"),
                ("cookie", "other=1"),
            ],
            "right",
        ),
        (
            &[("x-id", "1"), ("cookie", "kind=b")],
            "kind must be \"a b\" or \"c\".",
        ),
    ] {
        assert_eq!(with(headers), expected, "{headers:?}");
    }
}

#[test]
fn a_parameter_may_hold_json() {
    let content = json!({"application/json": {"schema": object()}});
    let parameter = json!([{"name": "v", "in": "query", "content": content}]);
    let json_api = api("/a", &parameter);
    for (query, expected) in [
        ("v=%7B%22R%22:1%7D", json!({"R": 1})),
        (
            "v={\"R\":\"1\"}",
            json!("v.R must be an integer, but is a string."),
        ),
        ("v=R", json!("v is no JSON.")),
        ("w=1", json!("nothing")),
    ] {
        assert_eq!(
            seen(&json_api.get(&format!("/a?{query}"))),
            expected,
            "{query}"
        );
    }
    let content = json!({"text/plain": {"schema": {"type": "integer"}}});
    let text_api = api(
        "/a",
        &json!([{"name": "v", "in": "query", "content": content}]),
    );
    assert_eq!(seen(&text_api.get("/a?v=7")), 7);
}

#[test]
fn a_style_that_its_place_does_not_have_is_refused_with_its_place() {
    let parameter = json!({"name": "v", "in": "path", "style": "form", "schema": {}});
    let document = json!({
        "openapi": "3.1.0",
        "x-sandbox": {"code": "", "error": {"mediaType": "a/b", "example": {}}},
        "paths": {"/a/{v}": {"get": {
            "parameters": [parameter],
            "responses": {"204": {"description": ""}},
            "x-sandbox": {"otherwise": {"status": 204}},
        }}},
    });
    let refused = Sandbox::compile(&document.to_string())
        .unwrap_err()
        .to_string();
    assert_eq!(
        refused,
        "paths//a/{v}/GET/v: a parameter in the path has no style form"
    );
}
