//! What was sent to webhooks.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Services,
    clock::Timestamp,
    ids::{WebhookDeliveryId, WebhookId},
    webhooks::{
        self, Delivery, DeliveryError, DeliveryState, EventKind, SendFailure, WebhookAttempt,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    body::new_resource,
    caller::{Caller, Reading},
    error::{ApiError, Conflict},
    idempotency::{Call, Key},
    json_api::{self, Many, One, ToOne, link, resource, to_one},
    list,
    query::{Fields, Id, Ids, Paging, Query, text},
    schemas,
    webhooks::{TYPE as WEBHOOKS, path},
};

const TYPE: &str = "deliveries";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_deliveries))
        .routes(routes!(read_delivery))
        .routes(routes!(replay_delivery))
        .routes(routes!(test_webhook))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryAttributes {
    #[schema(schema_with = schemas::event_kind)]
    event: EventKind,
    #[schema(schema_with = schemas::delivery_state)]
    state: DeliveryState,
    /// What was sent, the same in every attempt.
    #[schema(value_type = Object)]
    body: Value,
    /// How many attempts there were.
    attempts: i32,
    #[schema(value_type = Option<String>, format = DateTime)]
    next_attempt_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// Each attempt, the first one first; of a single delivery alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    log: Option<Vec<AttemptEntry>>,
}

#[derive(Serialize, ToSchema)]
pub struct AttemptEntry {
    number: i32,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// How long it took, in milliseconds.
    milliseconds: i32,
    /// The HTTP status of the answer.
    status: Option<i16>,
    /// Why there is no answer: `address` (the host has no public one), `connection`, `tls` or
    /// `timeout`.
    #[schema(value_type = Option<String>)]
    failure: Option<SendFailure>,
    /// The beginning of the answer.
    answer: String,
}

#[derive(Serialize, ToSchema)]
pub struct DeliveryRelationships {
    webhook: ToOne,
}

resource!(DeliveryResource {
    attributes: DeliveryAttributes,
    relationships: DeliveryRelationships,
});

fn resource(delivery: &Delivery, log: Option<Vec<WebhookAttempt>>) -> DeliveryResource {
    let (webhook, id) = (delivery.webhook, delivery.id);
    DeliveryResource {
        kind: TYPE,
        id: id.to_string(),
        links: Some(link(format!("{}/deliveries/{id}", path(webhook)))),
        relationships: DeliveryRelationships {
            webhook: to_one(WEBHOOKS, &webhook),
        },
        attributes: DeliveryAttributes {
            event: delivery.event,
            state: delivery.state,
            body: serde_json::from_str(&delivery.body).unwrap_or_default(),
            attempts: delivery.attempts,
            next_attempt_at: delivery.next_attempt_at,
            created_at: delivery.created_at,
            log: log.map(|log| log.into_iter().map(AttemptEntry::from).collect()),
        },
    }
}

impl From<WebhookAttempt> for AttemptEntry {
    fn from(attempt: WebhookAttempt) -> Self {
        Self {
            number: attempt.number,
            at: attempt.at,
            milliseconds: attempt.took,
            status: attempt.status,
            failure: attempt.failure,
            answer: attempt.answer,
        }
    }
}

async fn find(
    caller: &Caller,
    webhook: WebhookId,
    id: WebhookDeliveryId,
) -> Result<DeliveryResource, ApiError> {
    let (of, delivery, log) = webhooks::delivery(&caller.scope, id).await?;
    if of.id != webhook {
        return Err(ApiError::NotFound);
    }
    Ok(resource(&delivery, Some(log)))
}

/// Which deliveries are listed.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    #[serde(rename = "filter[state]", deserialize_with = "text")]
    #[param(schema_with = schemas::delivery_state)]
    state: Option<DeliveryState>,
}

/// What was sent to a webhook in the last 30 days, and what is on its way; the newest first.
#[utoipa::path(
    get, path = "/webhooks/{id}/deliveries", tag = "webhooks", operation_id = "listDeliveries",
    params(("id" = Uuid, Path, description = "The webhook."), Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<DeliveryResource>),
    ),
)]
async fn list_deliveries(
    Reading(caller): Reading,
    Id(id): Id<WebhookId>,
    OriginalUri(uri): OriginalUri,
    Query((paging, filter, fields)): Query<(Paging, Filter, Fields)>,
) -> Result<Response, ApiError> {
    let page = paging.request(false);
    let page = webhooks::deliveries(&caller.scope, id, filter.state, &page).await?;
    let resources = page.items.iter().map(|delivery| resource(delivery, None));
    list::many(&uri, resources.collect(), page.next, None, &fields)
}

/// A delivery with each of its attempts.
#[utoipa::path(
    get, path = "/webhooks/{id}/deliveries/{delivery}", tag = "webhooks",
    operation_id = "readDelivery",
    params(
        ("id" = Uuid, Path, description = "The webhook."),
        ("delivery" = Uuid, Path, description = "The delivery."),
        Fields,
    ),
    responses(
        (status = 200, description = "The delivery.", body = One<DeliveryResource>),
    ),
)]
async fn read_delivery(
    Reading(caller): Reading,
    Ids(webhook, id): Ids<WebhookId, WebhookDeliveryId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    list::one(find(&caller, webhook, id).await?, None, &fields)
}

new_resource!(NewReplay, NewReplayData {
    type: "replays", #[serde(default)] attributes: NewReplayAttributes
});

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, default)]
struct NewReplayAttributes {}

/// Sends a delivery again that arrived or was given up, under the same `webhook-id`.
#[utoipa::path(
    post, path = "/webhooks/{id}/deliveries/{delivery}/replays", tag = "webhooks",
    operation_id = "replayDelivery",
    params(
        ("id" = Uuid, Path, description = "The webhook."),
        ("delivery" = Uuid, Path, description = "The delivery."),
        Key,
    ),
    request_body = NewReplay,
    responses(
        (status = 201, description = "The delivery, on its way again.", body = One<DeliveryResource>),
    ),
)]
async fn replay_delivery(
    Ids(webhook, id): Ids<WebhookId, WebhookDeliveryId>,
    call: Call<NewReplay>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, _| {
        find(&caller, webhook, id).await?;
        webhooks::send_again(&caller.scope, id).await?;
        let data = find(&caller, webhook, id).await?;
        Ok(json_api::created(&One {
            data,
            included: None,
        }))
    })
    .await
}

new_resource!(NewTest, NewTestData {
    type: "tests", #[serde(default)] attributes: NewTestAttributes
});

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, default)]
struct NewTestAttributes {}

/// Sends a webhook an event of the kind `webhook.test`.
#[utoipa::path(
    post, path = "/webhooks/{id}/tests", tag = "webhooks", operation_id = "testWebhook",
    params(("id" = Uuid, Path, description = "The webhook."), Key),
    request_body = NewTest,
    responses(
        (status = 201, description = "The delivery, on its way.", body = One<DeliveryResource>),
    ),
)]
async fn test_webhook(
    Id(webhook): Id<WebhookId>,
    call: Call<NewTest>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, _| {
        let sent = webhooks::send_test(&caller.scope, webhook).await?;
        let data = find(&caller, webhook, sent).await?;
        Ok(json_api::created(&One {
            data,
            included: None,
        }))
    })
    .await
}

impl From<DeliveryError> for ApiError {
    fn from(error: DeliveryError) -> Self {
        match error {
            DeliveryError::Paused => Self::Conflict(Conflict::WebhookPaused),
            DeliveryError::Pending => Self::Conflict(Conflict::DeliveryPending),
            DeliveryError::TooOften(wait) => wait.into(),
            DeliveryError::Common(error) => error.into(),
        }
    }
}
