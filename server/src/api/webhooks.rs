//! Webhooks: where the portal tells other programs of events.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Services,
    clock::Timestamp,
    ids::{GroupId, WebhookId},
    webhooks::{
        self, AddressMistake, EventKind, NewWebhook, PauseCause, Webhook, WebhookError,
        WebhookOwner,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    body::new_resource,
    caller::Reading,
    error::{ApiError, Conflict, Mistake},
    groups,
    idempotency::{Call, Key},
    json_api::{self, Many, One, ToMaybe, link, resource, to_maybe},
    list, precondition,
    query::{Fields, Id, Paging, Query, text},
    reference::MaybeReference,
    schemas,
};

pub const TYPE: &str = "webhooks";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_webhooks, add_webhook))
        .routes(routes!(read_webhook))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WebhookAttributes {
    #[schema(format = "uri")]
    url: String,
    #[schema(schema_with = schemas::event_kinds)]
    events: Vec<EventKind>,
    /// Since when nothing is sent to it.
    #[schema(value_type = Option<String>, format = DateTime)]
    paused_at: Option<Timestamp>,
    /// `person`, `failing` (nothing arrived for three days) or `gone` (it answered 410).
    #[schema(value_type = Option<String>)]
    pause_cause: Option<PauseCause>,
    /// When a message last arrived.
    #[schema(value_type = Option<String>, format = DateTime)]
    delivered_at: Option<Timestamp>,
    /// Since when every attempt failed.
    #[schema(value_type = Option<String>, format = DateTime)]
    failing_since: Option<Timestamp>,
    /// Until when the secret of before signs as well.
    #[schema(value_type = Option<String>, format = DateTime)]
    old_secret_ends_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

#[derive(Serialize, ToSchema)]
pub struct WebhookRelationships {
    /// Whose events it gets; nobody's where it gets those of the whole portal.
    group: ToMaybe,
}

resource!(WebhookResource {
    attributes: WebhookAttributes,
    relationships: WebhookRelationships,
});

pub fn path(id: WebhookId) -> String {
    format!("{}/webhooks/{id}", super::ROOT)
}

pub fn resource(webhook: Webhook) -> WebhookResource {
    WebhookResource {
        kind: TYPE,
        id: webhook.id.to_string(),
        links: Some(link(path(webhook.id))),
        relationships: WebhookRelationships {
            group: to_maybe(groups::TYPE, webhook.owner.group()),
        },
        attributes: WebhookAttributes {
            url: webhook.url,
            events: webhook.events,
            paused_at: webhook.paused.map(|(at, _)| at),
            pause_cause: webhook.paused.map(|(_, cause)| cause),
            delivered_at: webhook.delivered_at,
            failing_since: webhook.failing_since,
            old_secret_ends_at: webhook.old_secret_ends_at,
            created_at: webhook.created_at,
        },
    }
}

/// Which webhooks are listed.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    #[serde(rename = "filter[group]", deserialize_with = "text")]
    #[param(value_type = Option<uuid::Uuid>)]
    group: Option<GroupId>,
}

/// The webhooks of the person's groups, and of the portal for an administrator; the newest first.
#[utoipa::path(
    get, path = "/webhooks", tag = "webhooks", operation_id = "listWebhooks",
    params(Paging, Filter, Fields),
    responses(
        (status = 200, description = "A page of them.", body = Many<WebhookResource>),
    ),
)]
async fn list_webhooks(
    Reading(caller): Reading,
    OriginalUri(uri): OriginalUri,
    Query((paging, filter, fields)): Query<(Paging, Filter, Fields)>,
) -> Result<Response, ApiError> {
    let page = paging.request(false);
    let page = webhooks::page(&caller.scope, filter.group, &page).await?;
    let resources = page.items.into_iter().map(resource).collect();
    list::many(&uri, resources, page.next, None, &fields)
}

/// A webhook, without its secret.
#[utoipa::path(
    get, path = "/webhooks/{id}", tag = "webhooks", operation_id = "readWebhook",
    params(("id" = Uuid, Path, description = "The webhook."), Fields),
    responses(
        (status = 200, description = "The webhook.", body = One<WebhookResource>),
    ),
)]
async fn read_webhook(
    Reading(caller): Reading,
    Id(id): Id<WebhookId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let webhook = webhooks::find(&caller.scope, id).await?;
    let revision = webhook.revision;
    let response = list::one(resource(webhook), None, &fields)?;
    Ok(precondition::tagged(response, revision))
}

new_resource!(NewWebhookDocument, NewWebhookData {
    type: "webhooks", attributes: NewWebhookAttributes, relationships: NewWebhookRelationships
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct NewWebhookAttributes {
    /// A public address that begins with `https:`.
    #[schema(format = "uri", min_length = 1, max_length = 500)]
    #[validate(length(min = 1, max = 500))]
    url: String,
    /// What it listens to.
    #[schema(schema_with = schemas::event_kinds)]
    #[validate(length(min = 1))]
    events: Vec<EventKind>,
}

#[derive(Debug, Deserialize, ToSchema)]
struct NewWebhookRelationships {
    /// A group whose owner the person behind the token is; `null` would be the whole portal.
    group: MaybeReference,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MadeWebhookAttributes {
    #[schema(format = "uri")]
    url: String,
    #[schema(schema_with = schemas::event_kinds)]
    events: Vec<EventKind>,
    /// What messages are signed with (Standard Webhooks). Shown in this answer alone, and to whoever
    /// sends the same call with the same `Idempotency-Key` within 24 hours.
    secret: String,
}

resource!(MadeWebhook {
    attributes: MadeWebhookAttributes,
    relationships: WebhookRelationships,
});

/// The answer with the secret of a webhook.
pub fn with_secret(webhook: Webhook, secret: &webhooks::WebhookSecret) -> Response {
    let data = MadeWebhook {
        kind: TYPE,
        id: webhook.id.to_string(),
        links: Some(link(path(webhook.id))),
        relationships: WebhookRelationships {
            group: to_maybe(groups::TYPE, webhook.owner.group()),
        },
        attributes: MadeWebhookAttributes {
            url: webhook.url,
            events: webhook.events,
            secret: secret.expose().to_owned(),
        },
    };
    json_api::created(&One {
        data,
        included: None,
    })
}

/// Makes a webhook, and shows its secret. A client that administrators associated with an account
/// makes none; those of the whole portal are made on its pages.
#[utoipa::path(
    post, path = "/webhooks", tag = "webhooks", operation_id = "addWebhook",
    params(Key),
    request_body = NewWebhookDocument,
    responses(
        (status = 201, description = "The webhook with its secret.", body = One<MadeWebhook>),
    ),
)]
async fn add_webhook(call: Call<NewWebhookDocument>) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let NewWebhookAttributes { url, events } = new.data.attributes;
        let group = new.data.relationships.group;
        let group = group.of(groups::TYPE, "/data/relationships/group/data/type")?;
        let owner = WebhookOwner::from(group.map(GroupId::from));
        let new = NewWebhook {
            id: caller.scope.portal.new_id(),
            owner,
            url,
            events,
        };
        let vault = &caller.services.vault;
        let made = webhooks::add(&caller.scope, vault, new).await;
        let (webhook, secret) = made.map_err(|error| match error {
            WebhookError::Common(domain::Error::NotFound(_)) if owner != WebhookOwner::Portal => {
                ApiError::Related("/data/relationships/group/data/id")
            }
            WebhookError::Common(domain::Error::NotFound(_)) => ApiError::NotAllowed,
            error => error.into(),
        })?;
        Ok(with_secret(webhook, &secret))
    })
    .await
}

impl From<WebhookError> for ApiError {
    fn from(error: WebhookError) -> Self {
        let url = |mistake| Self::invalid("/data/attributes/url", mistake);
        match error {
            WebhookError::Address(AddressMistake::Missing) => url(Mistake::TooShort),
            WebhookError::Address(AddressMistake::TooLong) => url(Mistake::TooLong),
            WebhookError::Address(_) => url(Mistake::Address),
            WebhookError::NoEvents => Self::invalid("/data/attributes/events", Mistake::TooShort),
            WebhookError::TooMany => Self::Conflict(Conflict::TooManyWebhooks),
            WebhookError::Over => Self::Conflict(Conflict::State),
            WebhookError::Changed => Self::PreconditionFailed,
            WebhookError::Unconfirmed => Self::NotAllowed,
            WebhookError::TooOften(wait) => wait.into(),
            WebhookError::Sealed(error) => Self::fault(error),
            WebhookError::Common(error) => error.into(),
        }
    }
}
