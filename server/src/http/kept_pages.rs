//! Keeps pages that are drawn from the catalogue alone: each is drawn and compressed once for an
//! address, a language and an encoding, and told from others by its `ETag` (RFC 9110 §8.8.3).

use std::sync::Arc;

use app::web::{self, App, OfCatalogue, SharedKey};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use quick_cache::{Weighter, sync::Cache};

use super::{
    assets::encoding::{self, Encoding},
    entity_tag,
};

/// The size of the cache.
const MAX_KEPT_BYTES: u64 = 32 * 1024 * 1024;
const GUESSED_KEPT: usize = 2000;
/// What a page weighs beside its body.
const HEAD_BYTES: u64 = 1024;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    shared: SharedKey,
    encoding: Encoding,
    /// Whether it is asked for as Markdown.
    markdown: bool,
}

struct KeptPage {
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct ByLength;

impl Weighter<Key, Arc<KeptPage>> for ByLength {
    fn weight(&self, key: &Key, page: &Arc<KeptPage>) -> u64 {
        key.shared.weight() + page.body.len() as u64 + HEAD_BYTES
    }
}

/// A page that may be kept, as its reader asks for it.
pub struct AskedPage {
    key: Key,
    /// The versions that the reader has.
    known: Option<HeaderValue>,
}

/// The pages of one instance.
pub struct KeptPages {
    pages: Cache<Key, Arc<KeptPage>, ByLength>,
    app: App,
}

impl KeptPages {
    pub fn new(app: App) -> Self {
        let pages = Cache::with_weighter(GUESSED_KEPT, MAX_KEPT_BYTES, ByLength);
        Self { pages, app }
    }

    /// `None` where the page may be this reader's alone.
    pub fn asked(&self, request: &Request) -> Option<AskedPage> {
        Some(AskedPage {
            key: self.key(request)?,
            known: request.headers().get(header::IF_NONE_MATCH).cloned(),
        })
    }

    /// The answer with what is kept.
    pub fn find(&self, asked: &AskedPage) -> Option<Response> {
        let page = self.pages.get(&asked.key)?;
        Some(page.respond(asked.known.as_ref()))
    }

    fn key(&self, request: &Request) -> Option<Key> {
        let headers = request.headers();
        let address = request.uri().path_and_query()?.as_str();
        if *request.method() != Method::GET || !web::is_anybodys(request.uri(), headers) {
            return None;
        }
        let locale = web::anybodys_language(headers);
        Some(Key {
            shared: SharedKey::of(&self.app, address, locale)?,
            encoding: encoding::accepted(headers)
                .next()
                .unwrap_or(Encoding::Plain),
            markdown: web::wants_markdown(headers),
        })
    }

    /// Keeps a page that was drawn from the catalogue alone, and answers with any.
    pub async fn keep(&self, asked: AskedPage, response: Response) -> Response {
        let is_kept = response.status() == StatusCode::OK
            && response.extensions().get::<OfCatalogue>().is_some()
            && !response.headers().contains_key(header::SET_COOKIE);
        if !is_kept {
            return response;
        }
        let (parts, body) = response.into_parts();
        // The body is in memory, so reading it takes no time and does not fail.
        let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let mut headers = parts.headers;
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        headers.insert(header::ETAG, entity_tag::of(&body));
        let page = Arc::new(KeptPage { headers, body });
        self.pages.insert(asked.key, Arc::clone(&page));
        page.respond(asked.known.as_ref())
    }
}

impl KeptPage {
    /// The page, or that it is still the one that the reader has (RFC 9110 §13.1.2).
    fn respond(&self, known: Option<&HeaderValue>) -> Response {
        let tag = self.headers.get(header::ETAG);
        let is_known = known
            .zip(tag)
            .is_some_and(|(known, tag)| entity_tag::names(known, tag));
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Body::from(self.body.clone()).into_response()
        };
        *response.headers_mut() = self.headers.clone();
        if is_known {
            response.headers_mut().remove(header::CONTENT_LENGTH);
        }
        response
    }
}
