//! Parameters in queries, in every style.

use serde_json::json;

use super::{
    parameters::{api, list, object, seen},
    *,
};

/// What is read of the parameter `v` in a query.
fn query(style: Option<&str>, explode: Option<bool>, schema: &Value, text: &str) -> Value {
    let mut parameter = json!({"name": "v", "in": "query", "schema": schema});
    if let Some(style) = style {
        parameter["style"] = json!(style);
    }
    if let Some(explode) = explode {
        parameter["explode"] = json!(explode);
    }
    seen(&api("/a", &json!([parameter])).get(&format!("/a?{text}")))
}

#[test]
fn the_query_is_read_by_style() {
    let string = json!({"type": "string"});
    for (style, explode, schema, text, expected) in [
        (None, None, &string, "v=a+b%20c&v=d", json!("a b c")),
        (None, None, &list(), "v=1&w=7&v=2", json!([1, 2])),
        (None, None, &list(), "w=1", json!("nothing")),
        (
            None,
            None,
            &list(),
            "v=a",
            json!("v.0 must be an integer, but is a string."),
        ),
        (None, Some(false), &list(), "v=1,2", json!([1, 2])),
        (None, Some(false), &list(), "v=", json!([])),
        (
            None,
            Some(false),
            &list(),
            "v=1%2C2",
            json!("v.0 must be an integer, but is a string."),
        ),
        (
            None,
            None,
            &object(),
            "R=1&name=a%26b&w=2",
            json!({"R": 1, "name": "a&b"}),
        ),
        (None, None, &object(), "w=2", json!("nothing")),
        (
            None,
            Some(false),
            &object(),
            "v=R,1,name,a",
            json!({"R": 1, "name": "a"}),
        ),
        (
            None,
            Some(false),
            &object(),
            "v=R,1,name",
            json!("v must have a value for each name."),
        ),
    ] {
        let answer = query(style, explode, schema, text);
        assert_eq!(answer, expected, "{style:?} {explode:?} {schema} {text}");
    }
}

#[test]
fn the_query_is_read_by_other_delimiters_and_in_brackets() {
    for (style, explode, schema, text, expected) in [
        (
            Some("spaceDelimited"),
            None,
            &list(),
            "v=1%202+3",
            json!([1, 2, 3]),
        ),
        (
            Some("spaceDelimited"),
            Some(true),
            &list(),
            "v=1&v=2",
            json!([1, 2]),
        ),
        (
            Some("pipeDelimited"),
            None,
            &list(),
            "v=1|2%7C3",
            json!([1, 2, 3]),
        ),
        (
            Some("pipeDelimited"),
            None,
            &object(),
            "v=R|1",
            json!({"R": 1}),
        ),
        (
            Some("deepObject"),
            Some(true),
            &object(),
            "v[R]=1&v%5Bname%5D=a",
            json!({"R": 1, "name": "a"}),
        ),
        (
            Some("deepObject"),
            None,
            &object(),
            "v[X]=1",
            json!("v.X is not known."),
        ),
        (
            Some("deepObject"),
            None,
            &object(),
            "v[R=1",
            json!("v must have its names in brackets."),
        ),
        (
            Some("deepObject"),
            None,
            &object(),
            "w[R]=1",
            json!("nothing"),
        ),
    ] {
        let answer = query(style, explode, schema, text);
        assert_eq!(answer, expected, "{style:?} {explode:?} {schema} {text}");
    }
}

#[test]
fn an_object_within_brackets_may_hold_others_and_lists() {
    let schema = json!({"type": "object", "properties": {
        "tags": {"type": "array", "items": {"type": "string"}},
        "price": {"type": "object", "properties": {"min": {"type": "number"}}},
        "rows": {"type": "array", "items": {"type": "object", "properties": {
            "a": {"type": "integer"}, "b": {"type": "integer"},
        }}},
    }});
    let parameter = json!([{"name": "v", "in": "query", "style": "deepObject", "schema": schema}]);
    let api = api("/a", &parameter);
    for (query, expected) in [
        ("v[tags]=a&v[tags]=b", json!({"tags": ["a", "b"]})),
        ("v[tags][]=a&v[tags][1]=b", json!({"tags": ["a", "b"]})),
        ("v[price][min]=1.5", json!({"price": {"min": 1.5}})),
        (
            "v[rows][0][a]=1&v[rows][0][b]=2&v[rows][1][a]=3",
            json!({"rows": [{"a": 1, "b": 2}, {"a": 3}]}),
        ),
        (
            "v[tags][0][x]=1",
            json!("v.tags.0 must be a string, but is an object."),
        ),
    ] {
        assert_eq!(seen(&api.get(&format!("/a?{query}"))), expected, "{query}");
    }
    let deep = format!("/a?v{}=1", "[x]".repeat(10_000));
    assert_eq!(seen(&api.get(&deep)), "v is nested too deeply.");
    let many = format!("/a?{}", "v[rows][99999999][a]=1&".repeat(1_000));
    assert_eq!(api.get(&many).status, 200);
}

#[test]
fn a_free_object_takes_what_no_other_parameter_does() {
    let free = json!({"type": "object", "additionalProperties": {"type": "integer"}});
    let api = api(
        "/a",
        &json!([
            {"name": "v", "in": "query", "schema": free},
            {"name": "page", "in": "query", "schema": {"type": "string"}},
        ]),
    );
    assert_eq!(seen(&api.get("/a?x=1&page=b&y=2")), json!({"x": 1, "y": 2}));
    assert_eq!(
        seen(&api.get("/a?x=b")),
        "v.x must be an integer, but is a string."
    );
}

#[test]
fn reserved_characters_and_empty_values_are_taken_where_the_document_says_so() {
    let integer = json!({"type": "integer"});
    let text = json!({"type": "string"});
    for (more, schema, query, expected) in [
        (
            json!({"allowReserved": true}),
            &text,
            "v=a+b/c?d%2B",
            json!("a+b/c?d+"),
        ),
        (json!({}), &text, "v=a+b/c?d%2B", json!("a b/c?d+")),
        (json!({"allowEmptyValue": true}), &integer, "v", json!("")),
        (json!({"allowEmptyValue": true}), &integer, "v=", json!("")),
        (json!({"allowEmptyValue": true}), &integer, "v=7", json!(7)),
        (
            json!({}),
            &integer,
            "v=",
            json!("v must be an integer, but is a string."),
        ),
        (
            json!({"required": true}),
            &integer,
            "w=1",
            json!("v is missing."),
        ),
    ] {
        let mut parameter = json!({"name": "v", "in": "query", "schema": schema});
        for (name, value) in more.as_object().unwrap() {
            parameter[name] = value.clone();
        }
        let answer = api("/a", &json!([parameter])).get(&format!("/a?{query}"));
        assert_eq!(seen(&answer), expected, "{parameter} {query}");
    }
}
