//! The router and its layers.

mod access_log;
pub mod assets;
mod brand;
mod client_address;
mod compression;
mod conformance;
mod cross_site;
pub(crate) mod entity_tag;
mod every_request;
mod faults;
mod for_programs;
mod json_errors;
mod kept_pages;
mod limits;
mod origin;
mod page_layers;

mod panics;
mod probes;
mod public_name;
mod readiness;
mod reload;
mod security_headers;
mod trace;

use std::sync::Arc;

use app::web::{App, PageError};
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
};

use domain::Services;

pub use crate::gateway::Gateway;
pub use brand::BrandFiles;
pub use client_address::TrustedProxies;
pub(crate) use conformance::is_printable;
pub use faults::{caught_in_time, retry_after};
pub use for_programs::ForPrograms;
pub use reload::reload_pages;

use self::{
    every_request::EveryRequest, origin::Origins, page_layers::PageLayers,
    security_headers::Headers,
};
use crate::{
    api::{self, RateLimits},
    config::PublicUrl,
    gateway, mcp, oauth2,
};

/// The parts that the router needs.
pub struct RouterParts {
    pub app: App,
    pub brand: BrandFiles,
    pub public_url: PublicUrl,
    pub trusted_proxies: TrustedProxies,
    pub gateway: Gateway,
}

/// The router for everything that the portal answers.
pub fn router(parts: RouterParts) -> Router {
    let services = Arc::clone(&parts.app.services);
    let every = EveryRequest {
        services: Arc::clone(&services),
        origins: Origins::new(Arc::clone(&services), parts.trusted_proxies),
        headers: Headers::new(parts.public_url.is_https()),
    };
    // Programs have one budget for all doors.
    let limits = RateLimits::default();
    assets::router(&parts.app.assets)
        .merge(brand::router(parts.brand))
        .merge(probes::router(Arc::clone(&services)))
        .merge(machines(Arc::clone(&services)))
        .merge(api::router(Arc::clone(&services), limits.clone()))
        .merge(mcp::router(services, limits))
        .merge(pages(&parts.app, &parts.public_url, parts.gateway))
        .layer(from_fn_with_state(Arc::new(every), every_request::answer))
}

/// The routes for programs: no cookies, no cross-site rule, errors in JSON.
fn machines(services: Arc<Services>) -> Router {
    oauth2::router(Arc::clone(&services))
        .merge(gateway::router(services))
        .layer(from_fn(for_programs::answer))
}

/// The pages, and what is answered where nothing is.
fn pages(app: &App, public_url: &PublicUrl, gateway: Gateway) -> Router {
    let site = app::site()
        .into_router()
        // The layer guards existing routes only, so that unknown ones are answered with 404.
        .route_layer(from_fn_with_state(public_url.clone(), cross_site::refuse))
        .method_not_allowed_fallback(wrong_method);
    let nothing = Router::new().fallback(not_found);
    let layers = PageLayers::new(app, public_url);
    let nothing = gateway::before(gateway, layers.around(nothing));
    layers.around(site).fallback_service(nothing)
}

async fn not_found() -> PageError {
    PageError::NotFound
}

async fn wrong_method() -> PageError {
    PageError::WrongMethod
}
