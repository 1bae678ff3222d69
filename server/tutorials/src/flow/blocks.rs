//! Blocks that hold text.

use articles::blocks::{Block, Note, Span};
use krilla::tagging::Tag;

use super::{Flow, Ground, Piece};
use crate::{
    TutorialError,
    links::{Link, resolve},
    style::{
        ACCENT, BAR, BODY, CALLOUT_GROUND, GAP, INDENT, LINE, Look, PADDING, SMALL, STRONG, heading,
    },
    text::{Ink, Run},
};

/// What a footnote's name begins with, as on the site.
const NOTE: &str = "n-";

impl Flow {
    pub fn blocks(&mut self, blocks: &[Block]) -> Result<(), TutorialError> {
        let mut before = None;
        for block in blocks {
            // A heading brings its own space with it.
            let is_heading = |block: &Block| matches!(block, Block::Heading(..));
            if before.is_some_and(|before| !is_heading(before)) && !is_heading(block) {
                self.space(GAP)?;
            }
            self.block(block)?;
            before = Some(block);
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), TutorialError> {
        match block {
            Block::Heading(it, spans) => {
                let runs = self.runs(spans, &heading(it.level));
                self.heading(it.level, &it.title, &it.id, &runs)
            }
            Block::Paragraph(spans) => self.paragraph(spans, &BODY),
            Block::Code {
                name,
                language,
                source,
            } => self.code(name.as_deref(), *language, source),
            Block::List { first, items } => self.list(*first, items),
            Block::Quote(content) => self.quote(content),
            Block::Callout { title, content } => self.callout(title, content),
            Block::Table(table) => self.table(table),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Rule => self.rule(),
            Block::Notes(notes) => self.notes(notes),
        }
    }

    fn paragraph(&mut self, spans: &[Span], look: &Look) -> Result<(), TutorialError> {
        let runs = self.runs(spans, look);
        let node = self.tags.add(self.node, Tag::P);
        self.lines(&runs, look, node)
    }

    /// The text of spans, with their links made whole.
    pub fn runs(&mut self, spans: &[Span], look: &Look) -> Vec<Run> {
        let runs = spans.iter().map(|span| {
            let target = match (span.note, &span.link) {
                (Some(number), _) => Some(self.note_link(number)),
                (None, Some(link)) => resolve(link, self.section, &self.address),
                (None, None) => None,
            };
            let ink = Ink {
                color: look.color,
                link: target.map(|target| self.add_link(target)),
                is_struck: span.is_struck,
            };
            match span.note {
                Some(number) => self.type_.run(&format!(" [{number}]"), span.style, ink),
                None => self.type_.run(&span.text, span.style, ink),
            }
        });
        runs.collect()
    }

    /// The number of a link.
    pub fn add_link(&mut self, link: Link) -> usize {
        self.links.push(link);
        self.links.len() - 1
    }

    fn note_link(&self, number: usize) -> Link {
        Link::Inside {
            anchor: self.anchor(&format!("{NOTE}{number}")),
            address: String::new(),
            name: format!("[{number}]"),
        }
    }

    fn quote(&mut self, content: &[Block]) -> Result<(), TutorialError> {
        let bar = Ground {
            x: self.left,
            width: BAR,
            color: LINE,
        };
        self.within(Tag::BlockQuote, |flow| {
            flow.over(&[bar], |flow| {
                flow.indented(INDENT, |flow| flow.blocks(content))
            })
        })
    }

    fn callout(&mut self, title: &str, content: &[Block]) -> Result<(), TutorialError> {
        let ground = Ground {
            x: self.left,
            width: self.width(),
            color: CALLOUT_GROUND,
        };
        let bar = Ground {
            width: BAR,
            color: ACCENT,
            ..ground
        };
        self.within(Tag::Div, |flow| {
            flow.over(&[ground, bar], |flow| {
                flow.inset(BAR + PADDING * 1.5, |flow| {
                    flow.glue(PADDING)?;
                    let node = flow.tags.add(flow.node, Tag::P);
                    flow.plain(title, &STRONG, node)?;
                    flow.keep_with_next();
                    flow.blocks(content)?;
                    flow.keep_with_next();
                    flow.space(PADDING)
                })
            })
        })
    }

    fn rule(&mut self) -> Result<(), TutorialError> {
        self.push(Piece {
            height: GAP,
            rule: Some((self.left, self.left + self.width())),
            ..Piece::default()
        })
    }

    fn notes(&mut self, notes: &[Note]) -> Result<(), TutorialError> {
        self.rule()?;
        for note in notes {
            let id = format!("{NOTE}{}", note.number);
            let from = self.pieces.len();
            self.within(Tag::Note, |flow| {
                let label = flow.tags.add(flow.node, Tag::Lbl);
                flow.beside(&format!("[{}]", note.number), &SMALL, label, |flow| {
                    flow.blocks(&note.content)
                })
            })?;
            let anchor = self.anchor(&id);
            if let Some(first) = self.pieces.get_mut(from) {
                first.anchor = Some(anchor);
            }
        }
        Ok(())
    }
}
