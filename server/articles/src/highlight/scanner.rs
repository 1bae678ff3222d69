//! Reads a source from its beginning, one piece after the other.

use super::{
    Kind, Piece,
    syntax::{BlockComment, Quote, Syntax},
};

/// The pieces of a source, in order; those between have no kind.
pub fn pieces<'a>(source: &'a str, syntax: &Syntax) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = vec![];
    let (mut at, mut plain_from) = (0, 0);
    while at < source.len() {
        let (kind, length) = piece(&source[at..], source[..at].chars().next_back(), syntax);
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
        let names = syntax.members && rest[length..].trim_start().starts_with(':');
        return (Some(if names { Kind::Name } else { Kind::Text }), length);
    }
    if let Some(length) = variable(rest, syntax) {
        return (Some(Kind::Variable), length);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let word = word(rest);
    if word.is_empty() {
        return (None, first);
    }
    (kind_of(word, syntax), word.len())
}

/// What a text begins with of letters, digits and `_`.
fn word(rest: &str) -> &str {
    let of_words = |c: char| c.is_alphanumeric() || c == '_';
    &rest[..rest.find(|c| !of_words(c)).unwrap_or(rest.len())]
}

/// What a word of a language is; none for those that the program itself gave.
pub fn kind_of(word: &str, syntax: &Syntax) -> Option<Kind> {
    let is_one_of = |words: &[&str]| {
        let same = |it: &&str| *it == word || (syntax.any_case && it.eq_ignore_ascii_case(word));
        words.iter().any(same)
    };
    if word.starts_with(|c: char| c.is_ascii_digit()) || is_one_of(syntax.constants) {
        Some(Kind::Constant)
    } else {
        is_one_of(syntax.keywords).then_some(Kind::Keyword)
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
    let opens = |mark: &&str| rest.starts_with(*mark) && (starts || *mark == "//");
    let is_comment = syntax.line.iter().any(opens);
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

/// `$name`, or `%name%`.
fn variable(rest: &str, syntax: &Syntax) -> Option<usize> {
    let sigil = syntax.sigil?;
    let inner = rest.strip_prefix(sigil)?;
    let mut length = word(inner).len();
    // A scope, as in `$env:NAME`.
    if let Some(name) = inner[length..].strip_prefix(':') {
        let name = word(name);
        length += if name.is_empty() { 0 } else { 1 + name.len() };
    }
    if length == 0 {
        return None;
    }
    let closed = sigil == '%' && inner[length..].starts_with(sigil);
    Some(1 + length + usize::from(closed))
}
