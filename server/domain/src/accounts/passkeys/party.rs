//! The portal as passkeys know it: by the host of its public URL.

use url::Url;
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

use super::PasskeyError;
use crate::settings::Settings;

/// Whether passkeys can be used: not where people reach the portal at an IP address, as none belongs
/// to one (Web Authentication §5.1.2).
#[must_use]
pub fn are_offered(settings: &Settings) -> bool {
    party(settings).is_ok()
}

pub(super) fn party(settings: &Settings) -> Result<Webauthn, PasskeyError> {
    let origin = Url::parse(&settings.public_url).map_err(|_| PasskeyError::NotOffered)?;
    let host = origin.domain().ok_or(PasskeyError::NotOffered)?;
    WebauthnBuilder::new(host, &origin)
        .and_then(|builder| builder.rp_name(&settings.brand_name).build())
        .map_err(|_| PasskeyError::NotOffered)
}
