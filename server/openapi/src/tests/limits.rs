//! Documents that are deep, refer to themselves, or are huge. Each test ends, and none overflows
//! the stack of a server's thread.

use std::{fmt::Write as _, thread};

use serde_json::{Map, Value, json};

use super::{Document, document, said_by};

/// The default of a thread of tokio.
const STACK: usize = 2 * 1024 * 1024;

fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(test);
    thread.unwrap().join().unwrap();
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Schemas `S0`, `S1` and so on, each with a reference to the next one; the last one accepts a
/// text.
fn chain(length: usize, link: impl Fn(Value) -> Value) -> Value {
    let links = (0..length).map(|number| {
        let next = link(reference(&format!("S{}", number + 1)));
        (format!("S{number}"), next)
    });
    let last = (format!("S{length}"), json!({"type": "string"}));
    links.chain([last]).collect::<Map<_, _>>().into()
}

/// A value within as many objects as JSON may have.
fn nested(value: Value, depth: usize) -> Value {
    (0..depth).fold(value, |inner, _| json!({"x": inner}))
}

#[test]
fn a_document_that_is_nested_too_deeply_is_no_json() {
    on_a_small_stack(|| {
        let deep = format!("{}1{}", "{\"not\":".repeat(100_000), "}".repeat(100_000));
        let text = format!(r#"{{"openapi":"3.1.0","paths":{{}},"x":{deep}}}"#);
        assert!(Document::read(&text).is_err());
    });
}

#[test]
fn a_schema_as_deep_as_json_may_be_is_held() {
    on_a_small_stack(|| {
        let mut schema = json!({"type": "string"});
        for _ in 0..50 {
            schema = json!({"properties": {"x": schema}});
        }
        let document = document("3.1.0", &json!({}));
        let schema = document.schema(&schema).unwrap();
        assert_eq!(said_by(&schema, &nested(json!("a"), 50)), None);
        let said = said_by(&schema, &nested(json!(1), 50)).unwrap();
        assert!(
            said.ends_with("x.x must be a string, but is an integer"),
            "{said}"
        );
    });
}

#[test]
fn references_that_lead_on_and_on_for_one_value_are_refused() {
    on_a_small_stack(|| {
        for length in [17, 5_000] {
            for schemas in [
                chain(length, |next| next),
                chain(length, |next| json!({"allOf": [next]})),
                chain(length, |next| json!({"not": {"anyOf": [true, next]}})),
            ] {
                let document = document("3.1.0", &schemas);
                let refused = document.schema(&reference("S0")).unwrap_err().to_string();
                assert!(refused.contains("nested too deeply"), "{refused}");
            }
        }
        let document = document("3.1.0", &chain(15, |next| json!({"allOf": [next]})));
        let schema = document.schema(&reference("S0")).unwrap();
        let said = said_by(&schema, &json!(1));
        assert_eq!(
            said.as_deref(),
            Some(" must be a string, but is an integer")
        );
    });
}

#[test]
fn references_that_lead_on_and_on_into_a_value_end_with_it() {
    on_a_small_stack(|| {
        let schemas = chain(
            2_000,
            |next| json!({"type": "object", "properties": {"x": next}}),
        );
        let document = document("3.1.0", &schemas);
        let schema = document.schema(&reference("S0")).unwrap();
        assert_eq!(said_by(&schema, &nested(json!({}), 120)), None);
        let said = said_by(&schema, &nested(json!(1), 120)).unwrap();
        assert!(
            said.ends_with("x.x must be an object, but is an integer"),
            "{said}"
        );
    });
}

#[test]
fn the_deepest_value_in_the_longest_way_to_itself_fits_the_stack() {
    on_a_small_stack(|| {
        let mut schemas = chain(15, |next| json!({"allOf": [{"anyOf": [next, false]}]}));
        schemas["S15"] = json!({
            "type": "object",
            "properties": {"x": reference("S0"), "y": {"type": "string"}},
        });
        let document = document("3.1.0", &schemas);
        let schema = document.schema(&reference("S0")).unwrap();
        assert_eq!(said_by(&schema, &nested(json!({"y": ""}), 125)), None);
        let said = said_by(&schema, &nested(json!({"y": 1}), 125)).unwrap();
        assert!(
            said.contains("must be a string, but is an integer"),
            "{said}"
        );
    });
}

#[test]
fn alternatives_within_alternatives_are_not_all_tried() {
    on_a_small_stack(|| {
        let branch =
            |name: &str| json!({"properties": {"x": reference("Tree")}, "required": [name]});
        let one_of = |kind: &str| {
            json!({
                "type": "object",
                "properties": {"x": reference("Choice"), "kind": {"type": kind}},
            })
        };
        let document = document(
            "3.1.0",
            &json!({
                "Tree": {"anyOf": [branch("a"), branch("b"), branch("c")]},
                "Choice": {"oneOf": [one_of("string"), one_of("integer"), one_of("null")]},
                "Both": {"allOf": [{"properties": {"x": reference("Both")}}, {"properties": {"x": reference("Both")}}], "required": ["a"]},
            }),
        );
        for name in ["Tree", "Choice", "Both"] {
            let schema = document.schema(&reference(name)).unwrap();
            assert!(
                said_by(&schema, &nested(json!({}), 120)).is_some(),
                "{name}"
            );
        }
        let wide = |next: &Value| -> Value { (0..30).map(|_| next.clone()).collect() };
        let wide = super::document("3.1.0", &chain(15, |next| json!({"anyOf": wide(&next)})));
        let schema = wide.schema(&reference("S0")).unwrap();
        assert_eq!(schema.value_of("7"), json!("7"));
        assert!(schema.takes_text_at(&["x".to_owned()]));
        // Each level refers to the next one twice.
        let doubled = super::document("3.1.0", &chain(15, |next| json!({"allOf": [next, next]})));
        let schema = doubled.schema(&reference("S0")).unwrap();
        assert_eq!(said_by(&schema, &json!("a")), None);
        let tree = chain(100, |next| json!({"properties": {"x": next, "y": next}}));
        let tree = super::document("3.1.0", &tree);
        let schema = tree.schema(&reference("S0")).unwrap();
        assert_eq!(said_by(&schema, &nested(json!({}), 99)), None);
    });
}

#[test]
fn a_large_document_is_read_and_a_huge_one_refused() {
    on_a_small_stack(|| {
        let schemas = |count: usize| -> Value {
            let schemas = (0..count).map(|number| {
                let next = reference(&format!("S{}", (number + 1) % count));
                let schema = json!({
                    "type": "object",
                    "properties": {"name": {"type": "string", "pattern": "^[a-z]*$"}, "next": next},
                });
                (format!("S{number}"), schema)
            });
            schemas.collect::<Map<_, _>>().into()
        };
        let large = document("3.1.0", &schemas(1_000));
        let schema = large.schema(&reference("S0")).unwrap();
        let said = said_by(&schema, &json!({"next": {"next": {"name": "A"}}}));
        assert_eq!(
            said.as_deref(),
            Some("next.next.name does not have the right form")
        );

        let mut huge = schemas(5_000);
        for schema in huge.as_object_mut().unwrap().values_mut() {
            schema["properties"]["kind"] = json!({"enum": (0..120).collect::<Vec<_>>()});
        }
        let huge = document("3.1.0", &huge);
        let refused = huge.schema(&reference("S0")).unwrap_err().to_string();
        assert_eq!(refused, "it is too large with all that it refers to");
    });
}

#[test]
fn a_huge_list_is_told_of_at_its_wrong_item() {
    let document = document("3.1.0", &json!({"Item": {"type": "integer"}}));
    let schema = document
        .schema(&json!({"items": reference("Item")}))
        .unwrap();
    let mut list = "[".to_owned();
    for number in 0..20_000 {
        write!(list, "{number},").unwrap();
    }
    let list: Value = serde_json::from_str(&format!("{list}\"a\"]")).unwrap();
    let said = said_by(&schema, &list);
    assert_eq!(
        said.as_deref(),
        Some("20000 must be an integer, but is a string")
    );
}
