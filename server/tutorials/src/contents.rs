//! The contents: the headings, each with the page that it stands on.

use std::{collections::HashMap, num::NonZeroU16};

use articles::blocks::Style;
use krilla::tagging::Tag;
use locales::{Locale, tutorial as t};

use crate::{
    TutorialError,
    flow::{Entry, Flow, Piece, SetLine},
    links::{Anchor, Link},
    pages::{Page, deal_out},
    style::{BODY, INDENT, Look, RIGHT, STRONG, heading},
    text::Ink,
};

/// The lowest level that they show.
const LOWEST: u8 = 3;
/// The title page.
const BEFORE: usize = 1;
/// For the number of a page.
const NUMBER: f32 = 30.0;

/// The pages of the contents. How many there are decides which numbers stand in them, and does not
/// depend on these.
pub fn pages(flow: &mut Flow, body: &[Page], locale: Locale) -> Result<Vec<Page>, TutorialError> {
    let numbers = numbers(body);
    let mut draft = Flow::new();
    draft.entries.clone_from(&flow.entries);
    let count = deal_out(pieces(&mut draft, &numbers, 0, locale)?).len();
    Ok(deal_out(pieces(flow, &numbers, BEFORE + count, locale)?))
}

/// The page of each anchor, from 1.
fn numbers(body: &[Page]) -> HashMap<Anchor, usize> {
    let mut numbers = HashMap::new();
    for (at, page) in body.iter().enumerate() {
        for anchor in page.iter().filter_map(|placed| placed.piece.anchor.clone()) {
            numbers.entry(anchor).or_insert(at + 1);
        }
    }
    numbers
}

fn pieces(
    flow: &mut Flow,
    numbers: &HashMap<Anchor, usize>,
    before: usize,
    locale: Locale,
) -> Result<Vec<Piece>, TutorialError> {
    let title = t::contents(locale);
    let look = heading(1);
    let node = Tag::Hn(NonZeroU16::MIN, Some(title.to_owned()));
    let node = flow.tags.add(flow.contents, node);
    flow.plain(title, &look, node)?;
    flow.keep_with_next();
    flow.space(10.0)?;
    let list = flow.tags.add(flow.contents, Tag::TOC);
    let entries = flow.entries.clone();
    for entry in entries.iter().filter(|entry| entry.level <= LOWEST) {
        flow.node = list;
        let number = numbers
            .get(&entry.anchor)
            .map_or(0, |number| number + before);
        flow.within(Tag::TOCI, |flow| {
            flow.within(Tag::Reference, |flow| line(flow, entry, number))
        })?;
    }
    Ok(flow.take())
}

fn line(flow: &mut Flow, entry: &Entry, number: usize) -> Result<(), TutorialError> {
    let look = if entry.level == 1 { STRONG } else { BODY };
    let x = flow.left + INDENT * f32::from(entry.level - 1);
    if entry.level == 1 {
        flow.space(6.0)?;
    }
    let number_of_link = flow.add_link(Link::Inside {
        anchor: entry.anchor.clone(),
        address: String::new(),
        name: entry.title.clone(),
    });
    let ink = Ink {
        color: look.color,
        link: Some(number_of_link),
        is_struck: false,
    };
    let run = flow.type_.run(&entry.title, Style::default(), ink);
    let title = flow.set(&[run], &look, RIGHT - x - NUMBER, flow.node, x);
    let page = page(flow, number, &look);
    let last = title.len().saturating_sub(1);
    for (at, line) in title.into_iter().enumerate() {
        let number = page.iter().filter(|_| at == last);
        flow.push(Piece {
            height: look.leading + if at == last { 2.0 } else { 0.0 },
            lines: std::iter::once(line).chain(number.copied()).collect(),
            is_glued: at < last,
            ..Piece::default()
        })?;
    }
    Ok(())
}

/// The number of a page, at the right edge.
fn page(flow: &mut Flow, number: usize, look: &Look) -> Vec<SetLine> {
    let run = flow.type_.plain(&number.to_string(), look);
    let (_, width) = flow.type_.widths(std::slice::from_ref(&run), look);
    flow.set(&[run], look, NUMBER, flow.node, RIGHT - width)
}
