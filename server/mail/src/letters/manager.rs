//! What the mails to contract managers about their work hold.

use locales::{mail as t, number};

use super::{Frame, Letter, Request};

/// Tells a contract manager that somebody assigned a request to them.
pub struct RequestAssigned {
    pub name: String,
    /// Who did it.
    pub by: String,
    pub request: Request,
    pub link: String,
}

impl Letter for RequestAssigned {
    templates!(
        RequestAssigned,
        "request-assigned/text.txt",
        "request-assigned/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::assigned_subject(frame.locale, &self.request.number)
    }
}

/// Tells a contract manager of all that came in a day.
pub struct RequestDigest {
    pub name: String,
    pub items: Vec<DigestItem>,
    /// Whether there are more than these.
    pub has_more: bool,
    pub link: String,
    /// Where to choose another kind of mail.
    pub choose: String,
}

/// A request in a digest.
pub struct DigestItem {
    pub request: Request,
    pub cnpj: String,
    pub description: String,
    pub link: String,
}

impl Letter for RequestDigest {
    templates!(
        RequestDigest,
        "request-digest/text.txt",
        "request-digest/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        let locale = frame.locale;
        let count = |count: usize| number::count(count as u64, locale);
        match self.items.len() {
            many if self.has_more => t::digest_subject_many(locale, count(many)),
            1 => t::digest_subject_one(locale).to_owned(),
            some => t::digest_subject(locale, count(some)),
        }
    }
}

/// Tells a contract manager what they decide on.
pub struct ManagerCoverage {
    pub name: String,
    /// One line for each part.
    pub parts: Vec<String>,
    pub link: String,
}

impl Letter for ManagerCoverage {
    templates!(
        ManagerCoverage,
        "manager-coverage/text.txt",
        "manager-coverage/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::coverage_subject(frame.locale).to_owned()
    }
}
