//! The public URL of the portal: links in mails start with it, and forms come from its origin.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use url::{Host, Url};

/// The origin as a browser writes it (RFC 6454 §6.1): scheme, host and port in lower case, without
/// the scheme's own port, and without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    url: Url,
    origin: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a public URL")]
pub struct InvalidPublicUrl;

impl PublicUrl {
    /// The URL of a server that listens on this machine alone: by its name where that leads there,
    /// since no passkey belongs to an address (Web Authentication §5.1.2).
    #[must_use]
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "an address with its port is always the end of a URL"
    )]
    pub fn of_this_machine(listen: SocketAddr) -> Self {
        let names = [
            Ipv4Addr::LOCALHOST.into(),
            IpAddr::from(Ipv6Addr::LOCALHOST),
        ];
        let url = if names.contains(&listen.ip()) {
            Url::parse(&format!("http://localhost:{}", listen.port()))
        } else {
            Url::parse(&format!(
                "http://{}",
                SocketAddr::new(listen.ip(), listen.port())
            ))
        };
        Self::new(url.expect("a host and a port"))
    }

    fn new(url: Url) -> Self {
        let origin = url.origin().ascii_serialization();
        Self { url, origin }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// The host and port to connect to.
    #[must_use]
    pub fn host_and_port(&self) -> String {
        let port = self.url.port_or_known_default().unwrap_or_default();
        format!("{}:{port}", self.host())
    }

    /// The host without the port; an IPv6 address has its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    #[must_use]
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Whether its host is an address, which no passkey belongs to.
    #[must_use]
    pub fn is_address(&self) -> bool {
        matches!(self.url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)))
    }

    /// Whether it leads to the machine of whoever opens it.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }
}

impl FromStr for PublicUrl {
    type Err = InvalidPublicUrl;

    fn from_str(text: &str) -> Result<Self, InvalidPublicUrl> {
        let text = text.trim();
        let url = Url::parse(text).map_err(|_| InvalidPublicUrl)?;
        if !matches!(url.scheme(), "http" | "https") || !is_host_and_port(text) {
            return Err(InvalidPublicUrl);
        }
        Ok(Self::new(url))
    }
}

/// Whether the text has no user name, no path, no colon without a port, and nothing that browsers
/// correct.
fn is_host_and_port(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("://") else {
        return false;
    };
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let belongs = |c: char| c.is_ascii_graphic() && !"/\\?#@".contains(c);
    authority.chars().all(belongs) && !authority.ends_with(':')
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> PublicUrl {
        text.parse().unwrap()
    }

    #[test]
    fn it_is_written_as_a_browser_writes_an_origin() {
        assert_eq!(
            parsed("https://Portal.Empresa.com.br/").as_str(),
            "https://portal.empresa.com.br"
        );
        assert_eq!(
            parsed("https://portal.example:443").as_str(),
            "https://portal.example"
        );
        assert_eq!(
            parsed("http://127.0.0.1:3000").as_str(),
            "http://127.0.0.1:3000"
        );
        assert_eq!(parsed("http://[::1]:80").as_str(), "http://[::1]");
        assert_eq!(
            parsed("http://[2001:DB8:0:0::1]").as_str(),
            "http://[2001:db8::1]"
        );
    }

    #[test]
    fn this_machine_is_known() {
        for text in [
            "http://127.0.0.1:3000",
            "http://localhost",
            "http://[::1]:3000",
            "https://127.8.0.1",
        ] {
            assert!(parsed(text).is_loopback(), "{text}");
        }
        for text in [
            "http://localhost.example",
            "http://192.0.2.1",
            "https://portal.example",
        ] {
            assert!(!parsed(text).is_loopback(), "{text}");
        }
    }

    #[test]
    fn what_is_more_or_less_is_refused() {
        for text in [
            "",
            "portal.example",
            "//portal.example",
            "ftp://portal.example",
            "https://",
            "https://portal.example/balcao",
            "https://portal.example/balcao/..",
            "https:/portal.example",
            "https:\\\\portal.example",
            "https://portál.example",
            "https://portal.example?a=b",
            "https://ana@portal.example",
            "https://@portal.example",
            "https://portal.example?",
            "https://portal.example:",
            "https://portal.example:99999",
            "https://portal example",
        ] {
            assert_eq!(text.parse::<PublicUrl>(), Err(InvalidPublicUrl), "{text:?}");
        }
    }
}
