//! Files that are drawn for readers: once for all of them, and kept, within bounds.

use std::{fmt::Write, sync::Arc};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::ids::ApiRevisionId;
use locales::Locale;
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest, Sha256};
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::PageError;

/// The size of all that is kept.
const MAX_KEPT_BYTES: u64 = 64 * 1024 * 1024;
const GUESSED_KEPT: usize = 300;
/// Files that are drawn at the same time.
const AT_ONCE: usize = 2;
/// Bytes of the hash by which browsers know what they have.
const TAG_BYTES: usize = 16;

/// What SVG may do where a browser shows it by itself: nothing but draw.
const DRAWING_ONLY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const SVG: &str = "image/svg+xml";
/// What an address that names a content by its hash is kept for.
const FOR_EVER: &str = "private, max-age=31536000, immutable";

/// What a file tells of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FileKey {
    /// What readers see of an API, in a language.
    Tutorial(ApiRevisionId, Locale),
    /// The same as a picture.
    Card(ApiRevisionId, Locale),
    /// A file that is kept as it was sent, by its hash.
    Attachment(String),
}

pub struct DrawnFiles {
    kept: Cache<FileKey, Arc<DrawnFile>, BySize>,
    drawing: Arc<Semaphore>,
}

/// A file, and the name of its content.
pub struct DrawnFile {
    bytes: Bytes,
    tag: String,
}

#[derive(Clone)]
struct BySize;

impl Weighter<FileKey, Arc<DrawnFile>> for BySize {
    fn weight(&self, _: &FileKey, file: &Arc<DrawnFile>) -> u64 {
        file.bytes.len() as u64
    }
}

impl Default for DrawnFiles {
    fn default() -> Self {
        Self {
            kept: Cache::with_weighter(GUESSED_KEPT, MAX_KEPT_BYTES, BySize),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl DrawnFiles {
    /// The file that is kept, or a new one. Whoever asks for one that is being drawn waits for it.
    /// `prepare` returns what draws it, beside the work of others.
    ///
    /// # Errors
    /// Those of both.
    pub async fn get_or_draw<D>(
        &self,
        key: FileKey,
        prepare: impl Future<Output = Result<D, PageError>>,
    ) -> Result<Arc<DrawnFile>, PageError>
    where
        D: FnOnce() -> Result<Vec<u8>, PageError> + Send + 'static,
    {
        let draw = async {
            let draw = prepare.await?;
            let place = Arc::clone(&self.drawing).acquire_owned().await;
            let place = place.map_err(PageError::fault)?;
            // Whoever waited for it may be gone; its place is taken until it is drawn.
            let draw = move || {
                let _place = place;
                draw()
            };
            let bytes = spawn_blocking(draw).await.map_err(PageError::fault)??;
            Ok(Arc::new(DrawnFile::new(bytes)))
        };
        self.kept.get_or_insert_async(&key, draw).await
    }
}

impl DrawnFile {
    fn new(bytes: Vec<u8>) -> Self {
        let hash = Sha256::digest(&bytes);
        let mut tag = String::new();
        for byte in hash.iter().take(TAG_BYTES) {
            let _ = write!(tag, "{byte:02x}");
        }
        Self {
            bytes: bytes.into(),
            tag: format!("\"{tag}\""),
        }
    }

    /// The file, for a browser to show. Whoever has it already is told so (RFC 9110, 13.1.2).
    #[must_use]
    pub fn respond(&self, kind: &'static str, name: &str, asked: &HeaderMap) -> Response {
        let known = asked.get(header::IF_NONE_MATCH);
        let is_known = known.is_some_and(|known| self.is_among(known));
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, kind)], self.bytes.clone()).into_response()
        };
        let headers = response.headers_mut();
        let disposition = format!("inline; filename=\"{name}\"");
        for (name, value) in [
            (header::ETAG, self.tag.as_str()),
            (header::CONTENT_DISPOSITION, disposition.as_str()),
            (header::CACHE_CONTROL, "private, no-cache"),
            (header::VARY, "Cookie, Accept-Language"),
        ] {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        }
        if kind == SVG {
            let policy = HeaderValue::from_static(DRAWING_ONLY);
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }

    /// The same at an address that names the content: browsers need not ask again.
    #[must_use]
    pub fn respond_for_ever(&self, kind: &'static str, name: &str, asked: &HeaderMap) -> Response {
        let mut response = self.respond(kind, name, asked);
        let for_ever = HeaderValue::from_static(FOR_EVER);
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, for_ever);
        response
    }

    fn is_among(&self, known: &HeaderValue) -> bool {
        let mut known = known.to_str().unwrap_or_default().split(',');
        known.any(|tag| {
            let tag = tag.trim();
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.tag
        })
    }
}
