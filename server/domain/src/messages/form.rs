//! The form that a message is written in. It carries a sealed note of when it was drawn, and a
//! field that people do not see: so a robot is told from a person without asking the person.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};

use crate::{
    Scope,
    clock::Timestamp,
    ids::MessageId,
    notes::{self, Purpose},
    store::Vault,
};

/// Nobody writes a message in less time.
const FASTEST: TimeDelta = TimeDelta::seconds(3);
/// A form may lie open in a browser for as long as anybody likes.
const GOOD_FOR: Duration = Duration::from_hours(10 * 365 * 24);

/// The seal of a form that is drawn now. A form that is drawn again keeps the seal that it was
/// `sent` with, if it is one, so that whoever mends a mistake is not too fast.
#[must_use]
pub fn form_seal(scope: &Scope, vault: &Vault, sent: Option<&str>) -> String {
    if let Some(seal) = sent
        && opened(scope, vault, seal).is_some()
    {
        return seal.to_owned();
    }
    let id: MessageId = scope.portal.new_id();
    let purpose = Purpose::MessageForm;
    notes::seal(&scope.portal, vault, purpose, &id.to_string(), GOOD_FOR)
}

/// The identifier for the message of a form, which tells when the form was drawn; `None` for a seal
/// that is none of this portal.
fn opened(scope: &Scope, vault: &Vault, seal: &str) -> Option<MessageId> {
    let note = notes::open(&scope.portal, vault, Purpose::MessageForm, seal)?;
    note.parse().ok()
}

/// The identifier for the message of a form that a person may have filled in.
pub(super) fn filled_by_a_person(
    scope: &Scope,
    vault: &Vault,
    seal: &str,
    unseen: &str,
) -> Option<MessageId> {
    let id = opened(scope, vault, seal)?;
    let took = scope.now() - drawn_at(id)?;
    (took >= FASTEST && unseen.is_empty()).then_some(id)
}

fn drawn_at(id: MessageId) -> Option<Timestamp> {
    let (seconds, nanos) = id.0.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}
