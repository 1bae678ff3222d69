//! What the mails to a group hold, most of them about the use of an application.

use std::ops::Deref;

use askama::Template;
use chrono_tz::Tz;
use locales::{Locale, mail as t, use_mail as u};

use super::{Frame, Letter, Parts, Request, View, one_line};
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

letter! {
    /// Asks whether an address may get the mails of a group.
    GroupAddress { by: String, link: String, good_for: String }
    in "group-address/subject.txt",
       "group-address/text.txt",
       "group-address/html.html"
}

letter! {
    /// Tells a group how much of the quota of its application is used.
    QuotaMark {
        name: String,
        request: Request,
        percent: u8,
        used: String,
        calls: String,
        link: String,
    }
    in "quota-mark/subject.txt", "quota-mark/text.txt", "quota-mark/html.html"
}

letter! {
    /// Tells a group that there is another secret key; never holds one.
    SecretAdded { name: String, by: String, secret: String, request: Request, link: String }
    in "secret-added/subject.txt",
       "secret-added/text.txt",
       "secret-added/html.html"
}

letter! {
    /// Tells a group that a secret key works no longer, or until when it still does.
    SecretRevoked {
        name: String,
        by: String,
        secret: String,
        end: Option<End>,
        request: Request,
        link: String,
    }
    in "secret-revoked/subject.txt",
       "secret-revoked/text.txt",
       "secret-revoked/html.html"
}

letter! {
    /// Tells a group that its secret keys changed more often than it was told of one by one.
    SecretsChanged { name: String, request: Request, link: String }
    in "secrets-changed/subject.txt",
       "secrets-changed/text.txt",
       "secrets-changed/html.html"
}

letter! {
    /// Tells a group how long a secret key still works.
    SecretExpires { name: String, secret: String, end: End, request: Request, link: String }
    in "secret-expires/subject.txt",
       "secret-expires/text.txt",
       "secret-expires/html.html"
}
