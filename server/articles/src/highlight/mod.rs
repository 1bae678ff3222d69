//! The parts of a program that one tells apart at a glance: comments, texts, words of the language
//! and its values. Enough of each language to read samples by, and no more: whatever a text holds,
//! nothing of it is lost.

mod language;
mod lines;
mod scanner;
mod syntax;
#[cfg(test)]
mod tests;

pub use language::Language;

use crate::escape::push;

/// What a piece of a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Comment,
    Text,
    Keyword,
    Constant,
    /// A member of an object, a header, an attribute.
    Name,
    Variable,
}

impl Kind {
    /// Its class in the style sheet.
    const fn class(self) -> &'static str {
        match self {
            Self::Comment => "hl-comment",
            Self::Text => "hl-string",
            Self::Keyword => "hl-keyword",
            Self::Constant => "hl-constant",
            Self::Name => "hl-entity",
            Self::Variable => "hl-variable",
        }
    }
}

/// A piece of a source; none of those without a kind is told apart.
pub type Piece<'a> = (Option<Kind>, &'a str);

/// A source as HTML, its parts in colours; as a text it is the same. One of an unknown language has
/// a single colour.
#[must_use]
pub fn highlight(source: &str, language: Option<Language>) -> String {
    let mut html = String::with_capacity(source.len() * 2);
    for (kind, text) in pieces(source, language) {
        match kind {
            None => push(&mut html, text),
            Some(kind) => {
                html.push_str("<span class=\"");
                html.push_str(kind.class());
                html.push_str("\">");
                push(&mut html, text);
                html.push_str("</span>");
            }
        }
    }
    html
}

/// The pieces of a source, in order. One of an unknown language is a single piece.
#[must_use]
pub fn pieces(source: &str, language: Option<Language>) -> Vec<Piece<'_>> {
    match language {
        None => vec![(None, source)],
        Some(Language::Http) => lines::http(source),
        Some(Language::Xml) => lines::xml(source),
        Some(Language::Yaml) => lines::yaml(source),
        Some(other) => scanner::pieces(source, &syntax::of(other)),
    }
}
