//! Words as searches compare them: without case and accents, from where they begin. A word of a
//! query finds those that begin with it; one of a single letter finds itself alone.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::folding;

/// The letters of a word that count; nobody types more.
const MAX_LETTERS: usize = 40;
const MAX_WORDS: usize = 8;
/// The letters of an excerpt, and of those before the first word that was sought.
const EXCERPT: usize = 200;
const BEFORE: usize = 50;
/// A word with as many letters is shortened to find others of its family.
const LONG: usize = 6;
const ENDING: usize = 3;

/// The words of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether it was sought.
    pub is_marked: bool,
}

impl Words {
    /// The words of what somebody typed, each once.
    #[must_use]
    pub fn of(query: &str) -> Self {
        let typed = folding::words(query);
        let parts = typed.iter().flat_map(|it| it.split(|c| !is_letter(c)));
        let mut words: Vec<String> = vec![];
        for part in parts.filter(|part| !part.is_empty()) {
            let word: String = part.chars().take(MAX_LETTERS).collect();
            if !words.contains(&word) && words.len() < MAX_WORDS {
                words.push(word);
            }
        }
        Self(words)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The same words without endings and without the shortest, as in *verifi* for *verificar*,
    /// which is in *verificação*; `None` where that makes no difference.
    pub(super) fn shortened(&self) -> Option<Self> {
        let words = self.iter().filter(|word| word.chars().count() >= ENDING);
        let words = words.map(|word| {
            let letters = word.chars().count();
            let kept = letters - if letters >= LONG { ENDING } else { 0 };
            word.chars().take(kept).collect()
        });
        let shortened = Self(words.collect());
        (!shortened.is_empty() && shortened != *self).then_some(shortened)
    }

    /// How many of the words some texts have together.
    pub(super) fn count_in<const N: usize>(&self, texts: [&str; N]) -> usize {
        let mut missing: Vec<_> = self.iter().collect();
        for text in texts {
            for (at, first) in starts(text) {
                missing.retain(|word| length_at(&text[at..], first, word).is_none());
                if missing.is_empty() {
                    return self.0.len();
                }
            }
        }
        self.0.len() - missing.len()
    }

    /// A text with what was sought marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<Piece> {
        pieces(text, &self.places(text))
    }

    /// The part of a text that has most of what was sought, marked.
    pub(super) fn excerpt(&self, text: &str) -> Vec<Piece> {
        let places = self.places(text);
        let Range { start, end } = window(text, &places);
        let inside = places
            .into_iter()
            .filter(|place| place.start >= start && place.end <= end);
        let inside: Vec<_> = inside.map(|it| it.start - start..it.end - start).collect();
        let mut pieces = pieces(&text[start..end], &inside);
        let gap = || Piece {
            text: "…".to_owned(),
            is_marked: false,
        };
        if start > 0 {
            pieces.insert(0, gap());
        }
        if end < text.len() {
            pieces.push(gap());
        }
        pieces
    }

    /// The bytes of a text that were sought.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = vec![];
        for (at, first) in starts(text) {
            let lengths = self.0.iter();
            let lengths = lengths.filter_map(|word| length_at(&text[at..], first, word));
            let is_free = places.last().is_none_or(|last| last.end <= at);
            if let Some(length) = lengths.max().filter(|_| is_free) {
                places.push(at..at + length);
            }
        }
        places
    }
}

/// The words of a text in the form of the index: each from where it begins, and again from a
/// capital within, as in *phoneNumber*.
pub(super) fn of_text(text: &str) -> impl Iterator<Item = String> {
    starts(text).map(|(at, _)| {
        let letters = text[at..].chars();
        let letters = letters.take_while(|c| is_letter(*c) || is_mark(*c));
        letters.flat_map(fold).take(MAX_LETTERS).collect()
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// A letter in lower case and without its accent; nothing of an accent that stands by itself.
fn fold(c: char) -> impl Iterator<Item = char> {
    let letters = std::iter::once(c).nfd().filter(|c| !is_mark(*c));
    letters.flat_map(char::to_lowercase)
}

/// Where words begin, each with its first letter.
fn starts(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = ' ';
    text.char_indices().filter(move |(_, c)| {
        if is_mark(*c) {
            return false;
        }
        let last = std::mem::replace(&mut before, *c);
        is_letter(*c) && (!is_letter(last) || (c.is_uppercase() && last.is_lowercase()))
    })
}

/// How many bytes at the beginning of a text are the word.
fn length_at(text: &str, first: char, word: &str) -> Option<usize> {
    if first.is_ascii() && !word.starts_with(first.to_ascii_lowercase()) {
        return None;
    }
    let mut wanted = word.chars();
    for (at, c) in text.char_indices() {
        if wanted.as_str().is_empty() && !is_mark(c) {
            let is_whole = !is_letter(c);
            return (is_whole || !is_single(word)).then_some(at);
        }
        if !fold(c).all(|letter| wanted.next() == Some(letter)) {
            return None;
        }
    }
    wanted.as_str().is_empty().then_some(text.len())
}

/// Whether a word has one letter, with which too many others begin.
pub(super) fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

fn pieces(text: &str, places: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut push = |range: Range<usize>, is_marked| {
        if !range.is_empty() {
            let text = text[range].to_owned();
            pieces.push(Piece { text, is_marked });
        }
    };
    let mut end = 0;
    for place in places {
        push(end..place.start, false);
        push(place.clone(), true);
        end = place.end;
    }
    push(end..text.len(), false);
    pieces
}

/// The bytes of a text to show: from shortly before the place with most others near it.
fn window(text: &str, places: &[Range<usize>]) -> Range<usize> {
    let near = |place: &Range<usize>| {
        let limit = place.start + EXCERPT - BEFORE;
        places
            .iter()
            .filter(|it| it.start >= place.start && it.end <= limit)
            .count()
    };
    let best = places.iter().rev().max_by_key(|place| near(place));
    let from = best.map_or(0, |place| place.start.saturating_sub(BEFORE));
    let start = if from == 0 { 0 } else { next_word(text, from) };
    let start = start.min(best.map_or(0, |place| place.start));
    let end = start + EXCERPT;
    let end = if end >= text.len() {
        text.len()
    } else {
        let end = next_word(text, end);
        let until = text[..end].trim_end().len();
        until.max(best.map_or(start, |place| place.end))
    };
    start..end
}

/// Where the next word begins after some byte.
fn next_word(text: &str, from: usize) -> usize {
    let from = text.ceil_char_boundary(from.min(text.len()));
    let blank = text[from..].find(char::is_whitespace).map(|at| from + at);
    let Some(blank) = blank.filter(|at| at - from <= BEFORE) else {
        return from;
    };
    let rest = text[blank..].trim_start().len();
    text.len() - rest
}
