//! The addresses that webhooks have.

use std::net::IpAddr;

use url::{Host, Url};

use crate::{settings::Settings, upstreams::is_public_or_in};

/// In characters.
pub const MAX_URL: usize = 500;

/// An address that messages may be sent to, as far as its text tells. Where its name leads to is
/// looked at in each attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookAddress(Url);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressMistake {
    Missing,
    TooLong,
    /// It is no absolute address, or has a name, a password or a fragment.
    Malformed,
    NotHttps,
    /// It names an address within somebody's walls.
    NotPublic,
}

impl WebhookAddress {
    /// # Errors
    /// The first of [`AddressMistake`] that applies, in the order given there.
    pub fn parse(text: &str, settings: &Settings) -> Result<Self, AddressMistake> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressMistake::Missing);
        }
        if text.chars().count() > MAX_URL {
            return Err(AddressMistake::TooLong);
        }
        let url: Url = text.parse().map_err(|_| AddressMistake::Malformed)?;
        let is_plain =
            url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        let host = url.host().filter(|_| is_plain);
        let host = host.ok_or(AddressMistake::Malformed)?;
        if url.scheme() != "https" {
            return Err(AddressMistake::NotHttps);
        }
        let leads_within = match host {
            Host::Ipv4(address) => !is_allowed(address.into(), settings),
            Host::Ipv6(address) => !is_allowed(address.into(), settings),
            // Names that stand for this very machine (RFC 6761 §6.3).
            Host::Domain(name) => {
                let name = name.trim_end_matches('.');
                let is_local = name == "localhost" || name.ends_with(".localhost");
                is_local && settings.webhook_networks.is_empty()
            }
        };
        if leads_within {
            return Err(AddressMistake::NotPublic);
        }
        Ok(Self(url))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

fn is_allowed(address: IpAddr, settings: &Settings) -> bool {
    is_public_or_in(address, &settings.webhook_networks)
}
