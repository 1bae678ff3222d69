//! Accepted and refused values, and the messages for them.

use serde_json::json;

use super::{compiled, document, said};

#[test]
fn an_integer_is_a_number_and_a_whole_number_is_an_integer() {
    for (kind, value, fits) in [
        ("integer", json!(7), true),
        ("integer", json!(7.0), true),
        ("integer", json!(7.5), false),
        ("integer", json!("7"), false),
        ("number", json!(7), true),
        ("number", json!(-7.5), true),
        ("number", json!(null), false),
        ("string", json!("7"), true),
        ("boolean", json!(false), true),
        ("null", json!(null), true),
        ("array", json!([]), true),
        ("object", json!([]), false),
    ] {
        let wrong = said(&json!({"type": kind}), &value);
        assert_eq!(wrong.is_none(), fits, "{kind} {value}: {wrong:?}");
    }
}

#[test]
fn failures_say_where_and_what() {
    let schema = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["a"],
        "properties": {
            "a": {"type": ["integer", "null"], "minimum": 1, "maximum": 9},
            "b": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"enum": ["x", "y"]}},
            "c": {"type": "string", "minLength": 2, "maxLength": 3},
            "d": {"anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]},
            "e": {"pattern": "^[a-z]$", "description": "one letter"},
            "f": {"type": "string", "format": "date"},
        },
    });
    for (value, expected) in [
        (json!([]), " must be an object, but is a list"),
        (json!({}), "a is missing"),
        (
            json!({"a": "1"}),
            "a must be an integer or null, but is a string",
        ),
        (
            json!({"a": 1.5}),
            "a must be an integer or null, but is a number with a fraction",
        ),
        (json!({"a": 0}), "a must not be less than 1"),
        (json!({"a": 10}), "a must not be more than 9"),
        (json!({"a": null, "b": []}), "b must have at least 1 items"),
        (
            json!({"a": 1, "b": ["x", "x", "x"]}),
            "b must have at most 2 items",
        ),
        (
            json!({"a": 1, "b": ["x", "z"]}),
            "b.1 must be \"x\" or \"y\"",
        ),
        (
            json!({"a": 1, "c": "é"}),
            "c must have at least 2 characters",
        ),
        (
            json!({"a": 1, "c": "éééé"}),
            "c must have at most 3 characters",
        ),
        (
            json!({"a": 1, "d": "1.2.3"}),
            "d must be an IPv4 address or an IPv6 address",
        ),
        (
            json!({"a": 1, "e": "E"}),
            "e does not have the right form: one letter",
        ),
        (
            json!({"a": 1, "f": "2026-02-30"}),
            "f must be a date, as in 2026-10-01",
        ),
        (json!({"a": 1, "g": 1}), "g is not known"),
    ] {
        assert_eq!(said(&schema, &value).as_deref(), Some(expected), "{value}");
    }
    let right = json!({"a": 9, "b": ["y"], "c": "ééé", "d": "::1", "e": "e", "f": "2026-02-28"});
    assert_eq!(said(&schema, &right), None);
}

#[test]
fn formats_are_those_of_the_portal() {
    for (format, right, wrong) in [
        ("cpf-or-cnpj", "12ABC34501DE35", "12ABC34501DE36"),
        ("cpf-or-cnpj", "52998224725", "52998224724"),
        ("email", "ana@example.com", " ana@example.com"),
        ("ipv4", "203.0.113.10", "203.0.113.256"),
        ("ipv6", "2001:db8::1", "203.0.113.10"),
        ("uuid", "0199a1f2-7c3e-7d4a-9b61-5e2f8c0d4a17", "0199a1f2"),
        ("date-time", "2026-10-01T12:00:00-03:00", "2026-10-01"),
    ] {
        let schema = json!({"format": format});
        assert_eq!(said(&schema, &json!(right)), None);
        assert!(said(&schema, &json!(wrong)).is_some(), "{format} {wrong}");
    }
}

#[test]
fn a_cpf_and_a_cnpj_are_known_by_their_check_digits() {
    for (format, right, wrong, expected) in [
        ("cpf", "52998224725", "52998224724", "must be a CPF"),
        ("cpf", "12345678909", "12ABC34501DE35", "must be a CPF"),
        ("cnpj", "12ABC34501DE35", "12ABC34501DE36", "must be a CNPJ"),
        ("cnpj", "11222333000181", "52998224725", "must be a CNPJ"),
        (
            "cpf-or-cnpj",
            "11222333000181",
            "1",
            "must be a CPF or a CNPJ",
        ),
    ] {
        let schema = json!({"properties": {"document": {"type": "string", "format": format}}});
        assert_eq!(said(&schema, &json!({"document": right})), None);
        let wrong = said(&schema, &json!({"document": wrong}));
        assert_eq!(wrong, Some(format!("document {expected}")));
    }
}

#[test]
fn what_is_no_schema_is_refused_with_its_place() {
    for (schema, reason) in [
        (
            json!({"properties": {"a": {"type": "text"}}}),
            "properties/a/type: it is no JSON Schema",
        ),
        (
            json!({"properties": {"a": {"minLength": "3"}}}),
            "properties/a/minLength: it is no",
        ),
        (
            json!({"properties": {"a": 1}}),
            "properties/a: it is no JSON Schema",
        ),
        (
            json!({"$ref": "#/components/schemas/Nothing"}),
            "Nothing leads nowhere",
        ),
        (
            json!({"$ref": "#/components/schemas/Circle"}),
            "it contains itself",
        ),
        (
            json!({"properties": {"a": {"$ref": "#/components/schemas/Spiral"}}}),
            "it contains itself",
        ),
        (
            json!({"$ref": "#/components/schemas/Wrong"}),
            "#/components/schemas/Wrong/items/type: it is no JSON Schema",
        ),
    ] {
        let refused = compiled(&schema).unwrap_err().to_string();
        assert!(refused.contains(reason), "{schema}: {refused}");
    }
}

#[test]
fn what_is_not_understood_is_passed_over_and_told_of() {
    let unknown = "#/components/schemas/Unknown";
    for (schema, told) in [
        (
            json!({"minimun": 1}),
            "minimun: OpenAPI has no minimun here",
        ),
        (
            json!({"properties": {"a": {"items": {"minimun": 1}}}}),
            "properties/a/items/minimun: OpenAPI has no minimun here",
        ),
        (
            json!({"$ref": unknown}),
            "#/components/schemas/Unknown/items/minimun: OpenAPI has no minimun here",
        ),
        (
            json!({"$dynamicRef": "#a"}),
            "$dynamicRef: $dynamicRef is not obeyed",
        ),
        (
            json!({"pattern": "("}),
            "pattern: the pattern ( is passed over",
        ),
        (
            json!({"patternProperties": {"(": true}}),
            "patternProperties: the pattern ( is passed over",
        ),
    ] {
        let schemas = json!({"Unknown": {"items": {"minimun": 1}}});
        let document = document("3.1.0", &schemas);
        let compiled = document.schema(&schema).unwrap();
        assert!(compiled.check(&json!([0])).is_ok());
        let warnings = document.warnings();
        assert!(warnings[0].starts_with(told), "{schema}: {warnings:?}");
    }
}

#[test]
fn annotations_are_never_a_reason_to_refuse() {
    for schema in [
        json!({"title": "A", "x-more": 1, "examples": [1], "example": 2, "deprecated": "yes"}),
        json!({"type": "integer", "format": "int64", "xml": {"name": 3}, "readOnly": 0}),
        json!({"format": "telephone", "discriminator": [], "externalDocs": null}),
        json!({"description": {"$ref": "#/nowhere"}, "contentEncoding": 1, "$comment": 2}),
    ] {
        let document = document("3.1.0", &json!({}));
        let compiled = document.schema(&schema).unwrap();
        assert!(compiled.check(&json!(7)).is_ok(), "{schema}");
        assert_eq!(document.warnings(), [""; 0], "{schema}");
    }
}

#[test]
fn nothing_is_fetched() {
    for reference in [
        "https://example.com/schema.json",
        "other.json#/components/schemas/Node",
        "file:///etc/passwd",
    ] {
        let schema = json!({"properties": {"a": {"$ref": reference}}});
        let refused = compiled(&schema).unwrap_err().to_string();
        let expected = format!("{reference} leads out of this document, and nothing is fetched");
        assert_eq!(refused, format!("properties/a/$ref: {expected}"));
    }
}
