//! Which hosts and addresses calls may be forwarded to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// What the operator's configuration allows.
#[derive(Clone, Debug, Default)]
pub struct UpstreamPolicy {
    /// In lower case.
    pub hosts: Vec<String>,
    /// Networks that are not public and allowed nevertheless.
    pub networks: Vec<IpNet>,
}

/// Why calls are not forwarded to an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpstreamRefusal {
    #[error("the address should be http:// or https://, a host and perhaps a path")]
    Malformed,
    /// The host that no line of the configuration names.
    #[error("BALCAO_UPSTREAM_HOSTS does not name {0}")]
    Host(String),
    /// The host is an address within somebody's walls.
    #[error(
        "{0} is an address within somebody's walls, and BALCAO_UPSTREAM_NETWORKS does not name its network"
    )]
    Network(IpAddr),
}

impl UpstreamPolicy {
    /// Checks the address of an upstream. The addresses that a name stands for are checked at each
    /// call.
    ///
    /// # Errors
    /// When no call would be forwarded there.
    pub fn check(&self, url: &str) -> Result<(), UpstreamRefusal> {
        let url: url::Url = url.parse().map_err(|_| UpstreamRefusal::Malformed)?;
        let plain = matches!(url.scheme(), "http" | "https")
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        let host = url.host_str().filter(|_| plain);
        let host = bare(host.ok_or(UpstreamRefusal::Malformed)?).to_ascii_lowercase();
        if !self.names(&host) {
            return Err(UpstreamRefusal::Host(host));
        }
        match host.parse() {
            Ok(address) if !self.address(address) => Err(UpstreamRefusal::Network(address)),
            _ => Ok(()),
        }
    }

    /// Whether calls may be forwarded to a host; a host that is an address must be an allowed one.
    #[must_use]
    pub fn host(&self, host: &str) -> bool {
        let host = bare(host).to_ascii_lowercase();
        // An address is not resolved later, so it is checked here.
        self.names(&host) && host.parse().map_or(true, |address| self.address(address))
    }

    /// Whether calls may be forwarded to an address.
    #[must_use]
    pub fn address(&self, address: IpAddr) -> bool {
        is_public_or_in(address, &self.networks)
    }

    fn names(&self, host: &str) -> bool {
        self.hosts.iter().any(|named| bare(named) == host)
    }
}

/// Whether an address belongs to the internet at large, or to one of these networks.
#[must_use]
pub fn is_public_or_in(address: IpAddr, networks: &[IpNet]) -> bool {
    let address = address.to_canonical();
    is_public(address) || networks.iter().any(|network| network.contains(&address))
}

/// Without the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
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

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(hosts: &[&str], networks: &[&str]) -> UpstreamPolicy {
        UpstreamPolicy {
            hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
            networks: networks.iter().map(|it| it.parse().unwrap()).collect(),
        }
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

    #[test]
    fn what_is_missing_in_the_configuration_is_named() {
        let policy = allowed(&["api.example.com", "10.0.0.1"], &[]);
        let refusal = |url| policy.check(url).err();
        for url in [
            "https://API.example.com",
            "http://api.example.com:8080/base",
        ] {
            assert_eq!(refusal(url), None, "{url}");
        }
        for url in [
            "api.example.com",
            "ftp://api.example.com",
            "https://api.example.com/?key=1",
            "https://ana:senha@api.example.com/",
            "https://",
        ] {
            assert_eq!(refusal(url), Some(UpstreamRefusal::Malformed), "{url}");
        }
        let host = UpstreamRefusal::Host("api.example.org".to_owned());
        assert_eq!(refusal("https://api.example.org/"), Some(host));
        let network = UpstreamRefusal::Network([10, 0, 0, 1].into());
        assert_eq!(refusal("http://10.0.0.1/"), Some(network));
    }
}
