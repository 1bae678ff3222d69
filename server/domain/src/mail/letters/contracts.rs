//! What the mails about a contract hold.

use std::ops::Deref;

use askama::Template;
use locales::{contract_mail as c, mail as t};

use super::{Frame, Letter, Parts, Request, View, one_line};

letter! {
    /// Tells the applicant that the request for Pay Per Use is in.
    UpgradeReceived { name: String, request: Request, link: String }
    in "mail/upgrade-received/subject.txt",
       "mail/upgrade-received/text.txt",
       "mail/upgrade-received/html.html"
}

letter! {
    /// Tells a contract manager that a Trial wants to go to Pay Per Use.
    UpgradeAwaited { name: String, applicant: String, request: Request, link: String }
    in "mail/upgrade-awaited/subject.txt",
       "mail/upgrade-awaited/text.txt",
       "mail/upgrade-awaited/html.html"
}

letter! {
    /// Tells the applicant that the plan is another and the keys are the same.
    UpgradeApproved { name: String, request: Request, remark: Option<String>, link: String }
    in "mail/upgrade-approved/subject.txt",
       "mail/upgrade-approved/text.txt",
       "mail/upgrade-approved/html.html"
}

letter! {
    /// Tells the applicant why the plan stays as it is.
    UpgradeRejected { name: String, request: Request, reason: String, link: String }
    in "mail/upgrade-rejected/subject.txt",
       "mail/upgrade-rejected/text.txt",
       "mail/upgrade-rejected/html.html"
}

letter! {
    /// Tells the applicant that the request was taken back, or ended with its application.
    UpgradeCancelled { name: String, request: Request, revoked: bool, link: String }
    in "mail/upgrade-cancelled/subject.txt",
       "mail/upgrade-cancelled/text.txt",
       "mail/upgrade-cancelled/html.html"
}

letter! {
    /// Tells applicant and group that the keys do not work for now.
    Suspended { name: String, request: Request, reason: String, link: String }
    in "mail/suspended/subject.txt",
       "mail/suspended/text.txt",
       "mail/suspended/html.html"
}

letter! {
    /// Tells applicant and group that the keys work again.
    Resumed { name: String, request: Request, remark: Option<String>, link: String }
    in "mail/resumed/subject.txt",
       "mail/resumed/text.txt",
       "mail/resumed/html.html"
}

letter! {
    /// Tells applicant and group that the keys will not work again.
    Revoked { name: String, request: Request, reason: String, link: String }
    in "mail/revoked/subject.txt",
       "mail/revoked/text.txt",
       "mail/revoked/html.html"
}
