//! One page: its pieces, its number, and the places of it that lead somewhere.

use krilla::{
    Document,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::Destination,
    geom::{PathBuilder, Rect},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};

use super::{Painter, destination, line::Inked};
use crate::{
    Tutorial,
    flow::Piece,
    links::Link,
    pages::{Page, Placed},
    style::{Color, FOOT, LEFT, LINE, PAGE, RIGHT, SMALL},
    tags::Node,
};

/// The thickness of lines.
const THIN: f32 = 0.6;

/// A place on the page that leads somewhere.
pub(super) struct Hot {
    pub rect: Rect,
    pub link: usize,
    pub node: Node,
}

pub(super) fn fill(color: Color) -> Fill {
    Fill {
        paint: rgb::Color::new(color.0, color.1, color.2).into(),
        ..Fill::default()
    }
}

pub(super) fn rectangle(surface: &mut Surface, rect: Option<Rect>, color: Color) {
    let path = rect.and_then(|rect| {
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        path.finish()
    });
    if let Some(path) = path {
        surface.set_fill(Some(fill(color)));
        surface.draw_path(&path);
    }
}

impl Painter<'_> {
    pub(super) fn page(
        &mut self,
        document: &mut Document,
        page: &Page,
        number: usize,
        count: usize,
        tutorial: &Tutorial,
    ) {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).unwrap_or_default();
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut hot = vec![];
        for placed in page {
            grounds(&mut surface, placed);
        }
        for placed in page {
            self.piece(&mut surface, &placed.piece, placed.y, &mut hot);
        }
        if number > 0 {
            let name = format!("{} · {}", tutorial.name, tutorial.portal);
            self.foot(&mut surface, &name, &format!("{} / {count}", number + 1));
        }
        surface.finish();
        for Hot { rect, link, node } in hot {
            if let Some((target, name)) = self.target(link) {
                let annotation = LinkAnnotation::new(rect, target);
                let annotation = Annotation::new_link(annotation, Some(name));
                let leaf = sheet.add_tagged_annotation(annotation);
                self.flow.tags.add_leaf(node, leaf);
            }
        }
        sheet.finish();
    }

    /// Where a link leads, and what is read aloud of it.
    pub(super) fn target(&self, link: usize) -> Option<(Target, String)> {
        let outside = |address: &str| {
            let action = Action::Link(LinkAction::new(address.to_owned()));
            (Target::Action(action), address.to_owned())
        };
        match self.flow.links.get(link)? {
            Link::Outside(address) => Some(outside(address)),
            Link::Inside {
                anchor,
                address,
                name,
            } => match self.places.get(anchor) {
                Some(place) => {
                    let target = Target::Destination(Destination::Xyz(destination(*place)));
                    Some((target, name.clone()))
                }
                None => (!address.is_empty()).then(|| outside(address)),
            },
        }
    }

    fn piece(&mut self, surface: &mut Surface, piece: &Piece, y: f32, hot: &mut Vec<Hot>) {
        for node in &piece.empty {
            let leaf = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            surface.end_tagged();
            self.flow.tags.add_leaf(*node, leaf);
        }
        for line in &piece.lines {
            self.line(surface, *line, y, hot);
        }
    }

    /// What stands below each page.
    fn foot(&mut self, surface: &mut Surface, name: &str, number: &str) {
        let artifact = Artifact::with_kind(ArtifactType::Footer);
        surface.start_tagged(ContentTag::Artifact(artifact));
        let look = SMALL;
        let run = self.flow.type_.plain(number, &look);
        let (_, width) = self.flow.type_.widths(std::slice::from_ref(&run), &look);
        let room = RIGHT - LEFT - width - 24.0;
        let name = self.flow.type_.plain(name, &look);
        for (run, x, room) in [(name, LEFT, room), (run, RIGHT - width, width + 1.0)] {
            if let Some(set) = self.flow.type_.set(&[run], &look, room).first() {
                let inked = Inked::of(set, 0);
                inked.draw_all(self, surface, x, FOOT);
            }
        }
        surface.end_tagged();
    }
}

/// What is drawn below the lines of a piece.
fn grounds(surface: &mut Surface, placed: &Placed) {
    let Placed { y, piece } = placed;
    if piece.grounds.is_empty() && piece.rule.is_none() {
        return;
    }
    let artifact = Artifact::with_kind(ArtifactType::Layout);
    surface.start_tagged(ContentTag::Artifact(artifact));
    for ground in piece.grounds.iter() {
        // A little higher, so that no seam is seen between two of them.
        let height = piece.height + 0.2;
        let rect = Rect::from_xywh(ground.x, *y, ground.width, height);
        rectangle(surface, rect, ground.color);
    }
    if let Some((from, to)) = piece.rule {
        let rect = Rect::from_xywh(from, y + piece.height - THIN, to - from, THIN);
        rectangle(surface, rect, LINE);
    }
    surface.end_tagged();
}
