//! Schemas, unfolded in place.

use serde_json::json;

use super::{members, names, schema, schema_among};
use crate::reference::{Access, Content, Kind, Limit, Rule, SchemaLink};

#[test]
fn objects_lists_and_maps_are_unfolded() {
    let schema = schema(&json!({
        "type": "object", "required": ["tags"],
        "properties": {
            "tags": {"type": "array", "minItems": 1, "items": {"type": "string", "maxLength": 10}},
            "rates": {"type": "object", "additionalProperties": {"type": "number"}},
            "pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
            "closed": {"type": "object", "additionalProperties": false},
            "never": false,
        },
        "patternProperties": {"^x-": {"type": "string"}},
    }));
    let object = members(&schema);
    assert_eq!(names(object), ["tags", "rates", "pair", "closed", "never"]);
    let [tags, rates, pair, closed, never] = &object.properties[..] else {
        panic!("{object:?}");
    };
    assert!(tags.required && !rates.required);
    let items = members(&tags.schema).items.as_ref().unwrap();
    assert_eq!(
        items.rules,
        [Rule::Length {
            min: 0,
            max: Some(10)
        }]
    );
    let rate = members(&rates.schema).additional.as_ref().unwrap();
    assert_eq!(rate.kinds, [Kind::Number]);
    assert_eq!(members(&pair.schema).first_items.len(), 2);
    assert!(members(&closed.schema).is_closed);
    assert_eq!(never.schema.content, Content::Never);
    assert_eq!(object.patterns[0].0, "^x-");
}

#[test]
fn all_of_is_read_as_one() {
    let (schema, _) = schema_among(
        &json!({"allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"description": "Ours", "required": ["age"], "properties": {
                "age": {"type": "integer"}, "name": {"description": "Full", "maxLength": 9},
            }},
        ]}),
        &json!({"Base": {
            "type": "object", "description": "Theirs", "required": ["name"],
            "properties": {"name": {"type": "string", "minLength": 2}},
        }}),
    );
    assert_eq!(schema.description.in_language("en"), "Theirs");
    let object = members(&schema);
    assert_eq!(names(object), ["name", "age"]);
    assert!(object.properties.iter().all(|it| it.required));
    let name = &object.properties[0].schema;
    assert_eq!(name.description.in_language("en"), "Full");
    assert_eq!(
        name.rules,
        [Rule::Length {
            min: 2,
            max: Some(9)
        }]
    );
}

#[test]
fn null_is_told_of_in_both_editions() {
    let schemas = json!({"A": {"type": "object", "properties": {"b": {}}}});
    for nullable in [
        json!({"type": "string", "nullable": true}),
        json!({"type": ["string", "null"]}),
        json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
        json!({"enum": ["a", null]}),
    ] {
        let (schema, _) = schema_among(&nullable, &schemas);
        assert_eq!(
            (schema.nullable, &schema.kinds[..]),
            (true, &[Kind::String][..]),
            "{nullable}"
        );
        assert_eq!(schema.content, Content::Plain, "{nullable}");
    }
    let reference = json!({"oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]});
    let (schema, _) = schema_among(&reference, &schemas);
    assert_eq!((schema.name.as_deref(), schema.nullable), (Some("A"), true));
    assert_eq!(names(members(&schema)), ["b"]);
}

#[test]
fn alternatives_stand_beside_each_other() {
    let (schema, _) = schema_among(
        &json!({"$ref": "#/components/schemas/Pet"}),
        &json!({
            "Pet": {
                "type": "object", "properties": {"kind": {"type": "string"}},
                "oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}],
                "discriminator": {"propertyName": "kind", "mapping": {"au": "#/components/schemas/Dog"}},
            },
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"barks": {"type": "boolean"}}}]},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"purrs": {"type": "boolean"}}}]},
        }),
    );
    let [alternatives] = &members(&schema).alternatives[..] else {
        panic!("{schema:?}");
    };
    assert!(alternatives.is_exactly_one);
    let [dog, cat] = &alternatives.schemas[..] else {
        panic!("{alternatives:?}");
    };
    assert_eq!(dog.name.as_deref(), Some("Dog"));
    assert_eq!(names(members(cat)), ["kind", "purrs"]);
    assert!(members(cat).alternatives.is_empty());
    let discriminator = alternatives.discriminator.as_ref().unwrap();
    assert_eq!(discriminator.mapping, [("au".to_owned(), "Dog".to_owned())]);
}

#[test]
fn a_schema_that_contains_itself_ends_with_a_link() {
    let (schema, reference) = schema_among(
        &json!({"$ref": "#/components/schemas/Node"}),
        &json!({"Node": {"type": "object", "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
            "parent": {"description": "Above", "anyOf": [{"$ref": "#/components/schemas/Node"}, {"type": "null"}]},
        }}}),
    );
    let link = Content::Link(SchemaLink::Named {
        slug: "node".to_owned(),
        name: "Node".to_owned(),
    });
    let [_, children, parent] = &members(&schema).properties[..] else {
        panic!("{schema:?}");
    };
    assert_eq!(
        members(&children.schema).items.as_ref().unwrap().content,
        link
    );
    assert_eq!(parent.schema.content, link);
    assert_eq!(parent.schema.description.in_language("en"), "Above");
    let [named] = &reference.schemas[..] else {
        panic!("{:?}", reference.schemas);
    };
    assert_eq!((named.slug.as_str(), named.name.as_str()), ("node", "Node"));
    assert_eq!(
        names(members(&named.schema)),
        ["name", "children", "parent"]
    );
}

#[test]
fn a_reference_that_leads_out_is_shown_as_its_text() {
    for reference in [
        "https://example.com/a.json#/A",
        "a.yaml",
        "#/components/schemas/Missing",
        "#anchor",
    ] {
        let schema = schema(&json!({"type": "object", "properties": {"a": {"$ref": reference}}}));
        let property = &members(&schema).properties[0].schema;
        let elsewhere = SchemaLink::Elsewhere(reference.to_owned());
        assert_eq!(property.content, Content::Link(elsewhere));
    }
}

#[test]
fn rules_are_told_as_data() {
    let told = schema(&json!({
        "type": "integer", "minimum": 1, "exclusiveMaximum": 10, "multipleOf": 2, "readOnly": true,
        "deprecated": true, "default": 2, "enum": [2, 4], "examples": [4], "format": "int64",
        "if": {}, "title": "Even",
    }));
    let limit = |number: i32, is_exclusive| {
        Some(Limit {
            number: number.into(),
            is_exclusive,
        })
    };
    let range = Rule::Range {
        min: limit(1, false),
        max: limit(10, true),
    };
    assert_eq!(told.rules, [range, Rule::MultipleOf(2.into())]);
    assert_eq!(told.access, Access::Read);
    assert_eq!(
        (told.default, told.values),
        (Some(json!(2)), vec![json!(2), json!(4)])
    );
    assert_eq!(
        (told.others, told.examples),
        (vec!["if".to_owned()], vec![json!(4)])
    );
    let old = schema(&json!({"minimum": 0, "exclusiveMinimum": true, "maximum": 5}));
    let range = Rule::Range {
        min: limit(0, true),
        max: limit(5, false),
    };
    assert_eq!(old.rules, [range]);
    assert_eq!(schema(&json!({"const": "a"})).kinds, [Kind::String]);
}
