//! One line of text.

use krilla::{
    geom::{Point, Rect},
    surface::Surface,
    tagging::{ContentTag, SpanTag, Tag},
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    Painter,
    sheet::{Hot, fill, rectangle},
};
use crate::{
    flow::SetLine,
    tags::Node,
    text::{Ink, SetText},
};

/// The thickness of the line below a link, and through what is struck.
const THIN: f32 = 0.5;

/// Glyphs of one font that look the same.
struct Stretch {
    font: parley::FontData,
    size: f32,
    ink: Ink,
    x: f32,
    width: f32,
    glyphs: Vec<KrillaGlyph>,
}

/// A line, ready to be drawn.
pub(super) struct Inked {
    text: String,
    /// Below the top of the line.
    baseline: f32,
    leading: f32,
    stretches: Vec<Stretch>,
}

impl Inked {
    pub(super) fn of(set: &SetText, number: usize) -> Self {
        let mut inked = Self {
            text: String::new(),
            baseline: 0.0,
            leading: set.leading,
            stretches: vec![],
        };
        let Some(line) = set.layout.get(number) else {
            return inked;
        };
        let metrics = line.metrics();
        inked.text.clone_from(&set.text);
        inked.baseline = metrics.baseline - metrics.block_min_coord;
        let mut x = metrics.offset;
        for run in line.runs() {
            let size = run.font_size();
            for cluster in run.visual_clusters() {
                let range = cluster.text_range();
                if cluster.is_ligature_continuation() {
                    inked.lengthen(range.end);
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let ink = set.layout.styles()[glyph.style_index()].brush;
                    let stretch = inked.stretch(run.font(), size, ink, x);
                    x += glyph.advance;
                    // Of a line break, which no font has.
                    if glyph.id == 0 {
                        continue;
                    }
                    stretch.width = x - stretch.x;
                    stretch.glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        glyph.advance / size,
                        glyph.x / size,
                        glyph.y / size,
                        0.0,
                        range.clone(),
                        None,
                    ));
                }
            }
        }
        inked.stretches.retain(|stretch| !stretch.glyphs.is_empty());
        inked
    }

    /// Lets the last glyph stand for more of the text.
    fn lengthen(&mut self, end: usize) {
        let last = self.stretches.last_mut();
        if let Some(glyph) = last.and_then(|stretch| stretch.glyphs.last_mut()) {
            glyph.text_range.end = end;
        }
    }

    /// The stretch that a glyph belongs to.
    fn stretch(&mut self, font: &parley::FontData, size: f32, ink: Ink, x: f32) -> &mut Stretch {
        let goes_on = self.stretches.last().is_some_and(|last| {
            let same_font = last.font.data.id() == font.data.id();
            same_font && last.ink == ink && (last.size - size).abs() < f32::EPSILON
        });
        if !goes_on {
            self.stretches.push(Stretch {
                font: font.clone(),
                size,
                ink,
                x,
                width: 0.0,
                glyphs: vec![],
            });
        }
        let last = self.stretches.len() - 1;
        &mut self.stretches[last]
    }

    /// Draws all of it as a part of what was begun.
    pub(super) fn draw_all(&self, painter: &mut Painter, surface: &mut Surface, x: f32, y: f32) {
        for stretch in &self.stretches {
            painter.stretch(surface, self, stretch, x, y);
        }
    }
}

impl Painter<'_> {
    pub(super) fn line(
        &mut self,
        surface: &mut Surface,
        set_line: SetLine,
        y: f32,
        hot: &mut Vec<Hot>,
    ) {
        let Some(set) = self.flow.texts.get(set_line.text) else {
            return;
        };
        let inked = Inked::of(set, set_line.line);
        let y = y + set_line.y;
        for stretches in inked.stretches.chunk_by(|a, b| a.ink.link == b.ink.link) {
            let Some((first, last)) = stretches.first().zip(stretches.last()) else {
                continue;
            };
            let link = first.ink.link.filter(|link| self.target(*link).is_some());
            let node = link.map_or(set_line.node, |link| self.link_node(set_line.node, link));
            let leaf = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            for stretch in stretches {
                self.stretch(surface, &inked, stretch, set_line.x, y);
            }
            surface.end_tagged();
            self.flow.tags.add_leaf(node, leaf);
            let width = last.x + last.width - first.x;
            let rect = Rect::from_xywh(set_line.x + first.x, y, width, inked.leading);
            if let Some((link, rect)) = link.zip(rect) {
                hot.push(Hot { rect, link, node });
            }
        }
    }

    /// A link that goes on in the next line is one link.
    fn link_node(&mut self, parent: Node, link: usize) -> Node {
        let tags = &mut self.flow.tags;
        let node = self.links.entry((parent, link));
        *node.or_insert_with(|| tags.add(parent, Tag::Link))
    }

    fn stretch(&mut self, surface: &mut Surface, line: &Inked, stretch: &Stretch, x: f32, y: f32) {
        let Some(font) = self.font(&stretch.font) else {
            return;
        };
        let (x, baseline) = (x + stretch.x, y + line.baseline);
        surface.set_fill(Some(fill(stretch.ink.color)));
        let start = Point::from_xy(x, baseline);
        let Stretch { glyphs, size, .. } = stretch;
        surface.draw_glyphs(start, glyphs, font, &line.text, *size, false);
        let below = stretch.ink.link.map(|_| baseline + size * 0.14);
        let through = stretch.ink.is_struck.then_some(baseline - size * 0.28);
        for y in [below, through].into_iter().flatten() {
            let rect = Rect::from_xywh(x, y, stretch.width, THIN);
            rectangle(surface, rect, stretch.ink.color);
        }
    }

    fn font(&mut self, font: &parley::FontData) -> Option<Font> {
        let id = font.data.id();
        if let Some(font) = self.fonts.get(&id) {
            return Some(font.clone());
        }
        let (data, _) = font.data.clone().into_raw_parts();
        let made = Font::new(data.into(), font.index)?;
        self.fonts.insert(id, made.clone());
        Some(made)
    }
}
