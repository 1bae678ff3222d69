//! What the owner of a portal decides and the domain must know.

use std::time::Duration;

use chrono_tz::Tz;

use crate::vocabulary::{Algorithm, CorporateMailPolicy};

#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and authority, no trailing slash; every link in a mail starts with it.
    pub public_url: String,
    pub brand_name: String,
    /// Times are shown in it.
    pub time_zone: Tz,
    /// The version of terms and privacy notice that people consent to.
    pub terms_version: String,
    pub corporate_mail: CorporateMailPolicy,
    pub lifetimes: Lifetimes,
    pub audit: AuditRetention,
    /// Whether contract managers decide on requests of their own, in a portal that has nobody
    /// else; the trail says each time that they did.
    pub decide_own_requests: bool,
    /// How access tokens are signed by keys made from now on.
    pub signing: Algorithm,
}

/// How long the audit trail is kept.
#[derive(Clone, Copy, Debug)]
pub struct AuditRetention {
    /// Who came in and left. At least six months in Brazil (Lei 12.965/2014, art. 15).
    pub comings: Duration,
    /// All else that was done.
    pub changes: Duration,
    /// Whether nothing is deleted that was not exported.
    pub export_first: bool,
}

impl Default for AuditRetention {
    fn default() -> Self {
        const DAY: u64 = 24 * 60 * 60;
        Self {
            comings: Duration::from_secs(365 * DAY),
            changes: Duration::from_secs(5 * 365 * DAY),
            export_first: false,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Lifetimes {
    /// A one-time link of a registration.
    pub registration_link: Duration,
    /// A one-time link of a forgotten password.
    pub reset_link: Duration,
    /// A session that nobody uses.
    pub session_idle: Duration,
    /// Any session.
    pub session_absolute: Duration,
    /// The session a link opens, good for setting the password only.
    pub password_session: Duration,
    /// A password given, until what needs it again asks.
    pub confirmation: Duration,
    /// An access token.
    pub access_token: Duration,
}

impl Default for Lifetimes {
    fn default() -> Self {
        const HOUR: u64 = 60 * 60;
        Self {
            registration_link: Duration::from_secs(48 * HOUR),
            reset_link: Duration::from_secs(HOUR),
            session_idle: Duration::from_secs(12 * HOUR),
            session_absolute: Duration::from_secs(14 * 24 * HOUR),
            password_session: Duration::from_secs(HOUR / 2),
            confirmation: Duration::from_secs(HOUR / 2),
            access_token: Duration::from_secs(HOUR),
        }
    }
}
