//! What tokens are for (RFC 8707). All of the portal's own APIs are one resource, which it names in its
//! metadata (RFC 9728 §2).

use super::TokenRefusal;
use crate::{Portal, settings::Settings};

/// The resource that the portal guards.
#[must_use]
pub fn resource(settings: &Settings) -> &str {
    &settings.public_url
}

/// The resource that is asked for by these names, of which there may be none. Programs that take
/// addresses apart add the slash of an empty path.
pub(super) fn named<'a>(
    portal: &Portal,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<String, UnknownResource> {
    let own = resource(&portal.settings);
    let mut names = names.into_iter();
    if names.all(|name| name.strip_suffix('/').unwrap_or(name) == own) {
        Ok(own.to_owned())
    } else {
        Err(UnknownResource)
    }
}

/// The portal guards no such resource (RFC 8707 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownResource;

impl From<UnknownResource> for TokenRefusal {
    fn from(_: UnknownResource) -> Self {
        Self::Resource
    }
}
