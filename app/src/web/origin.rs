//! Where a request came from, as the server's outermost layer found out.

use std::net::IpAddr;

/// Put into every request's extensions by the server.
#[derive(Clone, Debug)]
pub struct ClientOrigin {
    /// The client's address; the peer's, or what a trusted proxy said.
    pub address: Option<IpAddr>,
    pub request_id: String,
}
