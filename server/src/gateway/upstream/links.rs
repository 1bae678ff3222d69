//! Maps addresses in an upstream's headers to those that callers use, or drops them.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header, uri::Authority};

use super::forward::has_dot_segments;

/// How the addresses of an upstream are read.
pub struct Links<'a> {
    /// The upstream's own address, up to the API's part.
    pub upstream: &'a Uri,
    /// The base path of the API on the portal.
    pub base_path: &'a str,
    pub public_url: &'a str,
}

impl Links<'_> {
    /// Maps `Location`, `Content-Location` and `Link`, and drops addresses outside of the API.
    pub fn map(&self, headers: &mut HeaderMap) {
        for name in [header::LOCATION, header::CONTENT_LOCATION] {
            replace(headers, &name, |text| self.reference(text.trim()));
        }
        replace(headers, &header::LINK, |text| {
            let links: Vec<_> = link_values(text).filter_map(|it| self.link(it)).collect();
            (!links.is_empty()).then(|| links.join(", "))
        });
    }

    /// `<address>; rel=…` (RFC 8288 §3).
    fn link(&self, value: &str) -> Option<String> {
        let (address, parameters) = value.trim().strip_prefix('<')?.split_once('>')?;
        Some(format!("<{}>{parameters}", self.reference(address.trim())?))
    }

    /// Maps an absolute address, or a reference relative to the call (RFC 3986 §4.1).
    fn reference(&self, text: &str) -> Option<String> {
        if let Some(rest) = text.strip_prefix("//") {
            let scheme = self.upstream.scheme_str()?;
            return self.absolute(&format!("{scheme}://{rest}"));
        }
        if text.starts_with('/') {
            return self.path(text);
        }
        if has_scheme(text) {
            return self.absolute(text);
        }
        let path = text.split(['?', '#']).next().unwrap_or_default();
        (!has_dot_segments(path)).then(|| text.to_owned())
    }

    fn absolute(&self, text: &str) -> Option<String> {
        let public = text.strip_prefix(self.public_url);
        if public.is_some_and(|rest| within(rest, self.base_path).is_some()) {
            return Some(text.to_owned());
        }
        let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
        let address: Uri = address.parse().ok()?;
        if origin(&address)? != origin(self.upstream)? {
            return None;
        }
        let path = self.path(address.path_and_query()?.as_str())?;
        let hash = if fragment.is_empty() { "" } else { "#" };
        Some(format!("{}{path}{hash}{fragment}", self.public_url))
    }

    fn path(&self, text: &str) -> Option<String> {
        let rest = within(text, self.upstream.path().trim_end_matches('/'))?;
        Some(format!("{}{rest}", self.base_path))
    }
}

/// The rest of a text after the base, which must end at a segment.
fn within<'t>(text: &'t str, base: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(base)?;
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let ends = rest.is_empty() || rest.starts_with(['/', '?', '#']);
    (ends && !has_dot_segments(path)).then_some(rest)
}

/// Scheme, host and port, with the default port of the scheme.
fn origin(uri: &Uri) -> Option<(&str, String, u16)> {
    let scheme = uri.scheme_str()?;
    let usual = if scheme == "https" { 443 } else { 80 };
    let authority = uri.authority().map(Authority::as_str)?;
    let host = uri.host()?;
    // A user name before the host makes it another address.
    if authority.contains('@') {
        return None;
    }
    let port = uri.port_u16().unwrap_or(usual);
    Some((scheme, host.to_ascii_lowercase(), port))
}

/// Whether the text begins with a scheme (RFC 3986 §3.1).
fn has_scheme(text: &str) -> bool {
    let end = text.find([':', '/', '?', '#']);
    end.is_some_and(|end| text[end..].starts_with(':'))
}

/// The values of a list, where commas may also stand within addresses and texts.
fn link_values(text: &str) -> impl Iterator<Item = &str> {
    let (mut in_address, mut in_text, mut escaped) = (false, false, false);
    text.split(move |c| {
        let ends = c == ',' && !in_address && !in_text;
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' if !in_address => in_text = !in_text,
            '<' if !in_text => in_address = true,
            '>' if !in_text => in_address = false,
            _ => {}
        }
        ends
    })
}

fn replace(headers: &mut HeaderMap, name: &HeaderName, map: impl Fn(&str) -> Option<String>) {
    let values = headers.get_all(name).iter();
    let mapped: Vec<_> = values
        .filter_map(|value| map(value.to_str().ok()?))
        .filter_map(|text| HeaderValue::try_from(text).ok())
        .collect();
    headers.remove(name);
    for value in mapped {
        headers.append(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: &str = "https://portal.example";

    fn mapped(name: &HeaderName, value: &str) -> String {
        let upstream: Uri = "http://10.0.0.5:8080/base/".parse().unwrap();
        let links = Links {
            upstream: &upstream,
            base_path: "/crm/v1",
            public_url: PUBLIC,
        };
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        links.map(&mut headers);
        let value = headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default().to_owned()
    }

    #[test]
    fn what_lies_within_the_api_is_told_as_callers_reach_it() {
        for (theirs, ours) in [
            (
                "http://10.0.0.5:8080/base/contacts/7?x=1",
                "https://portal.example/crm/v1/contacts/7?x=1",
            ),
            (
                "http://10.0.0.5:8080/base#top",
                "https://portal.example/crm/v1#top",
            ),
            ("//10.0.0.5:8080/base/a", "https://portal.example/crm/v1/a"),
            ("/base/contacts/7", "/crm/v1/contacts/7"),
            ("/base?page=2", "/crm/v1?page=2"),
            ("contacts/7?when=10:30", "contacts/7?when=10:30"),
            ("?page=2", "?page=2"),
            (
                "https://portal.example/crm/v1/contacts/7",
                "https://portal.example/crm/v1/contacts/7",
            ),
        ] {
            assert_eq!(mapped(&header::LOCATION, theirs), ours, "{theirs}");
            assert_eq!(mapped(&header::CONTENT_LOCATION, theirs), ours, "{theirs}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_not_told() {
        for theirs in [
            "http://10.0.0.5:8080/admin",
            "http://10.0.0.5:8080/basement",
            "http://10.0.0.5:9090/base/x",
            "https://10.0.0.5:8080/base/x",
            "http://user@10.0.0.5:8080/base/x",
            "http://evil.example/base/x",
            "//evil.example/base",
            "/admin",
            "/base/../admin",
            "/base/%2e%2e/admin",
            "../admin",
            "javascript:alert(1)",
            "https://portal.example/conta",
            "https://portal.example.evil.example/crm/v1",
        ] {
            assert_eq!(mapped(&header::LOCATION, theirs), "", "{theirs}");
        }
    }

    #[test]
    fn links_are_mapped_one_by_one() {
        let theirs = "<http://10.0.0.5:8080/base/a,b?p=2>; rel=\"next\"; title=\"a, <b>\", \
                      <http://10.0.0.5:8080/admin>; rel=up, </base/x>; rel=last";
        assert_eq!(
            mapped(&header::LINK, theirs),
            "<https://portal.example/crm/v1/a,b?p=2>; rel=\"next\"; title=\"a, <b>\", \
             </crm/v1/x>; rel=last"
        );
        assert_eq!(mapped(&header::LINK, "</admin>; rel=up"), "");
        assert_eq!(mapped(&header::LINK, "nonsense"), "");
    }
}
