//! What is done with webhooks once they are made.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    Services,
    ids::WebhookId,
    webhooks::{self, EventKind, WebhookChange},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    body::{self, changed_resource, new_resource},
    caller::Writing,
    error::ApiError,
    idempotency::{Call, Key},
    json_api::{self, One},
    precondition::{self, IfMatch},
    query::{Id, Query},
    schemas,
    webhooks::{MadeWebhook, WebhookResource, resource, with_secret},
};

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(change_webhook, delete_webhook))
        .routes(routes!(rotate_secret))
}

changed_resource!(ChangedWebhook, ChangedWebhookData {
    type: "webhooks", attributes: ChangedWebhookAttributes
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ChangedWebhookAttributes {
    /// A public address that begins with `https:`.
    #[schema(nullable = false, format = "uri", min_length = 1, max_length = 500)]
    #[validate(length(min = 1, max = 500))]
    url: Option<String>,
    /// What it listens to.
    #[schema(required = false, schema_with = schemas::event_kinds)]
    #[validate(length(min = 1))]
    events: Option<Vec<EventKind>>,
    /// Whether nothing is sent to it. What waits for it leaves when this is no longer so.
    #[schema(nullable = false)]
    is_paused: Option<bool>,
}

/// Changes a webhook that is as the caller saw it. For owners of the group, or administrators. Its
/// address and events are not changed by a client that administrators associated with an account.
#[utoipa::path(
    patch, path = "/webhooks/{id}", tag = "webhooks", operation_id = "changeWebhook",
    params(("id" = Uuid, Path, description = "The webhook."), IfMatch),
    request_body = ChangedWebhook,
    responses(
        (status = 200, description = "The webhook as it is now.", body = One<WebhookResource>),
    ),
)]
async fn change_webhook(
    State(_): State<Arc<Services>>,
    Writing(caller): Writing,
    Id(id): Id<WebhookId>,
    Query(()): Query<()>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let changed: ChangedWebhook = body::read_change(&headers, &body, &id.to_string())?;
    let ChangedWebhookAttributes {
        url,
        events,
        is_paused,
    } = changed.data.attributes;
    let revision = webhooks::find(&caller.scope, id).await?.revision;
    precondition::require(&headers, revision)?;
    let change = WebhookChange {
        url,
        events,
        is_paused,
    };
    webhooks::change(&caller.scope, id, revision, change).await?;
    let now = webhooks::find(&caller.scope, id).await?;
    let revision = now.revision;
    let data = resource(now);
    let document = One {
        data,
        included: None,
    };
    let response = json_api::answer(StatusCode::OK, &document);
    Ok(precondition::tagged(response, revision))
}

/// Deletes a webhook that is as the caller saw it, with the log of what was sent to it.
#[utoipa::path(
    delete, path = "/webhooks/{id}", tag = "webhooks", operation_id = "deleteWebhook",
    params(("id" = Uuid, Path, description = "The webhook."), IfMatch),
    responses((status = 204, description = "It is deleted.")),
)]
async fn delete_webhook(
    Writing(caller): Writing,
    Id(id): Id<WebhookId>,
    Query(()): Query<()>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let revision = webhooks::find(&caller.scope, id).await?.revision;
    precondition::require(&headers, revision)?;
    webhooks::delete(&caller.scope, id, Some(revision)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

new_resource!(NewRotation, NewRotationData {
    type: "rotations", #[serde(default)] attributes: NewRotationAttributes
});

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, default)]
struct NewRotationAttributes {}

/// Gives a webhook another secret, and shows it. The one of before signs as well for 24 hours.
#[utoipa::path(
    post, path = "/webhooks/{id}/rotations", tag = "webhooks", operation_id = "rotateWebhookSecret",
    params(("id" = Uuid, Path, description = "The webhook."), Key),
    request_body = NewRotation,
    responses(
        (status = 201, description = "The webhook with its new secret.", body = One<MadeWebhook>),
    ),
)]
async fn rotate_secret(
    Id(id): Id<WebhookId>,
    call: Call<NewRotation>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, _| {
        let vault = &caller.services.vault;
        let (webhook, secret) = webhooks::rotate(&caller.scope, vault, id).await?;
        Ok(with_secret(webhook, &secret))
    })
    .await
}
