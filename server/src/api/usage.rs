//! What applications have used.

use std::{sync::Arc, time::Duration};

use axum::response::Response;
use domain::{
    Services,
    clock::Timestamp,
    ids::ApplicationId,
    usage::{self, Bucket, Figures, QuotaView, Report, Window},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use validator::Validate;

use super::{
    applications::{self, OwnerRelationships},
    caller::Reading,
    error::ApiError,
    json_api::{One, link, resource, to_one},
    list,
    query::{Fields, Id, Query, text},
    schemas,
};

const TYPE: &str = "usage";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(read_usage))
}

/// Of which time use is told.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Filter {
    /// The last 30 days without it.
    #[serde(rename = "filter[window]", deserialize_with = "text")]
    #[param(schema_with = schemas::window)]
    window: Option<Window>,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UsageAttributes {
    #[schema(schema_with = schemas::window)]
    #[schemars(with = "String")]
    window: Window,
    total: FiguresAttributes,
    /// The parts of the time without gaps, in their order; the last one has not ended.
    parts: Vec<PartAttributes>,
    /// What the plan gives; `null` where it has no limit.
    quota: Option<QuotaAttributes>,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct FiguresAttributes {
    calls: u64,
    /// Calls that were answered with a status of 400 or above.
    errors: u64,
    /// The median time of an answer, in milliseconds; `null` without calls.
    median_milliseconds: Option<f64>,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct PartAttributes {
    #[schema(value_type = String, format = DateTime)]
    starts_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    ends_at: Timestamp,
    calls: u64,
    errors: u64,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct QuotaAttributes {
    limit: u64,
    used: u64,
    #[schema(value_type = String, format = DateTime)]
    starts_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    ends_at: Option<Timestamp>,
    /// Whether another count begins at the end.
    renews: bool,
}

impl From<&Figures> for FiguresAttributes {
    fn from(figures: &Figures) -> Self {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        Self {
            calls: figures.calls,
            errors: figures.errors,
            median_milliseconds: figures.p50.map(milliseconds),
        }
    }
}

impl From<Bucket> for PartAttributes {
    fn from(part: Bucket) -> Self {
        Self {
            starts_at: part.starts_at,
            ends_at: part.ends_at,
            calls: part.figures.calls,
            errors: part.figures.errors,
        }
    }
}

impl From<QuotaView> for QuotaAttributes {
    fn from(quota: QuotaView) -> Self {
        Self {
            limit: quota.limit,
            used: quota.used,
            starts_at: quota.starts_at,
            ends_at: quota.ends_at,
            renews: quota.renews,
        }
    }
}

resource!(UsageResource {
    attributes: UsageAttributes,
    relationships: OwnerRelationships,
});

pub fn attributes(report: Report, quota: Option<QuotaView>) -> UsageAttributes {
    UsageAttributes {
        window: report.window,
        total: (&report.totals).into(),
        parts: report
            .buckets
            .into_iter()
            .map(PartAttributes::from)
            .collect(),
        quota: quota.map(QuotaAttributes::from),
    }
}

/// The use of an application, for its applicant and the members of its group.
#[utoipa::path(
    get, path = "/applications/{id}/usage", tag = "usage", operation_id = "readUsage",
    params(("id" = Uuid, Path, description = "The application."), Filter, Fields),
    responses(
        (status = 200, description = "Its use.", body = One<UsageResource>),
    ),
)]
async fn read_usage(
    Reading(caller): Reading,
    Id(id): Id<ApplicationId>,
    Query((filter, fields)): Query<(Filter, Fields)>,
) -> Result<Response, ApiError> {
    let scope = &caller.scope;
    let window = filter.window.unwrap_or(Window::Month);
    let zone = scope.portal.settings.time_zone;
    let report = usage::report(scope, id, window, None, zone).await?;
    let report = report.ok_or(ApiError::NotFound)?;
    let quota = usage::quota_of(scope, caller.catalogue(), id).await?;
    let resource = UsageResource {
        kind: TYPE,
        id: id.to_string(),
        attributes: attributes(report, quota),
        relationships: OwnerRelationships {
            application: to_one(applications::TYPE, &id),
        },
        links: Some(link(format!("{}/applications/{id}/usage", super::ROOT))),
    };
    list::one(resource, None, &fields)
}
