//! Sets a tutorial as a PDF that people print, and that programs read aloud: with a title page,
//! contents, bookmarks and live links, tagged as PDF/UA-1 asks (ISO 14289-1).
//!
//! It is made of blocks, which `articles` reads from Markdown. Each block becomes pieces, none of
//! which is higher than a line or two (`flow`); the pieces are dealt out to pages (`pages`); and only
//! then is anything drawn (`paint`), when the page of every heading is known. The same tutorial
//! always gives the same bytes.

mod contents;
mod flow;
mod links;
mod pages;
mod paint;
mod style;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod title;

use articles::blocks::Block;
use locales::Locale;

use self::flow::Flow;

/// Pages of a tutorial.
pub const MAX_PAGES: usize = 1_000;

/// What a tutorial says.
#[derive(Clone, Debug)]
pub struct Tutorial {
    pub locale: Locale,
    /// The name of the portal.
    pub portal: String,
    /// What this is a tutorial of.
    pub name: String,
    /// One line.
    pub summary: String,
    /// What the title page tells besides.
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
}

/// Something that the title page tells, as that the version is 1.2.0.
#[derive(Clone, Debug)]
pub struct Fact {
    pub name: String,
    pub value: String,
    /// Where it leads.
    pub link: Option<String>,
}

/// A part of a tutorial, which begins on a page of its own.
#[derive(Clone, Debug)]
pub struct Section {
    pub title: String,
    /// The address of the page that says the same, from which its links are read.
    pub address: String,
    pub blocks: Vec<Block>,
}

/// Why a tutorial cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TutorialError {
    #[error("the tutorial has more than {MAX_PAGES} pages")]
    Long,
    /// A fault of ours: what was set is no PDF/UA.
    #[error("the tutorial cannot be written: {0}")]
    Faulty(String),
}

/// Sets a tutorial. It takes a while: a few milliseconds for each page.
///
/// # Errors
/// [`TutorialError::Long`] for one that has too many pages.
pub fn pdf(tutorial: &Tutorial) -> Result<Vec<u8>, TutorialError> {
    let mut flow = Flow::new();
    let title = title::pieces(&mut flow, tutorial)?;
    let body = flow::sections(&mut flow, &tutorial.sections)?;
    let body = pages::deal_out(body);
    let contents = contents::pages(&mut flow, &body, tutorial.locale)?;
    let pages = pages::Pages::new(pages::deal_out(title), contents, body);
    paint::paint(flow, &pages, tutorial)
}
