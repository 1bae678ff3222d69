//! The account that a program acts for.

use axum::response::Response;
use domain::{Role, Services};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    caller::Reading,
    error::ApiError,
    json_api::{One, link, resource},
    list,
    query::{Fields, Query},
};

pub const TYPE: &str = "accounts";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(me))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccountAttributes {
    given_name: String,
    family_name: String,
    email: String,
    /// What the person does for the portal; nothing for a member of a company.
    #[schema(value_type = Vec<String>)]
    roles: Vec<Role>,
}

resource!(AccountResource {
    attributes: AccountAttributes
});

/// The account that the token acts for.
#[utoipa::path(
    get, path = "/accounts/me", tag = "accounts", operation_id = "readOwnAccount",
    params(Fields),
    responses(
        (status = 200, description = "The account.", body = One<AccountResource>),
    ),
)]
async fn me(
    Reading(caller): Reading,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let person = caller.scope.require_signed_in()?;
    let resource = AccountResource {
        kind: TYPE,
        id: person.id.to_string(),
        attributes: AccountAttributes {
            given_name: person.given_name.clone(),
            family_name: person.family_name.clone(),
            email: person.email.clone(),
            roles: person.roles.clone(),
        },
        links: Some(link(format!("{}/accounts/me", super::ROOT))),
    };
    list::one(resource, None, &fields)
}
