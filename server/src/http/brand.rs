//! The accent colour and the logo of the owner.

use app::web::Brand;
use axum::{
    Router,
    body::Bytes,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use crate::config::{Accent, BrandConfig, Logo};

const STYLESHEET: &str = "/brand.css";
const LOGO: &str = "/brand/logo";
/// A change becomes visible within five minutes.
const CACHE: &str = "public, max-age=300";

/// The files that are made from the configuration.
#[derive(Clone, Debug, Default)]
pub struct BrandFiles {
    stylesheet: Option<String>,
    logo: Option<Logo>,
    accent: Option<[u8; 3]>,
}

impl BrandFiles {
    #[must_use]
    pub fn new(config: &BrandConfig) -> Self {
        Self {
            stylesheet: config
                .accent
                .as_ref()
                .map(|accent| format!(":root{{--accent:{accent}}}\n")),
            logo: config.logo.clone(),
            accent: config.accent.as_ref().map(Accent::rgb),
        }
    }

    /// The brand in pages, with the addresses of these files.
    #[must_use]
    pub fn brand(&self, name: &str) -> Brand {
        Brand {
            name: name.to_owned(),
            logo: self.logo.is_some().then(|| LOGO.to_owned()),
            stylesheet: self.stylesheet.is_some().then(|| STYLESHEET.to_owned()),
            accent: self.accent,
        }
    }
}

pub fn router(files: BrandFiles) -> Router {
    let mut router = Router::new();
    if let Some(stylesheet) = files.stylesheet {
        router = router.route(
            STYLESHEET,
            serve("text/css; charset=utf-8", stylesheet.into()),
        );
    }
    if let Some(Logo { bytes, kind }) = files.logo {
        router = router.route(LOGO, serve(kind.content_type(), bytes.into()));
    }
    router
}

fn serve(content_type: &'static str, bytes: Bytes) -> axum::routing::MethodRouter {
    get(async move || file(content_type, bytes.clone()))
}

fn file(content_type: &'static str, bytes: Bytes) -> Response {
    (
        [
            (header::CONTENT_TYPE, content_type),
            (header::CACHE_CONTROL, CACHE),
        ],
        bytes,
    )
        .into_response()
}
