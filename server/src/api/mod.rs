//! The management API `/api/v1` (JSON:API 1.1): what people do on the pages, for programs that have a
//! token of a client. A program sees and may do what the person behind its token sees and may do.
//!
//! The router and the `OpenAPI` document are made of the same handlers.

#![expect(
    unused_qualifications,
    reason = "the macros of `utoipa` write names in full"
)]

mod accounts;
mod answer;
pub(crate) mod answers;
mod apis;
mod application_acts;
mod applications;
mod audit_events;
mod body;
mod bulk_decisions;
mod caller;
mod calls;
mod credentials;
mod decisions;
mod deliveries;
mod document;
pub mod entry;
mod error;
mod error_document;
pub(crate) mod error_texts;
mod filing;
mod groups;
mod idempotency;
mod json_api;
mod list;
mod media_range;
mod precondition;
mod query;
mod rate_limit;
mod reference;
mod requests;
mod schemas;
mod secrets;
mod usage;
mod webhook_acts;
mod webhooks;

use std::sync::Arc;

use app::routes;
use axum::{Router, extract::DefaultBodyLimit, middleware::from_fn_with_state, routing::any};
use domain::Services;
use utoipa_axum::router::OpenApiRouter;

// What agents are told, too.
pub(crate) use self::{
    answer::refusals,
    apis::{PlanAttributes, QuestionAttributes, plans, questions},
    applications::{ApplicationAttributes, attributes as application_attributes},
    caller::{Caller, Door, InPerson, Language},
    calls::CallAttributes,
    error::{ApiError, Conflict, Mistake},
    rate_limit::RateLimits,
    requests::{RequestAttributes, attributes as request_attributes},
    usage::{UsageAttributes, attributes as usage_attributes},
};

/// Where all of it is.
const ROOT: &str = routes::PORTAL_API;
/// Far more than any text of it needs.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// The API, and its document.
pub fn router(services: Arc<Services>, limits: RateLimits) -> Router {
    let (router, _) = described().split_for_parts();
    router
        .method_not_allowed_fallback(error::wrong_method)
        .route(ROOT, any(error::nothing_here))
        .route(&format!("{ROOT}/"), any(error::nothing_here))
        .route(&format!("{ROOT}/{{*rest}}"), any(error::nothing_here))
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(limits, answer::answer))
        .with_state(Arc::clone(&services))
        .merge(document::router(services))
}

/// Every address with what the document says of it.
fn described() -> OpenApiRouter<Arc<Services>> {
    let resources = OpenApiRouter::new()
        .merge(accounts::router())
        .merge(apis::router())
        .merge(groups::router())
        .merge(requests::router())
        .merge(filing::router())
        .merge(decisions::router())
        .merge(applications::router())
        .merge(application_acts::router())
        .merge(credentials::router())
        .merge(secrets::router())
        .merge(usage::router())
        .merge(calls::router())
        .merge(bulk_decisions::router())
        .merge(webhooks::router())
        .merge(webhook_acts::router())
        .merge(deliveries::router())
        .merge(audit_events::router());
    OpenApiRouter::new().nest(ROOT, resources)
}
