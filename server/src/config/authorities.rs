//! Certificate authorities that the owner adds to those of the operating system.

use std::fs;

use domain::tls::Trust;

/// The certificates in a PEM file; `None` where the file is missing, or holds something that is no
/// certificate.
pub fn read(path: &str) -> Option<Trust> {
    Trust::with(&fs::read(path).ok()?)
}
