//! Whom the owner trusts beside those whom the operating system does.

use std::fs;

use domain::tls::Trust;

/// The certificates in a PEM file; none where there is no such file, or where something in it is
/// no certificate.
pub fn read(path: &str) -> Option<Trust> {
    Trust::with(&fs::read(path).ok()?)
}
