//! Permission groups.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use axum::{extract::OriginalUri, response::Response};
use domain::{
    Role, Services,
    clock::Timestamp,
    groups::{self, Group},
    ids::GroupId,
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    caller::{Caller, Reading},
    error::ApiError,
    json_api::{Many, One, link, resource},
    list,
    query::{Fields, Id, PageAfter, Query},
};

pub const TYPE: &str = "groups";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_groups))
        .routes(routes!(read_group))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupAttributes {
    name: String,
    legal_name: String,
    /// Fourteen characters.
    cnpj: String,
    email: String,
    /// Whether somebody confirmed the address.
    is_email_confirmed: bool,
    phone: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

resource!(GroupResource {
    attributes: GroupAttributes
});

pub fn resource(group: Group) -> GroupResource {
    GroupResource {
        kind: TYPE,
        links: Some(link(format!("{}/groups/{}", super::ROOT, group.id))),
        id: group.id.to_string(),
        attributes: GroupAttributes {
            name: group.name,
            legal_name: group.legal_name,
            cnpj: group.cnpj.to_string(),
            email: group.email.shown(),
            is_email_confirmed: group.email_confirmed_at.is_some(),
            phone: group.phone.to_string(),
            created_at: group.created_at,
        },
    }
}

/// Those of these groups that the asker may read, which others refer to.
pub async fn included(
    caller: &Caller,
    ids: impl Iterator<Item = GroupId>,
) -> Result<Vec<Value>, ApiError> {
    let ids: BTreeSet<_> = ids.collect();
    let found: BTreeMap<_, _> = readable(caller, ids.into_iter())
        .await?
        .into_iter()
        .collect();
    let found = found.into_values();
    found.map(|group| list::value(&resource(group))).collect()
}

/// The asker's own groups, or any for a contract manager, who sees whose each request is.
async fn readable(
    caller: &Caller,
    ids: impl Iterator<Item = GroupId>,
) -> Result<HashMap<GroupId, Group>, ApiError> {
    let scope = &caller.scope;
    if scope.require(Role::ContractManager).is_ok() {
        return Ok(groups::by_ids(scope.portal.db.reader(), ids).await?);
    }
    Ok(groups::find_all(scope, ids).await?)
}

/// The groups that the person behind the token belongs to, by name.
#[utoipa::path(
    get, path = "/groups", tag = "groups", operation_id = "listGroups",
    params(PageAfter, Fields),
    responses(
        (status = 200, description = "A page of 25 groups.", body = Many<GroupResource>),
    ),
)]
async fn list_groups(
    Reading(caller): Reading,
    OriginalUri(uri): OriginalUri,
    Query((page, fields)): Query<(PageAfter, Fields)>,
) -> Result<Response, ApiError> {
    let found = groups::page_of_mine(&caller.scope, page.page_after).await?;
    let resources = found.items.into_iter().map(|it| resource(it.group));
    list::many(&uri, resources.collect(), found.next, None, &fields)
}

/// A group that the person behind the token belongs to, or any for a contract manager.
#[utoipa::path(
    get, path = "/groups/{id}", tag = "groups", operation_id = "readGroup",
    params(("id" = Uuid, Path, description = "The group."), Fields),
    responses(
        (status = 200, description = "The group.", body = One<GroupResource>),
    ),
)]
async fn read_group(
    Reading(caller): Reading,
    Id(id): Id<GroupId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let group = readable(&caller, [id].into_iter()).await?.remove(&id);
    list::one(resource(group.ok_or(ApiError::NotFound)?), None, &fields)
}
