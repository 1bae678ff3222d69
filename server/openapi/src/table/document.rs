//! The objects of a document but its schemas.

use super::{
    Field,
    Holds::{Anything, Boolean, List, Named, One, OneOf, Text, Texts},
    Object, annotation, ignored, obeyed, refused,
};

pub(super) const DOCUMENT: &[Field] = &[
    obeyed("openapi", Text).required(),
    // OpenAPI 2.0 has this one instead.
    refused("swagger", Anything),
    obeyed("info", One(Object::Info)).required(),
    // Schemas are always read in the dialect of OpenAPI 3.1.
    ignored("jsonSchemaDialect", Text).in_3_1(),
    // The first one names the base path. Calls go to the portal.
    obeyed("servers", List(Object::Server)),
    obeyed("paths", One(Object::Paths)).required().in_3_0(),
    obeyed("paths", One(Object::Paths)).in_3_1(),
    // The portal calls nobody.
    ignored("webhooks", Named(Object::PathItem)).in_3_1(),
    obeyed("components", One(Object::Components)),
    // Who may call is decided by the portal's own tokens.
    annotation("security", List(Object::SecurityRequirement)),
    annotation("tags", List(Object::Tag)),
    obeyed("externalDocs", One(Object::ExternalDocs)),
];

pub(super) const INFO: &[Field] = &[
    obeyed("title", Text).required(),
    annotation("summary", Text).in_3_1(),
    annotation("description", Text),
    annotation("termsOfService", Text),
    annotation("contact", One(Object::Contact)),
    annotation("license", One(Object::License)),
    obeyed("version", Text).required(),
];

pub(super) const CONTACT: &[Field] = &[
    annotation("name", Text),
    annotation("url", Text),
    annotation("email", Text),
];

pub(super) const LICENSE: &[Field] = &[
    annotation("name", Text).required(),
    annotation("identifier", Text).in_3_1(),
    annotation("url", Text),
];

pub(super) const SERVER: &[Field] = &[
    obeyed("url", Text).required(),
    annotation("description", Text),
    // The portal has an address of its own.
    annotation("variables", Named(Object::ServerVariable)),
];

pub(super) const SERVER_VARIABLE: &[Field] = &[
    annotation("enum", Texts),
    annotation("default", Text).required(),
    annotation("description", Text),
];

pub(super) const COMPONENTS: &[Field] = &[
    obeyed("schemas", Named(Object::Schema)),
    obeyed("responses", Named(Object::Response)),
    obeyed("parameters", Named(Object::Parameter)),
    obeyed("examples", Named(Object::Example)),
    obeyed("requestBodies", Named(Object::RequestBody)),
    ignored("headers", Named(Object::Header)),
    annotation("securitySchemes", Named(Object::SecurityScheme)),
    annotation("links", Named(Object::Link)),
    ignored("callbacks", Named(Object::Callback)),
    obeyed("pathItems", Named(Object::PathItem)).in_3_1(),
];

pub(super) const PATH_ITEM: &[Field] = &[
    obeyed("$ref", Text),
    annotation("summary", Text),
    annotation("description", Text),
    obeyed("get", One(Object::Operation)),
    obeyed("put", One(Object::Operation)),
    obeyed("post", One(Object::Operation)),
    obeyed("delete", One(Object::Operation)),
    // The portal answers OPTIONS by itself, HEAD by GET, and never TRACE.
    ignored("options", One(Object::Operation)),
    ignored("head", One(Object::Operation)),
    obeyed("patch", One(Object::Operation)),
    ignored("trace", One(Object::Operation)),
    // An API has one base path.
    ignored("servers", List(Object::Server)),
    obeyed("parameters", List(Object::Parameter)),
];

pub(super) const OPERATION: &[Field] = &[
    annotation("tags", Texts),
    annotation("summary", Text),
    annotation("description", Text),
    annotation("externalDocs", One(Object::ExternalDocs)),
    obeyed("operationId", Text),
    obeyed("parameters", List(Object::Parameter)),
    obeyed("requestBody", One(Object::RequestBody)),
    obeyed("responses", One(Object::Responses))
        .required()
        .in_3_0(),
    obeyed("responses", One(Object::Responses)).in_3_1(),
    // The portal calls nobody.
    ignored("callbacks", Named(Object::Callback)),
    annotation("deprecated", Boolean),
    annotation("security", List(Object::SecurityRequirement)),
    ignored("servers", List(Object::Server)),
];

pub(super) const EXTERNAL_DOCS: &[Field] = &[
    annotation("description", Text),
    obeyed("url", Text).required(),
];

pub(super) const PARAMETER: &[Field] = &[
    obeyed("name", Text).required(),
    obeyed("in", OneOf(&["query", "header", "path", "cookie"])).required(),
    annotation("description", Text),
    obeyed("required", Boolean),
    annotation("deprecated", Boolean),
    obeyed("allowEmptyValue", Boolean),
    obeyed("style", Text),
    obeyed("explode", Boolean),
    obeyed("allowReserved", Boolean),
    obeyed("schema", One(Object::Schema)),
    obeyed("example", Anything),
    annotation("examples", Named(Object::Example)),
    obeyed("content", Named(Object::MediaType)),
];

pub(super) const REQUEST_BODY: &[Field] = &[
    annotation("description", Text),
    obeyed("content", Named(Object::MediaType)).required(),
    obeyed("required", Boolean),
];

pub(super) const MEDIA_TYPE: &[Field] = &[
    obeyed("schema", One(Object::Schema)),
    obeyed("example", Anything),
    obeyed("examples", Named(Object::Example)),
    // It tells of forms, which the sandbox does not read.
    ignored("encoding", Named(Object::Encoding)),
];

pub(super) const ENCODING: &[Field] = &[
    ignored("contentType", Text),
    ignored("headers", Named(Object::Header)),
    ignored("style", Text),
    ignored("explode", Boolean),
    ignored("allowReserved", Boolean),
];

pub(super) const RESPONSE: &[Field] = &[
    obeyed("description", Text).required(),
    // The sandbox sends no header of the document.
    ignored("headers", Named(Object::Header)),
    obeyed("content", Named(Object::MediaType)),
    annotation("links", Named(Object::Link)),
];

pub(super) const EXAMPLE: &[Field] = &[
    annotation("summary", Text),
    annotation("description", Text),
    obeyed("value", Anything),
    // Nothing is fetched.
    ignored("externalValue", Text),
];

pub(super) const LINK: &[Field] = &[
    annotation("operationRef", Text),
    annotation("operationId", Text),
    annotation("parameters", Anything),
    annotation("requestBody", Anything),
    annotation("description", Text),
    annotation("server", One(Object::Server)),
];

pub(super) const HEADER: &[Field] = &[
    annotation("description", Text),
    ignored("required", Boolean),
    annotation("deprecated", Boolean),
    ignored("allowEmptyValue", Boolean),
    ignored("style", Text),
    ignored("explode", Boolean),
    ignored("allowReserved", Boolean),
    ignored("schema", One(Object::Schema)),
    annotation("example", Anything),
    annotation("examples", Named(Object::Example)),
    ignored("content", Named(Object::MediaType)),
];

pub(super) const TAG: &[Field] = &[
    annotation("name", Text).required(),
    annotation("description", Text),
    annotation("externalDocs", One(Object::ExternalDocs)),
];

pub(super) const REFERENCE: &[Field] = &[
    obeyed("$ref", Text).required(),
    annotation("summary", Text).in_3_1(),
    annotation("description", Text).in_3_1(),
];

pub(super) const SECURITY_SCHEME: &[Field] = &[
    annotation("type", Text).required(),
    annotation("description", Text),
    annotation("name", Text),
    annotation("in", Text),
    annotation("scheme", Text),
    annotation("bearerFormat", Text),
    annotation("flows", One(Object::OauthFlows)),
    annotation("openIdConnectUrl", Text),
];

pub(super) const OAUTH_FLOWS: &[Field] = &[
    annotation("implicit", One(Object::OauthFlow)),
    annotation("password", One(Object::OauthFlow)),
    annotation("clientCredentials", One(Object::OauthFlow)),
    annotation("authorizationCode", One(Object::OauthFlow)),
];

pub(super) const OAUTH_FLOW: &[Field] = &[
    annotation("authorizationUrl", Text),
    annotation("tokenUrl", Text),
    annotation("refreshUrl", Text),
    annotation("scopes", Anything).required(),
];
