//! `/mcp`: what agents do for people, by the Model Context Protocol (streamable HTTP). An agent has a
//! token of a client, as every program of the management API, and sees and may do what the person
//! behind its token sees and may do.
//!
//! No session is kept: each message is answered by itself, by whichever instance it reaches, and each
//! asks the database anew what its token allows.

mod arguments;
mod asked;
mod bounds;
mod catalogue;
mod credential;
mod doing;
mod failure;
mod keys;
mod mine;
mod operation;
mod parts;
mod requests;
mod sandbox;
mod schema;
mod server;
mod shapes;
mod tool;
mod usage;

use std::sync::Arc;

use app::routes;
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::any,
};
use domain::{Services, clients::PortalScope};
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::never::NeverSessionManager,
};
use tracing::Span;
use url::Url;

use self::server::{Agents, Asking};
use crate::api::{Caller, Door, Language, RateLimits, refusals};

/// More than any text of a request needs, and enough for a call of the sandbox.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// What answers agents.
struct Desk {
    services: Arc<Services>,
    protocol: StreamableHttpService<Agents, NeverSessionManager>,
}

pub fn router(services: Arc<Services>, limits: RateLimits) -> Router {
    let desk = Desk {
        protocol: protocol(&services.portal.settings.public_url),
        services,
    };
    Router::new()
        .route(routes::MCP, any(answer))
        .layer(from_fn_with_state(limits, refusals))
        .with_state(Arc::new(desk))
}

/// Programs are answered under any name of this host, as everywhere: what a page of another site sends
/// is told by its origin, which browsers name with every message that is posted. None but the portal's
/// own is taken.
fn protocol(public_url: &str) -> StreamableHttpService<Agents, NeverSessionManager> {
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_max_request_body_bytes(MAX_BODY_BYTES)
        .disable_allowed_hosts()
        .with_allowed_origins(origin(public_url))
        .enforce_origin_validation();
    StreamableHttpService::new(|| Ok(Agents), Arc::default(), config)
}

/// The origin with its port, as `rmcp` wants it.
fn origin(public_url: &str) -> Option<String> {
    let url = Url::parse(public_url).ok()?;
    let (host, port) = (url.host_str()?, url.port_or_known_default()?);
    Some(format!("{}://{host}:{port}", url.scheme()))
}

/// Lets agents in that have a good token, and answers them.
async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let (services, needed) = (&desk.services, PortalScope::Read);
    let caller = match Caller::told(&parts, services, needed, Door::Agents).await {
        Ok(caller) => caller,
        Err(refused) => return refused.into_response(),
    };
    let asking = Asking {
        locale: Language::of(&parts.headers),
        caller,
        span: Span::current(),
    };
    parts.extensions.insert(asking);
    let request = Request::from_parts(parts, body);
    desk.protocol.handle(request).await.map(Body::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_its_port() {
        let origin = |url| origin(url).unwrap();
        assert_eq!(
            origin("https://balcao.example"),
            "https://balcao.example:443"
        );
        assert_eq!(origin("http://127.0.0.1:3000"), "http://127.0.0.1:3000");
        assert_eq!(origin("http://[::1]:3000"), "http://[::1]:3000");
    }

    #[test]
    fn a_token_may_be_asked_for_by_the_addresses_of_the_portals_apis() {
        assert_eq!(domain::clients::OWN_APIS, [routes::PORTAL_API, routes::MCP]);
    }
}
