//! Requests for access, and filing one.

use std::{collections::BTreeMap, sync::Arc};

use axum::{extract::OriginalUri, http::HeaderMap, response::Response};
use domain::{
    Services,
    approvals::{self, FileError, NewRequest},
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApiId, ApplicationId, GroupId, RequestId},
    requests::{self, Request, RequestFilter, RequestKind, RequestState},
    values::{ApplicationName, Description},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use validator::Validate;

use super::{
    accounts, answers, apis, applications,
    applications::{Include, beside},
    body::{RawBody, new_resource},
    caller::{Caller, Language, Reading, Writing},
    error::{ApiError, Conflict, Mistake},
    groups,
    idempotency::{Key, once},
    json_api::{self, Many, One, ToMaybe, ToOne, link, resource, to_maybe, to_one},
    list,
    query::{Fields, Id, Paging, Query, included, text},
    schemas,
};

pub const TYPE: &str = "requests";
const INCLUDE: [&str; 2] = ["api", "group"];

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_requests, file_request))
        .routes(routes!(read_request))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestAttributes {
    /// As in `2026-0042`.
    number: String,
    #[schema(schema_with = schemas::request_kind)]
    kind: RequestKind,
    name: String,
    description: String,
    /// The plan that is asked for.
    #[schema(schema_with = schemas::plan)]
    plan: Plan,
    #[schema(schema_with = schemas::request_state)]
    state: RequestState,
    #[schema(value_type = String, format = DateTime)]
    submitted_at: Timestamp,
}

#[derive(Serialize, ToSchema)]
pub struct RequestRelationships {
    api: ToOne,
    group: ToOne,
    applicant: ToOne,
    /// The application that it made or changes; none until the request that makes it is approved.
    application: ToMaybe,
}

resource!(RequestResource {
    attributes: RequestAttributes,
    relationships: RequestRelationships,
});

/// Which requests are listed.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    #[serde(rename = "filter[state]", deserialize_with = "text")]
    #[param(schema_with = schemas::request_state)]
    state: Option<RequestState>,
    #[serde(rename = "filter[group]", deserialize_with = "text")]
    #[param(value_type = Option<Uuid>)]
    group: Option<GroupId>,
    #[serde(rename = "filter[api]", deserialize_with = "text")]
    #[param(value_type = Option<Uuid>)]
    api: Option<ApiId>,
    #[serde(rename = "filter[application]", deserialize_with = "text")]
    #[param(value_type = Option<Uuid>)]
    application: Option<ApplicationId>,
    /// The newest first without it.
    #[param(inline)]
    sort: Option<Order>,
    /// `api` and `group`, with a comma between them.
    #[param(pattern = "^((api|group)(,(api|group))*)?$")]
    include: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
enum Order {
    #[serde(rename = "submittedAt")]
    OldestFirst,
    #[serde(rename = "-submittedAt")]
    NewestFirst,
}

pub fn resource(request: Request) -> RequestResource {
    let is_there =
        request.kind == RequestKind::PlanChange || request.state == RequestState::Approved;
    let application = is_there.then_some(request.application_id);
    RequestResource {
        kind: TYPE,
        id: request.id.to_string(),
        links: Some(link(format!("{}/requests/{}", super::ROOT, request.id))),
        relationships: RequestRelationships {
            api: to_one(apis::TYPE, &request.api_id),
            group: to_one(groups::TYPE, &request.group_id),
            applicant: to_one(accounts::TYPE, &request.applicant_id),
            application: to_maybe(applications::TYPE, application),
        },
        attributes: RequestAttributes {
            number: request.number,
            kind: request.kind,
            name: request.name,
            description: request.description,
            plan: request.plan,
            state: request.state,
            submitted_at: request.submitted_at,
        },
    }
}

/// The requests that the person made or whose groups did, or all for a contract manager.
#[utoipa::path(
    get, path = "/requests", tag = "requests", operation_id = "listRequests",
    params(Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<RequestResource>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.read"])),
)]
async fn list_requests(
    Reading(caller): Reading,
    Language(locale): Language,
    OriginalUri(uri): OriginalUri,
    Query((paging, filter, fields)): Query<(Paging, Filter, Fields)>,
) -> Result<Response, ApiError> {
    let include = included(filter.include.as_deref(), &INCLUDE)?;
    let wanted = RequestFilter {
        state: filter.state,
        group: filter.group,
        api: filter.api,
        application: filter.application,
    };
    let page = paging.request(filter.sort == Some(Order::OldestFirst));
    let page = requests::page(&caller.scope, wanted, page).await?;
    let places: Vec<_> = page
        .items
        .iter()
        .map(|it| (it.api_id, it.group_id))
        .collect();
    let beside = beside(&caller, include.as_deref(), &places, locale).await?;
    let resources = page.items.into_iter().map(resource).collect();
    list::many(&uri, resources, page.next, beside, &fields)
}

/// A request.
#[utoipa::path(
    get, path = "/requests/{id}", tag = "requests", operation_id = "readRequest",
    params(("id" = Uuid, Path, description = "The request."), Include, Fields),
    responses(
        (status = 200, description = "The request.", body = One<RequestResource>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.read"])),
)]
async fn read_request(
    Reading(caller): Reading,
    Language(locale): Language,
    Id(id): Id<RequestId>,
    Query((shape, fields)): Query<(Include, Fields)>,
) -> Result<Response, ApiError> {
    let include = included(shape.include.as_deref(), &INCLUDE)?;
    let found = requests::visible_one(&caller.scope, id).await?;
    let found = found.ok_or(ApiError::NotFound)?;
    let places = [(found.api_id, found.group_id)];
    let beside = beside(&caller, include.as_deref(), &places, locale).await?;
    list::one(resource(found), beside, &fields)
}

new_resource!(FiledRequest, FiledData {
    type: "requests", attributes: FiledAttributes, relationships: FiledRelationships
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct FiledAttributes {
    #[schema(schema_with = schemas::plan)]
    plan: Plan,
    /// What the application is called.
    #[schema(min_length = 2, max_length = 80)]
    name: String,
    /// What it is for.
    #[schema(min_length = 10, max_length = 1000)]
    description: String,
    /// What is answered to the questions of the API, by their names: a day as `2026-11-30`, one of
    /// the choices by its words in any language.
    #[serde(default)]
    answers: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, ToSchema)]
struct FiledRelationships {
    api: Reference,
    /// A group that the person behind the token belongs to.
    group: Reference,
}

#[derive(Debug, Deserialize, ToSchema)]
struct Reference {
    data: ReferenceData,
}

#[derive(Debug, Deserialize, ToSchema)]
struct ReferenceData {
    /// `apis` or `groups`, as the relationship is called.
    #[serde(rename = "type")]
    kind: String,
    id: Uuid,
}

/// Files a request for access to an API. A Trial that the API lets the portal approve is approved at
/// once; all others wait for a contract manager. A draft of the same person for the same API and
/// plan becomes this request.
#[utoipa::path(
    post, path = "/requests", tag = "requests", operation_id = "fileRequest",
    params(Key),
    request_body(content = FiledRequest, content_type = "application/vnd.api+json"),
    responses(
        (status = 201, description = "The request as it was filed.", body = One<RequestResource>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.write"])),
)]
async fn file_request(
    Writing(caller): Writing,
    Query(()): Query<()>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: RawBody,
) -> Result<Response, ApiError> {
    let act = async move |caller: Arc<Caller>, new: FiledRequest| {
        let FiledData {
            attributes,
            relationships: FiledRelationships { api, group },
            ..
        } = new.data;
        let api = api.of(apis::TYPE, "/data/relationships/api/data/type")?;
        let group = group.of(groups::TYPE, "/data/relationships/group/data/type")?;
        let found = caller.apis().await?.find(api.into());
        let api = found.filter(|api| api.state.is_shown());
        let api = api.ok_or(ApiError::Related("/data/relationships/api/data/id"))?;
        let new = NewRequest {
            api: api.id,
            plan: attributes.plan,
            group: group.into(),
            name: ApplicationName::parse(&attributes.name)
                .map_err(ApiError::text("/data/attributes/name"))?,
            description: Description::parse(&attributes.description)
                .map_err(ApiError::text("/data/attributes/description"))?,
            answers: answers::read(&api.request_form, &attributes.answers)?,
        };
        let services = &caller.services;
        let (scope, vault) = (&caller.scope, &services.vault);
        let filed = approvals::file(scope, vault, &services.catalogue, new).await?;
        let found = requests::visible_one(scope, filed.request).await?;
        let document = One {
            data: resource(found.ok_or(ApiError::NotFound)?),
            included: None,
        };
        Ok(json_api::created(&document))
    };
    once(caller, (&uri, &headers, &body), act).await
}

impl Reference {
    /// The identifier of what is referred to, which has to be of this type.
    fn of(self, kind: &str, at: &'static str) -> Result<Uuid, ApiError> {
        if self.data.kind == kind {
            Ok(self.data.id)
        } else {
            Err(ApiError::Type(at))
        }
    }
}

impl From<FileError> for ApiError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::UnknownGroup => Self::Related("/data/relationships/group/data/id"),
            FileError::NotOffered => Self::Conflict(Conflict::NotOffered),
            FileError::AlreadyOpen => Self::Conflict(Conflict::Open),
            FileError::Incomplete => Self::invalid("/data/attributes", Mistake::Unanswered),
            FileError::Changed => Self::Conflict(Conflict::State),
            FileError::TooOften(wait) => wait.into(),
            FileError::Common(error) => error.into(),
        }
    }
}
