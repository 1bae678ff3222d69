//! Webhooks: addresses of other programs that are told of what happens, by signed messages
//! (Standard Webhooks 1.0.0). A group has webhooks for what concerns it, and the portal has some for
//! everything.
//!
//! A message says what happened by identifiers; its receiver reads the rest by the management API,
//! with rights of its own.

mod act;
mod add;
mod address;
mod body;
mod list;
mod log;
mod owner;
mod publish;
mod record;
mod schedule;
mod secret;
mod send;
mod stale;
#[cfg(test)]
mod tests;
mod under_way;
mod work;

pub use act::{WebhookChange, change, delete, pause, resume, rotate, rotate_seen};
pub use add::{MAX_WEBHOOKS, NewWebhook, WebhookError, add};
pub use address::{AddressMistake, MAX_URL, WebhookAddress};
pub(crate) use list::ids_of_group;
pub use list::{Webhook, find, list, page, paused};
pub use log::{Delivery, DeliveryError, deliveries, delivery, send_again, send_test};
pub use owner::WebhookOwner;
pub use secret::{OLD_SECRET_LASTS, WebhookSecret};
pub use stale::delete_stale;
pub use work::{OutgoingMessage, Transport, WebhookWork};

pub use crate::entities::webhook_attempt::Model as WebhookAttempt;
pub use crate::vocabulary::{
    DeliveryState, EventKind, Exchange, PauseCause, ReceiverAnswer, SendFailure,
};
