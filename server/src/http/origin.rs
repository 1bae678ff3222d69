//! Every request gets an id, which its answer and its traces carry, and the address of its client.

use std::{net::SocketAddr, sync::Arc};

use app::web::ClientOrigin;
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use domain::{Portal, ids::Id};
use uuid::Uuid;

use super::TrustedProxies;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Ordered by time, like every other id of the portal.
struct RequestId(Uuid);

impl From<Uuid> for RequestId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl Id for RequestId {}

/// What it takes to tell where a request came from.
#[derive(Clone)]
pub struct Origins(Arc<(Arc<Portal>, TrustedProxies)>);

impl Origins {
    pub fn new(portal: Arc<Portal>, proxies: TrustedProxies) -> Self {
        Self(Arc::new((portal, proxies)))
    }

    fn of(&self, request: &Request) -> ClientOrigin {
        let (portal, proxies) = &*self.0;
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let RequestId(id) = portal.new_id();
        ClientOrigin {
            address: peer.map(|ConnectInfo(peer)| proxies.client(peer.ip(), request.headers())),
            request_id: id.to_string(),
        }
    }
}

pub async fn find(State(origins): State<Origins>, mut request: Request, next: Next) -> Response {
    let origin = origins.of(&request);
    let id = HeaderValue::from_str(&origin.request_id);
    request.extensions_mut().insert(origin);
    let mut response = next.run(request).await;
    if let Ok(id) = id {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
