//! The encodings that a client accepts (RFC 9110 §12.5.3).

use axum::http::{HeaderMap, header};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The extension of the compressed file.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Plain => "",
        }
    }

    /// The token in headers; `None` for a plain file.
    #[must_use]
    pub const fn token(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }
}

/// The encodings that the client accepts, the smallest first; plain is always accepted.
pub fn accepted(headers: &HeaderMap) -> impl Iterator<Item = Encoding> {
    let accepts = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |encoding: &Encoding| {
        encoding
            .token()
            .is_none_or(|token| accepts.split(',').any(|item| is(item, token)))
    };
    [Encoding::Brotli, Encoding::Gzip, Encoding::Plain]
        .into_iter()
        .filter(takes)
}

/// Whether an item names the encoding with a weight above zero.
fn is(item: &str, token: &str) -> bool {
    let (name, weight) = item.split_once(';').unwrap_or((item, ""));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .and_then(|weight| weight.parse::<f32>().ok());
    name.trim().eq_ignore_ascii_case(token) && weight.is_none_or(|weight| weight > 0.0)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn first(accepts: &'static str) -> Option<Encoding> {
        let headers = [(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts))]
            .into_iter()
            .collect();
        accepted(&headers).next()
    }

    #[test]
    fn the_smallest_that_is_taken_comes_first() {
        assert_eq!(first("gzip, deflate, br, zstd"), Some(Encoding::Brotli));
        assert_eq!(first("gzip;q=1.0, br;q=0.5"), Some(Encoding::Brotli));
        assert_eq!(first("gzip, br;q=0"), Some(Encoding::Gzip));
        assert_eq!(first("GZIP"), Some(Encoding::Gzip));
        assert_eq!(first("identity"), Some(Encoding::Plain));
        assert_eq!(accepted(&HeaderMap::new()).next(), Some(Encoding::Plain));
    }
}
