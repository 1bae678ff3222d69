//! What every request for a page goes through.

use std::sync::Arc;

use app::web::{self, App, PageError};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use tokio::time::timeout;
use tower::ServiceBuilder;

use super::{
    assets::encoding, compression::Compressor, kept_pages::KeptPages, limits, panics, public_name,
};
use crate::config::PublicUrl;

/// Far more than any form of the portal needs.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// What pages go through, in few layers: each copies all layers below it for every request.
pub struct PageLayers {
    app: App,
    first: Arc<First>,
}

/// What may answer without knowing who asks.
struct First {
    public_url: PublicUrl,
    compressor: Compressor,
    kept: KeptPages,
}

impl PageLayers {
    pub fn new(app: &App, public_url: &PublicUrl) -> Self {
        Self {
            app: app.clone(),
            first: Arc::new(First {
                public_url: public_url.clone(),
                compressor: Compressor::new(),
                kept: KeptPages::new(app.clone()),
            }),
        }
    }

    /// The first layer sees a request first.
    pub fn around(&self, pages: Router<App>) -> Router {
        let layers = ServiceBuilder::new()
            .layer(from_fn_with_state(Arc::clone(&self.first), answer))
            .layer(from_fn_with_state(self.app.clone(), web::receive))
            .layer(from_fn(draw))
            .layer(DefaultBodyLimit::max(MAX_BODY_BYTES));
        pages.layer(layers).with_state(self.app.clone())
    }
}

/// Answers with a redirect or with what is kept, or draws, compresses and keeps.
async fn answer(State(first): State<Arc<First>>, request: Request, next: Next) -> Response {
    if let Some(redirect) = public_name::redirect(&request, &first.public_url) {
        return redirect;
    }
    let asked = first.kept.asked(&request);
    if let Some(kept) = asked.as_ref().and_then(|asked| first.kept.find(asked)) {
        return kept;
    }
    let accepted = encoding::accepted(request.headers()).next();
    let drawn = next.run(request).await;
    let response = first.compressor.respond(accepted, drawn).await;
    match asked {
        Some(asked) => first.kept.keep(asked, response).await,
        None => response,
    }
}

/// Limits the time of a page and of reading a form, and answers a panic like any other fault.
async fn draw(request: Request, next: Next) -> Response {
    let page = timeout(limits::ANSWER, panics::caught(next.run(request))).await;
    page.unwrap_or_else(|_| {
        let retry_after = limits::RETRY_AFTER;
        PageError::Busy { retry_after }.into_response()
    })
}
