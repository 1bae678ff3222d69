//! What each mail holds, and the three templates of its folder that put it into words.

use std::ops::Deref;

use askama::Template;
use locales::{Locale, mail as t};

/// What stands on every mail: the reader's language, and whose portal it comes from.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub locale: Locale,
    pub brand: &'a str,
    /// The portal's public URL.
    pub home: &'a str,
}

/// A mail in words.
pub struct Parts {
    pub subject: String,
    pub text: String,
    pub html: String,
}

pub trait Letter {
    fn parts(&self, frame: Frame<'_>) -> askama::Result<Parts>;
}

/// What a mail tells of a request for access.
pub struct Request {
    pub number: String,
    pub api: String,
    pub plan: &'static str,
    /// The name of the application.
    pub name: String,
    pub group: String,
    pub company: String,
}

/// What a template sees, by the names of these fields.
struct View<'a, L> {
    frame: Frame<'a>,
    /// Empty while the subject itself is rendered.
    subject: &'a str,
    letter: &'a L,
}

impl<'a, L> Deref for View<'a, L> {
    type Target = Frame<'a>;

    fn deref(&self) -> &Frame<'a> {
        &self.frame
    }
}

macro_rules! template {
    ($part:ident of $letter:ident in $path:literal) => {
        #[derive(Template)]
        #[template(path = $path)]
        struct $part<'a>(&'a View<'a, $letter>);

        impl<'a> Deref for $part<'a> {
            type Target = View<'a, $letter>;

            fn deref(&self) -> &Self::Target {
                self.0
            }
        }
    };
}

macro_rules! letter {
    (
        $(#[$doc:meta])*
        $name:ident { $($field:ident: $type:ty),* $(,)? }
        in $subject:literal, $text:literal, $html:literal
    ) => {
        $(#[$doc])*
        pub struct $name {
            $(pub $field: $type),*
        }

        impl Letter for $name {
            fn parts(&self, frame: Frame<'_>) -> askama::Result<Parts> {
                template!(Subject of $name in $subject);
                template!(Text of $name in $text);
                template!(Html of $name in $html);

                let view = View { frame, subject: "", letter: self };
                let subject = one_line(&Subject(&view).render()?);
                let view = View { subject: &subject, ..view };
                let text = Text(&view).render()?;
                let html = Html(&view).render()?;
                Ok(Parts { subject, text, html })
            }
        }
    };
}

/// A line break in a subject would end the header it stands in.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

letter! {
    /// Confirms an address and leads to the first password.
    RegistrationLink { name: String, link: String, good_for: String }
    in "registration-link/subject.txt",
       "registration-link/text.txt",
       "registration-link/html.html"
}

letter! {
    /// Leads to another password.
    ResetLink { name: String, link: String, good_for: String }
    in "reset-link/subject.txt", "reset-link/text.txt", "reset-link/html.html"
}

letter! {
    /// Tells the owner of an account that somebody tried to register it again.
    AlreadyRegistered { name: String, sign_in: String, forgotten: String }
    in "already-registered/subject.txt",
       "already-registered/text.txt",
       "already-registered/html.html"
}

letter! {
    /// Tells that the password is another now.
    PasswordChanged { name: String, forgotten: String }
    in "password-changed/subject.txt",
       "password-changed/text.txt",
       "password-changed/html.html"
}

letter! {
    /// Tells what somebody may do from now on.
    RolesChanged { name: String, before: String, after: String, link: String }
    in "roles-changed/subject.txt",
       "roles-changed/text.txt",
       "roles-changed/html.html"
}

letter! {
    /// Tells the applicant that the request is in.
    RequestReceived { name: String, request: Request, link: String }
    in "request-received/subject.txt",
       "request-received/text.txt",
       "request-received/html.html"
}

letter! {
    /// Tells a contract manager that a request waits.
    DecisionAwaited { name: String, applicant: String, request: Request, link: String }
    in "decision-awaited/subject.txt",
       "decision-awaited/text.txt",
       "decision-awaited/html.html"
}

letter! {
    /// Tells a contract manager that more requests came than were told of one by one.
    DecisionsAwaited { name: String, link: String }
    in "decisions-awaited/subject.txt",
       "decisions-awaited/text.txt",
       "decisions-awaited/html.html"
}

letter! {
    /// Leads the applicant to the keys; never holds one.
    Approved { name: String, request: Request, remark: Option<String>, link: String }
    in "approved/subject.txt", "approved/text.txt", "approved/html.html"
}

letter! {
    /// Gives the applicant the reason and the way to correct the request.
    Rejected { name: String, request: Request, reason: String, link: String }
    in "rejected/subject.txt", "rejected/text.txt", "rejected/html.html"
}

letter! {
    /// Tells the applicant that the request was taken back.
    Cancelled { name: String, request: Request, link: String }
    in "cancelled/subject.txt", "cancelled/text.txt", "cancelled/html.html"
}

letter! {
    /// Shows the owner of the portal that mail leaves it.
    TestMail {}
    in "test/subject.txt", "test/text.txt", "test/html.html"
}

// After the macros that it uses.
mod contracts;
mod usage;

pub use contracts::{
    Resumed, Revoked, Suspended, UpgradeApproved, UpgradeAwaited, UpgradeCancelled,
    UpgradeReceived, UpgradeRejected,
};
pub use usage::{
    End, GroupAddress, QuotaMark, SecretAdded, SecretExpires, SecretRevoked, SecretsChanged,
};
