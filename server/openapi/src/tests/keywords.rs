//! One test for each keyword beyond types, limits and required fields.

use serde_json::{Value, json};

use super::said;

/// Checks the message for each value; `None` where the value is right.
fn says(schema: &Value, expected: &[(Value, Option<&str>)]) {
    for (value, expected) in expected {
        assert_eq!(said(schema, value).as_deref(), *expected, "{value}");
    }
}

#[test]
fn whoever_sends_less_than_all_of_the_parts_is_told_which_field_is_wrong() {
    let schema = json!({"allOf": [
        {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        {"properties": {"age": {"type": "integer", "minimum": 18}}},
    ]});
    says(
        &schema,
        &[
            (json!({"name": "Ana", "age": 18}), None),
            (json!({"age": 20}), Some("name is missing")),
            (
                json!({"name": "Ana", "age": 17}),
                Some("age must not be less than 18"),
            ),
        ],
    );
}

#[test]
fn whoever_fits_none_of_any_alternatives_is_told_what_they_want() {
    let schema = json!({"properties": {
        "ip": {"anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]},
        "id": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
        "size": {"anyOf": [{"type": "integer", "minimum": 1}, {"enum": ["all"]}]},
        "code": {"anyOf": [{"minLength": 3}, {"pattern": "^x"}]},
        "owner": {"anyOf": [
            {"type": "string"},
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
        ]},
    }});
    says(
        &schema,
        &[
            (
                json!({"ip": "::1", "id": "7", "size": "all", "owner": {"id": 1}}),
                None,
            ),
            (
                json!({"ip": "1.2.3"}),
                Some("ip must be an IPv4 address or an IPv6 address"),
            ),
            (
                json!({"id": true}),
                Some("id must be an integer or a string, but is true or false"),
            ),
            (json!({"size": "none"}), Some("size must be \"all\"")),
            (
                json!({"code": "ab"}),
                Some("code is none of the alternatives"),
            ),
            (
                json!({"owner": {"id": "x"}}),
                Some("owner.id must be an integer, but is a string"),
            ),
        ],
    );
}

#[test]
fn whoever_fits_not_exactly_one_of_the_alternatives_is_told_so() {
    let schema = json!({"properties": {"payment": {"oneOf": [
        {"type": "object", "required": ["card"], "properties": {"card": {"type": "string"}}},
        {"type": "object", "required": ["pix"], "properties": {"pix": {"type": "string"}}},
    ]}}});
    says(
        &schema,
        &[
            (json!({"payment": {"card": "1"}}), None),
            (json!({"payment": {"pix": "1"}}), None),
            (
                json!({"payment": {"pix": "1", "card": "1"}}),
                Some("payment is more than one of the alternatives, but must be exactly one"),
            ),
            (
                json!({"payment": {}}),
                Some(
                    "payment is none of the alternatives; in the nearest, payment.card is missing",
                ),
            ),
            (
                json!({"payment": 1}),
                Some("payment must be an object, but is an integer"),
            ),
        ],
    );
}

#[test]
fn whoever_sends_what_is_excluded_is_told_so() {
    let schema = json!({"properties": {
        "name": {"not": {"enum": ["admin", "root"]}},
        "code": {"not": {"pattern": "^0"}, "description": "A code without leading zeros."},
    }});
    says(
        &schema,
        &[
            (json!({"name": "ana", "code": "10"}), None),
            (
                json!({"name": "root"}),
                Some("name must not be \"admin\" or \"root\""),
            ),
            (
                json!({"code": "01"}),
                Some("code has a form that is not taken: a code without leading zeros"),
            ),
        ],
    );
}

#[test]
fn whoever_sends_an_item_twice_is_told_so() {
    let schema = json!({"properties": {"tags": {"type": "array", "uniqueItems": true}}});
    says(
        &schema,
        &[
            (json!({"tags": ["a", "b", 1, [1]]}), None),
            (
                json!({"tags": ["a", "b", "a"]}),
                Some("tags must not have an item twice"),
            ),
            (
                json!({"tags": [1, 1.0]}),
                Some("tags must not have an item twice"),
            ),
        ],
    );
}

#[test]
fn whoever_sends_no_multiple_is_told_of_what() {
    let schema = json!({"properties": {
        "amount": {"type": "number", "multipleOf": 0.01},
        "dozen": {"type": "integer", "multipleOf": 12},
    }});
    says(
        &schema,
        &[
            (json!({"amount": 19.99, "dozen": 24}), None),
            (
                json!({"amount": 19.999}),
                Some("amount must be a multiple of 0.01"),
            ),
            (json!({"dozen": 13}), Some("dozen must be a multiple of 12")),
        ],
    );
}

#[test]
fn a_limit_may_itself_be_excluded() {
    let schema = json!({"properties": {
        "price": {"type": "number", "exclusiveMinimum": 0},
        "share": {"type": "number", "exclusiveMaximum": 1.0},
    }});
    says(
        &schema,
        &[
            (json!({"price": 0.01, "share": 0.99}), None),
            (json!({"price": 0}), Some("price must be more than 0")),
            (json!({"share": 1}), Some("share must be less than 1")),
        ],
    );
}

#[test]
fn a_schema_may_have_its_own_definitions() {
    let schema = json!({"$ref": "#/components/schemas/Order"});
    let document = super::document(
        "3.1.0",
        &json!({"Order": {
            "$defs": {"line item": {"type": "object", "required": ["sku"]}},
            "properties": {"lines": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/Order/$defs/line%20item"},
            }},
        }}),
    );
    let schema = document.schema(&schema).unwrap();
    assert_eq!(
        super::said_by(&schema, &json!({"lines": [{"sku": 1}]})),
        None
    );
    let said = super::said_by(&schema, &json!({"lines": [{"sku": 1}, {}]}));
    assert_eq!(said.as_deref(), Some("lines.1.sku is missing"));
}

#[test]
fn a_tree_of_any_depth_is_looked_at_to_its_leaves() {
    let schema = json!({"$ref": "#/components/schemas/Node"});
    says(
        &schema,
        &[
            (
                json!({"name": "a", "children": [{"name": "b", "children": []}]}),
                None,
            ),
            (
                json!({"name": "a", "children": [{"name": "b"}, {"name": "c", "children": [{}]}]}),
                Some("children.1.children.0.name is missing: what it is called"),
            ),
            (
                json!({"name": "a", "children": {}}),
                Some("children must be a list, but is an object"),
            ),
        ],
    );
}

#[test]
fn further_keywords_are_held_and_told_of() {
    let schema = json!({"properties": {
        "map": {
            "propertyNames": {"pattern": "^[a-z]+$"},
            "minProperties": 1,
            "maxProperties": 2,
            "additionalProperties": {"type": "integer"},
        },
        "pair": {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false},
        "list": {"contains": {"const": 1}},
        "kind": {"const": "a"},
        "forbidden": false,
        "card": {"dependentRequired": {"number": ["cvv"]}},
        "strict": {"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false},
    }});
    says(
        &schema,
        &[
            (
                json!({"map": {"a": 1}, "pair": ["a", 1], "list": [0, 1], "kind": "a", "strict": {"a": 1}}),
                None,
            ),
            (json!({"map": {}}), Some("map must have at least 1 fields")),
            (
                json!({"map": {"a": 1, "b": 1, "c": 1}}),
                Some("map must have at most 2 fields"),
            ),
            (
                json!({"map": {"A": 1}}),
                Some("map has a field whose name is not taken"),
            ),
            (
                json!({"map": {"a": "1"}}),
                Some("map.a must be an integer, but is a string"),
            ),
            (
                json!({"pair": ["a", "1"]}),
                Some("pair.1 must be an integer, but is a string"),
            ),
            (json!({"pair": ["a", 1, 2]}), Some("pair.2 is not known")),
            (
                json!({"list": [0]}),
                Some("list does not have the items that it must have"),
            ),
            (json!({"kind": "b"}), Some("kind must be \"a\"")),
            (json!({"forbidden": 1}), Some("forbidden is not known")),
            (
                json!({"card": {"number": "1"}}),
                Some("card.cvv is missing"),
            ),
            (json!({"strict": {"b": 1}}), Some("strict.b is not known")),
        ],
    );
}
