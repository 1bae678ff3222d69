//! The files of the site, embedded and compressed at build time. Their names change with their
//! content, so browsers keep them for ever.

use std::{collections::HashMap, sync::Arc};

use app::web::Assets;
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use rust_embed::{EmbeddedFile, RustEmbed};

pub mod encoding;

use encoding::Encoding;

#[derive(RustEmbed)]
#[folder = "$BALCAO_SITE"]
struct Embedded;

/// Maps the source's file names to the hashed ones.
const MANIFEST: &str = "manifest.json";
const FOLDER: &str = "/assets";
const PICTURE: &str = ".webp";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The embedded site is incomplete.
#[derive(Debug, thiserror::Error)]
pub enum IncompleteSite {
    #[error("the embedded site has no readable manifest")]
    Manifest,
    #[error("the embedded site has no {0}")]
    File(&'static str),
}

/// The addresses of the files that pages use.
///
/// # Errors
/// [`IncompleteSite`] when the program was built without some of them.
pub fn addresses() -> Result<Assets, IncompleteSite> {
    let manifest = manifest()?;
    let address = |name: &'static str| {
        let hashed = manifest.get(name).ok_or(IncompleteSite::File(name))?;
        Ok(format!("{FOLDER}/{hashed}"))
    };
    let pictures = manifest.iter().filter(|(name, _)| name.ends_with(PICTURE));
    let pictures = pictures.map(|(name, hashed)| (name.clone(), format!("{FOLDER}/{hashed}")));
    Ok(Assets {
        pictures: Arc::new(pictures.collect()),
        stylesheet: address("main.css")?,
        favicon: address("favicon.svg")?,
        boot: address("boot.js")?,
        copy: address("copy.js")?,
        passkey: address("passkey.js")?,
        islands_script: address("islands.js")?,
        islands_wasm: address("islands.wasm")?,
    })
}

fn manifest() -> Result<HashMap<String, String>, IncompleteSite> {
    let file = Embedded::get(MANIFEST).ok_or(IncompleteSite::Manifest)?;
    serde_json::from_slice(&file.data).map_err(|_| IncompleteSite::Manifest)
}

pub fn router(assets: &Assets) -> Router {
    let favicon = assets
        .favicon
        .trim_start_matches(FOLDER)
        .trim_start_matches('/')
        .to_owned();
    Router::new()
        .route(&format!("{FOLDER}/{{file}}"), get(hashed))
        .route("/favicon.ico", get(named).with_state(favicon))
}

async fn hashed(Path(file): Path<String>, headers: HeaderMap) -> Response {
    file_as_accepted(&file, &headers, FOR_EVER)
}

/// A file under its plain name, which some clients request regardless of pages.
async fn named(State(file): State<String>, headers: HeaderMap) -> Response {
    file_as_accepted(&file, &headers, A_DAY)
}

fn file_as_accepted(file: &str, headers: &HeaderMap, cache: HeaderValue) -> Response {
    let Some(content_type) = content_type(file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some((encoding, content)) = smallest(file, headers) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = content.data.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    answer.insert(header::CACHE_CONTROL, cache);
    answer.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(token) = encoding.token() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
    }
    response
}

/// The smallest form of a file that the client accepts.
fn smallest(file: &str, headers: &HeaderMap) -> Option<(Encoding, EmbeddedFile)> {
    encoding::accepted(headers).find_map(|encoding| {
        let content = Embedded::get(&format!("{file}{}", encoding.extension()))?;
        Some((encoding, content))
    })
}

/// The type of a file; `None` for the manifest, compressed twins and unknown files.
fn content_type(file: &str) -> Option<&'static str> {
    match file.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "wasm" => Some("application/wasm"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}
