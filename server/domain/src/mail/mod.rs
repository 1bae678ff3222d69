//! The mails the portal sends: what they say, where they lead, and how they leave.

mod access;
mod group;
mod letters;
pub mod links;
mod mailbox;
mod mailer;
mod message;
mod quota;
mod render;
mod request;
mod secret;
mod smtp;
#[cfg(test)]
mod tests;
mod upgrade;

pub use mailbox::{Mailbox, StoredMail};
pub use mailer::{Mailer, SendError};
pub use message::Message;
pub(crate) use render::{RenderError, render};
pub use smtp::{Cause, Deadlines, Fault, InvalidMailSetting, Reply, Smtp, SmtpError, Step};
