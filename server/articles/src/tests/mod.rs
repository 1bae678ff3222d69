//! What an operator writes, and what a page shows of it.

mod blocks;
mod hostile;
mod notes_of_pages;
mod shown;
mod well_formed;
mod whole;

use locales::Locale;

use crate::{Article, article};

fn drawn(markdown: &str) -> Article {
    article(markdown, Locale::PtBr).unwrap()
}

fn html(markdown: &str) -> String {
    drawn(markdown).html
}
