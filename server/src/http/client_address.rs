//! The address of a client, which trusted proxies may forward.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};

use crate::config::Network;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The networks of trusted proxies.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(pub Vec<Network>);

impl TrustedProxies {
    /// The nearest address that is no trusted proxy. Each proxy appends the address of its client,
    /// so what an untrusted client sent before that is never used.
    #[must_use]
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        for hop in hops(headers) {
            if !self.trust(client) {
                break;
            }
            let Some(address) = address(hop) else { break };
            client = address;
        }
        client
    }

    /// Whether a peer that is no trusted proxy sends the address of a client.
    #[must_use]
    pub fn is_untrusted_forwarder(&self, peer: IpAddr, headers: &HeaderMap) -> bool {
        headers.contains_key(FORWARDED_FOR) && !self.trust(peer)
    }

    /// Whether the address is a trusted proxy.
    #[must_use]
    pub fn trust(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(address))
    }
}

/// The forwarded addresses, the nearest first.
fn hops(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines: Vec<_> = headers.get_all(FORWARDED_FOR).iter().collect();
    lines
        .into_iter()
        .rev()
        .flat_map(|line| line.to_str().unwrap_or_default().rsplit(','))
}

/// Some proxies append the port.
fn address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    let address = bare
        .parse()
        .ok()
        .or_else(|| hop.parse().ok().map(|socket: SocketAddr| socket.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn client(trusted: &[&str], peer: &str, lines: &[&'static str]) -> String {
        let proxies = TrustedProxies(
            trusted
                .iter()
                .map(|network| network.parse().unwrap())
                .collect(),
        );
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, HeaderValue::from_static(line));
        }
        proxies.client(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn a_stranger_speaks_for_nobody() {
        assert_eq!(client(&[], "203.0.113.7", &["127.0.0.1"]), "203.0.113.7");
        assert_eq!(
            client(&["10.0.0.0/8"], "203.0.113.7", &["127.0.0.1"]),
            "203.0.113.7"
        );
    }

    #[test]
    fn what_our_proxies_add_is_believed_and_no_more() {
        let proxies = ["10.0.0.0/8"];
        assert_eq!(
            client(&proxies, "10.0.0.1", &["203.0.113.7"]),
            "203.0.113.7"
        );
        assert_eq!(
            client(&proxies, "10.0.0.1", &["127.0.0.1, 203.0.113.7"]),
            "203.0.113.7"
        );
        assert_eq!(
            client(&proxies, "10.0.0.1", &["127.0.0.1, 203.0.113.7, 10.0.0.2"]),
            "203.0.113.7"
        );
        assert_eq!(
            client(
                &proxies,
                "10.0.0.1",
                &["127.0.0.1", "203.0.113.7, 10.0.0.2"]
            ),
            "203.0.113.7"
        );
    }

    #[test]
    fn the_nearest_known_address_stands_where_a_header_makes_no_sense() {
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(
            client(&["10.0.0.0/8"], "10.0.0.1", &["unknown"]),
            "10.0.0.1"
        );
        assert_eq!(
            client(&["10.0.0.0/8"], "10.0.0.1", &["203.0.113.7, x, 10.0.0.2"]),
            "10.0.0.2"
        );
    }

    #[test]
    fn ports_and_mapped_addresses_are_understood() {
        let proxies = ["10.0.0.0/8"];
        assert_eq!(
            client(&proxies, "::ffff:10.0.0.1", &["203.0.113.7:4711"]),
            "203.0.113.7"
        );
        assert_eq!(
            client(&proxies, "10.0.0.1", &["[2001:db8::1]:4711"]),
            "2001:db8::1"
        );
        assert_eq!(
            client(&proxies, "10.0.0.1", &["2001:db8::1"]),
            "2001:db8::1"
        );
    }
}
