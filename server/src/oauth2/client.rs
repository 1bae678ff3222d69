//! Client authentication (RFC 6749 §2.3.1, and the header `x-client-auth` that providers of this
//! kind use).

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use app::web::ClientOrigin;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{
    Origin, Scope, Services,
    clients::{self, AuthenticatedClient, ClientKeys},
    oauth::{Caller, ClientSecret, authenticate},
};

use super::{OauthError, error::Attempt, form::Parameters};

pub const CLIENT_AUTH: HeaderName = HeaderName::from_static("x-client-auth");

/// What a request says of who calls.
pub(super) enum Keys {
    Application(ClientSecret),
    Client(ClientKeys),
}

/// Who calls an endpoint that looks at tokens or revokes them.
pub(super) enum CallerOf {
    /// An application, or a gateway of the portal's owner.
    Application(Caller),
    /// A registered client.
    Client(Box<AuthenticatedClient>),
}

/// Authenticates the caller.
pub(super) async fn caller(
    services: &Services,
    origin: &ClientOrigin,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<CallerOf, OauthError> {
    let (keys, attempt) = keys(headers, parameters)?;
    let keys = match keys {
        Keys::Application(keys) => keys,
        Keys::Client(keys) => {
            let scope = visitor(services, origin);
            let (authority, incidents) = (&services.authority, &services.incidents);
            let found = clients::authenticate(&scope, authority, incidents, &keys).await;
            let found = found.map_err(|error| OauthError::of_client(error.into(), attempt))?;
            return Ok(CallerOf::Client(Box::new(found)));
        }
    };
    let caller = application(services, origin, &keys, attempt).await?;
    Ok(CallerOf::Application(caller))
}

/// Authenticates an application, or a gateway.
pub(super) async fn application(
    services: &Services,
    origin: &ClientOrigin,
    keys: &ClientSecret,
    attempt: Attempt,
) -> Result<Caller, OauthError> {
    let address = origin.address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let (authority, incidents) = (&services.authority, &services.incidents);
    let found = authenticate(&services.portal, authority, incidents, keys, address).await;
    found.map_err(|error| OauthError::of(error, attempt, keys))
}

/// Somebody of whom only the address is known.
pub(super) fn visitor(services: &Services, origin: &ClientOrigin) -> Scope {
    let origin = Origin {
        address: origin.address,
        request_id: Some(origin.request_id.clone()),
    };
    Scope::visitor(Arc::clone(&services.portal), origin)
}

/// The keys, sent by exactly one method. Whose they are tells their form: a client is named by a
/// UUID, an application by letters and digits.
pub(super) fn keys(
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<(Keys, Attempt), OauthError> {
    let own = single(headers, &CLIENT_AUTH)?;
    let standard = single(headers, &header::AUTHORIZATION)?;
    let secret = parameters.get("client_secret")?;
    let methods = [own.is_some(), standard.is_some(), secret.is_some()];
    if methods.into_iter().filter(|used| *used).count() > 1 {
        return Err(OauthError::InvalidRequest(
            "Say who calls in one way only: x-client-auth, Authorization, or the body.",
        ));
    }
    let named = parameters.get("client_id")?;
    let (keys, attempt) = match (own, standard, secret) {
        (Some(value), ..) => in_header(basic(value)),
        (_, Some(value), _) => in_header(basic(value).as_ref().and_then(form_decoded)),
        (.., Some(secret)) => in_body(parameters, secret),
        (None, None, None) => {
            return match named.and_then(|id| ClientKeys::of(id, None)) {
                Some(keys) => Ok((Keys::Client(keys), Attempt::Body)),
                None => Err(OauthError::InvalidClient(without_keys(headers), None)),
            };
        }
    }?;
    if named.is_some_and(|named| named != keys.public_key) {
        return Err(OauthError::InvalidRequest(
            "The client_id in the body is another than the one in the header.",
        ));
    }
    let secret = Some(&*keys.secret_key).filter(|secret| !secret.is_empty());
    Ok(match ClientKeys::of(&keys.public_key, secret) {
        Some(client) => (Keys::Client(client), attempt),
        None => (Keys::Application(keys), attempt),
    })
}

/// How the client tried to authenticate, if it did.
fn without_keys(headers: &HeaderMap) -> Attempt {
    let tried = headers.contains_key(CLIENT_AUTH) || headers.contains_key(header::AUTHORIZATION);
    if tried {
        Attempt::Header
    } else {
        Attempt::None
    }
}

fn in_header(keys: Option<ClientSecret>) -> Result<(ClientSecret, Attempt), OauthError> {
    let keys = keys.ok_or(OauthError::InvalidClient(Attempt::Header, None))?;
    Ok((keys, Attempt::Header))
}

fn in_body(parameters: &Parameters, secret: &str) -> Result<(ClientSecret, Attempt), OauthError> {
    let public_key = parameters.get("client_id")?;
    let public_key = public_key.ok_or(OauthError::InvalidRequest("The client_id is missing."))?;
    let keys = ClientSecret {
        public_key: public_key.to_owned(),
        secret_key: secret.to_owned(),
    };
    Ok((keys, Attempt::Body))
}

/// The only value of a header with this scheme; other schemes are ignored, as they are meant for
/// others.
fn single<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, OauthError> {
    let values = headers.get_all(name).iter();
    let mut values = values.filter(|value| scheme(value, "Basic").is_some());
    let first = values.next();
    if values.next().is_some() {
        return Err(OauthError::InvalidRequest("A header is repeated."));
    }
    Ok(first)
}

/// The keys in either header, for endpoints that take them from there only; two of them count as
/// none.
pub fn keys_in_headers(headers: &HeaderMap) -> Option<ClientSecret> {
    let own = single(headers, &CLIENT_AUTH).ok()?;
    let standard = single(headers, &header::AUTHORIZATION).ok()?;
    match (own, standard) {
        (Some(value), None) | (None, Some(value)) => basic(value),
        _ => None,
    }
}

/// The two keys of `Basic base64(public:secret)` (RFC 7617 §2).
fn basic(value: &HeaderValue) -> Option<ClientSecret> {
    let credential = scheme(value, "Basic")?;
    let plain = BASE64_STANDARD.decode(credential).ok()?;
    let plain = String::from_utf8(plain).ok()?;
    let (public_key, secret_key) = plain.split_once(':')?;
    Some(ClientSecret {
        public_key: public_key.to_owned(),
        secret_key: secret_key.to_owned(),
    })
}

/// The token of `Bearer …` (RFC 6750 §2.1).
pub fn bearer(value: &HeaderValue) -> Option<&str> {
    scheme(value, "Bearer").filter(|token| !token.is_empty())
}

/// The value after a scheme, whose case does not matter (RFC 9110 §11.1).
fn scheme<'a>(value: &'a HeaderValue, name: &str) -> Option<&'a str> {
    let (scheme, rest) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case(name).then(|| rest.trim())
}

/// The keys after form decoding, which RFC 6749 §2.3.1 asks for.
fn form_decoded(keys: &ClientSecret) -> Option<ClientSecret> {
    Some(ClientSecret {
        public_key: form_value(&keys.public_key)?,
        secret_key: form_value(&keys.secret_key)?,
    })
}

fn form_value(text: &str) -> Option<String> {
    // The text is decoded as the value of a form; a character that would end it is not encoded.
    if text.contains('&') {
        return None;
    }
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("={text}")).ok()?;
    pairs.into_iter().next().map(|(_, value)| value)
}
