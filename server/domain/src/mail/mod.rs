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
#[cfg(test)]
mod tests;
mod upgrade;

pub use mailbox::{Mailbox, StoredMail};
pub use mailer::{InvalidMailSetting, Mailer, SendError};
pub use message::Message;
pub(crate) use render::{RenderError, render};
