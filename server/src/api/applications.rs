//! Applications.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    PageRequest, Services,
    applications::{self, Application, ApplicationFilter, ApplicationState},
    catalogue::Plan,
    clock::Timestamp,
    ids::{ApiId, ApplicationId, GroupId},
};
use locales::Locale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    accounts, apis,
    caller::{Caller, Language, Reading},
    error::ApiError,
    groups,
    json_api::{Many, One, ToOne, link, resource, to_one},
    list,
    query::{Fields, Id, Paging, Query, included, text},
    requests, schemas,
};

pub const TYPE: &str = "applications";
const INCLUDE: [&str; 2] = ["api", "group"];

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_applications))
        .routes(routes!(read_application))
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationAttributes {
    name: String,
    description: String,
    #[schema(schema_with = schemas::plan)]
    #[schemars(with = "String")]
    plan: Plan,
    #[schema(schema_with = schemas::application_state)]
    #[schemars(with = "String")]
    state: ApplicationState,
    /// Why it is in this state, where somebody said so.
    reason: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    requested_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    approved_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

#[derive(Serialize, ToSchema)]
pub struct ApplicationRelationships {
    api: ToOne,
    group: ToOne,
    applicant: ToOne,
    request: ToOne,
}

/// Of what belongs to an application.
#[derive(Serialize, ToSchema)]
pub struct OwnerRelationships {
    pub application: ToOne,
}

resource!(ApplicationResource {
    attributes: ApplicationAttributes,
    relationships: ApplicationRelationships,
});

/// Which applications are listed.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    #[serde(rename = "filter[state]", deserialize_with = "text")]
    #[param(schema_with = schemas::application_state)]
    state: Option<ApplicationState>,
    #[serde(rename = "filter[group]", deserialize_with = "text")]
    #[param(value_type = Option<uuid::Uuid>)]
    group: Option<GroupId>,
    #[serde(rename = "filter[api]", deserialize_with = "text")]
    #[param(value_type = Option<uuid::Uuid>)]
    api: Option<ApiId>,
    /// The newest request first without it.
    #[param(inline)]
    sort: Option<Order>,
    /// `api` and `group`, with a comma between them.
    #[param(pattern = "^((api|group)(,(api|group))*)?$")]
    include: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
enum Order {
    #[serde(rename = "requestedAt")]
    OldestFirst,
    #[serde(rename = "-requestedAt")]
    NewestFirst,
}

pub fn resource(application: Application) -> ApplicationResource {
    ApplicationResource {
        kind: TYPE,
        id: application.id.to_string(),
        links: Some(link(format!(
            "{}/applications/{}",
            super::ROOT,
            application.id
        ))),
        relationships: ApplicationRelationships {
            api: to_one(apis::TYPE, &application.api_id),
            group: to_one(groups::TYPE, &application.group_id),
            applicant: to_one(accounts::TYPE, &application.applicant_id),
            request: to_one(requests::TYPE, &application.id.request()),
        },
        attributes: attributes(application),
    }
}

pub fn attributes(application: Application) -> ApplicationAttributes {
    ApplicationAttributes {
        name: application.name,
        description: application.description,
        plan: application.plan,
        state: application.state,
        reason: application.reason,
        requested_at: application.requested_at,
        approved_at: application.approved_at,
        updated_at: application.updated_at,
    }
}

/// What `include` asks for beside resources that refer to these.
pub async fn beside(
    caller: &Caller,
    include: Option<&[&str]>,
    places: &[(ApiId, GroupId)],
    locale: Locale,
) -> Result<Option<Vec<Value>>, ApiError> {
    let Some(include) = include else {
        return Ok(None);
    };
    let mut found = Vec::new();
    if include.contains(&"api") {
        let catalogue = caller.catalogue().current();
        let ids: std::collections::BTreeSet<_> = places.iter().map(|(api, _)| *api).collect();
        for api in ids.into_iter().filter_map(|id| catalogue.find(id)) {
            found.push(list::value(&apis::resource(&api, locale))?);
        }
    }
    if include.contains(&"group") {
        let ids = places.iter().map(|(_, group)| *group);
        found.extend(groups::included(caller, ids).await?);
    }
    Ok(Some(found))
}

/// The applications of the person's groups, or all for a contract manager.
#[utoipa::path(
    get, path = "/applications", tag = "applications", operation_id = "listApplications",
    params(Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<ApplicationResource>),
    ),
)]
async fn list_applications(
    Reading(caller): Reading,
    Language(locale): Language,
    OriginalUri(uri): OriginalUri,
    Query((paging, filter, fields)): Query<(Paging, Filter, Fields)>,
) -> Result<Response, ApiError> {
    let include = included(filter.include.as_deref(), &INCLUDE)?;
    let wanted = ApplicationFilter {
        state: filter.state,
        group: filter.group,
        api: filter.api,
    };
    let page: PageRequest = paging.request(filter.sort == Some(Order::OldestFirst));
    let page = applications::page(&caller.scope, wanted, page).await?;
    let places: Vec<_> = page
        .items
        .iter()
        .map(|it| (it.api_id, it.group_id))
        .collect();
    let beside = beside(&caller, include.as_deref(), &places, locale).await?;
    let resources = page.items.into_iter().map(resource).collect();
    list::many(&uri, resources, page.next, beside, &fields)
}

/// What is included with one resource.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Include {
    /// `api` and `group`, with a comma between them.
    #[param(pattern = "^((api|group)(,(api|group))*)?$")]
    pub include: Option<String>,
}

/// An application.
#[utoipa::path(
    get, path = "/applications/{id}", tag = "applications", operation_id = "readApplication",
    params(("id" = Uuid, Path, description = "The application."), Include, Fields),
    responses(
        (status = 200, description = "The application.", body = One<ApplicationResource>),
    ),
)]
async fn read_application(
    Reading(caller): Reading,
    Language(locale): Language,
    Id(id): Id<ApplicationId>,
    Query((shape, fields)): Query<(Include, Fields)>,
) -> Result<Response, ApiError> {
    let include = included(shape.include.as_deref(), &INCLUDE)?;
    let found = applications::visible_one(&caller.scope, id).await?;
    let found = found.ok_or(ApiError::NotFound)?;
    let places = [(found.api_id, found.group_id)];
    let beside = beside(&caller, include.as_deref(), &places, locale).await?;
    list::one(resource(found), beside, &fields)
}
