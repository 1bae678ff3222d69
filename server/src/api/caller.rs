//! The program that calls, and the person it acts for.

use std::{convert::Infallible, sync::Arc};

use app::{routes, web::ClientOrigin};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{
    Origin, Scope, Services,
    catalogue::{Catalogue, Snapshot},
    clients::{self, ClientAccess, PortalScope},
    requests,
};
use locales::Locale;
use tracing::Span;

use super::{error::ApiError, rate_limit::RateLimit};
use crate::oauth2::{CLIENT_AUTH, bearer};

/// Where programs are let in.
#[derive(Clone, Copy)]
pub enum Door {
    /// `/api/v1`.
    Programs,
    /// `/mcp`.
    Agents,
}

impl Door {
    /// Where the API behind it begins, as tokens name it.
    const fn api(self) -> &'static str {
        match self {
            Self::Programs => routes::PORTAL_API,
            Self::Agents => routes::MCP,
        }
    }

    /// Where its metadata is.
    const fn metadata(self) -> &'static str {
        match self {
            Self::Programs => routes::RESOURCE_METADATA,
            Self::Agents => routes::MCP_METADATA,
        }
    }

    /// The scopes that are named to whoever is kept out: agents ask people once, for all that they will
    /// need; programs know what they need.
    fn scopes(self, needed: Option<PortalScope>) -> Option<String> {
        match self {
            Self::Programs => needed.map(|scope| scope.to_string()),
            Self::Agents => {
                let all = PortalScope::ALL.iter().map(|scope| scope.as_str());
                Some(all.collect::<Vec<_>>().join(" "))
            }
        }
    }
}

/// A program with a good token of a client.
#[derive(Clone)]
pub struct Caller {
    pub services: Arc<Services>,
    pub scope: Scope,
    pub access: ClientAccess,
}

/// Whoever is signed in and reads from a page. It comes with requests that the portal makes itself,
/// and with none from outside.
#[derive(Clone)]
pub struct InPerson(pub Scope);

/// A program that may see what its person sees.
pub struct Reading(pub Caller);

/// A program that may do what its person may do.
pub struct Writing(pub Caller);

impl Caller {
    pub fn catalogue(&self) -> &Catalogue {
        &self.services.catalogue
    }

    /// What the person behind the token may see of the catalogue.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn apis(&self) -> Result<Arc<Snapshot>, ApiError> {
        Ok(requests::visible(&self.scope, self.catalogue()).await?)
    }

    async fn of(parts: &Parts, services: &Arc<Services>, door: Door) -> Result<Self, ApiError> {
        if let Some(person) = parts.extensions.get::<InPerson>() {
            return Self::in_person(person, parts, services);
        }
        let token = token(&parts.headers)?;
        let origin = parts.extensions.get::<ClientOrigin>();
        let origin = origin.map_or_else(Origin::default, |it| Origin {
            address: it.address,
            request_id: Some(it.request_id.clone()),
        });
        let (portal, authority) = (&services.portal, &services.authority);
        let found = clients::acting(portal, authority, token, door.api(), origin).await?;
        let (scope, access) = found.ok_or(ApiError::InvalidToken)?;
        // Whoever lets programs in without counting them is told so by the first call.
        let limit = parts.extensions.get::<RateLimit>();
        let limit = limit.ok_or_else(|| ApiError::fault("calls are not counted here"))?;
        limit.count(&access, portal.now())?;
        services.client_uses.record(&access, portal.now());
        Span::current().record("account", tracing::field::display(access.account));
        Ok(Self {
            services: Arc::clone(services),
            scope,
            access,
        })
    }

    /// A person who reads without a token, as themselves.
    fn in_person(
        InPerson(scope): &InPerson,
        parts: &Parts,
        services: &Arc<Services>,
    ) -> Result<Self, ApiError> {
        let (person, _) = scope.require_in_person()?;
        let access = ClientAccess::of_person(person.id);
        if let Some(limit) = parts.extensions.get::<RateLimit>() {
            limit.count(&access, services.portal.now())?;
        }
        Ok(Self {
            services: Arc::clone(services),
            scope: scope.clone(),
            access,
        })
    }

    async fn with(
        parts: &Parts,
        services: &Arc<Services>,
        needed: PortalScope,
    ) -> Result<Self, Refused> {
        Self::told(parts, services, needed, Door::Programs).await
    }

    /// A program that may do what `needed` says; whoever may not is told where the metadata of this door
    /// is.
    ///
    /// # Errors
    /// [`Refused`] without a good token of a client that has the scope.
    pub async fn told(
        parts: &Parts,
        services: &Arc<Services>,
        needed: PortalScope,
        door: Door,
    ) -> Result<Self, Refused> {
        let found = Self::of(parts, services, door).await;
        let found = found.and_then(|caller| {
            let may = caller.access.may(needed);
            may.then_some(caller)
                .ok_or(ApiError::InsufficientScope(needed))
        });
        found.map_err(|error| Refused {
            error,
            door,
            portal: services.portal.settings.public_url.clone(),
        })
    }
}

/// The token of a call, in either header that calls of other APIs have it in.
fn token(headers: &HeaderMap) -> Result<&str, ApiError> {
    let standard = headers.get_all(header::AUTHORIZATION).iter();
    let mut sent = standard.chain(headers.get_all(CLIENT_AUTH));
    let token = sent.next().ok_or(ApiError::NoToken)?;
    let token = bearer(token).filter(|_| sent.next().is_none());
    token.ok_or(ApiError::InvalidToken)
}

/// The language that the caller asks for; English without a word, as all that programs are told.
pub struct Language(pub Locale);

impl Language {
    pub fn of(headers: &HeaderMap) -> Locale {
        let asked = headers.get(header::ACCEPT_LANGUAGE);
        let asked = asked.and_then(|value| value.to_str().ok());
        asked.map_or(Locale::En, Locale::negotiate)
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Self::of(&parts.headers)))
    }
}

/// A call without the token that it needs, and where to learn how to get one (RFC 6750 §3,
/// RFC 9728 §5.1).
pub struct Refused {
    error: ApiError,
    door: Door,
    portal: String,
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (error, needed) = match &self.error {
            ApiError::NoToken => (None, None),
            ApiError::InvalidToken => (Some("invalid_token"), None),
            ApiError::InsufficientScope(needed) => (Some("insufficient_scope"), Some(*needed)),
            _ => return self.error.into_response(),
        };
        let error = error.map(|it| format!("error=\"{it}\""));
        let scopes = self.door.scopes(needed);
        let scopes = scopes.map(|it| format!("scope=\"{it}\""));
        let metadata = format!(
            "resource_metadata=\"{}{}\"",
            self.portal,
            self.door.metadata()
        );
        let parts = error.into_iter().chain(scopes).chain([metadata]);
        let challenge = format!("Bearer {}", parts.collect::<Vec<_>>().join(", "));
        let mut response = self.error.into_response();
        if let Ok(challenge) = HeaderValue::try_from(challenge) {
            let headers = response.headers_mut();
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

impl FromRequestParts<Arc<Services>> for Reading {
    type Rejection = Refused;

    async fn from_request_parts(
        parts: &mut Parts,
        services: &Arc<Services>,
    ) -> Result<Self, Refused> {
        let needed = PortalScope::Read;
        Caller::with(parts, services, needed).await.map(Self)
    }
}

impl FromRequestParts<Arc<Services>> for Writing {
    type Rejection = Refused;

    async fn from_request_parts(
        parts: &mut Parts,
        services: &Arc<Services>,
    ) -> Result<Self, Refused> {
        let needed = PortalScope::Write;
        Caller::with(parts, services, needed).await.map(Self)
    }
}
