//! What is set of the audit trail.

use std::path::{Path, PathBuf};

use axum::http::Uri;
use domain::settings::AuditRetention;
use url::Url;

use super::{duration, reader::Reader, settings};
use crate::siem::{HttpConfig, SiemConfig};

pub fn retention(reader: &mut Reader) -> AuditRetention {
    AuditRetention {
        comings: reader.value(&settings::AUDIT_SIGN_INS_KEPT, duration::parse),
        changes: reader.value(&settings::AUDIT_CHANGES_KEPT, duration::parse),
        export_first: reader.value(&settings::AUDIT_EXPORT_FIRST, |text| text.parse().ok()),
    }
}

pub fn siem(reader: &mut Reader) -> SiemConfig {
    let url = reader.optional(&settings::AUDIT_HTTP, http_address);
    let token_file = reader.optional(&settings::AUDIT_HTTP_TOKEN_FILE, |text| {
        Path::new(text).is_file().then(|| PathBuf::from(text))
    });
    SiemConfig {
        http: url.map(|url| HttpConfig { url, token_file }),
        syslog: reader.optional(&settings::AUDIT_SYSLOG, |text| text.parse().ok()),
    }
}

/// An address that programs are asked at, with a host and without a password.
fn http_address(text: &str) -> Option<Uri> {
    let url = Url::parse(text).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_http = matches!(url.scheme(), "http" | "https");
    (is_http && is_plain).then(|| url.as_str().parse().ok())?
}
