//! A mail ready to leave.

use lettre::{
    Address,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use super::SendError;
use domain::{
    Portal,
    accounts::Email,
    ids::{AccountId, MailId},
};

/// A mail in both its forms, to one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub to: Email,
    /// Whose address it is; nobody's for a group's.
    pub account: Option<AccountId>,
    /// Where an answer goes, if not to the sender's address.
    pub reply_to: Option<Email>,
    /// Of a mail that many get: where its reader chooses what to get.
    pub list: Option<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
}

impl Message {
    /// The same mail, whose answers go elsewhere.
    #[must_use]
    pub(super) fn replying_to(self, reply_to: Option<Email>) -> Self {
        Self { reply_to, ..self }
    }

    /// The same mail, as one of many.
    #[must_use]
    pub(super) fn with_list(self, stop: String) -> Self {
        Self {
            list: Some(stop),
            ..self
        }
    }

    /// As it travels (RFC 5322), from the portal's brand at the sender's address.
    pub(super) fn encode(
        &self,
        portal: &Portal,
        id: MailId,
        sender: &Address,
    ) -> Result<lettre::Message, SendError> {
        let brand = portal.settings.brand_name.clone();
        let to = self.to.as_str().parse().map_err(|_| SendError::Recipient)?;
        let mut builder = lettre::Message::builder();
        if let Some(reply_to) = &self.reply_to {
            let address = reply_to.as_str().parse();
            let address = address.map_err(|_| SendError::Encoding)?;
            builder = builder.reply_to(Mailbox::new(None, address));
        }
        if let Some(stop) = &self.list {
            builder = builder.raw_header(list_unsubscribe(stop));
            // Nothing else may be asked for without a person (RFC 8058 §3.1).
            if stop.starts_with("https://") {
                builder = builder.raw_header(one_click());
            }
        }
        builder
            .message_id(Some(format!("<{id}@{}>", sender.domain())))
            .date(portal.now().into())
            .from(Mailbox::new(Some(brand), sender.clone()))
            .to(Mailbox::new(None, to))
            .subject(&self.subject)
            .raw_header(auto_submitted())
            .multipart(MultiPart::alternative_plain_html(
                self.text.clone(),
                self.html.clone(),
            ))
            .map_err(|_| SendError::Encoding)
    }
}

/// Lets programs for mail offer to stop it (RFC 2369 §3.2).
fn list_unsubscribe(stop: &str) -> HeaderValue {
    HeaderValue::new(
        HeaderName::new_from_ascii_str("List-Unsubscribe"),
        format!("<{stop}>"),
    )
}

/// They may do so by themselves, when their reader presses a button of theirs (RFC 8058).
fn one_click() -> HeaderValue {
    HeaderValue::new(
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click".to_owned(),
    )
}

/// Keeps holiday notices and the like from answering (RFC 3834 §5).
fn auto_submitted() -> HeaderValue {
    HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    )
}
