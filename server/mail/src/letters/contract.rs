//! What the mails about a contract hold: the change to Pay Per Use, and access that stops or goes on.

use locales::mail as t;

use super::{Frame, Letter, Request};

/// Tells the applicant that the request for Pay Per Use is in.
pub struct PlanChangeReceived {
    pub name: String,
    pub request: Request,
    pub link: String,
}

impl Letter for PlanChangeReceived {
    templates!(
        PlanChangeReceived,
        "plan-change-received/text.txt",
        "plan-change-received/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::plan_change_received_subject(frame.locale, &self.request.number)
    }
}

/// Tells a contract manager that a Trial wants to go to Pay Per Use.
pub struct PlanChangeAwaited {
    pub name: String,
    pub applicant: String,
    pub request: Request,
    pub link: String,
}

impl Letter for PlanChangeAwaited {
    templates!(
        PlanChangeAwaited,
        "plan-change-awaited/text.txt",
        "plan-change-awaited/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::plan_change_awaited_subject(frame.locale, &self.request.number)
    }
}

/// Tells the applicant that the plan is another and the keys are the same.
pub struct PlanChangeApproved {
    pub name: String,
    pub request: Request,
    pub remark: Option<String>,
    pub link: String,
}

impl Letter for PlanChangeApproved {
    templates!(
        PlanChangeApproved,
        "plan-change-approved/text.txt",
        "plan-change-approved/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::plan_change_approved_subject(frame.locale, &self.request.number)
    }
}

/// Tells the applicant why the plan stays as it is.
pub struct PlanChangeRejected {
    pub name: String,
    pub request: Request,
    pub reason: String,
    pub link: String,
}

impl Letter for PlanChangeRejected {
    templates!(
        PlanChangeRejected,
        "plan-change-rejected/text.txt",
        "plan-change-rejected/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::plan_change_rejected_subject(frame.locale, &self.request.number)
    }
}

/// Tells the applicant that the request was taken back, or ended with its application.
pub struct PlanChangeCancelled {
    pub name: String,
    pub request: Request,
    pub revoked: bool,
    pub link: String,
}

impl Letter for PlanChangeCancelled {
    templates!(
        PlanChangeCancelled,
        "plan-change-cancelled/text.txt",
        "plan-change-cancelled/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::plan_change_cancelled_subject(frame.locale, &self.request.number)
    }
}

/// Tells applicant and group that the keys do not work for now.
pub struct Suspended {
    pub name: String,
    pub request: Request,
    pub reason: String,
    pub link: String,
}

impl Letter for Suspended {
    templates!(Suspended, "suspended/text.txt", "suspended/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::suspended_subject(frame.locale, &self.request.name)
    }
}

/// Tells applicant and group that the keys work again.
pub struct Resumed {
    pub name: String,
    pub request: Request,
    pub remark: Option<String>,
    pub link: String,
}

impl Letter for Resumed {
    templates!(Resumed, "resumed/text.txt", "resumed/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::resumed_subject(frame.locale, &self.request.name)
    }
}

/// Tells applicant and group that the keys will not work again.
pub struct Revoked {
    pub name: String,
    pub request: Request,
    pub reason: String,
    pub link: String,
}

impl Letter for Revoked {
    templates!(Revoked, "revoked/text.txt", "revoked/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::revoked_subject(frame.locale, &self.request.name)
    }
}

/// Tells applicant and group on what conditions they use the API from now on.
pub struct ConditionsChanged {
    pub name: String,
    pub request: Request,
    /// Each as a sentence.
    pub conditions: Vec<String>,
    pub reason: String,
    pub link: String,
}

impl Letter for ConditionsChanged {
    templates!(
        ConditionsChanged,
        "conditions-changed/text.txt",
        "conditions-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::conditions_changed_subject(frame.locale, &self.request.name)
    }
}

/// Tells owners of the group, or contract managers, that the contract ends soon.
pub struct ContractEnds {
    pub name: String,
    pub request: Request,
    pub last_day: String,
    /// What the reader can do.
    pub next: &'static str,
    pub link: String,
}

impl Letter for ContractEnds {
    templates!(
        ContractEnds,
        "contract-ends/text.txt",
        "contract-ends/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::contract_ends_subject(frame.locale, &self.request.name, &self.last_day)
    }
}

/// Tells them that it has ended, and that the keys do not work.
pub struct ContractEnded {
    pub name: String,
    pub request: Request,
    pub last_day: String,
    /// What the reader can do.
    pub next: &'static str,
    pub link: String,
}

impl Letter for ContractEnded {
    templates!(
        ContractEnded,
        "contract-ended/text.txt",
        "contract-ended/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::contract_ended_subject(frame.locale, &self.request.name)
    }
}
