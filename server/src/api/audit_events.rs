//! The events of the audit trail, for programs of administrators.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Services,
    audit::{self, Action, AuditEvent, AuditFilter, ChainPlace},
    clock::Timestamp,
    ids::{AccountId, AuditEventId},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use validator::Validate;

use super::{
    caller::Reading,
    error::ApiError,
    json_api::{Many, One, link, resource},
    list,
    query::{Fields, Id, Paging, Query, text},
    schemas,
};

const TYPE: &str = "audit-events";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_audit_events))
        .routes(routes!(read_audit_event))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditEventAttributes {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// As in `account.roles-changed`; later versions of the portal have more of them.
    action: String,
    /// The account that acted; nothing for the portal itself and for visitors.
    actor_id: Option<Uuid>,
    /// The client of the program that acted for the account.
    client_id: Option<Uuid>,
    /// What kind of thing it was done to, as in `application`.
    subject_kind: String,
    subject_id: Uuid,
    details: Option<String>,
    /// The network address that it was done from.
    address: Option<String>,
    request_id: Option<String>,
    /// Its place in the chain; of a single event alone, once it is sealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    seal: Option<SealAttributes>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct SealAttributes {
    /// From 1, without gaps.
    position: i64,
    #[schema(value_type = String, format = DateTime)]
    sealed_at: Timestamp,
    /// In hexadecimal digits.
    hash: String,
    /// Whether the portal erased what told of a person.
    is_erased: bool,
}

impl From<ChainPlace> for SealAttributes {
    fn from(place: ChainPlace) -> Self {
        Self {
            position: place.number,
            sealed_at: place.sealed_at,
            hash: place.hash,
            is_erased: place.is_erased,
        }
    }
}

resource!(AuditEventResource {
    attributes: AuditEventAttributes,
});

fn resource(event: AuditEvent, place: Option<ChainPlace>) -> AuditEventResource {
    let id = event.id.to_string();
    AuditEventResource {
        kind: TYPE,
        links: Some(link(format!("{}/audit-events/{id}", super::ROOT))),
        id,
        attributes: AuditEventAttributes {
            at: event.at,
            action: event.action_name().to_owned(),
            actor_id: event.actor_id.map(|id| id.0),
            client_id: event.client_id.map(|id| id.0),
            subject_kind: event.subject_kind,
            subject_id: event.subject_id,
            details: event.details,
            address: event.address,
            request_id: event.request_id,
            seal: place.map(SealAttributes::from),
        },
    }
}

/// Which events are listed.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    /// What this account did.
    #[serde(rename = "filter[actor]", deserialize_with = "text")]
    #[param(value_type = Option<uuid::Uuid>)]
    actor: Option<AccountId>,
    #[serde(rename = "filter[action]", deserialize_with = "text")]
    #[param(schema_with = schemas::audit_action)]
    action: Option<Action>,
    /// What was done to this group, application, request or account.
    #[serde(rename = "filter[subject]", deserialize_with = "text")]
    #[param(value_type = Option<uuid::Uuid>)]
    subject: Option<Uuid>,
    /// What one request did, by its id.
    #[serde(rename = "filter[request]")]
    #[validate(length(max = 128))]
    request: Option<String>,
    /// From this time on.
    #[serde(rename = "filter[since]", deserialize_with = "text")]
    #[param(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
    /// Before this time.
    #[serde(rename = "filter[until]", deserialize_with = "text")]
    #[param(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
}

impl From<Filter> for AuditFilter {
    fn from(filter: Filter) -> Self {
        Self {
            actor: filter.actor,
            action: filter.action,
            subject: filter.subject,
            request_id: filter.request,
            since: filter.since,
            until: filter.until,
        }
    }
}

/// What was done in the portal, the newest first; for administrators. An event can come late, behind
/// newer ones, by as long as its transaction takes.
#[utoipa::path(
    get, path = "/audit-events", tag = "audit", operation_id = "listAuditEvents",
    params(Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<AuditEventResource>),
    ),
)]
async fn list_audit_events(
    Reading(caller): Reading,
    OriginalUri(uri): OriginalUri,
    Query((paging, filter, fields)): Query<(Paging, Filter, Fields)>,
) -> Result<Response, ApiError> {
    let page = audit::page(&caller.scope, &filter.into(), paging.request(false)).await?;
    let resources = page.items.into_iter().map(|event| resource(event, None));
    list::many(&uri, resources.collect(), page.next, None, &fields)
}

/// An event with its place in the chain that shows whether somebody changed it.
#[utoipa::path(
    get, path = "/audit-events/{id}", tag = "audit", operation_id = "readAuditEvent",
    params(("id" = Uuid, Path, description = "The event."), Fields),
    responses(
        (status = 200, description = "The event.", body = One<AuditEventResource>),
    ),
)]
async fn read_audit_event(
    Reading(caller): Reading,
    Id(id): Id<AuditEventId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let found = audit::event(&caller.scope, id).await?;
    let (event, place) = found.ok_or(ApiError::NotFound)?;
    list::one(resource(event, place), None, &fields)
}
