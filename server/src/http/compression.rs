//! Compresses pages and documents that are the same for every visitor. They hold no secret, so
//! their length reveals nothing (BREACH); pages for one reader are not compressed.

use std::io::Write;

use app::web::ForEverybody;
use aws_lc_rs::digest::{SHA256, digest};
use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderValue, header, response::Parts},
    response::Response,
};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use quick_cache::{Weighter, sync::Cache};

use super::assets::encoding::Encoding;

/// A shorter answer fits into one packet without compression.
const WORTH_IT: usize = 1024;
/// What is longer is sent as it is.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The size of the cache.
const MAX_KEPT_BYTES: u64 = 16 * 1024 * 1024;
const GUESSED_KEPT: usize = 2000;
/// The quality of 11: a compressed text is kept, but somebody waits for it.
const BROTLI_QUALITY: i32 = 5;

/// The hash of a text, so that the cache needs no invalidation.
type Key = ([u8; 32], Encoding);

/// Compresses each text once and keeps the result.
pub struct Compressor(Cache<Key, Bytes, ByLength>);

#[derive(Clone)]
struct ByLength;

impl Weighter<Key, Bytes> for ByLength {
    fn weight(&self, _: &Key, compressed: &Bytes) -> u64 {
        compressed.len() as u64
    }
}

impl Compressor {
    pub fn new() -> Self {
        let cache = Cache::with_weighter(GUESSED_KEPT, MAX_KEPT_BYTES, ByLength);
        Self(cache)
    }

    /// The answer in what its reader accepts most.
    pub async fn respond(&self, accepted: Option<Encoding>, response: Response) -> Response {
        if response.extensions().get::<ForEverybody>().is_none() {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let varies = HeaderValue::from_static("Accept-Encoding");
        parts.headers.append(header::VARY, varies);
        match accepted {
            Some(encoding @ (Encoding::Brotli | Encoding::Gzip)) => {
                compressed(self, encoding, parts, body).await
            }
            Some(Encoding::Plain) | None => Response::from_parts(parts, body),
        }
    }

    /// `None` when compression gains nothing.
    fn compress(&self, text: &Bytes, encoding: Encoding) -> Option<Bytes> {
        if text.len() < WORTH_IT {
            return None;
        }
        let hash = digest(&SHA256, text).as_ref().try_into().ok()?;
        let key = (hash, encoding);
        if let Some(kept) = self.0.get(&key) {
            return Some(kept);
        }
        let compressed = match encoding {
            Encoding::Brotli => brotli(text),
            Encoding::Gzip => gzip(text),
            Encoding::Plain => return None,
        };
        let compressed = Bytes::from(compressed.ok()?);
        self.0.insert(key, compressed.clone());
        Some(compressed)
    }
}

/// The body is in memory, so reading it takes no time and does not fail.
async fn compressed(
    compressor: &Compressor,
    encoding: Encoding,
    mut parts: Parts,
    body: Body,
) -> Response {
    let text = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if text.len() > MAX_BYTES {
        return Response::from_parts(parts, text.into());
    }
    let Some(compressed) = compressor.compress(&text, encoding) else {
        return Response::from_parts(parts, text.into());
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    if let Some(token) = encoding.token() {
        let token = HeaderValue::from_static(token);
        parts.headers.insert(header::CONTENT_ENCODING, token);
    }
    Response::from_parts(parts, compressed.into())
}

fn brotli(text: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*text, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(text: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_text_is_compressed_once_and_reads_back() {
        let compressor = Compressor::new();
        let text = Bytes::from("<p>balcão</p>".repeat(200));
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let first = compressor.compress(&text, encoding).unwrap();
            assert!(first.len() < text.len() / 4);
            let again = compressor.compress(&text.clone(), encoding).unwrap();
            assert_eq!(first.as_ptr(), again.as_ptr());
            let mut plain = Vec::new();
            match encoding {
                Encoding::Brotli => {
                    brotli::Decompressor::new(&*first, 4096).read_to_end(&mut plain)
                }
                _ => flate2::read::GzDecoder::new(&*first).read_to_end(&mut plain),
            }
            .unwrap();
            assert_eq!(plain, text);
        }
    }

    #[test]
    fn what_is_short_stays_as_it_is() {
        let text = Bytes::from_static(b"ok");
        assert!(Compressor::new().compress(&text, Encoding::Gzip).is_none());
    }
}
