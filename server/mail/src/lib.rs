//! The mails the portal sends: what they say, where they lead, and how they leave.

mod access;
mod client;
mod conditions;
mod delivery;
mod factor;
mod filed;
mod group;
mod inquiry;
mod letters;
pub mod links;
mod mailbox;
mod mailer;
mod manager;
mod message;
mod messages;
mod news;
mod quota;
mod render;
mod request;
mod secret;
mod smtp;
mod team;
#[cfg(test)]
mod tests;
mod webhook;

pub use delivery::MailDelivery;
pub use mailbox::{Mailbox, StoredMail};
pub use mailer::{Mailer, SendError};
pub use message::Message;
use render::render;
pub use smtp::{Cause, Deadlines, InvalidMailSetting, Reply, Smtp, SmtpError, Step};
