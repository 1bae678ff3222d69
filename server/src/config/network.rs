//! A network of addresses, or a single address.

use std::{net::IpAddr, str::FromStr};

use ipnet::IpNet;

/// Addresses with the same first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(IpNet);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither an address nor a network")]
pub struct InvalidNetwork;

impl Network {
    /// As the crate that computes with networks has it.
    #[must_use]
    pub const fn net(&self) -> IpNet {
        self.0
    }

    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}

impl FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, InvalidNetwork> {
        let network = text.parse().or_else(|_| text.parse().map(IpAddr::into));
        network.map(Self).map_err(|_| InvalidNetwork)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(network: &str, address: &str) -> bool {
        network
            .parse::<Network>()
            .unwrap()
            .contains(address.parse().unwrap())
    }

    #[test]
    fn a_network_knows_its_own() {
        assert!(within("10.0.0.0/8", "10.255.0.1"));
        assert!(within("10.0.0.0/8", "::ffff:10.1.2.3"));
        assert!(within("127.0.0.1", "127.0.0.1"));
        assert!(within("0.0.0.0/0", "203.0.113.7"));
        assert!(within("2001:db8::/32", "2001:db8:1::1"));
        assert!(within("::/0", "2001:db8:1::1"));
    }

    #[test]
    fn a_network_knows_strangers() {
        assert!(!within("10.0.0.0/8", "11.0.0.1"));
        assert!(!within("127.0.0.1", "127.0.0.2"));
        assert!(!within("0.0.0.0/0", "::1"));
        assert!(!within("2001:db8::/32", "2001:db9::1"));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "",
            "localhost",
            "10.0.0.0/33",
            "10.0.0/8",
            "::1/129",
            "10.0.0.0/-1",
            "10.0.0.0/",
        ] {
            assert_eq!(text.parse::<Network>(), Err(InvalidNetwork), "{text:?}");
        }
    }
}
