//! Addresses that are taken for one, because one customer of a provider has them all.

use std::net::IpAddr;

use ipnet::IpNet;

/// One owner has one IPv4 address, and at least 64 bits of IPv6 addresses (RFC 6177).
#[must_use]
pub fn of_owner(address: IpAddr) -> IpAddr {
    first(address, 32)
}

/// The part of the net that one customer of a provider has to themselves: /24, or /64 in IPv6.
#[must_use]
pub fn of_customer(address: IpAddr) -> IpAddr {
    first(address, 24)
}

/// The first address of the network around this one.
fn first(address: IpAddr, ipv4_bits: u8) -> IpAddr {
    let address = address.to_canonical();
    let bits = if address.is_ipv4() { ipv4_bits } else { 64 };
    IpNet::new_assert(address, bits).network()
}
