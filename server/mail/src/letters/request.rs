//! What the mails about a request for access hold.

use locales::mail as t;

use super::{Frame, Letter};

/// What a mail tells of a request, and of the application that it made.
pub struct Request {
    pub number: String,
    pub api: String,
    pub plan: &'static str,
    /// The name of the application.
    pub name: String,
    pub group: String,
    pub company: String,
}

/// Tells the applicant that the request is in.
pub struct RequestReceived {
    pub name: String,
    pub request: Request,
    pub link: String,
}

impl Letter for RequestReceived {
    templates!(
        RequestReceived,
        "request-received/text.txt",
        "request-received/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::received_subject(frame.locale, &self.request.number)
    }
}

/// Tells a contract manager that a request waits.
pub struct DecisionAwaited {
    pub name: String,
    pub applicant: String,
    pub request: Request,
    pub link: String,
}

impl Letter for DecisionAwaited {
    templates!(
        DecisionAwaited,
        "decision-awaited/text.txt",
        "decision-awaited/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::awaited_subject(frame.locale, &self.request.number)
    }
}

/// Tells a contract manager that more requests came than were told of one by one.
pub struct DecisionsAwaited {
    pub name: String,
    pub link: String,
}

impl Letter for DecisionsAwaited {
    templates!(
        DecisionsAwaited,
        "decisions-awaited/text.txt",
        "decisions-awaited/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::more_awaited_subject(frame.locale).to_owned()
    }
}

/// Leads the applicant to the keys; never holds one.
pub struct Approved {
    pub name: String,
    pub request: Request,
    pub remark: Option<String>,
    /// On what conditions, each as a sentence.
    pub conditions: Vec<String>,
    pub link: String,
}

impl Letter for Approved {
    templates!(Approved, "approved/text.txt", "approved/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::approved_subject(frame.locale, &self.request.number)
    }
}

/// Gives the applicant the reason and the way to correct the request.
pub struct Rejected {
    pub name: String,
    pub request: Request,
    pub reason: String,
    pub link: String,
}

impl Letter for Rejected {
    templates!(Rejected, "rejected/text.txt", "rejected/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::rejected_subject(frame.locale, &self.request.number)
    }
}

/// Tells the applicant that the request was taken back.
pub struct Cancelled {
    pub name: String,
    pub request: Request,
    pub link: String,
}

impl Letter for Cancelled {
    templates!(Cancelled, "cancelled/text.txt", "cancelled/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::cancelled_subject(frame.locale, &self.request.number)
    }
}

/// Asks the applicant what a contract manager wants to know before deciding.
pub struct InquiryAsked {
    pub name: String,
    pub request: Request,
    pub question: String,
    pub link: String,
}

impl Letter for InquiryAsked {
    templates!(
        InquiryAsked,
        "inquiry-asked/text.txt",
        "inquiry-asked/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::inquiry_asked_subject(frame.locale, &self.request.number)
    }
}

/// Tells the applicant that the question needs no answer any more.
pub struct InquiryWithdrawn {
    pub name: String,
    pub request: Request,
    pub question: String,
    pub link: String,
}

impl Letter for InquiryWithdrawn {
    templates!(
        InquiryWithdrawn,
        "inquiry-withdrawn/text.txt",
        "inquiry-withdrawn/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::inquiry_withdrawn_subject(frame.locale, &self.request.number)
    }
}

/// Gives the contract manager who asked the answer.
pub struct InquiryAnswered {
    pub name: String,
    pub request: Request,
    pub by: String,
    pub question: String,
    pub answer: String,
    pub link: String,
}

impl Letter for InquiryAnswered {
    templates!(
        InquiryAnswered,
        "inquiry-answered/text.txt",
        "inquiry-answered/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::inquiry_answered_subject(frame.locale, &self.request.number)
    }
}
