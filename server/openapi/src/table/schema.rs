//! The keywords of schemas: those of `OpenAPI` 3.0, and of JSON Schema 2020-12 with what `OpenAPI`
//! 3.1 adds.

use super::{
    Field,
    Holds::{
        Anything, Boolean, Count, List, Named, Number, One, Text, TextOrTexts, Texts, TextsByName,
        Values,
    },
    Object::{self, Schema},
    annotation, ignored, obeyed,
};

pub(super) const SCHEMA: &[Field] = &[
    // What it is about.
    ignored("$schema", Text).in_3_1(),
    ignored("$vocabulary", Anything).in_3_1(),
    // References always lead to places in the document.
    ignored("$id", Text).in_3_1(),
    ignored("$anchor", Text).in_3_1(),
    ignored("$dynamicAnchor", Text).in_3_1(),
    ignored("$dynamicRef", Text).in_3_1(),
    obeyed("$ref", Text),
    annotation("$comment", Text).in_3_1(),
    // Their schemas are obeyed where a reference leads to them.
    annotation("$defs", Named(Schema)).in_3_1(),
    annotation("definitions", Named(Schema)).in_3_1(),
    // Schemas for the same value.
    obeyed("allOf", List(Schema)),
    obeyed("anyOf", List(Schema)),
    obeyed("oneOf", List(Schema)),
    obeyed("not", One(Schema)),
    obeyed("if", One(Schema)).in_3_1(),
    obeyed("then", One(Schema)).in_3_1(),
    obeyed("else", One(Schema)).in_3_1(),
    obeyed("dependentSchemas", Named(Schema)).in_3_1(),
    ignored("dependencies", Anything).in_3_1(),
    // Schemas for its parts.
    obeyed("prefixItems", List(Schema)).in_3_1(),
    obeyed("items", One(Schema)),
    ignored("additionalItems", Anything).in_3_1(),
    obeyed("contains", One(Schema)).in_3_1(),
    obeyed("properties", Named(Schema)),
    obeyed("patternProperties", Named(Schema)).in_3_1(),
    obeyed("additionalProperties", One(Schema)),
    obeyed("propertyNames", One(Schema)).in_3_1(),
    obeyed("unevaluatedItems", One(Schema)).in_3_1(),
    obeyed("unevaluatedProperties", One(Schema)).in_3_1(),
    // What is allowed.
    obeyed("type", Text).in_3_0(),
    obeyed("type", TextOrTexts).in_3_1(),
    obeyed("nullable", Boolean).in_3_0(),
    obeyed("enum", Values),
    obeyed("const", Anything).in_3_1(),
    obeyed("multipleOf", Number),
    obeyed("maximum", Number),
    obeyed("exclusiveMaximum", Boolean).in_3_0(),
    obeyed("exclusiveMaximum", Number).in_3_1(),
    obeyed("minimum", Number),
    obeyed("exclusiveMinimum", Boolean).in_3_0(),
    obeyed("exclusiveMinimum", Number).in_3_1(),
    obeyed("maxLength", Count),
    obeyed("minLength", Count),
    obeyed("pattern", Text),
    obeyed("maxItems", Count),
    obeyed("minItems", Count),
    obeyed("uniqueItems", Boolean),
    obeyed("maxContains", Count).in_3_1(),
    obeyed("minContains", Count).in_3_1(),
    obeyed("maxProperties", Count),
    obeyed("minProperties", Count),
    obeyed("required", Texts),
    obeyed("dependentRequired", TextsByName).in_3_1(),
    obeyed("format", Text),
    // What readers and programs may want to know.
    annotation("contentEncoding", Text).in_3_1(),
    annotation("contentMediaType", Text).in_3_1(),
    annotation("contentSchema", One(Schema)).in_3_1(),
    annotation("title", Text),
    annotation("description", Text),
    obeyed("default", Anything),
    annotation("deprecated", Boolean),
    annotation("readOnly", Boolean),
    annotation("writeOnly", Boolean),
    annotation("example", Anything),
    annotation("examples", Values).in_3_1(),
    annotation("discriminator", One(Object::Discriminator)),
    annotation("xml", One(Object::Xml)),
    annotation("externalDocs", One(Object::ExternalDocs)),
];

pub(super) const DISCRIMINATOR: &[Field] = &[
    annotation("propertyName", Text).required(),
    annotation("mapping", Anything),
];

pub(super) const XML: &[Field] = &[
    annotation("name", Text),
    annotation("namespace", Text),
    annotation("prefix", Text),
    annotation("attribute", Boolean),
    annotation("wrapped", Boolean),
];
