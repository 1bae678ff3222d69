//! What tokens are for (RFC 8707). All of the portal's own APIs are one resource, which it names in its
//! metadata (RFC 9728 §2); each of them is a narrower one. A token for one of them opens that one alone,
//! and no API behind a gateway.

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

/// A resource as it is called now: the portal may have had another address when it was stored.
pub(super) fn current(settings: &Settings, stored: &str) -> String {
    let below = OWN_APIS.iter().find(|api| stored.ends_with(**api));
    format!(
        "{}{}",
        resource(settings),
        below.copied().unwrap_or_default()
    )
}

/// Whether a token for this resource opens the API of the portal that begins there.
pub(super) fn opens(settings: &Settings, audience: &str, api: &str) -> bool {
    let below = audience.strip_prefix(resource(settings));
    below.is_some_and(|below| below.is_empty() || below == api)
}

/// Whether a token for this resource opens APIs that have the portal's tokens, too.
pub(crate) fn opens_others(settings: &Settings, audience: &str) -> bool {
    audience == resource(settings)
}

/// The resource that is asked for by these names; `None` where there are none. Whoever names several
/// wants the portal, which is all of them.
pub(super) fn named<'a>(
    portal: &Portal,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<Option<String>, UnknownResource> {
    let own = resource(&portal.settings);
    let mut asked: Option<&str> = None;
    for name in names {
        let name = known(own, name).ok_or(UnknownResource)?;
        asked = Some(match asked {
            Some(before) if before != name => own,
            _ => name,
        });
    }
    Ok(asked.map(str::to_owned))
}

/// What a token is for that is asked for by these names, of what was granted: all of it, or less
/// (RFC 8707 §2.2).
pub(super) fn narrowed<'a>(
    portal: &Portal,
    granted: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<String, UnknownResource> {
    let asked = named(portal, names)?;
    let asked = asked.unwrap_or_else(|| granted.to_owned());
    if asked == granted || granted == resource(&portal.settings) {
        Ok(asked)
    } else {
        Err(UnknownResource)
    }
}

/// The name of the portal, or of an API of its own, as tokens have it. Programs that take addresses
/// apart add the slash of an empty path.
fn known<'a>(own: &str, name: &'a str) -> Option<&'a str> {
    let name = name.strip_suffix('/').unwrap_or(name);
    let below = name.strip_prefix(own)?;
    (below.is_empty() || OWN_APIS.contains(&below)).then_some(name)
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
    fn the_portal_and_its_apis_are_known() {
        let own = "https://balcao.example";
        for (name, kept) in [
            ("https://balcao.example", "https://balcao.example"),
            ("https://balcao.example/", "https://balcao.example"),
            ("https://balcao.example/mcp", "https://balcao.example/mcp"),
            (
                "https://balcao.example/api/v1/",
                "https://balcao.example/api/v1",
            ),
        ] {
            assert_eq!(known(own, name), Some(kept), "{name}");
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
            assert_eq!(known(own, name), None, "{name}");
        }
    }
}
