//! The latest calls of applications, one by one.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Services,
    clock::Timestamp,
    ids::ApplicationId,
    usage::{self, CallKind, CallRecord},
};
use schemars::JsonSchema;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    applications::{self, OwnerRelationships},
    caller::Reading,
    error::ApiError,
    json_api::{Many, resource, to_one},
    list,
    query::{Fields, Id, PageAfter, Query},
    schemas,
};

const TYPE: &str = "calls";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list_calls))
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CallAttributes {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    #[schema(schema_with = schemas::call_kind)]
    #[schemars(with = "String")]
    kind: CallKind,
    method: String,
    /// Without the query, which may carry personal data.
    path: String,
    status: u16,
    /// The API's own code, as in `API-SMV-404`.
    code: Option<String>,
    milliseconds: f64,
}

resource!(CallResource {
    attributes: CallAttributes,
    relationships: OwnerRelationships,
});

fn resource(call: CallRecord) -> CallResource {
    let application = call.application;
    CallResource {
        kind: TYPE,
        id: call.id.to_string(),
        // None can be read by itself.
        links: None,
        relationships: OwnerRelationships {
            application: to_one(applications::TYPE, &application),
        },
        attributes: call.into(),
    }
}

impl From<CallRecord> for CallAttributes {
    fn from(call: CallRecord) -> Self {
        Self {
            at: call.at,
            kind: call.kind,
            method: call.method,
            path: call.path,
            status: call.status,
            code: call.code,
            milliseconds: call.elapsed.as_secs_f64() * 1000.0,
        }
    }
}

/// The latest calls of an application, the newest first, for its applicant and the members of its
/// group. The id of a call is its transaction ID.
#[utoipa::path(
    get, path = "/applications/{id}/calls", tag = "usage", operation_id = "listCalls",
    params(("id" = Uuid, Path, description = "The application."), PageAfter, Fields),
    responses(
        (status = 200, description = "A page of 25 calls.", body = Many<CallResource>),
    ),
)]
async fn list_calls(
    Reading(caller): Reading,
    Id(id): Id<ApplicationId>,
    OriginalUri(uri): OriginalUri,
    Query((page, fields)): Query<(PageAfter, Fields)>,
) -> Result<Response, ApiError> {
    let found = usage::latest_calls(&caller.scope, id, page.page_after).await?;
    let found = found.ok_or(ApiError::NotFound)?;
    let resources = found.items.into_iter().map(resource).collect();
    list::many(&uri, resources, found.next, None, &fields)
}
