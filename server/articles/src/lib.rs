//! Turns an operator's Markdown into what a documentation site shows: HTML that is safe to put into
//! a page, the contents beside it, and plain passages to search.
//!
//! Markdown is hostile input. HTML within it shows as text; links lead to where a link may lead and
//! nowhere else; no attribute is written that this crate did not think of; and a text that is too
//! long or too deeply nested is refused before it costs much.

pub mod blocks;
mod bounds;
mod copying;
mod escape;
pub mod highlight;
mod outline;
mod targets;
#[cfg(test)]
mod tests;
mod writer;

use locales::Locale;
use pulldown_cmark::{Event, Options, Parser};

use self::{bounds::Depth, writer::Writer};
pub use self::{
    bounds::{MAX_BYTES, MAX_DEPTH, MAX_HTML, TooMuch},
    copying::{COPIES, copy_button},
};

/// What headings, notes and code blocks have as ids begins with these, and nothing else of a page
/// does. A page holds one article, so that they are unique.
pub const ID_PREFIXES: [&str; 4] = [
    outline::HEADING,
    writer::CODE,
    writer::FOOTNOTE,
    writer::REFERENCE,
];

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// A text as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Safe to put into a page.
    pub html: String,
    /// The headings of the levels 2 to 4, in order.
    pub contents: Vec<Heading>,
    /// All of the text, for searches.
    pub passages: Vec<Passage>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 2, as `h1` belongs to the page, to 6; one more than that of the heading above it at
    /// most.
    pub level: u8,
    /// The fragment of its address.
    pub id: String,
    /// Plain text.
    pub title: String,
}

/// What stands under one heading, up to the next one of any level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// None for what stands before the first heading.
    pub heading: Option<Heading>,
    /// Plain text; paragraphs, items, rows and blocks of code are lines.
    pub text: String,
}

/// Draws an article. `locale` is the language of what the article is given beside its own words.
///
/// # Errors
/// [`TooMuch`] for a text beyond the bounds.
pub fn article(markdown: &str, locale: Locale) -> Result<Article, TooMuch> {
    write(markdown, OPTIONS, Writer::new(locale))
}

/// Draws a text that shares its page with others: HTML without an id, whose headings are lines in
/// bold, and whose code has no button.
///
/// # Errors
/// [`TooMuch`] for a text beyond the bounds.
pub fn note(markdown: &str, locale: Locale) -> Result<String, TooMuch> {
    let options = OPTIONS.difference(Options::ENABLE_FOOTNOTES);
    Ok(write(markdown, options, Writer::of_note(locale))?.html)
}

fn write(markdown: &str, options: Options, mut writer: Writer) -> Result<Article, TooMuch> {
    read(markdown, options, |event| {
        writer.write(event);
        writer.len()
    })?;
    Ok(writer.finish())
}

/// Hands on what stands in a text, one after the other. `take` returns how many bytes it has made
/// of it so far.
fn read(
    markdown: &str,
    options: Options,
    mut take: impl FnMut(Event) -> usize,
) -> Result<(), TooMuch> {
    bounds::check(markdown)?;
    // CommonMark 0.31, 2.3; nor would PostgreSQL keep a passage with it.
    let markdown = &markdown.replace('\0', "\u{fffd}");
    let mut depth = Depth::new(markdown);
    for (event, place) in Parser::new_ext(markdown, options).into_offset_iter() {
        match &event {
            Event::Start(_) => depth.enter(place.start)?,
            Event::End(_) => depth.leave(),
            _ => {}
        }
        if take(event) > MAX_HTML {
            return Err(TooMuch::Large);
        }
    }
    Ok(())
}

/// The text of an article without its marks: headings, and what stands under them, in lines.
///
/// # Errors
/// [`TooMuch`] for a text beyond the bounds.
pub fn plain(markdown: &str) -> Result<String, TooMuch> {
    let passages = article(markdown, Locale::default())?.passages;
    let lines = passages.iter().flat_map(|passage| {
        let title = passage.heading.as_ref().map(|it| it.title.as_str());
        [title.unwrap_or_default(), &passage.text]
    });
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    Ok(lines.join("\n"))
}
