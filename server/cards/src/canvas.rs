//! Draws shapes, pictures and glyphs.

use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};
use tiny_skia::{
    FillRule, FilterQuality, LineCap, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Stroke,
    StrokeDash, Transform,
};

use crate::{CardError, text::SetText};

/// Corners of the ticket, and the notches beside its tear line.
const CORNER: f32 = 18.0;
const NOTCH: f32 = 20.0;
/// How far the handles of a quarter of a circle are from its ends, in radii.
const KAPPA: f32 = 0.552_284_8;
const HAIRLINE: f32 = 2.0;
const DASH: [f32; 2] = [12.0, 10.0];

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    fn paint(self) -> Paint<'static> {
        let mut paint = Paint::default();
        paint.set_color_rgba8(self.0, self.1, self.2, u8::MAX);
        paint
    }
}

pub struct Canvas(Pixmap);

impl Canvas {
    pub fn new(width: u32, height: u32, ground: Color) -> Result<Self, CardError> {
        let pixmap = Pixmap::new(width, height);
        let mut pixmap = pixmap.ok_or_else(|| CardError("no room for it".to_owned()))?;
        let Color(red, green, blue) = ground;
        pixmap.fill(tiny_skia::Color::from_rgba8(red, green, blue, u8::MAX));
        Ok(Self(pixmap))
    }

    pub fn png(&self) -> Result<Vec<u8>, CardError> {
        let written = self.0.encode_png();
        written.map_err(|error| CardError(error.to_string()))
    }

    /// A ticket with notches beside its tear line, a bar on top, and nothing on it.
    pub fn ticket(
        &mut self,
        edges: (f32, f32, f32, f32),
        tear: f32,
        ground: Color,
        line: Color,
        accent: Color,
    ) {
        let Some(outline) = outline(edges, tear) else {
            return;
        };
        self.fill(&outline, ground);
        let (left, top, right, _) = edges;
        if let Some(bar) = bar(left, top, right) {
            self.fill(&bar, accent);
        }
        let mut stroke = Stroke {
            width: HAIRLINE,
            ..Stroke::default()
        };
        self.stroke(&outline, line, &stroke);
        stroke.dash = StrokeDash::new(DASH.to_vec(), 0.0);
        stroke.line_cap = LineCap::Butt;
        let mut path = PathBuilder::new();
        path.move_to(left + NOTCH + DASH[1], tear);
        path.line_to(right - NOTCH - DASH[1], tear);
        if let Some(path) = path.finish() {
            self.stroke(&path, line, &stroke);
        }
    }

    fn fill(&mut self, path: &Path, color: Color) {
        let (rule, whole) = (FillRule::Winding, Transform::identity());
        self.0.fill_path(path, &color.paint(), rule, whole, None);
    }

    fn stroke(&mut self, path: &Path, color: Color, stroke: &Stroke) {
        let whole = Transform::identity();
        self.0
            .stroke_path(path, &color.paint(), stroke, whole, None);
    }

    /// A picture, as large as it can be within a square.
    pub fn picture(&mut self, picture: &Pixmap, x: f32, y: f32, side: f32) {
        #[expect(clippy::cast_precision_loss, reason = "pictures have few pixels")]
        let (width, height) = (picture.width() as f32, picture.height() as f32);
        let scale = side / width.max(height);
        let within = Transform::from_scale(scale, scale).post_translate(
            x + (side - width * scale) / 2.0,
            y + (side - height * scale) / 2.0,
        );
        let paint = PixmapPaint {
            quality: FilterQuality::Bicubic,
            ..PixmapPaint::default()
        };
        self.0
            .draw_pixmap(0, 0, picture.as_ref(), &paint, within, None);
    }

    /// Draws a text with its upper left corner here; returns where it ends below.
    pub fn text(&mut self, text: &SetText, x: f32, y: f32) -> f32 {
        let mut bottom = y;
        for line in text.layout.lines() {
            let metrics = line.metrics();
            let baseline = y + metrics.baseline;
            bottom += text.look.leading;
            let mut x = x + metrics.offset;
            for run in line.runs() {
                let font = run.font();
                let Ok(font) = FontRef::from_index(font.data.data(), font.index) else {
                    continue;
                };
                let size = run.font_size();
                for cluster in run.visual_clusters() {
                    for glyph in cluster.glyphs() {
                        let at = (x + glyph.x, baseline - glyph.y);
                        if let Some(path) = outline_of(&font, glyph.id, size, at) {
                            self.fill(&path, text.look.color);
                        }
                        x += glyph.advance;
                    }
                }
            }
        }
        bottom
    }
}

/// The outline of a glyph whose origin is here.
fn outline_of(font: &FontRef, glyph: u32, size: f32, (x, y): (f32, f32)) -> Option<Path> {
    let outlines = font.outline_glyphs();
    let outline = outlines.get(GlyphId::new(glyph))?;
    let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
    let mut pen = Pen {
        path: PathBuilder::new(),
        x,
        y,
    };
    outline.draw(settings, &mut pen).ok()?;
    pen.path.finish()
}

/// Glyphs grow upwards, pictures downwards.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (left, top) = (self.x, self.y);
        self.path.quad_to(left + cx, top - cy, left + x, top - y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (left, top) = (self.x, self.y);
        self.path.cubic_to(
            left + cx0,
            top - cy0,
            left + cx1,
            top - cy1,
            left + x,
            top - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Turns a corner from one point to another, both as far from it.
fn corner(path: &mut PathBuilder, corner: (f32, f32), from: (f32, f32), to: (f32, f32)) {
    let toward = |end: (f32, f32)| {
        (
            end.0 + (corner.0 - end.0) * KAPPA,
            end.1 + (corner.1 - end.1) * KAPPA,
        )
    };
    let (one, other) = (toward(from), toward(to));
    path.cubic_to(one.0, one.1, other.0, other.1, to.0, to.1);
}

/// Clockwise, from the upper left corner.
fn outline((left, top, right, bottom): (f32, f32, f32, f32), tear: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(left + CORNER, top);
    path.line_to(right - CORNER, top);
    let to = (right, top + CORNER);
    corner(&mut path, (right, top), (right - CORNER, top), to);
    notch(&mut path, right, tear, -NOTCH, 1.0);
    path.line_to(right, bottom - CORNER);
    let to = (right - CORNER, bottom);
    corner(&mut path, (right, bottom), (right, bottom - CORNER), to);
    path.line_to(left + CORNER, bottom);
    let to = (left, bottom - CORNER);
    corner(&mut path, (left, bottom), (left + CORNER, bottom), to);
    notch(&mut path, left, tear, NOTCH, -1.0);
    path.line_to(left, top + CORNER);
    corner(
        &mut path,
        (left, top),
        (left, top + CORNER),
        (left + CORNER, top),
    );
    path.close();
    path.finish()
}

/// Half a circle into the ticket, on the way down (1) or up (-1).
fn notch(path: &mut PathBuilder, x: f32, tear: f32, depth: f32, way: f32) {
    let (begin, end) = (tear - NOTCH * way, tear + NOTCH * way);
    path.line_to(x, begin);
    corner(path, (x + depth, begin), (x, begin), (x + depth, tear));
    corner(path, (x + depth, end), (x + depth, tear), (x, end));
}

/// The bar on top, as high as the corners of the ticket.
fn bar(left: f32, top: f32, right: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(left + CORNER, top);
    path.line_to(right - CORNER, top);
    corner(
        &mut path,
        (right, top),
        (right - CORNER, top),
        (right, top + CORNER),
    );
    path.line_to(left, top + CORNER);
    corner(
        &mut path,
        (left, top),
        (left, top + CORNER),
        (left + CORNER, top),
    );
    path.close();
    path.finish()
}
