//! Tries an upstream. Pages do not know how that is done.

use std::{future::Future, pin::Pin};

use domain::{tls::TlsCause, upstreams::UpstreamRefusal};

/// Why an upstream cannot be reached, in a way that somebody can mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpstreamFailure {
    /// The configuration allows no calls there.
    Refused(UpstreamRefusal),
    /// Its name leads to addresses within somebody's walls alone, which the configuration does not
    /// allow.
    Within,
    Tls(TlsCause),
    /// What the system says, in English.
    Connection(String),
    TooLate,
}

/// What came of trying an upstream, once it is known.
pub type Probing = Pin<Box<dyn Future<Output = Result<(), UpstreamFailure>> + Send>>;

pub trait UpstreamProbe: Send + Sync {
    /// Connects to the upstream at this address, without sending a request.
    fn probe(&self, url: String) -> Probing;
}
