//! The parameters of a request (RFC 6749 §3.2 and appendix B). A repeated one is refused when it is
//! read, an empty one counts as missing, an unknown one is ignored.

use std::borrow::Cow;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::header,
};
use validator::{Validate, ValidationErrors};

use super::OauthError;

pub const MEDIA_TYPE: &str = "application/x-www-form-urlencoded";

/// What a token is asked for with.
#[derive(Validate)]
pub struct TokenRequest<'a> {
    #[validate(length(min = 1, message = "The grant_type is missing."))]
    pub grant_type: &'a str,
}

/// A token to look at or to revoke.
#[derive(Validate)]
pub struct TokenParameter<'a> {
    #[validate(length(min = 1, message = "The token is missing."))]
    pub token: &'a str,
}

pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// # Errors
    /// When it occurs twice, even with the same value.
    pub fn get(&self, name: &str) -> Result<Option<&str>, OauthError> {
        let mut found = self.0.iter().filter(|(own, _)| own == name);
        let first = found.next();
        if found.next().is_some() {
            return Err(OauthError::InvalidRequest("A parameter is repeated."));
        }
        let value = first.map(|(_, value)| value.as_str());
        Ok(value.filter(|value| !value.is_empty()))
    }

    /// The values of a parameter that there may be several of.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let own = self.0.iter().filter(|(own, _)| own == name);
        let values = own.map(|(_, value)| value.as_str());
        values.filter(|value| !value.is_empty()).collect()
    }

    /// # Errors
    /// As [`Self::get`], and when the parameter is missing.
    pub fn token_request(&self) -> Result<TokenRequest<'_>, OauthError> {
        let grant_type = self.get("grant_type")?.unwrap_or_default();
        valid(TokenRequest { grant_type })
    }

    /// # Errors
    /// As [`Self::get`], and when the parameter is missing.
    pub fn token_parameter(&self) -> Result<TokenParameter<'_>, OauthError> {
        let token = self.get("token")?.unwrap_or_default();
        valid(TokenParameter { token })
    }

    /// The parameters of another kind of body, in their order.
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// # Errors
    /// When the body is no form.
    pub fn parse(body: &[u8]) -> Result<Self, OauthError> {
        let pairs = serde_urlencoded::from_bytes(body);
        pairs
            .map(Self)
            .map_err(|_| OauthError::InvalidRequest("The body is no form."))
    }
}

impl<S: Send + Sync> FromRequest<S> for Parameters {
    type Rejection = OauthError;

    async fn from_request(request: Request, state: &S) -> Result<Self, OauthError> {
        if !is_form(&request) {
            return Err(OauthError::InvalidRequest(
                "The Content-Type must be application/x-www-form-urlencoded.",
            ));
        }
        let body = Bytes::from_request(request, state).await;
        Self::parse(&body.map_err(|_| OauthError::InvalidRequest("The body is too long."))?)
    }
}

fn valid<T: Validate>(request: T) -> Result<T, OauthError> {
    request.validate()?;
    Ok(request)
}

/// Takes the message of one rule that the request breaks.
impl From<ValidationErrors> for OauthError {
    fn from(errors: ValidationErrors) -> Self {
        let errors = errors.field_errors();
        let message = errors
            .values()
            .copied()
            .flatten()
            .find_map(|it| it.message.as_ref());
        match message {
            Some(Cow::Borrowed(text)) => Self::InvalidRequest(text),
            _ => Self::InvalidRequest("The request is not complete."),
        }
    }
}

/// Accepts parameters of the type, as in `;charset=UTF-8`.
fn is_form(request: &Request) -> bool {
    let value = request.headers().get(header::CONTENT_TYPE);
    let value = value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media_type = value.split(';').next().unwrap_or_default().trim();
    media_type.eq_ignore_ascii_case(MEDIA_TYPE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(body: &str, name: &str) -> Option<String> {
        let parameters = Parameters::parse(body.as_bytes()).ok()?;
        parameters.get(name).ok()?.map(str::to_owned)
    }

    #[test]
    fn parameters_are_decoded() {
        assert_eq!(parameter("a=x+y%26z&b=2", "a").unwrap(), "x y&z");
    }

    #[test]
    fn an_empty_one_is_none_and_an_unknown_one_hurts_nobody() {
        assert_eq!(parameter("scope=&foo=1", "scope"), None);
        assert_eq!(parameter("foo=1&scope=smv", "scope").unwrap(), "smv");
    }

    #[test]
    fn a_repeated_one_is_refused_where_it_is_read() {
        for body in ["a=1&a=1", "a=&a=", "x=1&a=1&x=2&a=2"] {
            let parameters = Parameters::parse(body.as_bytes()).unwrap();
            assert!(parameters.get("a").is_err(), "{body}");
            assert!(parameters.get("b").is_ok(), "{body}");
        }
        assert_eq!(parameter("x=1&a=1&x=2", "a").unwrap(), "1");
    }
}
