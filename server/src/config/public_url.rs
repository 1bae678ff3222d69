//! The public URL of the portal: links in mails start with it, and forms come from its origin.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use axum::http::{Uri, uri::Authority};

/// The origin as a browser writes it (RFC 6454 §6.1): scheme, host and port in lower case, without
/// the scheme's own port, and without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    https: bool,
    loopback: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a public URL")]
pub struct InvalidPublicUrl;

impl PublicUrl {
    /// The URL of a server that listens on this machine alone.
    #[must_use]
    pub fn of_this_machine(listen: SocketAddr) -> Self {
        let host = match listen.ip() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        };
        Self::new(false, &host, Some(listen.port()))
    }

    fn new(https: bool, host: &str, port: Option<u16>) -> Self {
        let (scheme, usual_port) = if https { ("https", 443) } else { ("http", 80) };
        let host = host.to_ascii_lowercase();
        let port = port.filter(|port| *port != usual_port);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Self {
            origin: format!("{scheme}://{host}{port}"),
            https,
            loopback: is_loopback(&host),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// The host and port to connect to.
    #[must_use]
    pub fn host_and_port(&self) -> String {
        let authority = self
            .origin
            .split_once("://")
            .map_or("", |(_, authority)| authority);
        let has_port = authority
            .rsplit_once(':')
            .is_some_and(|(_, port)| !port.ends_with(']'));
        let usual = if self.https { 443 } else { 80 };
        if has_port {
            authority.to_owned()
        } else {
            format!("{authority}:{usual}")
        }
    }

    /// The host without the port; an IPv6 address has its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        let authority = self.origin.split_once("://").map_or("", |(_, it)| it);
        match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => host,
            _ => authority,
        }
    }

    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// Whether it leads to the machine of whoever opens it.
    #[must_use]
    pub const fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl FromStr for PublicUrl {
    type Err = InvalidPublicUrl;

    fn from_str(text: &str) -> Result<Self, InvalidPublicUrl> {
        let uri: Uri = text.trim().parse().map_err(|_| InvalidPublicUrl)?;
        let https = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(InvalidPublicUrl),
        };
        let authority = uri.authority().ok_or(InvalidPublicUrl)?;
        let bare = uri.path_and_query().is_none_or(|rest| rest.as_str() == "/");
        if !bare || !is_host_and_port(authority) {
            return Err(InvalidPublicUrl);
        }
        Ok(Self::new(https, authority.host(), authority.port_u16()))
    }
}

/// Whether there is no user name, and no colon without a port.
fn is_host_and_port(authority: &Authority) -> bool {
    let port = authority
        .port_u16()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    !authority.host().is_empty() && authority.as_str() == format!("{}{port}", authority.host())
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
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
            "https://portal.example?a=b",
            "https://ana@portal.example",
            "https://portal.example:",
            "https://portal.example:99999",
            "https://portal example",
        ] {
            assert_eq!(text.parse::<PublicUrl>(), Err(InvalidPublicUrl), "{text:?}");
        }
    }
}
