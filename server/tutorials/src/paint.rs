//! Draws pages.

mod line;
mod sheet;

use std::collections::HashMap;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::Point,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    text::Font,
};

use crate::{
    Tutorial, TutorialError,
    flow::{Entry, Flow},
    links::Anchor,
    pages::Pages,
    tags::Node,
};

/// What drawing a page needs to know of all the others.
struct Painter<'a> {
    flow: &'a mut Flow,
    /// By the identifier of the data.
    fonts: HashMap<u64, Font>,
    /// Where each anchor is: the page, from 0, and how far down.
    places: HashMap<Anchor, (usize, f32)>,
    /// The nodes of links, by the number of the link and what holds it.
    links: HashMap<(Node, usize), Node>,
}

/// Draws a tutorial.
pub fn paint(mut flow: Flow, pages: &Pages, tutorial: &Tutorial) -> Result<Vec<u8>, TutorialError> {
    let mut document = Document::new_with(settings()?);
    let language = tutorial.locale.tag();
    let places = places(pages);
    let mut painter = Painter {
        flow: &mut flow,
        fonts: HashMap::new(),
        places,
        links: HashMap::new(),
    };
    for (number, page) in pages.0.iter().enumerate() {
        painter.page(&mut document, page, number, pages.0.len(), tutorial);
    }
    document.set_outline(outline(&painter.flow.entries, &painter.places));
    document.set_tag_tree(flow.tags.into_tree(language));
    document.set_metadata(
        Metadata::new()
            .title(format!("{} – {}", tutorial.name, tutorial.portal))
            .description(tutorial.summary.clone())
            .authors(vec![tutorial.portal.clone()])
            .language(language.to_owned()),
    );
    document.finish().map_err(faulty)
}

fn settings() -> Result<SerializeSettings, TutorialError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| TutorialError::Faulty(format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

fn faulty(error: KrillaError) -> TutorialError {
    let reasons = match error {
        KrillaError::Validation(errors) => {
            let reasons = errors.iter().take(3).map(|(error, _)| format!("{error:?}"));
            reasons.collect::<Vec<_>>().join(", ")
        }
        error => error.to_string(),
    };
    TutorialError::Faulty(reasons)
}

fn places(pages: &Pages) -> HashMap<Anchor, (usize, f32)> {
    let mut places = HashMap::new();
    for (number, page) in pages.0.iter().enumerate() {
        for placed in page {
            if let Some(anchor) = &placed.piece.anchor {
                places.entry(anchor.clone()).or_insert((number, placed.y));
            }
        }
    }
    places
}

fn destination((page, y): (usize, f32)) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, (y - 12.0).max(0.0)))
}

/// The headings as bookmarks within each other.
fn outline(entries: &[Entry], places: &HashMap<Anchor, (usize, f32)>) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<(u8, OutlineNode)> = vec![];
    for entry in entries {
        let Some(place) = places.get(&entry.anchor) else {
            continue;
        };
        close(&mut open, entry.level, &mut outline);
        let node = OutlineNode::new(entry.title.clone(), destination(*place));
        open.push((entry.level, node));
    }
    close(&mut open, 0, &mut outline);
    outline
}

/// Ends the bookmarks that hold none of this level.
fn close(open: &mut Vec<(u8, OutlineNode)>, level: u8, outline: &mut Outline) {
    while open.last().is_some_and(|(above, _)| *above >= level) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, above)) => above.push_child(node),
            None => outline.push_child(node),
        }
    }
}
