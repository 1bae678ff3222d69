//! What the mails to a group hold: its address, and the quota and the keys of an application.

use chrono_tz::Tz;
use locales::{Locale, mail as t};

use super::{Frame, Letter, Request};
use domain::{clock::Timestamp, dates};

/// When something ends, as the reader's language writes it.
pub struct End {
    pub day: String,
    pub moment: String,
}

impl End {
    pub fn new(at: Timestamp, zone: Tz, locale: Locale) -> Self {
        Self {
            day: dates::date(at, zone, locale),
            moment: dates::date_time(at, zone, locale),
        }
    }
}

/// Asks whether an address may get the mails of a group.
pub struct GroupAddress {
    pub by: String,
    pub link: String,
    pub good_for: String,
}

impl Letter for GroupAddress {
    templates!(
        GroupAddress,
        "group-address/text.txt",
        "group-address/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::address_subject(frame.locale, frame.brand)
    }
}

/// Tells a group how much of the quota of its application is used.
pub struct QuotaMark {
    pub name: String,
    pub request: Request,
    pub percent: u8,
    pub used: String,
    pub calls: String,
    pub of_trial: bool,
    /// When the plan renews, if it does.
    pub renewal: Option<End>,
    pub link: String,
}

impl Letter for QuotaMark {
    templates!(QuotaMark, "quota-mark/text.txt", "quota-mark/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        let (name, percent) = (&self.request.name, self.percent);
        if self.of_trial {
            t::mark_subject(frame.locale, name, percent)
        } else {
            t::plan_mark_subject(frame.locale, name, percent)
        }
    }
}

/// Tells whoever has a webhook that nothing is sent to it any more.
pub struct WebhookPaused {
    pub name: String,
    /// Where it leads to; the rest of its address may be a secret.
    pub host: String,
    /// Whether the receiver said that it is gone, instead of taking nothing for days.
    pub is_gone: bool,
    pub link: String,
}

impl Letter for WebhookPaused {
    templates!(
        WebhookPaused,
        "webhook-paused/text.txt",
        "webhook-paused/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::webhook_paused_subject(frame.locale, frame.brand)
    }
}

/// Tells a group that there is another secret key; never holds one.
pub struct SecretAdded {
    pub name: String,
    pub by: String,
    pub secret: String,
    pub request: Request,
    pub link: String,
}

impl Letter for SecretAdded {
    templates!(
        SecretAdded,
        "secret-added/text.txt",
        "secret-added/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::secret_added_subject(frame.locale, &self.request.name)
    }
}

/// Tells a group that a secret key works no longer, or until when it still does.
pub struct SecretRevoked {
    pub name: String,
    pub by: String,
    pub secret: String,
    pub end: Option<End>,
    pub request: Request,
    pub link: String,
}

impl Letter for SecretRevoked {
    templates!(
        SecretRevoked,
        "secret-revoked/text.txt",
        "secret-revoked/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        let name = &self.request.name;
        match &self.end {
            Some(end) => t::secret_ending_subject(frame.locale, name, &end.day),
            None => t::secret_revoked_subject(frame.locale, name),
        }
    }
}

/// Tells a group that its secret keys changed more often than it was told of one by one.
pub struct SecretsChanged {
    pub name: String,
    pub request: Request,
    pub link: String,
}

impl Letter for SecretsChanged {
    templates!(
        SecretsChanged,
        "secrets-changed/text.txt",
        "secrets-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::secrets_changed_subject(frame.locale, &self.request.name)
    }
}

/// Tells a group how long a secret key still works.
pub struct SecretExpires {
    pub name: String,
    pub secret: String,
    pub end: End,
    pub request: Request,
    pub link: String,
}

impl Letter for SecretExpires {
    templates!(
        SecretExpires,
        "secret-expires/text.txt",
        "secret-expires/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::secret_expires_subject(frame.locale, &self.request.name, &self.end.day)
    }
}
