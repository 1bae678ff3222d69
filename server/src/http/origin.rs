//! Gives every request an identifier, and finds the address of its client.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use app::web::ClientOrigin;
use axum::{
    extract::{ConnectInfo, Request},
    http::{HeaderName, HeaderValue},
    response::Response,
};
use domain::{
    Services,
    ids::Id,
    security::{self, Incident, IncidentSubject},
};
use uuid::Uuid;

use super::TrustedProxies;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An identifier that is ordered by time.
struct RequestId(Uuid);

impl From<Uuid> for RequestId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl Id for RequestId {}

/// Finds the origin of a request.
pub struct Origins {
    services: Arc<Services>,
    proxies: TrustedProxies,
    /// Whether the log has warned of an untrusted proxy.
    warned: AtomicBool,
}

impl Origins {
    pub fn new(services: Arc<Services>, proxies: TrustedProxies) -> Self {
        Self {
            services,
            proxies,
            warned: AtomicBool::new(false),
        }
    }

    /// Finds the origin of a request, and leaves it in its extensions.
    pub fn find(&self, request: &mut Request) -> ShownId {
        let origin = self.of(request);
        let id = HeaderValue::from_str(&origin.request_id).ok();
        request.extensions_mut().insert(origin);
        ShownId(id)
    }

    fn of(&self, request: &Request) -> ClientOrigin {
        let RequestId(id) = self.services.portal.new_id();
        let request_id = id.to_string();
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip().to_canonical());
        if let Some(peer) = peer {
            self.report_untrusted(peer, request, &request_id);
        }
        ClientOrigin {
            address: peer.map(|peer| self.proxies.client(peer, request.headers())),
            request_id,
        }
    }

    /// Reports an untrusted proxy, behind which all visitors share one address: to `doctor`, and
    /// once in the log. Only private addresses are reported, since anybody may send the header from
    /// a public one.
    fn report_untrusted(&self, peer: IpAddr, request: &Request, request_id: &str) {
        if !security::is_private(peer)
            || !self.proxies.is_untrusted_forwarder(peer, request.headers())
        {
            return;
        }
        let now = self.services.portal.now();
        let incidents = &self.services.incidents;
        incidents.record_from(peer, now, Incident::UntrustedProxy, IncidentSubject::Nobody);
        if !self.warned.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                %peer,
                request_id,
                "X-Forwarded-For comes from a proxy that is not trusted, so all its visitors are \
                 taken for one and keep each other out; BALCAO_TRUSTED_PROXIES names those that are"
            );
        }
    }
}

/// The identifier of a request as its answer names it.
pub struct ShownId(Option<HeaderValue>);

impl ShownId {
    pub fn add(self, response: &mut Response) {
        if let Some(id) = self.0 {
            response.headers_mut().insert(REQUEST_ID, id);
        }
    }
}
