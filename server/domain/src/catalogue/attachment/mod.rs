//! Files that belong to an API: its logo, and the tutorials that its owner wrote. A content names
//! them by their hash; their bytes are kept beside its revisions, once for each API.

mod inspect;
mod rows;

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use locales::Locale;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use inspect::{AttachmentFault, MAX_LOGO, MAX_LOGO_SIDE, MAX_TUTORIAL};
pub use rows::{attachment, draft_attachment};
pub(super) use rows::{contents, forget, store};

use super::ApiContent;

crate::text_enum! {
    /// What a file is, as its media type.
    pub enum AttachmentKind {
        Pdf = "application/pdf",
        Png = "image/png",
        Svg = "image/svg+xml",
    }
}

impl AttachmentKind {
    /// What the names of such files end with.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// A file that a content names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub kind: AttachmentKind,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub digest: String,
    /// In bytes.
    pub size: u32,
}

/// A file that was inspected, and may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAttachment {
    attachment: Attachment,
    bytes: Vec<u8>,
}

impl NewAttachment {
    /// A logo: a PNG, or an SVG that runs nothing and asks for nothing.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn logo(bytes: Vec<u8>) -> Result<Self, AttachmentFault> {
        let kind = inspect::logo(&bytes)?;
        Ok(Self::new(kind, bytes))
    }

    /// A tutorial as PDF.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn tutorial(bytes: Vec<u8>) -> Result<Self, AttachmentFault> {
        inspect::tutorial(&bytes)?;
        Ok(Self::new(AttachmentKind::Pdf, bytes))
    }

    fn new(kind: AttachmentKind, bytes: Vec<u8>) -> Self {
        let attachment = Attachment {
            kind,
            digest: HEXLOWER.encode(&Sha256::digest(&bytes)),
            // What is inspected is no larger than `MAX_TUTORIAL`.
            size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        };
        Self { attachment, bytes }
    }
}

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachmentChange {
    Replace(NewAttachment),
    Remove,
}

/// What becomes of the files of an API. Those that are not mentioned stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentChanges {
    pub logo: Option<AttachmentChange>,
    pub tutorials: BTreeMap<Locale, AttachmentChange>,
}

impl AttachmentChanges {
    /// Makes a content name what is new, and nothing that is removed.
    pub(super) fn apply(&self, content: &mut ApiContent) {
        match &self.logo {
            Some(AttachmentChange::Replace(new)) => content.logo = Some(new.attachment.clone()),
            Some(AttachmentChange::Remove) => content.logo = None,
            None => {}
        }
        for (locale, change) in &self.tutorials {
            match change {
                AttachmentChange::Replace(new) => {
                    let tutorial = new.attachment.clone();
                    content.tutorials.insert(*locale, tutorial);
                }
                AttachmentChange::Remove => {
                    content.tutorials.remove(locale);
                }
            }
        }
    }

    fn new_ones(&self) -> impl Iterator<Item = &NewAttachment> {
        let changes = self.logo.iter().chain(self.tutorials.values());
        changes.filter_map(|change| match change {
            AttachmentChange::Replace(new) => Some(new),
            AttachmentChange::Remove => None,
        })
    }
}

impl ApiContent {
    /// The files that it names.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        self.logo.iter().chain(self.tutorials.values())
    }
}
