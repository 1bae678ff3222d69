//! The table of all constructs, held against the fields that the specifications have.

use std::collections::BTreeSet;

use crate::{
    Edition,
    table::{Object, Treatment},
};

/// The fields of both editions, those of 3.0 alone, and those of 3.1 alone.
const SPECIFIED: [(Object, &str, &str, &str); 30] = [
    (
        Object::Document,
        "openapi info servers paths components security tags externalDocs",
        "",
        "jsonSchemaDialect webhooks",
    ),
    (
        Object::Info,
        "title description termsOfService contact license version",
        "",
        "summary",
    ),
    (Object::Contact, "name url email", "", ""),
    (Object::License, "name url", "", "identifier"),
    (Object::Server, "url description variables", "", ""),
    (Object::ServerVariable, "enum default description", "", ""),
    (
        Object::Components,
        "schemas responses parameters examples requestBodies headers securitySchemes links callbacks",
        "",
        "pathItems",
    ),
    (Object::Paths, "", "", ""),
    (
        Object::PathItem,
        "$ref summary description get put post delete options head patch trace servers parameters",
        "",
        "",
    ),
    (
        Object::Operation,
        "tags summary description externalDocs operationId parameters requestBody responses \
         callbacks deprecated security servers",
        "",
        "",
    ),
    (Object::ExternalDocs, "description url", "", ""),
    (
        Object::Parameter,
        "name in description required deprecated allowEmptyValue style explode allowReserved \
         schema example examples content",
        "",
        "",
    ),
    (Object::RequestBody, "description content required", "", ""),
    (
        Object::MediaType,
        "schema example examples encoding",
        "",
        "",
    ),
    (
        Object::Encoding,
        "contentType headers style explode allowReserved",
        "",
        "",
    ),
    (Object::Responses, "", "", ""),
    (
        Object::Response,
        "description headers content links",
        "",
        "",
    ),
    (Object::Callback, "", "", ""),
    (
        Object::Example,
        "summary description value externalValue",
        "",
        "",
    ),
    (
        Object::Link,
        "operationRef operationId parameters requestBody description server",
        "",
        "",
    ),
    (
        Object::Header,
        "description required deprecated allowEmptyValue style explode allowReserved schema \
         example examples content",
        "",
        "",
    ),
    (Object::Tag, "name description externalDocs", "", ""),
    (Object::Reference, "$ref", "", "summary description"),
    (
        Object::Schema,
        "$ref title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength \
         minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum \
         type allOf oneOf anyOf not items properties additionalProperties description format \
         default discriminator readOnly writeOnly xml externalDocs example deprecated",
        "nullable",
        "$schema $vocabulary $id $anchor $dynamicAnchor $dynamicRef $comment $defs if then else \
         dependentSchemas prefixItems contains patternProperties propertyNames unevaluatedItems \
         unevaluatedProperties const maxContains minContains dependentRequired contentEncoding \
         contentMediaType contentSchema examples",
    ),
    (Object::Discriminator, "propertyName mapping", "", ""),
    (
        Object::Xml,
        "name namespace prefix attribute wrapped",
        "",
        "",
    ),
    (
        Object::SecurityScheme,
        "type description name in scheme bearerFormat flows openIdConnectUrl",
        "",
        "",
    ),
    (
        Object::OauthFlows,
        "implicit password clientCredentials authorizationCode",
        "",
        "",
    ),
    (
        Object::OauthFlow,
        "authorizationUrl tokenUrl refreshUrl scopes",
        "",
        "",
    ),
    (Object::SecurityRequirement, "", "", ""),
];

/// What older dialects have, and is known by name to be told of.
const OLDER: [(Object, &str); 4] = [
    (Object::Document, "swagger"),
    (Object::Schema, "definitions"),
    (Object::Schema, "dependencies"),
    (Object::Schema, "additionalItems"),
];

fn in_table(object: Object, edition: Edition) -> BTreeSet<&'static str> {
    let fields = object.fields().iter();
    let here = fields.filter(|field| field.only.is_none_or(|only| only == edition));
    let names = here.map(|field| field.name);
    names
        .filter(|name| !OLDER.contains(&(object, name)))
        .collect()
}

#[test]
fn the_table_has_every_field_of_both_editions_and_no_other() {
    let told: Vec<_> = SPECIFIED.iter().map(|(object, ..)| *object).collect();
    assert_eq!(told, Object::ALL);
    for (object, both, in_3_0, in_3_1) in SPECIFIED {
        for (edition, own) in [(Edition::V3_0, in_3_0), (Edition::V3_1, in_3_1)] {
            let expected: BTreeSet<_> = both
                .split_whitespace()
                .chain(own.split_whitespace())
                .collect();
            assert_eq!(
                in_table(object, edition),
                expected,
                "{object:?} of {edition:?}"
            );
        }
    }
}

#[test]
fn a_field_has_one_treatment_in_an_edition() {
    for object in Object::ALL {
        for edition in [Edition::V3_0, Edition::V3_1] {
            let names = in_table(object, edition);
            let fields = object.fields().iter();
            let here = fields.filter(|field| field.only.is_none_or(|only| only == edition));
            let here = here.filter(|field| !OLDER.contains(&(object, field.name)));
            assert_eq!(names.len(), here.count(), "{object:?}");
        }
    }
}

#[test]
fn annotations_are_those_that_do_not_restrict_calls() {
    for name in [
        "xml",
        "example",
        "examples",
        "discriminator",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "title",
    ] {
        let field = Object::Schema.field(Edition::V3_1, name).unwrap();
        assert_eq!(field.treatment, Treatment::Annotation, "{name}");
    }
}
