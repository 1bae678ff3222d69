//! Makes pieces of blocks, one below the other, as if there were no pages.

mod blocks;
mod code;
mod list;
mod piece;
mod table;

use std::num::NonZeroU16;

use krilla::tagging::{Tag, TagKind};

pub use self::piece::{Ground, Kind, Piece, SetLine};

use crate::{
    MAX_PAGES, Section, TutorialError,
    links::{Anchor, Link},
    style::{self, GAP, HEIGHT, LEFT, Look, NARROWEST, PADDING, RIGHT},
    tags::{Node, Tags},
    text::{Run, SetText, Typesetter},
};

/// A heading, for contents and bookmarks.
#[derive(Clone)]
pub struct Entry {
    pub level: u8,
    pub title: String,
    pub anchor: Anchor,
}

pub struct Flow {
    pub type_: Typesetter,
    pub texts: Vec<SetText>,
    pub links: Vec<Link>,
    pub tags: Tags,
    pub entries: Vec<Entry>,
    /// What is read aloud: title page, contents, and the rest.
    pub front: Node,
    pub contents: Node,
    body: Node,
    pieces: Vec<Piece>,
    height: f32,
    /// Where lines begin, and where they end.
    pub left: f32,
    right: f32,
    pub node: Node,
    grounds: Vec<Ground>,
    /// The number of the section, and its address.
    section: usize,
    address: String,
}

/// Grounds within each other that are drawn.
const MAX_GROUNDS: usize = 8;

impl Flow {
    pub fn new() -> Self {
        let mut tags = Tags::default();
        let front = tags.add_root(Tag::Section);
        let contents = tags.add_root(Tag::Section);
        let body = tags.add_root(Tag::Part);
        Self {
            type_: Typesetter::new(),
            texts: vec![],
            links: vec![],
            tags,
            entries: vec![],
            front,
            contents,
            body,
            pieces: vec![],
            height: 0.0,
            left: LEFT,
            right: RIGHT,
            node: front,
            grounds: vec![],
            section: 0,
            address: String::new(),
        }
    }

    /// What was set so far.
    pub fn take(&mut self) -> Vec<Piece> {
        self.height = 0.0;
        std::mem::take(&mut self.pieces)
    }

    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Adds a piece.
    ///
    /// # Errors
    /// [`TutorialError::Long`] where it would be on a page too many.
    pub fn push(&mut self, mut piece: Piece) -> Result<(), TutorialError> {
        piece.grounds = self.grounds.as_slice().into();
        self.height += piece.height;
        self.pieces.push(piece);
        let pages = f32::from(u16::try_from(MAX_PAGES).unwrap_or(u16::MAX));
        if self.height > pages * HEIGHT {
            return Err(TutorialError::Long);
        }
        Ok(())
    }

    pub fn space(&mut self, height: f32) -> Result<(), TutorialError> {
        self.push(Piece {
            kind: Kind::Space,
            height,
            ..Piece::default()
        })
    }

    /// Space that keeps what stands around it together.
    pub fn glue(&mut self, height: f32) -> Result<(), TutorialError> {
        self.push(Piece {
            kind: Kind::Space,
            height,
            is_glued: true,
            ..Piece::default()
        })
    }

    pub fn new_page(&mut self) -> Result<(), TutorialError> {
        self.push(Piece {
            kind: Kind::Break,
            ..Piece::default()
        })
    }

    /// Keeps the last piece with the next.
    pub fn keep_with_next(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.is_glued = true;
        }
    }

    /// Sets a text in lines, which belong to `node`. No line stands alone on its page.
    pub fn lines(&mut self, runs: &[Run], look: &Look, node: Node) -> Result<(), TutorialError> {
        let set = self.set(runs, look, self.width(), node, self.left);
        let last = set.len().saturating_sub(1);
        for (at, line) in set.into_iter().enumerate() {
            self.push(Piece {
                height: look.leading,
                lines: vec![line],
                is_glued: at < last && (at == 0 || at + 1 == last),
                ..Piece::default()
            })?;
        }
        Ok(())
    }

    /// The lines of a text, each to stand at the top of a piece.
    pub fn set(
        &mut self,
        runs: &[Run],
        look: &Look,
        width: f32,
        node: Node,
        x: f32,
    ) -> Vec<SetLine> {
        let mut lines = vec![];
        for set in self.type_.set(runs, look, width) {
            let text = self.texts.len();
            lines.extend((0..set.layout.len()).map(|line| SetLine {
                text,
                line,
                x,
                y: 0.0,
                node,
            }));
            self.texts.push(set);
        }
        lines
    }

    /// A text that looks the same all along.
    pub fn plain(&mut self, text: &str, look: &Look, node: Node) -> Result<(), TutorialError> {
        let run = self.type_.plain(text, look);
        self.lines(&[run], look, node)
    }

    /// A heading, as a place to which contents and links lead.
    pub fn heading(
        &mut self,
        level: u8,
        title: &str,
        id: &str,
        runs: &[Run],
    ) -> Result<(), TutorialError> {
        let look = style::heading(level);
        let anchor = self.anchor(id);
        self.entries.push(Entry {
            level,
            title: title.to_owned(),
            anchor: anchor.clone(),
        });
        let above = if level > 2 { GAP * 1.6 } else { GAP * 2.4 };
        self.space(above)?;
        let level = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
        let node = self
            .tags
            .add(self.node, Tag::Hn(level, Some(title.to_owned())));
        let from = self.pieces.len();
        self.lines(runs, &look, node)?;
        for piece in &mut self.pieces[from..] {
            piece.is_glued = true;
        }
        if let Some(first) = self.pieces.get_mut(from) {
            first.anchor = Some(anchor);
        }
        self.glue(GAP * 0.7)
    }

    pub fn anchor(&self, id: &str) -> Anchor {
        Anchor {
            section: self.section,
            id: id.to_owned(),
        }
    }

    /// Sets something as a part of a new node.
    pub fn within(
        &mut self,
        tag: impl Into<TagKind>,
        set: impl FnOnce(&mut Self) -> Result<(), TutorialError>,
    ) -> Result<(), TutorialError> {
        let node = self.tags.add(self.node, tag);
        let outside = std::mem::replace(&mut self.node, node);
        let result = set(self);
        self.node = outside;
        result
    }

    /// Sets something further to the right, as far as that leaves room for text.
    pub fn indented(
        &mut self,
        by: f32,
        set: impl FnOnce(&mut Self) -> Result<(), TutorialError>,
    ) -> Result<(), TutorialError> {
        let outside = self.left;
        self.left = (self.left + by).min(self.right - NARROWEST);
        let result = set(self);
        self.left = outside;
        result
    }

    /// Sets something within edges.
    pub fn inset(
        &mut self,
        left: f32,
        set: impl FnOnce(&mut Self) -> Result<(), TutorialError>,
    ) -> Result<(), TutorialError> {
        let outside = self.right;
        self.right = (outside - PADDING).max(LEFT + 2.0 * NARROWEST);
        let result = self.indented(left, set);
        self.right = outside;
        result
    }

    /// Sets something over grounds.
    pub fn over(
        &mut self,
        grounds: &[Ground],
        set: impl FnOnce(&mut Self) -> Result<(), TutorialError>,
    ) -> Result<(), TutorialError> {
        let before = self.grounds.len();
        if before < MAX_GROUNDS {
            self.grounds.extend(grounds);
        }
        let result = set(self);
        self.grounds.truncate(before);
        result
    }
}

/// Sets the sections, each from the top of a page.
pub fn sections(flow: &mut Flow, sections: &[Section]) -> Result<Vec<Piece>, TutorialError> {
    for (number, section) in sections.iter().enumerate() {
        flow.section = number;
        flow.address.clone_from(&section.address);
        flow.node = flow.tags.add(flow.body, Tag::Section);
        flow.new_page()?;
        let run = flow.type_.plain(&section.title, &style::heading(1));
        flow.heading(1, &section.title, "", &[run])?;
        flow.blocks(&section.blocks)?;
    }
    Ok(flow.take())
}
