//! Editions 3.0 and 3.1, and unchecked patterns.

use serde_json::{Value, json};

use super::{document, said_by};

fn said(edition: &str, schema: &Value, value: &Value) -> Option<String> {
    let schemas = json!({"Name": {"type": "string", "nullable": true, "minLength": 2}});
    let document = document(
        edition,
        if edition == "3.1.0" {
            &Value::Null
        } else {
            &schemas
        },
    );
    said_by(&document.schema(schema).unwrap(), value)
}

#[test]
fn schemas_of_3_0_mean_what_they_meant_there() {
    let schema = json!({"type": "object", "properties": {
        "price": {"type": "number", "minimum": 0, "exclusiveMinimum": true, "example": 9.9},
        "share": {"type": "number", "maximum": 1, "exclusiveMaximum": false},
        "note": {"type": "string", "nullable": true},
        "plain": {"type": "string", "nullable": false},
        // Keywords beside a reference are ignored there.
        "name": {"$ref": "#/components/schemas/Name", "maxLength": 1},
    }});
    for (value, expected) in [
        (
            json!({"price": 1, "share": 1, "note": null, "name": "Ana"}),
            None,
        ),
        (json!({"name": null}), None),
        (json!({"price": 0}), Some("price must be more than 0")),
        (json!({"share": 1.5}), Some("share must not be more than 1")),
        (
            json!({"note": 1}),
            Some("note must be a string or null, but is an integer"),
        ),
        (
            json!({"plain": null}),
            Some("plain must be a string, but is null"),
        ),
        (
            json!({"name": "A"}),
            Some("name must have at least 2 characters"),
        ),
    ] {
        assert_eq!(
            said("3.0.3", &schema, &value).as_deref(),
            expected,
            "{value}"
        );
    }
}

#[test]
fn schemas_of_3_1_are_taken_as_they_are() {
    for schema in [json!({"nullable": true}), json!({"exclusiveMinimum": true})] {
        let document = document("3.1.0", &json!({}));
        let compiled = document.schema(&schema).unwrap();
        assert_eq!(said_by(&compiled, &json!(0)), None);
        let warnings = document.warnings();
        assert!(
            warnings[0].contains("belongs to another edition"),
            "{warnings:?}"
        );
    }
    let beside = json!({"$ref": "#/components/schemas/Name", "maxLength": 1});
    let schemas = json!({"Name": {"type": "string"}});
    let document = document("3.1.0", &schemas);
    let schema = document.schema(&beside).unwrap();
    let said = said_by(&schema, &json!("Ana"));
    assert_eq!(said.as_deref(), Some(" must have at most 1 characters"));
}

#[test]
fn a_pattern_that_looks_ahead_is_passed_over_and_told_of() {
    let schemas = json!({
        "Password": {"type": "string", "minLength": 3, "pattern": "^(?=.*[0-9]).*$"},
        "Doubled": {"pattern": r"^(a)\1$"},
        "Map": {
            "patternProperties": {"^(?!x-)": {"type": "integer"}, "^x-": {"type": "string"}},
            "additionalProperties": false,
        },
    });
    let document = document("3.1.0", &schemas);
    let schema = json!({"properties": {
        "password": {"$ref": "#/components/schemas/Password"},
        "doubled": {"$ref": "#/components/schemas/Doubled"},
        "map": {"$ref": "#/components/schemas/Map"},
        "plain": {"pattern": "^[a-z]+$"},
    }});
    let schema = document.schema(&schema).unwrap();
    for (value, expected) in [
        (
            json!({"password": "abc", "doubled": "b", "map": {"a": "1", "x-a": "1"}}),
            None,
        ),
        (
            json!({"password": "ab"}),
            Some("password must have at least 3 characters"),
        ),
        (
            json!({"map": {"x-a": 1}}),
            Some("map.x-a must be a string, but is an integer"),
        ),
        (
            json!({"plain": "1"}),
            Some("plain does not have the right form"),
        ),
    ] {
        assert_eq!(said_by(&schema, &value).as_deref(), expected, "{value}");
    }
    let mut warnings = document.warnings();
    warnings.sort();
    let told = |place: &str, pattern: &str| {
        format!(
            "#/components/schemas/{place}: the pattern {pattern} is passed over, as no engine of \
             linear time takes it"
        )
    };
    let expected = [
        told("Doubled/pattern", r"^(a)\1$"),
        told("Map/patternProperties", "^(?!x-)"),
        told("Password/pattern", "^(?=.*[0-9]).*$"),
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn nobody_is_refused_for_a_pattern_that_is_passed_over() {
    let schemas = json!({
        "Ahead": {"pattern": "^(?=a)"},
        "Leads": {"allOf": [{"$ref": "#/components/schemas/Ahead"}]},
    });
    let document = document("3.1.0", &schemas);
    let ahead = json!({"$ref": "#/components/schemas/Leads"});
    for schema in [
        json!({"not": ahead}),
        json!({"not": {"pattern": "^(?=a)"}}),
        json!({"oneOf": [ahead, {"type": "string"}]}),
        json!({"if": ahead, "then": {"maxLength": 1}, "else": {"minLength": 9}}),
        json!({"not": {"patternProperties": {"(?=a)": false}}}),
        json!({"not": {"not": {"not": ahead}}}),
    ] {
        let compiled = document.schema(&schema).unwrap();
        assert_eq!(said_by(&compiled, &json!("abc")), None, "{schema}");
        assert!(!document.warnings().is_empty());
    }
    let schema = json!({"allOf": [ahead, {"oneOf": [{"minLength": 1}, {"maxLength": 3}]}]});
    let schema = document.schema(&schema).unwrap();
    let said = said_by(&schema, &json!("abc"));
    let expected = " is more than one of the alternatives, but must be exactly one";
    assert_eq!(said.as_deref(), Some(expected));
}

#[test]
fn a_pattern_that_would_never_end_elsewhere_is_matched_at_once() {
    let document = document("3.1.0", &json!({}));
    let schema = document.schema(&json!({"pattern": "^(a+)+$"})).unwrap();
    let text = format!("{}b", "a".repeat(50_000));
    assert!(schema.check(&json!(text)).is_err());
    for hostile in [
        "(".repeat(100_000),
        "(a{1000}){1000}".to_owned(),
        "[".repeat(50_000),
        r"^(a+)+\1$".to_owned(),
        "^(?=(a+)+$)(a|a)*$".to_owned(),
        "^(?>(a+)+)$".to_owned(),
        "(?<!(a+)+)b".to_owned(),
    ] {
        let schema = document.schema(&json!({"pattern": hostile})).unwrap();
        assert!(schema.check(&json!(text)).is_ok(), "{hostile:.20}");
    }
}
