//! Short notes that the portal gives to a browser or into a link, and reads again later. A note is
//! sealed, so that nobody reads or changes it on the way, and expires.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::DateTime;
use std::time::Duration;
use uuid::Uuid;

use crate::{
    Portal,
    clock::Timestamp,
    store::{SealedSecret, Vault},
};

/// What a note is for. A note for one purpose does not open for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The address that a mail was just sent to.
    MailSent,
    /// What was typed into a form.
    Form,
    /// The account that last signed in.
    Account,
    /// A group and its address, in the link that confirms it.
    GroupAddress,
    /// When the form for a message to support was drawn.
    MessageForm,
    /// The number of a message that was just sent.
    MessageSent,
    /// What somebody was shown who is to let a program act for them.
    Consent,
    /// The account of the link by which it chooses what to be told of.
    Subscriptions,
    /// A passkey that is to be made.
    PasskeyRegistration,
    /// A passkey of an account that is asked for.
    PasskeyAnswer,
    /// A passkey of anybody that is asked for.
    PasskeySignIn,
}

impl Purpose {
    /// Takes the place of a row's identifier: the vault seals a text for one row.
    const fn id(self) -> Uuid {
        Uuid::from_u128(match self {
            Self::MailSent => 1,
            Self::Form => 2,
            Self::Account => 3,
            Self::GroupAddress => 4,
            Self::MessageForm => 5,
            Self::MessageSent => 6,
            Self::Subscriptions => 7,
            Self::Consent => 8,
            Self::PasskeyRegistration => 25,
            Self::PasskeyAnswer => 26,
            Self::PasskeySignIn => 27,
        })
    }
}

/// Seals a note as text that fits into a cookie.
#[must_use]
pub fn seal(
    portal: &Portal,
    vault: &Vault,
    purpose: Purpose,
    text: &str,
    lifetime: Duration,
) -> String {
    let until = (portal.now() + lifetime).timestamp();
    let mut plain = until.to_be_bytes().to_vec();
    plain.extend_from_slice(text.as_bytes());
    let sealed = vault.seal_bytes(purpose.id(), &plain, portal.random.as_ref());
    let mut bytes = sealed.version.to_be_bytes().to_vec();
    bytes.extend(sealed.bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Opens a note; `None` when it has expired, was changed, or was not sealed by this portal.
#[must_use]
pub fn open(portal: &Portal, vault: &Vault, purpose: Purpose, note: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(note).ok()?;
    let (version, bytes) = bytes.split_first_chunk()?;
    let sealed = SealedSecret {
        version: i32::from_be_bytes(*version),
        bytes: bytes.to_vec(),
    };
    let plain = vault.open_bytes(purpose.id(), &sealed).ok()?;
    let (until, text) = plain.split_first_chunk()?;
    let until: Timestamp = DateTime::from_timestamp(i64::from_be_bytes(*until), 0)?;
    let text = String::from_utf8(text.to_vec()).ok()?;
    (portal.now() < until).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    const TEN_MINUTES: Duration = Duration::from_mins(10);

    #[tokio::test]
    async fn a_note_is_read_by_us_alone_and_for_a_while() {
        let test = testing::portal().await;
        let (portal, vault, purpose) = (&test.portal, &test.vault, Purpose::MailSent);
        let note = seal(portal, vault, purpose, "ana@empresa.com.br", TEN_MINUTES);
        let read = || open(portal, vault, purpose, &note);
        assert_eq!(read().as_deref(), Some("ana@empresa.com.br"));
        assert!(
            note.bytes()
                .all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c))
        );
        test.clock.advance(TEN_MINUTES);
        assert_eq!(read(), None);
    }

    #[tokio::test]
    async fn what_was_changed_says_nothing() {
        let test = testing::portal().await;
        let (portal, vault, purpose) = (&test.portal, &test.vault, Purpose::MailSent);
        let note = seal(portal, vault, purpose, "ana", TEN_MINUTES);
        for index in 0..note.len() {
            let mut changed = note.clone().into_bytes();
            changed[index] = if changed[index] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            // The last character has bits that belong to no byte.
            let read = open(portal, vault, purpose, &changed);
            assert_eq!(read, None, "{index}");
        }
        assert_eq!(open(portal, vault, purpose, "nonsense"), None);
        assert_eq!(open(portal, vault, purpose, ""), None);
    }
}
