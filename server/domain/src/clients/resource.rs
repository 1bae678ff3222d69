//! What tokens are for (RFC 8707). All of the portal's own APIs are one resource, which it names in its
//! metadata (RFC 9728 §2).

use super::TokenRefusal;
use crate::{Portal, settings::Settings};

/// Where the portal's own APIs begin. Whoever asks for a token may name one of them: agents name the
/// address that they were given.
pub const OWN_APIS: [&str; 2] = ["/api/v1", "/mcp"];

/// The resource that the portal guards.
#[must_use]
pub fn resource(settings: &Settings) -> &str {
    &settings.public_url
}

/// The resource that is asked for by these names, of which there may be none: its own, or those of
/// APIs of its. Programs that take addresses apart add the slash of an empty path.
pub(super) fn named<'a>(
    portal: &Portal,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<String, UnknownResource> {
    let own = resource(&portal.settings);
    let mut names = names.into_iter();
    if names.all(|name| is_of(own, name)) {
        Ok(own.to_owned())
    } else {
        Err(UnknownResource)
    }
}

fn is_of(own: &str, name: &str) -> bool {
    let name = name.strip_suffix('/').unwrap_or(name);
    let below = name.strip_prefix(own);
    below.is_some_and(|below| below.is_empty() || OWN_APIS.contains(&below))
}

/// The portal guards no such resource (RFC 8707 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownResource;

impl From<UnknownResource> for TokenRefusal {
    fn from(_: UnknownResource) -> Self {
        Self::Resource
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portal_and_its_apis_are_one_resource() {
        let own = "https://balcao.example";
        for name in [
            "https://balcao.example",
            "https://balcao.example/",
            "https://balcao.example/mcp",
            "https://balcao.example/api/v1",
            "https://balcao.example/api/v1/",
        ] {
            assert!(is_of(own, name), "{name}");
        }
        for name in [
            "",
            "https://balcao.example.evil.example",
            "https://balcao.example:8443/mcp",
            "https://balcao.example/mcp?x=1",
            "https://balcao.example/mcp//",
            "https://balcao.example/crm/v1",
            "https://evil.example/mcp",
        ] {
            assert!(!is_of(own, name), "{name}");
        }
    }
}
