//! What the mails about a contract hold.

use std::ops::Deref;

use askama::Template;
use locales::{contract_mail as c, mail as t};

use super::{Frame, Letter, Parts, Request, View, one_line};

letter! {
    /// Tells the applicant that the request for Pay Per Use is in.
    UpgradeReceived { name: String, request: Request, link: String }
    in "upgrade-received/subject.txt",
       "upgrade-received/text.txt",
       "upgrade-received/html.html"
}

letter! {
    /// Tells a contract manager that a Trial wants to go to Pay Per Use.
    UpgradeAwaited { name: String, applicant: String, request: Request, link: String }
    in "upgrade-awaited/subject.txt",
       "upgrade-awaited/text.txt",
       "upgrade-awaited/html.html"
}

letter! {
    /// Tells the applicant that the plan is another and the keys are the same.
    UpgradeApproved { name: String, request: Request, remark: Option<String>, link: String }
    in "upgrade-approved/subject.txt",
       "upgrade-approved/text.txt",
       "upgrade-approved/html.html"
}

letter! {
    /// Tells the applicant why the plan stays as it is.
    UpgradeRejected { name: String, request: Request, reason: String, link: String }
    in "upgrade-rejected/subject.txt",
       "upgrade-rejected/text.txt",
       "upgrade-rejected/html.html"
}

letter! {
    /// Tells the applicant that the request was taken back, or ended with its application.
    UpgradeCancelled { name: String, request: Request, revoked: bool, link: String }
    in "upgrade-cancelled/subject.txt",
       "upgrade-cancelled/text.txt",
       "upgrade-cancelled/html.html"
}

letter! {
    /// Tells applicant and group that the keys do not work for now.
    Suspended { name: String, request: Request, reason: String, link: String }
    in "suspended/subject.txt",
       "suspended/text.txt",
       "suspended/html.html"
}

letter! {
    /// Tells applicant and group that the keys work again.
    Resumed { name: String, request: Request, remark: Option<String>, link: String }
    in "resumed/subject.txt",
       "resumed/text.txt",
       "resumed/html.html"
}

letter! {
    /// Tells applicant and group that the keys will not work again.
    Revoked { name: String, request: Request, reason: String, link: String }
    in "revoked/subject.txt",
       "revoked/text.txt",
       "revoked/html.html"
}
