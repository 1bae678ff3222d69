//! Texts that operators write in some of the portal's languages.

use locales::Locale;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A text in each language that somebody wrote it in. Readers of another one get the portal's
/// default language.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, FromJsonQueryResult,
)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    #[serde(rename = "pt-BR", default, skip_serializing_if = "Option::is_none")]
    pt_br: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    es: Option<String>,
}

impl Translated {
    /// The same text for every reader.
    #[must_use]
    pub fn in_default_language(text: impl Into<String>) -> Self {
        let mut translated = Self::default();
        translated.set(Locale::default(), text.into());
        translated
    }

    /// The text that was written in this language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> Option<&str> {
        let text = match locale {
            Locale::PtBr => self.pt_br.as_deref(),
            Locale::En => self.en.as_deref(),
            Locale::Es => self.es.as_deref(),
        };
        text.filter(|text| !text.is_empty())
    }

    /// The text for a reader of this language; empty where there is none in the default language,
    /// either.
    #[must_use]
    pub fn text_for(&self, locale: Locale) -> &str {
        let text = self.get(locale).or_else(|| self.get(Locale::default()));
        text.unwrap_or_default()
    }

    /// Sets the text of a language. An empty one is as good as none, and takes one away by
    /// [`update`](Self::update).
    pub fn set(&mut self, locale: Locale, text: String) {
        *self.slot(locale) = Some(text);
    }

    /// Takes the text of a language away.
    pub fn remove(&mut self, locale: Locale) {
        *self.slot(locale) = None;
    }

    const fn slot(&mut self, locale: Locale) -> &mut Option<String> {
        match locale {
            Locale::PtBr => &mut self.pt_br,
            Locale::En => &mut self.en,
            Locale::Es => &mut self.es,
        }
    }

    /// Replaces the texts of those languages that the other one has; an empty text takes one away.
    pub fn update(&mut self, other: Self) {
        for (locale, text) in other.into_texts() {
            *self.slot(locale) = Some(text).filter(|text| !text.is_empty());
        }
    }

    /// The texts with their languages.
    pub fn texts(&self) -> impl Iterator<Item = (Locale, &str)> {
        Locale::ALL
            .into_iter()
            .filter_map(|locale| Some((locale, self.get(locale)?)))
    }

    fn into_texts(self) -> impl Iterator<Item = (Locale, String)> {
        let texts = [
            (Locale::PtBr, self.pt_br),
            (Locale::En, self.en),
            (Locale::Es, self.es),
        ];
        texts
            .into_iter()
            .filter_map(|(locale, text)| Some((locale, text?)))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_get_the_default_language_where_theirs_is_missing() {
        let mut name = Translated::in_default_language("Crédito");
        assert_eq!(name.text_for(Locale::En), "Crédito");
        name.set(Locale::En, "Credit".to_owned());
        assert_eq!(name.text_for(Locale::En), "Credit");
        assert_eq!(name.text_for(Locale::Es), "Crédito");
        assert_eq!(name.get(Locale::Es), None);
    }

    #[test]
    fn an_update_keeps_the_languages_that_it_does_not_name() {
        let mut name: Translated =
            serde_json::from_str(r#"{"pt-BR": "Crédito", "en": "Credit"}"#).unwrap();
        name.update(serde_json::from_str(r#"{"en": "", "es": "Crédito"}"#).unwrap());
        assert_eq!(
            serde_json::to_string(&name).unwrap(),
            r#"{"pt-BR":"Crédito","es":"Crédito"}"#
        );
    }
}
