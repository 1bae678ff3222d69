//! The passage of an API that has what was sought.

use articles::Article;
use locales::Locale;

use super::words::{Piece, Words};
use crate::catalogue::Api;

/// Where a passage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassagePlace {
    /// With the fragment of its heading.
    Presentation(Option<String>),
    Documentation(Option<String>),
    Answers,
    /// With the slug of the operation.
    Operation(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPassage {
    pub place: PassagePlace,
    /// The heading above it, or the title of the operation; empty where there is none.
    pub title: String,
    /// The language it is written in.
    pub locale: Locale,
    pub excerpt: Vec<Piece>,
}

/// A text that may have what was sought.
struct Candidate<'a> {
    place: PassagePlace,
    title: &'a str,
    text: String,
}

/// The passage with most of the words, those in the reader's language first; `None` where name and
/// summary, which every reader sees, have them all.
pub(super) fn find(api: &Api, words: &Words, locale: Locale) -> Option<FoundPassage> {
    let text = api.text(locale);
    let wanted = words.iter().count();
    if words.count_in(&format!("{} {}", text.name, text.summary)) == wanted {
        return None;
    }
    let others = Locale::ALL.into_iter().filter(|other| *other != locale);
    let mut best: Option<(usize, Locale, Candidate)> = None;
    for locale in std::iter::once(locale).chain(others) {
        for candidate in candidates(api, locale) {
            let titled = format!("{}\n{}", candidate.title, candidate.text);
            let count = words.count_in(&titled);
            if count > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((count, locale, candidate));
            }
            if count == wanted {
                return best.map(|(_, locale, candidate)| candidate.shown(words, locale));
            }
        }
    }
    best.map(|(_, locale, candidate)| candidate.shown(words, locale))
}

impl Candidate<'_> {
    fn shown(self, words: &Words, locale: Locale) -> FoundPassage {
        FoundPassage {
            place: self.place,
            title: self.title.to_owned(),
            locale,
            excerpt: words.excerpt(&self.text),
        }
    }
}

fn candidates(api: &Api, locale: Locale) -> impl Iterator<Item = Candidate<'_>> {
    let text = api.text(locale);
    let presentation = passages(&text.presentation, PassagePlace::Presentation);
    let documentation = passages(&text.documentation, PassagePlace::Documentation);
    let answers = text.answers.iter().map(|answer| Candidate {
        place: PassagePlace::Answers,
        title: &answer.code,
        text: format!("{} {}", answer.meaning, answer.remedy),
    });
    let operations = api.operations.iter().map(move |operation| Candidate {
        place: PassagePlace::Operation(operation.slug.clone()),
        title: operation.title.text_for(locale),
        text: operation.text.text_for(locale).to_owned(),
    });
    let articles = presentation.chain(documentation);
    articles.chain(operations).chain(answers)
}

fn passages(
    article: &Article,
    place: impl Fn(Option<String>) -> PassagePlace,
) -> impl Iterator<Item = Candidate<'_>> {
    article.passages.iter().map(move |passage| Candidate {
        place: place(passage.heading.as_ref().map(|it| it.id.clone())),
        title: passage.heading.as_ref().map_or("", |it| &it.title),
        text: passage.text.clone(),
    })
}
