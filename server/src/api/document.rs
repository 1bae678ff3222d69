//! The `OpenAPI` document of the API, made of its handlers.

use std::sync::Arc;

use app::{routes, web::ANY_ORIGIN};
use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use domain::{Services, clients::PortalScope};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, InfoBuilder, ObjectBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Response,
        ResponseBuilder, Schema, Server,
        path::Operation,
        security::{
            AuthorizationCode, ClientCredentials, Flow, OAuth2, Password, Scopes,
            SecurityRequirement, SecurityScheme,
        },
    },
};

use super::{error_document::ErrorDocument, json_api::MEDIA_TYPE};

const JSON: &str = "application/json";
const OAUTH2: &str = "oauth2";

/// What any call may be answered beside what its operation says.
const ERRORS: [(&str, &str); 7] = [
    (
        "400",
        "A parameter, a header or the shape of the body is wrong.",
    ),
    ("401", "There is no token, or it is not good."),
    (
        "403",
        "The token lacks the scope, or its person may not do this.",
    ),
    ("406", "The caller takes no JSON:API."),
    ("429", "Too many calls or acts in a short time."),
    ("500", "Something failed on our side."),
    ("503", "This cannot be answered just now."),
];
/// The same where the address names a resource, or the body refers to one.
const NOT_FOUND: (&str, &str) = (
    "404",
    "There is nothing at this address, or behind a reference, that the person behind the token sees.",
);
/// The same of calls that change something.
const ERRORS_OF_ACTS: [(&str, &str); 4] = [
    (
        "409",
        "The current state, or the type of the resource, does not allow this; the code says why.",
    ),
    ("413", "The body is too large."),
    ("415", "The body is not JSON:API."),
    (
        "422",
        "A value is not accepted, or the Idempotency-Key was used with another request.",
    ),
];
/// The same of calls that change what their caller saw.
const ERRORS_OF_CHANGES: [(&str, &str); 2] = [
    ("412", "The resource is not as the caller saw it."),
    ("428", "The caller does not say what it saw."),
];

pub fn router(services: Arc<Services>) -> Router {
    Router::new()
        .route(routes::PORTAL_API_DOCUMENT, get(show))
        .with_state(services)
}

async fn show(State(services): State<Arc<Services>>) -> impl IntoResponse {
    let document = document(&services.portal.settings.public_url);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    let body = serde_json::to_string(&document).unwrap_or_default();
    ([ANY_ORIGIN], headers, body)
}

/// The document of the portal at this address.
pub fn document(public_url: &str) -> OpenApi {
    let (_, described) = super::described().split_for_parts();
    let info = InfoBuilder::new()
        .title("Balcão")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "What people do on the pages of the portal, for programs with a token of an OAuth2 \
             client: a program sees and may do what the person behind its token sees and may do.",
        ))
        .build();
    let mut document = OpenApiBuilder::from(described)
        .info(info)
        .servers(Some([Server::new(public_url)]))
        .build();
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(OAUTH2, scheme(public_url));
    let mut schemas = vec![(ErrorDocument::name().into_owned(), ErrorDocument::schema())];
    ErrorDocument::schemas(&mut schemas);
    components.schemas.extend(schemas);
    for (name, schema) in &mut components.schemas {
        let is_answered = !name.starts_with("New") && !name.starts_with("Filed");
        let is_sparse = name.ends_with("Attributes") || name.ends_with("Relationships");
        if is_answered
            && is_sparse
            && let RefOr::T(Schema::Object(object)) = schema
        {
            // Whoever asks for some fields gets those alone.
            object.required.clear();
        }
    }
    for (path, item) in &mut document.paths.paths {
        if let Some(reading) = &mut item.get {
            describe(reading, PortalScope::Read);
            let unchanged = ResponseBuilder::new().description("It is what the caller has.");
            let answers = &mut reading.responses.responses;
            answers.insert("304".to_owned(), unchanged.build().into());
            let named = path.contains('{').then_some(NOT_FOUND);
            add(reading, ERRORS.into_iter().chain(named));
        }
        if let Some(act) = &mut item.post {
            describe(act, PortalScope::Write);
            let errors = ERRORS.into_iter().chain([NOT_FOUND]);
            add(act, errors.chain(ERRORS_OF_ACTS));
        }
        for change in [&mut item.patch, &mut item.delete].into_iter().flatten() {
            describe(change, PortalScope::Write);
            let errors = ERRORS.into_iter().chain([NOT_FOUND]);
            add(
                change,
                errors.chain(ERRORS_OF_ACTS).chain(ERRORS_OF_CHANGES),
            );
        }
    }
    document
}

/// What holds of every operation: the scope that it needs, and that it speaks JSON:API.
fn describe(operation: &mut Operation, needed: PortalScope) {
    let requirement = SecurityRequirement::new(OAUTH2, [needed.as_str()]);
    operation.security = Some(vec![requirement]);
    for answer in operation.responses.responses.values_mut() {
        if let RefOr::T(answer) = answer
            && let Some(content) = answer.content.shift_remove(JSON)
        {
            answer.content.insert(MEDIA_TYPE.to_owned(), content);
        }
    }
    // Plain JSON is taken as well.
    if let Some(RefOr::T(body)) = &mut operation.request_body
        && let Some(content) = body.content.get(JSON).cloned()
    {
        body.content.insert(MEDIA_TYPE.to_owned(), content);
    }
}

fn add(operation: &mut Operation, errors: impl Iterator<Item = (&'static str, &'static str)>) {
    for (status, description) in errors {
        let answers = &mut operation.responses.responses;
        answers.insert(status.to_owned(), error(status, description));
    }
}

fn error(status: &str, description: &str) -> RefOr<Response> {
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(ErrorDocument::name())))
        .build();
    let mut answer = ResponseBuilder::new()
        .description(description)
        .content(MEDIA_TYPE, content);
    if status == "400" {
        // Of an address that is none, before anybody asks whose it is.
        let plain = ContentBuilder::new()
            .schema(Some(ObjectBuilder::new()))
            .build();
        answer = answer.content(JSON, plain);
    }
    answer.build().into()
}

fn scheme(public_url: &str) -> SecurityScheme {
    let token = format!("{public_url}{}", routes::TOKEN);
    let scopes = || {
        let texts = PortalScope::ALL.iter().map(|scope| match scope {
            PortalScope::Read => (scope.as_str(), "See what the account sees."),
            PortalScope::Write => (scope.as_str(), "Do what the account may do."),
        });
        texts.collect::<Scopes>()
    };
    let page = format!("{public_url}{}", routes::AUTHORIZE);
    SecurityScheme::OAuth2(OAuth2::new([
        Flow::AuthorizationCode(AuthorizationCode::new(page, &token, scopes())),
        Flow::ClientCredentials(ClientCredentials::new(&token, scopes())),
        Flow::Password(Password::new(&token, scopes())),
    ]))
}
