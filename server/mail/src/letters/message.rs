//! What the mails about a message to support hold.

use locales::{Locale, mail as t};

use super::{Frame, Letter, quote};

/// Tells somebody in support of a message.
pub struct MessageArrived {
    pub name: String,
    pub sender: String,
    pub address: String,
    pub number: String,
    pub about: String,
    pub text: String,
    pub link: String,
}

impl Letter for MessageArrived {
    templates!(
        MessageArrived,
        "message-arrived/text.txt",
        "message-arrived/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::arrived_subject(frame.locale, &self.number, &self.about)
    }
}

/// Tells somebody in support that there were more messages.
pub struct MessagesArrived {
    pub name: String,
    pub link: String,
}

impl Letter for MessagesArrived {
    templates!(
        MessagesArrived,
        "messages-arrived/text.txt",
        "messages-arrived/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::more_arrived_subject(frame.locale).to_owned()
    }
}

/// Confirms a message to whoever wrote it.
pub struct MessageReceived {
    pub name: String,
    pub number: String,
    /// What they wrote; none where the address may be a stranger's.
    pub text: Option<String>,
    /// Whether somebody reads what is sent back.
    pub takes_replies: bool,
    pub link: String,
}

impl MessageReceived {
    fn more(&self, locale: Locale) -> String {
        more(locale, &self.number, self.takes_replies)
    }
}

impl Letter for MessageReceived {
    templates!(
        MessageReceived,
        "message-received/text.txt",
        "message-received/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::message_received_subject(frame.locale, &self.number)
    }
}

/// What was said, and what it was.
pub struct Said {
    pub what: String,
    pub text: String,
}

/// Answers a message.
pub struct MessageAnswered {
    pub name: String,
    pub number: String,
    pub text: String,
    /// What was said before, the newest first.
    pub history: Vec<Said>,
    pub takes_replies: bool,
    pub link: String,
}

impl MessageAnswered {
    fn more(&self, locale: Locale) -> String {
        more(locale, &self.number, self.takes_replies)
    }
}

impl Letter for MessageAnswered {
    templates!(
        MessageAnswered,
        "message-answered/text.txt",
        "message-answered/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::answered_subject(frame.locale, &self.number)
    }
}

/// How to say something more.
fn more(locale: Locale, number: &str, takes_replies: bool) -> String {
    if takes_replies {
        t::message_reply(locale).to_owned()
    } else {
        t::message_more(locale, number)
    }
}
