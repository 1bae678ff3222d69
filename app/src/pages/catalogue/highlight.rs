//! The parts of a program that one tells apart at a glance: comments, texts, words of the language
//! and its values. Enough of each language to read samples by, and no more: whatever a text holds,
//! nothing of it is lost.

mod syntax;
#[cfg(test)]
mod tests;

use domain::catalogue::SampleLanguage;

use self::syntax::{BlockComment, Quote, Syntax, of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Comment,
    Text,
    Keyword,
    Constant,
}

impl Kind {
    /// Its class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Comment => "hl-comment",
            Self::Text => "hl-string",
            Self::Keyword => "hl-keyword",
            Self::Constant => "hl-constant",
        }
    }
}

/// The pieces of a source, in order; those between have no kind.
pub fn pieces(source: &str, language: SampleLanguage) -> Vec<(Option<Kind>, &str)> {
    let syntax = of(language);
    let mut pieces: Vec<(Option<Kind>, &str)> = vec![];
    let (mut at, mut plain_from) = (0, 0);
    while at < source.len() {
        let (kind, length) = piece(&source[at..], source[..at].chars().next_back(), &syntax);
        if kind.is_some() {
            if plain_from < at {
                pieces.push((None, &source[plain_from..at]));
            }
            pieces.push((kind, &source[at..at + length]));
            plain_from = at + length;
        }
        at += length;
    }
    if plain_from < source.len() {
        pieces.push((None, &source[plain_from..]));
    }
    pieces
}

/// What a text begins with, and how many bytes of it that is: one at least.
fn piece(rest: &str, before: Option<char>, syntax: &Syntax) -> (Option<Kind>, usize) {
    if let Some(length) = comment(rest, before, syntax) {
        return (Some(Kind::Comment), length);
    }
    let mut quotes = syntax.quotes.iter();
    if let Some(length) = quotes.find_map(|quote| quoted(rest, quote)) {
        return (Some(Kind::Text), length);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let of_words = |c: char| c.is_alphanumeric() || c == '_';
    let word = &rest[..rest.find(|c| !of_words(c)).unwrap_or(rest.len())];
    if word.is_empty() {
        (None, first)
    } else if word.starts_with(|c: char| c.is_ascii_digit()) || syntax.constants.contains(&word) {
        (Some(Kind::Constant), word.len())
    } else if syntax.keywords.contains(&word) {
        (Some(Kind::Keyword), word.len())
    } else {
        (None, word.len())
    }
}

fn comment(rest: &str, before: Option<char>, syntax: &Syntax) -> Option<usize> {
    if let Some(BlockComment { open, close }) = syntax.block
        && let Some(inner) = rest.strip_prefix(open)
    {
        return Some(
            inner
                .find(close)
                .map_or(rest.len(), |end| open.len() + end + close.len()),
        );
    }
    // In a shell, `#` within a word is a part of it.
    let starts = before.is_none_or(char::is_whitespace);
    let is_comment = rest.starts_with(syntax.line) && (starts || syntax.line != "#");
    is_comment.then(|| rest.find('\n').unwrap_or(rest.len()))
}

/// A text with its quotation marks. One that is not closed ends with its line, or the source.
fn quoted(rest: &str, quote: &Quote) -> Option<usize> {
    let inner = rest.strip_prefix(quote.open)?;
    let mut at = quote.open.len();
    let mut escaped = false;
    for c in inner.chars() {
        if !escaped && rest[at..].starts_with(quote.close) {
            return Some(at + quote.close.len());
        }
        if c == '\n' && !quote.lines {
            return Some(at);
        }
        escaped = quote.escapes && c == '\\' && !escaped;
        at += c.len_utf8();
    }
    Some(rest.len())
}
