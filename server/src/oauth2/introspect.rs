//! `POST /oauth2/v1/introspect` (RFC 7662).

use std::sync::Arc;

use app::web::ClientOrigin;
use axum::{Extension, extract::State, http::HeaderMap, response::IntoResponse};
use domain::{
    Services,
    clients::{self, AuthenticatedClient},
    oauth::{self, Caller, Introspection},
};

use super::{
    OauthError,
    client::{self, CallerOf},
    form::{Parameters, TokenParameter},
    json::{Compact, NO_CACHE, NO_STORE},
};

pub async fn introspect(
    State(services): State<Arc<Services>>,
    Extension(origin): Extension<ClientOrigin>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<impl IntoResponse, OauthError> {
    let caller = client::caller(&services, &origin, &headers, &parameters).await?;
    let TokenParameter { token } = parameters.token_parameter()?;
    let answer = match &caller {
        CallerOf::Client(client) if !client.is_confidential() => {
            return Err(OauthError::UnauthorizedClient(
                "A client that is not confidential cannot ask about tokens.",
            ));
        }
        CallerOf::Client(client) => of_client(&services, Some(client), token).await?,
        CallerOf::Application(Caller::ResourceServer(_)) => {
            of_client(&services, None, token).await?
        }
        CallerOf::Application(Caller::Client(_)) => None,
    };
    let answer = match (answer, &caller) {
        (Some(answer), _) => answer,
        (None, CallerOf::Application(caller)) => {
            let (portal, authority) = (&services.portal, &services.authority);
            oauth::introspect(portal, authority, caller, token).await?
        }
        (None, CallerOf::Client(_)) => Introspection::INACTIVE,
    };
    Ok(([NO_STORE, NO_CACHE], Compact(answer)))
}

/// What is told of the token of a client; `None` when it is of none.
async fn of_client(
    services: &Services,
    client: Option<&AuthenticatedClient>,
    token: &str,
) -> Result<Option<Introspection>, OauthError> {
    let (portal, authority) = (&services.portal, &services.authority);
    let catalogue = &services.catalogue;
    Ok(clients::introspect(portal, authority, catalogue, client, token).await?)
}
