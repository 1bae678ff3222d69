//! The hosts and addresses that calls may be forwarded to. An address is checked after its name was
//! resolved, and the connection uses the checked one, so a name that changes meanwhile gains
//! nothing.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    vec,
};

use hyper_util::client::legacy::connect::dns::Name;
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

/// Whether an address is a public one (IANA special-purpose registries, RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_documentation()
                || v4.is_multicast()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b))
                || (a == 198 && (b == 18 || b == 19))
                || (a, b, c) == (192, 0, 0)
                || (a, b, c) == (192, 88, 99))
        }
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            // Global unicast is 2000::/3. The ranges of 6to4 and Teredo are left out, as they carry
            // IPv4 addresses.
            first & 0xe000 == 0x2000
                && first != 0x2002
                && first != 0x3fff
                && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
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
