//! What stands on one page as a whole.

use std::rc::Rc;

use crate::{links::Anchor, style::Color, tags::Node};

/// Something that stands on one page as a whole.
#[derive(Default)]
pub struct Piece {
    pub kind: Kind,
    pub height: f32,
    /// Side by side.
    pub lines: Vec<SetLine>,
    /// What is drawn below the lines, the lowest first.
    pub grounds: Rc<[Ground]>,
    /// A line over its lower edge, from here to there.
    pub rule: Option<(f32, f32)>,
    /// Whether the next one is to stand on the same page.
    pub is_glued: bool,
    /// What begins here.
    pub anchor: Option<Anchor>,
    /// Cells without text, which are there for the order of the columns.
    pub empty: Vec<Node>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Lines,
    /// Left out where a page begins.
    Space,
    /// What follows begins a page.
    Break,
}

/// A line of a text, at its place within the piece.
#[derive(Clone, Copy)]
pub struct SetLine {
    /// The number of the text.
    pub text: usize,
    pub line: usize,
    pub x: f32,
    pub y: f32,
    pub node: Node,
}

/// A background, or a bar, as high as its pieces.
#[derive(Clone, Copy)]
pub struct Ground {
    pub x: f32,
    pub width: f32,
    pub color: Color,
}
