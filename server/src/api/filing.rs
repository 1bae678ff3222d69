//! Filing a request.

use std::{collections::BTreeMap, sync::Arc};

use axum::response::Response;
use domain::{
    Services,
    approvals::{self, FileError, NewRequest},
    catalogue::Plan,
    requests,
    values::{ApplicationName, Description},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    answers, apis,
    body::new_resource,
    error::{ApiError, Conflict, Mistake},
    groups,
    idempotency::{Call, Key},
    json_api::{self, One},
    reference::Reference,
    requests::{RequestResource, resource},
    schemas,
};

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(file_request))
}

new_resource!(FiledRequest, FiledData {
    type: "requests", attributes: FiledAttributes, relationships: FiledRelationships
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct FiledAttributes {
    #[schema(schema_with = schemas::plan)]
    plan: Plan,
    /// What the application is called.
    #[schema(min_length = 2, max_length = 80)]
    #[validate(length(min = 2, max = 80))]
    name: String,
    /// What it is for.
    #[schema(min_length = 10, max_length = 1000)]
    #[validate(length(min = 10, max = 1000))]
    description: String,
    /// What is answered to the questions of the API, by their names: a day as `2026-11-30`, one of
    /// the choices by its words in any language.
    #[serde(default)]
    answers: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, ToSchema)]
struct FiledRelationships {
    api: Reference,
    /// A group that the person behind the token belongs to.
    group: Reference,
}

/// Files a request for access to an API. A Trial that the API lets the portal approve is approved at
/// once; all others wait for a contract manager. A draft of the same person for the same API and
/// plan becomes this request.
#[utoipa::path(
    post, path = "/requests", tag = "requests", operation_id = "fileRequest",
    params(Key),
    request_body = FiledRequest,
    responses(
        (status = 201, description = "The request as it was filed.", body = One<RequestResource>),
    ),
)]
async fn file_request(call: Call<FiledRequest>) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let FiledData {
            attributes,
            relationships: FiledRelationships { api, group },
            ..
        } = new.data;
        let api = api.of(apis::TYPE, "/data/relationships/api/data/type")?;
        let group = group.of(groups::TYPE, "/data/relationships/group/data/type")?;
        let found = caller.apis().await?.find(api.into());
        let api = found.filter(|api| api.state.is_shown());
        let api = api.ok_or(ApiError::Related("/data/relationships/api/data/id"))?;
        let new = NewRequest {
            api: api.id,
            plan: attributes.plan,
            group: group.into(),
            name: ApplicationName::parse(&attributes.name)
                .map_err(ApiError::text("/data/attributes/name"))?,
            description: Description::parse(&attributes.description)
                .map_err(ApiError::text("/data/attributes/description"))?,
            answers: answers::read(&api.request_form, &attributes.answers)?,
        };
        let services = &caller.services;
        let (scope, vault) = (&caller.scope, &services.vault);
        let filed = approvals::file(scope, vault, &services.catalogue, new).await?;
        let found = requests::visible_one(scope, filed.request).await?;
        let document = One {
            data: resource(found.ok_or(ApiError::NotFound)?),
            included: None,
        };
        Ok(json_api::created(&document))
    })
    .await
}

impl From<FileError> for ApiError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::UnknownGroup => Self::Related("/data/relationships/group/data/id"),
            FileError::NotOffered => Self::Conflict(Conflict::NotOffered),
            FileError::AlreadyOpen => Self::Conflict(Conflict::Open),
            FileError::Incomplete => Self::invalid("/data/attributes", Mistake::Unanswered),
            FileError::Changed => Self::Conflict(Conflict::State),
            FileError::TooOften(wait) => wait.into(),
            FileError::Common(error) => error.into(),
        }
    }
}
