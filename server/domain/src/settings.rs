//! The settings of a portal that the domain needs.

pub mod runtime;

use std::time::Duration;

use chrono::TimeDelta;
use chrono_tz::Tz;
use ipnet::IpNet;

use runtime::SettingName;

use crate::{
    business_hours::BusinessHours,
    clock::Timestamp,
    upstreams::UpstreamPolicy,
    vocabulary::{Algorithm, CorporateMailPolicy, Email, StaffFactorPolicy},
};

#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and authority, no trailing slash; every link in a mail starts with it.
    pub public_url: String,
    pub brand_name: String,
    /// The zone that times are shown in.
    pub time_zone: Tz,
    /// The version of terms and privacy notice that people consent to.
    pub terms_version: String,
    /// Where answers go to mails about a message to support, if there is such an address.
    pub support_email: Option<Email>,
    pub corporate_mail: CorporateMailPolicy,
    pub lifetimes: Lifetimes,
    pub audit: AuditRetention,
    /// Whether contract managers may decide on their own requests, for a portal with a single
    /// manager; the audit trail records each such decision.
    pub decide_own_requests: bool,
    /// By when requests are to be decided, unless administrators chose another time.
    pub decision_target: DecisionTarget,
    /// Whether whoever has a role needs a second factor to use it.
    pub staff_second_factor: StaffFactorPolicy,
    /// The algorithm of signing keys that are made from now on.
    pub signing: Algorithm,
    /// Where calls may be forwarded to.
    pub upstreams: UpstreamPolicy,
    /// Networks that are not public and that webhooks may lead to nevertheless.
    pub webhook_networks: Vec<IpNet>,
    /// What administrators cannot change, since the environment or the file says it.
    pub fixed: Vec<SettingName>,
}

impl Settings {
    /// The moment by which so much working time has passed.
    #[must_use]
    pub fn after_working_time(&self, from: Timestamp, span: TimeDelta) -> Timestamp {
        let hours = self.decision_target.hours;
        hours.after(from, span, self.time_zone)
    }

    /// How much working time lies between two moments.
    #[must_use]
    pub fn working_time(&self, from: Timestamp, to: Timestamp) -> TimeDelta {
        let hours = self.decision_target.hours;
        hours.between(from, to, self.time_zone)
    }
}

/// By when requests are to be decided: a time, counted in working hours of the portal's zone.
#[derive(Clone, Copy, Debug)]
pub struct DecisionTarget {
    pub within: Duration,
    pub hours: BusinessHours,
}

impl Default for DecisionTarget {
    /// Two days of work, nearly.
    fn default() -> Self {
        Self {
            within: Duration::from_hours(16),
            hours: BusinessHours::default(),
        }
    }
}

/// How long the audit trail is kept.
#[derive(Clone, Copy, Debug)]
pub struct AuditRetention {
    /// For sign-ins and sign-outs. Brazil asks for six months at least (Lei 12.965/2014, art. 15).
    pub comings: Duration,
    /// For everything else.
    pub changes: Duration,
    /// Whether events are deleted only after they were exported.
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
    /// For a one-time link of a registration.
    pub registration_link: Duration,
    /// For a one-time link of a forgotten password.
    pub reset_link: Duration,
    /// For a session that is not used.
    pub session_idle: Duration,
    /// For any session.
    pub session_absolute: Duration,
    /// For a session that a link opened, which may only set the password.
    pub password_session: Duration,
    /// How long a given password counts as a confirmation.
    pub confirmation: Duration,
    /// For an access token.
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
