//! Making and revoking the secrets of applications.

use std::sync::Arc;

use axum::{http::StatusCode, response::Response};
use domain::{
    Services,
    clock::Timestamp,
    credentials::{
        self, AddSecretError, Expiry, NewSecret, RevocationTime, RevokeChoice, RevokeSecretError,
    },
    ids::{ApplicationId, SecretId},
    values::SecretLabel,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    applications::{self, OwnerRelationships},
    body::new_resource,
    credentials::{CredentialResource, find},
    error::{ApiError, Conflict, Mistake},
    idempotency::{Call, Key},
    json_api::{self, One, resource, to_one},
    query::{Id, Ids},
};

const TYPE: &str = "secrets";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(add_secret))
        .routes(routes!(revoke_secret))
}

new_resource!(NewSecretDocument, NewSecretData {
    type: "secrets", attributes: NewSecretAttributes
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewSecretAttributes {
    /// Different from those of the other active secrets.
    #[schema(min_length = 1, max_length = 60)]
    #[validate(length(min = 1, max = 60))]
    label: String,
    /// When it ends; within ten years. Never without it.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MadeSecretAttributes {
    public_key: String,
    /// Shown in this answer alone, and to whoever sends the same call with the same
    /// `Idempotency-Key` within 24 hours.
    secret_key: String,
    label: String,
}

resource!(MadeSecret {
    attributes: MadeSecretAttributes,
    relationships: OwnerRelationships,
});

/// Makes another secret beside those there are, so that programs can change over. For owners of the
/// group, by a client that they let themselves: one that administrators associated with an account
/// makes and revokes no keys.
#[utoipa::path(
    post, path = "/applications/{id}/secrets", tag = "credentials", operation_id = "addSecret",
    params(("id" = Uuid, Path, description = "The application."), Key),
    request_body = NewSecretDocument,
    responses(
        (status = 201, description = "The secret with its key.", body = One<MadeSecret>),
    ),
)]
async fn add_secret(
    Id(id): Id<ApplicationId>,
    call: Call<NewSecretDocument>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let attributes = new.data.attributes;
        let label = SecretLabel::parse(&attributes.label)
            .map_err(ApiError::text("/data/attributes/label"))?;
        let new = NewSecret {
            id: caller.scope.portal.new_id(),
            label: label.clone(),
            expiry: attributes.expires_at.map_or(Expiry::Never, Expiry::On),
        };
        let vault = &caller.services.vault;
        let made = credentials::add_secret(&caller.scope, vault, id, new).await?;
        let document = One {
            data: MadeSecret {
                kind: TYPE,
                id: made.secret.to_string(),
                attributes: MadeSecretAttributes {
                    public_key: made.public_key.to_string(),
                    secret_key: made.secret_key.expose().to_owned(),
                    label: label.to_string(),
                },
                relationships: OwnerRelationships {
                    application: to_one(applications::TYPE, &id),
                },
                links: None,
            },
            included: None,
        };
        Ok(json_api::created(&document))
    })
    .await
}

new_resource!(NewSecretEnd, NewSecretEndData {
    type: "revocations", #[serde(default)] attributes: NewSecretEndAttributes
});

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, default, rename_all = "camelCase")]
struct NewSecretEndAttributes {
    /// Until when it goes on working; it ends at once without it.
    #[schema(value_type = Option<String>, format = DateTime)]
    ends_at: Option<Timestamp>,
    /// Needed where no secret would be left.
    last_confirmed: bool,
}

/// Revokes a secret. For those who may make one.
#[utoipa::path(
    post, path = "/applications/{id}/secrets/{secret}/revocations", tag = "credentials", operation_id = "revokeSecret",
    params(
        ("id" = Uuid, Path, description = "The application."),
        ("secret" = Uuid, Path, description = "The secret."),
        Key,
    ),
    request_body = NewSecretEnd,
    responses(
        (status = 200, description = "The keys as they are now.", body = One<CredentialResource>),
    ),
)]
async fn revoke_secret(
    Ids(id, secret): Ids<ApplicationId, SecretId>,
    call: Call<NewSecretEnd>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let attributes = new.data.attributes;
        let ends_at = attributes.ends_at;
        let choice = RevokeChoice {
            when: ends_at.map_or(RevocationTime::Now, RevocationTime::On),
            last_confirmed: attributes.last_confirmed,
        };
        credentials::revoke_secret(&caller.scope, id, secret, choice).await?;
        let document = One {
            data: find(&caller, id).await?,
            included: None,
        };
        Ok(json_api::answer(StatusCode::OK, &document))
    })
    .await
}

impl From<AddSecretError> for ApiError {
    fn from(error: AddSecretError) -> Self {
        match error {
            AddSecretError::TooMany => Self::Conflict(Conflict::TooManyKeys),
            AddSecretError::LabelTaken => Self::Conflict(Conflict::LabelTaken),
            AddSecretError::InvalidDate(_) => {
                Self::invalid("/data/attributes/expiresAt", Mistake::Value)
            }
            AddSecretError::Over => Self::Conflict(Conflict::SecretOver),
            AddSecretError::Unconfirmed => Self::NotAllowed,
            AddSecretError::TooOften(wait) => wait.into(),
            AddSecretError::Sealed(error) => Self::fault(error),
            AddSecretError::Common(error) => error.into(),
        }
    }
}

impl From<RevokeSecretError> for ApiError {
    fn from(error: RevokeSecretError) -> Self {
        match error {
            RevokeSecretError::LastSecret => Self::Conflict(Conflict::LastKey),
            RevokeSecretError::Over | RevokeSecretError::EndsSooner { .. } => {
                Self::Conflict(Conflict::SecretOver)
            }
            RevokeSecretError::InvalidDate(_) => {
                Self::invalid("/data/attributes/endsAt", Mistake::Value)
            }
            RevokeSecretError::Unconfirmed => Self::NotAllowed,
            RevokeSecretError::TooOften(wait) => wait.into(),
            RevokeSecretError::Common(error) => error.into(),
        }
    }
}
