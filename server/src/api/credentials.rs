//! The keys of applications: the public one with its secrets, making another secret, and revoking
//! one.

use std::sync::Arc;

use axum::{
    extract::OriginalUri,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    Services,
    clock::Timestamp,
    credentials::{
        self, AddSecretError, Expiry, NewSecret, RevocationTime, RevokeChoice, RevokeSecretError,
        Secret,
    },
    ids::{ApplicationId, SecretId},
    values::SecretLabel,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    applications,
    body::{RawBody, new_resource},
    caller::{Caller, Reading, Writing},
    error::{ApiError, Conflict, Mistake},
    idempotency::{Key, once},
    json_api::{self, One, ToOne, link, resource, to_one},
    list,
    query::{Fields, Id, Ids, Query},
};

const TYPE: &str = "credentials";
const SECRETS: &str = "secrets";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(read_credential))
        .routes(routes!(add_secret))
        .routes(routes!(revoke_secret))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CredentialAttributes {
    public_key: String,
    /// Whether the person behind the token may make and revoke secrets.
    may_change: bool,
    /// The newest first, those that have ended too. None shows its secret key.
    secrets: Vec<SecretAttributes>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct SecretAttributes {
    id: String,
    label: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    revoked_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    last_used_at: Option<Timestamp>,
    /// Tokens that were got with it.
    uses: u64,
}

#[derive(Serialize, ToSchema)]
pub struct OwnerRelationships {
    application: ToOne,
}

impl From<Secret> for SecretAttributes {
    fn from(secret: Secret) -> Self {
        Self {
            id: secret.id.to_string(),
            label: secret.label,
            created_at: secret.created_at,
            expires_at: secret.expires_at,
            revoked_at: secret.revoked_at,
            last_used_at: secret.last_used_at,
            uses: secret.uses,
        }
    }
}

resource!(CredentialResource {
    attributes: CredentialAttributes,
    relationships: OwnerRelationships,
});

async fn find(caller: &Caller, id: ApplicationId) -> Result<CredentialResource, ApiError> {
    let found = credentials::secrets_of(&caller.scope, id).await?;
    let found = found.ok_or(ApiError::NotFound)?;
    let secrets = found.secrets.into_iter().map(SecretAttributes::from);
    Ok(CredentialResource {
        kind: TYPE,
        id: id.to_string(),
        attributes: CredentialAttributes {
            public_key: found.public_key.to_string(),
            may_change: found.may_change,
            secrets: secrets.collect(),
        },
        relationships: OwnerRelationships {
            application: to_one(applications::TYPE, &id),
        },
        links: Some(link(format!(
            "{}/applications/{id}/credential",
            super::ROOT
        ))),
    })
}

/// The keys of an application, for members of its group, while it is approved or suspended.
#[utoipa::path(
    get, path = "/applications/{id}/credential", tag = "credentials", operation_id = "readCredential",
    params(("id" = Uuid, Path, description = "The application."), Fields),
    responses(
        (status = 200, description = "The keys.", body = One<CredentialResource>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.read"])),
)]
async fn read_credential(
    Reading(caller): Reading,
    Id(id): Id<ApplicationId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    list::one(find(&caller, id).await?, None, &fields)
}

new_resource!(NewSecretDocument, NewSecretData {
    type: "secrets", attributes: NewSecretAttributes
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewSecretAttributes {
    /// Different from those of the other active secrets.
    #[schema(min_length = 1, max_length = 60)]
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
/// group.
#[utoipa::path(
    post, path = "/applications/{id}/secrets", tag = "credentials", operation_id = "addSecret",
    params(("id" = Uuid, Path, description = "The application."), Key),
    request_body(content = NewSecretDocument, content_type = "application/vnd.api+json"),
    responses(
        (status = 201, description = "The secret with its key.", body = One<MadeSecret>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.write"])),
)]
async fn add_secret(
    Writing(caller): Writing,
    Id(id): Id<ApplicationId>,
    Query(()): Query<()>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: RawBody,
) -> Result<Response, ApiError> {
    let act = async move |caller: Arc<Caller>, new: NewSecretDocument| {
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
                kind: SECRETS,
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
    };
    once(caller, (&uri, &headers, &body), act).await
}

new_resource!(NewSecretEnd, NewSecretEndData {
    type: "revocations", attributes: NewSecretEndAttributes
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

/// Revokes a secret. For owners of the group.
#[utoipa::path(
    post, path = "/applications/{id}/secrets/{secret}/revocations", tag = "credentials", operation_id = "revokeSecret",
    params(
        ("id" = Uuid, Path, description = "The application."),
        ("secret" = Uuid, Path, description = "The secret."),
        Key,
    ),
    request_body(content = NewSecretEnd, content_type = "application/vnd.api+json"),
    responses(
        (status = 200, description = "The keys as they are now.", body = One<CredentialResource>, content_type = "application/vnd.api+json"),
    ),
    security(("oauth2" = ["portal.write"])),
)]
async fn revoke_secret(
    Writing(caller): Writing,
    Ids(id, secret): Ids<ApplicationId, SecretId>,
    Query(()): Query<()>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: RawBody,
) -> Result<Response, ApiError> {
    let act = async move |caller: Arc<Caller>, new: NewSecretEnd| {
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
    };
    once(caller, (&uri, &headers, &body), act).await
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
