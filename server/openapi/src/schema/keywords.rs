//! The keywords of JSON Schema 2020-12 and of `OpenAPI`.

/// The way in which a keyword holds schemas.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Applicator {
    One,
    List,
    Named,
}

/// The way in which a keyword holds schemas, if it does.
pub(super) fn applicator(keyword: &str) -> Option<Applicator> {
    Some(match keyword {
        "additionalProperties"
        | "unevaluatedProperties"
        | "propertyNames"
        | "items"
        | "unevaluatedItems"
        | "contains"
        | "not"
        | "if"
        | "then"
        | "else" => Applicator::One,
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Applicator::List,
        "properties" | "patternProperties" | "dependentSchemas" => Applicator::Named,
        _ => return None,
    })
}

/// Whether the schemas of a keyword apply to the same value, and not to a part of it.
pub(super) fn applies_in_place(keyword: &str) -> bool {
    let keywords = [
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "dependentSchemas",
    ];
    keywords.contains(&keyword)
}

/// Whether a keyword without schemas restricts or describes values.
pub(super) fn is_kept(keyword: &str) -> bool {
    let keywords = [
        "type",
        "enum",
        "const",
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "maxItems",
        "minItems",
        "uniqueItems",
        "maxContains",
        "minContains",
        "maxProperties",
        "minProperties",
        "required",
        "dependentRequired",
        "description",
        "default",
    ];
    keywords.contains(&keyword)
}

/// Whether a keyword does not restrict values.
pub(super) fn is_annotation(keyword: &str) -> bool {
    let keywords = [
        "title",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
        "discriminator",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "$comment",
        // The targets of references are taken from their own place.
        "$defs",
        "definitions",
    ];
    keyword.starts_with("x-") || keywords.contains(&keyword)
}
