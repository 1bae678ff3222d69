//! The ways to reach the owner's staff.

use locales::Locale;

/// A way to reach the owner's staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportChannel {
    pub kind: ChannelKind,
    pub label: String,
    /// `mailto:`, `tel:` or `https:`.
    pub href: String,
    /// What people read in its place: the address, the telephone number, the host.
    pub shown: String,
    pub note: ChannelNote,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Mail,
    Phone,
    Link,
}

/// What to know before using a channel: in one text for everybody, or in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelNote {
    pub for_everybody: Option<String>,
    pub in_language: Vec<(Locale, String)>,
}

impl ChannelNote {
    #[must_use]
    pub fn text(&self, locale: Locale) -> Option<&str> {
        let own = self.in_language.iter().find(|(of, _)| *of == locale);
        let text = own.map(|(_, text)| text).or(self.for_everybody.as_ref());
        text.map(String::as_str)
    }
}
