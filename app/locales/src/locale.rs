//! The languages of the portal, and the choice of the reader's.

use std::{fmt, str::FromStr};

/// A language the portal speaks. Its text form is the BCP 47 tag.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum Locale {
    #[default]
    #[serde(rename = "pt-BR")]
    PtBr,
    #[serde(rename = "en")]
    En,
    #[serde(rename = "es")]
    Es,
}

/// The tag names no language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLocale;

impl Locale {
    pub const ALL: [Self; 3] = [Self::PtBr, Self::En, Self::Es];

    /// The BCP 47 tag, as in `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::PtBr => "pt-BR",
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The name of the language in the language itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::PtBr => "Português",
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The portal's language with the greatest weight in an `Accept-Language` header (RFC 9110
    /// §12.5.4), or Portuguese when the header names none.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        accept_language
            .split(',')
            .filter_map(weighted)
            .filter(|(_, weight)| *weight > 0.0)
            .fold(None, |best: Option<(Self, f32)>, item| match best {
                Some(kept) if kept.1 >= item.1 => Some(kept),
                _ => Some(item),
            })
            .map_or_else(Self::default, |(locale, _)| locale)
    }
}

fn weighted(range: &str) -> Option<(Locale, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let language = parts.next()?.split('-').next()?;
    let weight = match parts.find_map(|p| p.strip_prefix("q=")) {
        Some(q) => q.parse().ok()?,
        None => 1.0,
    };
    Some((language.parse().ok()?, weight))
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// Accepts a tag or the language alone, in any case.
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        match tag.to_ascii_lowercase().as_str() {
            "pt-br" | "pt" => Ok(Self::PtBr),
            "en" => Ok(Self::En),
            "es" => Ok(Self::Es),
            _ => Err(UnknownLocale),
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_spoken_language_wins() {
        assert_eq!(Locale::negotiate("fr, es;q=0.5, en-GB;q=0.8"), Locale::En);
        assert_eq!(Locale::negotiate("es-AR,en;q=0.9"), Locale::Es);
        assert_eq!(Locale::negotiate("en;q=0, fr"), Locale::PtBr);
        assert_eq!(Locale::negotiate(""), Locale::PtBr);
    }

    #[test]
    fn tags_read_back() {
        for locale in Locale::ALL {
            assert_eq!(locale.tag().parse(), Ok(locale));
        }
    }
}
