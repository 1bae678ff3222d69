//! The keys of applications: the public one with its secrets.

use std::sync::Arc;

use axum::response::Response;
use domain::{
    Services,
    clock::Timestamp,
    credentials::{self, Secret},
    ids::ApplicationId,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    applications::{self, OwnerRelationships},
    caller::{Caller, Reading},
    error::ApiError,
    json_api::{One, link, resource, to_one},
    list,
    query::{Fields, Id, Query},
};

const TYPE: &str = "credentials";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(read_credential))
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

pub async fn find(caller: &Caller, id: ApplicationId) -> Result<CredentialResource, ApiError> {
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
        (status = 200, description = "The keys.", body = One<CredentialResource>),
    ),
)]
async fn read_credential(
    Reading(caller): Reading,
    Id(id): Id<ApplicationId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    list::one(find(&caller, id).await?, None, &fields)
}
