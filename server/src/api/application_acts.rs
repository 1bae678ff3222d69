//! What a contract manager does to applications.

use std::sync::Arc;

use axum::{http::StatusCode, response::Response};
use domain::{
    Services,
    applications::{self, Application},
    approvals::{self, AccessError},
    ids::ApplicationId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    applications::{ApplicationResource, resource},
    body::new_resource,
    caller::Caller,
    decisions::reason,
    error::{ApiError, Conflict},
    idempotency::{Call, Key},
    json_api::{self, One},
    query::Id,
};

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(suspend))
        .routes(routes!(resume))
        .routes(routes!(revoke))
}

new_resource!(NewSuspension, NewSuspensionData {
    type: "suspensions", attributes: WithReason
});
new_resource!(NewResumption, NewResumptionData {
    type: "resumptions", #[serde(default)] attributes: WithRemark
});
new_resource!(NewRevocation, NewRevocationData {
    type: "revocations", attributes: WithReason
});

#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct WithReason {
    /// What the group is told.
    #[schema(min_length = 5, max_length = 1000)]
    #[validate(length(min = 5, max = 1000))]
    reason: String,
}

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields, default)]
struct WithRemark {
    /// What the group is told, if anything.
    #[schema(min_length = 5, max_length = 1000)]
    #[validate(length(min = 5, max = 1000))]
    reason: Option<String>,
}

/// Suspends an approved application: its keys open nothing until it is resumed.
#[utoipa::path(
    post, path = "/applications/{id}/suspensions", tag = "applications", operation_id = "suspendApplication",
    params(("id" = Uuid, Path, description = "The application."), Key),
    request_body = NewSuspension,
    responses(
        (status = 200, description = "The application as it is now.", body = One<ApplicationResource>),
    ),
)]
async fn suspend(
    Id(id): Id<ApplicationId>,
    call: Call<NewSuspension>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let reason = reason(&new.data.attributes.reason)?;
        seen(&caller, id).await?;
        approvals::suspend(&caller.scope, id, reason).await?;
        now(&caller, id).await
    })
    .await
}

/// Resumes a suspended application.
#[utoipa::path(
    post, path = "/applications/{id}/resumptions", tag = "applications", operation_id = "resumeApplication",
    params(("id" = Uuid, Path, description = "The application."), Key),
    request_body = NewResumption,
    responses(
        (status = 200, description = "The application as it is now.", body = One<ApplicationResource>),
    ),
)]
async fn resume(
    Id(id): Id<ApplicationId>,
    call: Call<NewResumption>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let remark = new.data.attributes.reason.as_deref();
        let remark = remark.map(reason).transpose()?;
        seen(&caller, id).await?;
        approvals::resume(&caller.scope, id, remark).await?;
        now(&caller, id).await
    })
    .await
}

/// Revokes an application for good.
#[utoipa::path(
    post, path = "/applications/{id}/revocations", tag = "applications", operation_id = "revokeApplication",
    params(("id" = Uuid, Path, description = "The application."), Key),
    request_body = NewRevocation,
    responses(
        (status = 200, description = "The application as it is now.", body = One<ApplicationResource>),
    ),
)]
async fn revoke(
    Id(id): Id<ApplicationId>,
    call: Call<NewRevocation>,
) -> Result<Response, ApiError> {
    call.once(async move |caller, new| {
        let reason = reason(&new.data.attributes.reason)?;
        let before = seen(&caller, id).await?.state;
        approvals::revoke(&caller.scope, id, before, reason).await?;
        now(&caller, id).await
    })
    .await
}

/// The application, if the asker may see it.
async fn seen(caller: &Caller, id: ApplicationId) -> Result<Application, ApiError> {
    let found = applications::visible_one(&caller.scope, id).await?;
    found.ok_or(ApiError::NotFound)
}

/// The answer with the application as it is now.
async fn now(caller: &Caller, id: ApplicationId) -> Result<Response, ApiError> {
    let document = One {
        data: resource(seen(caller, id).await?),
        included: None,
    };
    Ok(json_api::answer(StatusCode::OK, &document))
}

impl From<AccessError> for ApiError {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::Changed { .. } => Self::Conflict(Conflict::State),
            AccessError::ContractEnded => Self::Conflict(Conflict::ContractEnded),
            AccessError::Own => Self::Conflict(Conflict::Own),
            AccessError::NotCovered => Self::Conflict(Conflict::NotCovered),
            AccessError::Common(error) => error.into(),
        }
    }
}
