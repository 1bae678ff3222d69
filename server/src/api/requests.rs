//! Requests.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Services,
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApiId, ApplicationId, GroupId, RequestId},
    requests::{self, Request, RequestFilter, RequestKind, RequestState},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    accounts, apis, applications,
    applications::{Include, beside},
    caller::{Language, Reading},
    error::ApiError,
    groups,
    json_api::{Many, One, ToMaybe, ToOne, link, resource, to_maybe, to_one},
    list,
    query::{Fields, Id, Paging, Query, included, text},
    schemas,
};

pub const TYPE: &str = "requests";
const INCLUDE: [&str; 2] = ["api", "group"];

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_requests))
        .routes(routes!(read_request))
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestAttributes {
    /// As in `2026-0042`.
    number: String,
    #[schema(schema_with = schemas::request_kind)]
    #[schemars(with = "String")]
    kind: RequestKind,
    name: String,
    description: String,
    /// The plan that is asked for.
    #[schema(schema_with = schemas::plan)]
    #[schemars(with = "String")]
    plan: Plan,
    #[schema(schema_with = schemas::request_state)]
    #[schemars(with = "String")]
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
        attributes: attributes(request),
    }
}

pub fn attributes(request: Request) -> RequestAttributes {
    RequestAttributes {
        number: request.number,
        kind: request.kind,
        name: request.name,
        description: request.description,
        plan: request.plan,
        state: request.state,
        submitted_at: request.submitted_at,
    }
}

/// The requests that the person made or whose groups did, or all for a contract manager.
#[utoipa::path(
    get, path = "/requests", tag = "requests", operation_id = "listRequests",
    params(Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<RequestResource>),
    ),
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
        (status = 200, description = "The request.", body = One<RequestResource>),
    ),
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
