//! Lists, and terms with their meanings.

use articles::blocks::{Block, Definition};
use krilla::tagging::{ListNumbering, Tag};

use super::{Flow, Kind, Piece};
use crate::{
    TutorialError,
    style::{BODY, GAP, INDENT, Look, STRONG},
    tags::Node,
};

/// A digit of a label, roughly.
const DIGIT: f32 = 6.0;

impl Flow {
    pub(super) fn list(
        &mut self,
        first: Option<u64>,
        items: &[Vec<Block>],
    ) -> Result<(), TutorialError> {
        let numbering = match first {
            Some(_) => ListNumbering::Decimal,
            None => ListNumbering::Disc,
        };
        self.within(Tag::L(numbering), |flow| {
            let mut number = first;
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    flow.space(GAP * 0.5)?;
                }
                flow.item(number, item)?;
                number = number.map(|number| number.saturating_add(1));
            }
            Ok(())
        })
    }

    fn item(&mut self, number: Option<u64>, content: &[Block]) -> Result<(), TutorialError> {
        let label = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
        self.within(Tag::LI, |flow| {
            let node = flow.tags.add(flow.node, Tag::Lbl);
            flow.beside(&label, &BODY, node, |flow| {
                flow.within(Tag::LBody, |flow| flow.blocks(content))
            })
        })
    }

    /// Sets something to the right of a label, which stands in its first line.
    pub(super) fn beside(
        &mut self,
        label: &str,
        look: &Look,
        node: Node,
        set: impl FnOnce(&mut Self) -> Result<(), TutorialError>,
    ) -> Result<(), TutorialError> {
        let from = self.pieces.len();
        let digits = u8::try_from(label.len()).unwrap_or(u8::MAX);
        let indent = INDENT.max(f32::from(digits) * DIGIT + 4.0);
        let x = self.left;
        self.indented(indent, set)?;
        let run = self.type_.plain(label, look);
        let label = self.set(&[run], look, indent, node, x);
        let has_lines = |piece: &&mut Piece| piece.kind == Kind::Lines && !piece.lines.is_empty();
        match self.pieces[from..].iter_mut().find(has_lines) {
            Some(first) => {
                first.lines.splice(0..0, label.into_iter().take(1));
                Ok(())
            }
            None => self.push(Piece {
                height: look.leading,
                lines: label,
                ..Piece::default()
            }),
        }
    }

    pub(super) fn definitions(&mut self, definitions: &[Definition]) -> Result<(), TutorialError> {
        self.within(Tag::L(ListNumbering::None), |flow| {
            for (at, definition) in definitions.iter().enumerate() {
                if at > 0 {
                    flow.space(GAP)?;
                }
                flow.within(Tag::LI, |flow| flow.definition(definition))?;
            }
            Ok(())
        })
    }

    fn definition(&mut self, definition: &Definition) -> Result<(), TutorialError> {
        let runs = self.runs(&definition.term, &STRONG);
        let label = self.tags.add(self.node, Tag::Lbl);
        self.lines(&runs, &STRONG, label)?;
        self.keep_with_next();
        self.within(Tag::LBody, |flow| {
            flow.indented(INDENT, |flow| {
                let mut meanings = definition.meanings.iter();
                meanings.try_for_each(|meaning| flow.blocks(meaning))
            })
        })
    }
}
