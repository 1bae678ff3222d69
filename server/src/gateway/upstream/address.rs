//! The hosts and addresses that calls may be forwarded to. An address is checked after its name was
//! resolved, and the connection uses the checked one, so a name that changes meanwhile gains
//! nothing.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    vec,
};

use hyper_util::client::legacy::connect::dns::Name;
use ipnet::{Ipv4Net, Ipv6Net};
use tokio::net::lookup_host;
use tower::Service;

use crate::config::UpstreamConfig;

/// The allowed upstreams, which also resolve names.
#[derive(Clone)]
pub struct AllowedUpstreams(pub Arc<UpstreamConfig>);

impl AllowedUpstreams {
    /// Whether calls may be forwarded to a host; a host that is an address must be an allowed one.
    pub fn host(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let named = self
            .0
            .hosts
            .iter()
            .any(|allowed| allowed.trim_start_matches('[').trim_end_matches(']') == bare);
        // An address is not resolved later, so it is checked here.
        named
            && bare
                .parse()
                .map_or(true, |address: IpAddr| self.address(address))
    }

    fn address(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        is_public(address)
            || self
                .0
                .networks
                .iter()
                .any(|network| network.contains(address))
    }
}

/// Networks of IPv4 that do not belong to the internet at large (IANA special-purpose registry).
const SPECIAL_V4: [Ipv4Net; 15] = [
    v4([0, 0, 0, 0], 8),
    v4([10, 0, 0, 0], 8),
    v4([100, 64, 0, 0], 10),
    v4([127, 0, 0, 0], 8),
    v4([169, 254, 0, 0], 16),
    v4([172, 16, 0, 0], 12),
    v4([192, 0, 0, 0], 24),
    v4([192, 0, 2, 0], 24),
    v4([192, 88, 99, 0], 24),
    v4([192, 168, 0, 0], 16),
    v4([198, 18, 0, 0], 15),
    v4([198, 51, 100, 0], 24),
    v4([203, 0, 113, 0], 24),
    // Multicast, and what is reserved.
    v4([224, 0, 0, 0], 4),
    v4([240, 0, 0, 0], 4),
];
/// What the internet at large has of IPv6.
const GLOBAL_V6: Ipv6Net = v6([0x2000, 0], 3);
/// What of it is set apart for other things. 6to4 and Teredo carry IPv4 addresses that would have
/// to be looked at in turn.
const SPECIAL_V6: [Ipv6Net; 4] = [
    v6([0x2001, 0], 23),
    v6([0x2001, 0xdb8], 32),
    v6([0x2002, 0], 16),
    v6([0x3fff, 0], 16),
];

const fn v4([a, b, c, d]: [u8; 4], bits: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), bits)
}

const fn v6([a, b]: [u16; 2], bits: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, 0, 0, 0, 0, 0, 0), bits)
}

/// Whether an address belongs to the internet at large (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !SPECIAL_V4.iter().any(|it| it.contains(&address)),
        IpAddr::V6(address) => {
            GLOBAL_V6.contains(&address) && !SPECIAL_V6.iter().any(|it| it.contains(&address))
        }
    }
}

impl Service<Name> for AllowedUpstreams {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let allowed = self.clone();
        Box::pin(async move {
            let found = lookup_host((name.as_str(), 0)).await?;
            let addresses: Vec<_> = found.filter(|it| allowed.address(it.ip())).collect();
            if addresses.is_empty() {
                return Err(io::Error::new(
                    io::ErrorKind::PermissionDenied,
                    "the host has no address that calls may be forwarded to",
                ));
            }
            Ok(addresses.into_iter())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(hosts: &[&str], networks: &[&str]) -> AllowedUpstreams {
        AllowedUpstreams(Arc::new(UpstreamConfig {
            hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
            networks: networks.iter().map(|it| it.parse().unwrap()).collect(),
            ..UpstreamConfig::default()
        }))
    }

    #[test]
    fn addresses_within_somebodys_walls_are_not_public() {
        for address in [
            "127.0.0.1",
            "127.8.8.8",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.0.8",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
        ] {
            let address: IpAddr = address.parse().unwrap();
            assert!(!is_public(address.to_canonical()), "{address}");
        }
    }

    #[test]
    fn others_are() {
        for address in [
            "8.8.8.8",
            "200.160.2.3",
            "172.32.0.1",
            "2800:3f0::1",
            "2606:4700::1",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn only_named_hosts_are_asked_and_addresses_must_be_public_or_allowed() {
        let strict = allowed(&["api.example.com", "127.0.0.1", "[::1]"], &[]);
        assert!(strict.host("API.example.com"));
        assert!(!strict.host("example.com"));
        assert!(!strict.host("api.example.com.evil.example"));
        assert!(!strict.host("127.0.0.1") && !strict.host("[::1]"));
        let open = allowed(&["127.0.0.1"], &["127.0.0.0/8"]);
        assert!(open.host("127.0.0.1"));
        assert!(!open.host("127.0.0.2"));
    }

    #[tokio::test]
    async fn a_name_that_points_within_the_walls_is_not_connected_to() {
        let name = || "localhost".parse::<Name>().unwrap();
        let mut strict = allowed(&["localhost"], &[]);
        let refused = strict.call(name()).await.err().unwrap();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        let mut open = allowed(&["localhost"], &["127.0.0.0/8", "::1"]);
        assert!(open.call(name()).await.unwrap().len() > 0);
    }
}
