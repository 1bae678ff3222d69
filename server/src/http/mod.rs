//! The router and its layers.

mod access_log;
pub mod assets;
mod brand;
mod client_address;
mod compression;
mod conformance;
mod cross_site;
mod faults;
mod for_programs;
mod json_errors;
mod kept_pages;
mod limits;
mod origin;
mod panics;
mod probes;
mod public_name;
mod readiness;
mod reload;
mod security_headers;
mod time_limit;
mod trace;

use std::sync::Arc;

use app::web::{self, App, PageError};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state, map_response},
};

use domain::Services;

pub use crate::gateway::Gateway;
pub use brand::BrandFiles;
pub use client_address::TrustedProxies;
pub(crate) use conformance::is_printable;
pub use faults::retry_after;
pub use for_programs::ForPrograms;
pub use reload::reload_pages;

use crate::{config::PublicUrl, gateway, oauth2};

/// Far more than any form of the portal needs.
const MAX_BODY_BYTES: usize = 64 * 1024;

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
    let headers = security_headers::Headers::new(parts.public_url.is_https());
    let origins = origin::Origins::new(Arc::clone(&services), parts.trusted_proxies);
    let routes = assets::router(&parts.app.assets)
        .merge(brand::router(parts.brand))
        .merge(probes::router(Arc::clone(&services)))
        .merge(machines(Arc::clone(&services)))
        .merge(pages(&parts.app, &parts.public_url, parts.gateway));
    // The layer that is added last sees a request first.
    routes
        .layer(from_fn_with_state(services, json_errors::translate))
        .layer(from_fn(conformance::enforce))
        .layer(faults::layer())
        .layer(from_fn_with_state(headers, security_headers::add))
        .layer(from_fn(access_log::record))
        .layer(trace::layer())
        .layer(from_fn_with_state(origins, origin::find))
}

/// The routes for programs: no cookies, no cross-site rule, errors in JSON.
fn machines(services: Arc<Services>) -> Router {
    oauth2::router(Arc::clone(&services))
        .merge(gateway::router(services))
        .layer(faults::layer())
        .layer(from_fn(faults::enforce_time_limit))
        .layer(map_response(for_programs::mark))
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

/// What every request for a page goes through.
struct PageLayers {
    app: App,
    public_url: PublicUrl,
    compressor: compression::Compressor,
    kept: kept_pages::KeptPages,
}

impl PageLayers {
    fn new(app: &App, public_url: &PublicUrl) -> Self {
        Self {
            app: app.clone(),
            public_url: public_url.clone(),
            compressor: compression::Compressor::new(),
            kept: kept_pages::KeptPages::new(app.clone()),
        }
    }

    fn around(&self, pages: Router<App>) -> Router {
        let (app, compressor) = (self.app.clone(), self.compressor.clone());
        let (kept, public_url) = (self.kept.clone(), self.public_url.clone());
        pages
            .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
            .layer(panics::layer())
            .layer(from_fn(time_limit::enforce))
            .layer(from_fn_with_state(app.clone(), web::receive))
            .layer(from_fn_with_state(compressor, compression::compress))
            .layer(from_fn_with_state(kept, kept_pages::answer))
            .layer(from_fn_with_state(public_url, public_name::redirect))
            .with_state(app)
    }
}

async fn not_found() -> PageError {
    PageError::NotFound
}

async fn wrong_method() -> PageError {
    PageError::WrongMethod
}
