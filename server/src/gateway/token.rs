//! The access token of a call.

use axum::http::{HeaderMap, header};

use crate::oauth2::{CLIENT_AUTH, bearer};

/// There are two tokens, so that neither is sure to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MultipleTokens;

/// The token of `x-client-auth: Bearer …` or `Authorization: Bearer …` (RFC 6750 §2.1). Other
/// schemes are ignored, as they are meant for others.
pub fn of(headers: &HeaderMap) -> Result<Option<&str>, MultipleTokens> {
    let own = headers.get_all(CLIENT_AUTH).iter();
    let values = own.chain(headers.get_all(header::AUTHORIZATION));
    let mut tokens = values.filter_map(bearer);
    match (tokens.next(), tokens.next()) {
        (token, None) => Ok(token),
        (_, Some(_)) => Err(MultipleTokens),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(values: &[(&'static str, &str)]) -> Result<Option<String>, MultipleTokens> {
        let mut headers = HeaderMap::new();
        for (name, value) in values {
            headers.append(*name, value.parse().unwrap());
        }
        of(&headers).map(|token| token.map(str::to_owned))
    }

    #[test]
    fn what_is_meant_for_others_is_not_looked_at() {
        let token = Ok(Some("t".to_owned()));
        let (own, standard) = ("x-client-auth", "authorization");
        assert_eq!(found(&[(own, "Bearer t")]), token);
        assert_eq!(found(&[(own, "Bearer t"), (standard, "Basic eDp5")]), token);
        assert_eq!(found(&[(own, "Basic eDp5"), (standard, "bearer t")]), token);
        assert_eq!(
            found(&[(standard, "Negotiate x"), (own, "Bearer t")]),
            token
        );
        assert_eq!(found(&[(own, "Basic eDp5")]), Ok(None));
        assert_eq!(found(&[]), Ok(None));
    }

    #[test]
    fn two_tokens_are_one_too_many() {
        let (own, standard) = ("x-client-auth", "authorization");
        assert_eq!(
            found(&[(own, "Bearer t"), (standard, "Bearer t")]),
            Err(MultipleTokens)
        );
        assert_eq!(
            found(&[(own, "Bearer t"), (own, "Bearer u")]),
            Err(MultipleTokens)
        );
    }
}
