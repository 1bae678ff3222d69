//! The fields of a form as they were typed. Some are there several times, row by row, as `status.0`
//! and `status.1`.

use std::str::FromStr;

use domain::translated::Translated;
use locales::Locale;
use serde::Deserialize;
use values::tidy;

/// As they were typed, or as they are filled in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    pub fn get(&self, field: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| name == field);
        found.map_or("", |(_, value)| value)
    }

    /// Every value of a field of which several can be chosen.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter().filter(move |(name, _)| name == field);
        found.map(|(_, value)| value.as_str())
    }

    /// Without blanks around it and other characters that nobody sees.
    pub fn line(&self, field: &str) -> String {
        tidy::line(self.get(field))
    }

    /// Lines end as they do in files.
    pub fn text(&self, field: &str) -> String {
        self.get(field).replace("\r\n", "\n")
    }

    /// Whether a box was ticked.
    pub fn has(&self, field: &str) -> bool {
        !self.get(field).is_empty()
    }

    pub fn add(&mut self, field: impl Into<String>, value: impl Into<String>) {
        self.0.push((field.into(), value.into()));
    }

    pub fn replace(&mut self, field: &str, value: &str) {
        self.0.retain(|(name, _)| name != field);
        self.add(field, value);
    }

    /// A number; nothing where nothing was typed.
    ///
    /// # Errors
    /// When something else was typed.
    pub fn number<T: FromStr>(&self, field: &str) -> Result<Option<T>, T::Err> {
        let typed = self.line(field);
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some)
    }

    /// Adds a text in every language.
    pub fn add_translated(&mut self, field: &str, text: &Translated) {
        for locale in Locale::ALL {
            let name = in_language(field, locale);
            self.add(name, text.get(locale).unwrap_or_default());
        }
    }

    pub fn translated(&self, field: &str) -> Translated {
        let mut translated = Translated::default();
        for locale in Locale::ALL {
            let text = self.line(&in_language(field, locale));
            if !text.is_empty() {
                translated.set(locale, text);
            }
        }
        translated
    }

    /// The same for texts of several lines.
    pub fn texts(&self, field: &str) -> Translated {
        let mut translated = Translated::default();
        for locale in Locale::ALL {
            let text = self.text(&in_language(field, locale));
            if !text.trim().is_empty() {
                translated.set(locale, text);
            }
        }
        translated
    }

    /// How many rows have this field.
    pub fn rows(&self, field: &str) -> usize {
        let numbers = self.0.iter().filter_map(|(name, _)| {
            let number = name.strip_prefix(field)?.strip_prefix('.')?;
            number.split('.').next()?.parse::<usize>().ok()
        });
        let most = numbers.max().map_or(0, |last| last.saturating_add(1));
        most.min(MAX_ROWS)
    }
}

/// Far more than anybody writes.
const MAX_ROWS: usize = 500;

/// The name of a field in one language, as `nome.en`.
pub fn in_language(field: &str, locale: Locale) -> String {
    format!("{field}.{}", locale.tag())
}

/// The name of a field in a row.
pub fn in_row(field: &str, row: usize) -> String {
    format!("{field}.{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(sent: &str) -> Typed {
        serde_urlencoded::from_str(sent).unwrap()
    }

    #[test]
    fn rows_are_counted_by_the_highest_number() {
        let sent = typed("status.0=200&status.3=404&status.x=1&codigo.7=A&sentido.2.en=It+works");
        assert_eq!(sent.rows("status"), 4);
        assert_eq!(sent.rows("sentido"), 3);
        assert_eq!(sent.rows("nada"), 0);
        assert_eq!(
            typed("status.18446744073709551615=1").rows("status"),
            MAX_ROWS
        );
    }

    #[test]
    fn what_is_no_number_is_told_from_nothing() {
        let sent = typed("a=+12+&b=doze&c=");
        assert_eq!(sent.number::<u32>("a"), Ok(Some(12)));
        assert!(sent.number::<u32>("b").is_err());
        assert_eq!(sent.number::<u32>("c"), Ok(None));
        assert_eq!(sent.number::<u32>("d"), Ok(None));
    }
}
