//! An article as blocks, for what is no page: paper, for one. It is read by the same rules as the
//! HTML: the same headings with the same ids, links that lead where a link may lead, HTML as text.

mod builder;
mod inline;

use std::sync::Arc;

use locales::Locale;

use self::builder::Builder;
use crate::{Heading, OPTIONS, TooMuch, highlight::Language, outline::Outline, read};

/// A part of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Heading, Vec<Span>),
    Paragraph(Vec<Span>),
    Code {
        /// What the reader is told of its language.
        name: Option<String>,
        language: Option<Language>,
        source: String,
    },
    List {
        /// The number of the first item; none where items have no numbers.
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Callout {
        title: String,
        content: Vec<Block>,
    },
    Table(Table),
    Definitions(Vec<Definition>),
    Rule,
    /// In the order of their numbers, after all else.
    Notes(Vec<Note>),
}

/// A piece of text that looks the same all along, and leads to one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// A line break is a line break.
    pub text: String,
    pub style: Style,
    pub is_struck: bool,
    /// As it was written, where a link may lead there.
    pub link: Option<Arc<str>>,
    /// The number of the footnote that this refers to.
    pub note: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
}

/// A table, whose rows have as many cells as its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

pub type Cell = Vec<Span>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    pub term: Vec<Span>,
    pub meanings: Vec<Vec<Block>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub number: usize,
    pub content: Vec<Block>,
}

impl Span {
    /// Text without anything else.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Whether the text of both could stand in one. Two links to one place stay two.
    fn is_like(&self, other: &Self) -> bool {
        let same_link = match (&self.link, &other.link) {
            (None, None) => true,
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            _ => false,
        };
        let no_notes = self.note.is_none() && other.note.is_none();
        let same_looks = self.style == other.style && self.is_struck == other.is_struck;
        same_link && same_looks && no_notes
    }
}

/// Makes headings for blocks that nobody wrote as Markdown.
#[derive(Default)]
pub struct Headings(Outline);

impl Headings {
    /// A heading of the highest level, with an id of its own among these.
    pub fn heading(&mut self, title: &str) -> Block {
        Block::Heading(self.0.add(1, title), vec![Span::plain(title)])
    }
}

/// Reads an article. `locale` is the language of what the article is given beside its own words.
/// What stands for an image is the text that was written for it.
///
/// # Errors
/// [`TooMuch`] for a text beyond the bounds.
pub fn blocks(markdown: &str, locale: Locale) -> Result<Vec<Block>, TooMuch> {
    let mut builder = Builder::new(locale);
    read(markdown, OPTIONS, |event| {
        builder.take(event);
        builder.len()
    })?;
    Ok(builder.finish())
}
