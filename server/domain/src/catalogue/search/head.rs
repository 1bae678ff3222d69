//! What ranks an API among those that have all words of a query: where the words stand.

use locales::Locale;

use super::words::{Words, is_single, of_text};
use crate::catalogue::{ApiContent, Category};

/// What a word counts for where it stands; elsewhere it counts nothing.
const NAME: u32 = 60;
const NAME_ELSEWHERE: u32 = 50;
const TAG: u32 = 30;
const SUMMARY: u32 = 15;
const SUMMARY_ELSEWHERE: u32 = 12;
/// A word as it was typed counts more than one that only begins so.
const WHOLE: u32 = 4;

/// The words of an API by which it is ranked, each between blanks.
#[derive(Clone, Debug, Default)]
pub(in crate::catalogue) struct Head {
    /// In the order of [`Locale::ALL`].
    names: [String; Locale::ALL.len()],
    summaries: [String; Locale::ALL.len()],
    /// Its slug, its tags, and the names of its category.
    tags: String,
}

impl Head {
    pub(in crate::catalogue) fn of(slug: &str, content: &ApiContent, category: &Category) -> Self {
        Self {
            names: Locale::ALL.map(|locale| joined([content.name.text_for(locale)])),
            summaries: Locale::ALL.map(|locale| joined([content.summary.text_for(locale)])),
            tags: tags_of(slug, &content.tags, category),
        }
    }

    /// The same for an API whose category has another name.
    pub(in crate::catalogue) fn in_category(
        &self,
        slug: &str,
        tags: &[String],
        category: &Category,
    ) -> Self {
        Self {
            tags: tags_of(slug, tags, category),
            ..self.clone()
        }
    }

    /// The rank for readers of a language: the higher, the nearer to the top.
    pub(super) fn rank(&self, words: &Words, locale: Locale) -> u32 {
        words.iter().map(|word| self.rank_of(word, locale)).sum()
    }

    fn rank_of(&self, word: &str, locale: Locale) -> u32 {
        let (whole, start) = (format!(" {word} "), format!(" {word}"));
        let sought = if is_single(word) { &whole } else { &start };
        let own = locale as usize;
        let places = [
            (NAME, &self.names[own..=own]),
            (NAME_ELSEWHERE, &self.names[..]),
            (TAG, std::slice::from_ref(&self.tags)),
            (SUMMARY, &self.summaries[own..=own]),
            (SUMMARY_ELSEWHERE, &self.summaries[..]),
        ];
        let found = places.iter().find_map(|(value, texts)| {
            let mut texts = texts.iter().filter(|text| text.contains(sought));
            texts.next().map(|text| (value, text))
        });
        found.map_or(0, |(value, text)| {
            value + if text.contains(&whole) { WHOLE } else { 0 }
        })
    }
}

fn tags_of(slug: &str, tags: &[String], category: &Category) -> String {
    let own = [slug, &category.slug].into_iter();
    let tags = own.chain(tags.iter().map(String::as_str));
    joined(tags.chain(category.names.texts().map(|(_, name)| name)))
}

fn joined<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut joined = " ".to_owned();
    for word in texts.into_iter().flat_map(of_text) {
        joined.push_str(&word);
        joined.push(' ');
    }
    joined
}
