//! Tables. Their columns are as wide as their text needs, and share what is missing.

use articles::blocks::{Cell, Table};
use krilla::tagging::{TableHeaderScope, Tag};

use super::{Flow, Ground, Piece, SetLine};
use crate::{
    TutorialError,
    style::{CELL, HEAD_CELL, HEAD_GROUND, HEIGHT, Look},
    tags::Node,
    text::Run,
};

/// Beside and above the text of a cell.
const BESIDE: f32 = 5.0;
const ABOVE: f32 = 4.0;
/// No column is less wide.
const NARROWEST: f32 = 8.0;

/// A row that was not set yet.
struct Row {
    cells: Vec<Vec<Run>>,
    look: Look,
}

impl Flow {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), TutorialError> {
        let head = self.row(&table.head, &HEAD_CELL);
        let rows: Vec<_> = table.rows.iter().map(|row| self.row(row, &CELL)).collect();
        let widths = self.columns(&head, &rows);
        let node = self.tags.add(self.node, Tag::Table);
        let ground = Ground {
            x: self.left,
            width: self.width(),
            color: HEAD_GROUND,
        };
        let part = self.tags.add(node, Tag::THead);
        self.over(&[ground], |flow| {
            let row = flow.tags.add(part, Tag::TR);
            let cell = |flow: &mut Self| flow.tags.add(row, Tag::TH(TableHeaderScope::Column));
            flow.set_row(&head, &widths, cell)
        })?;
        self.keep_with_next();
        let part = (!rows.is_empty()).then(|| self.tags.add(node, Tag::TBody));
        for (row, part) in rows.iter().zip(part.into_iter().cycle()) {
            let node = self.tags.add(part, Tag::TR);
            self.set_row(row, &widths, |flow| flow.tags.add(node, Tag::TD))?;
        }
        Ok(())
    }

    fn row(&mut self, cells: &[Cell], look: &Look) -> Row {
        Row {
            cells: cells.iter().map(|cell| self.runs(cell, look)).collect(),
            look: *look,
        }
    }

    /// The widths of the columns: what their longest text asks for, if there is room; otherwise
    /// what their longest word asks for at least.
    fn columns(&mut self, head: &Row, rows: &[Row]) -> Vec<f32> {
        let mut asked = vec![(NARROWEST, NARROWEST); head.cells.len()];
        for row in std::iter::once(head).chain(rows) {
            for (asked, cell) in asked.iter_mut().zip(&row.cells) {
                let (least, most) = self.type_.widths(cell, &row.look);
                asked.0 = asked.0.max(least + 2.0 * BESIDE + 0.5);
                asked.1 = asked.1.max(most + 2.0 * BESIDE + 0.5);
            }
        }
        shared(&asked, self.width())
    }

    /// Sets a row, one line of all cells after the other.
    fn set_row(
        &mut self,
        row: &Row,
        widths: &[f32],
        mut cell: impl FnMut(&mut Self) -> Node,
    ) -> Result<(), TutorialError> {
        let mut x = self.left;
        let mut empty = vec![];
        let mut cells: Vec<Vec<SetLine>> = vec![];
        for (runs, width) in row.cells.iter().zip(widths) {
            let node = cell(self);
            let room = (width - 2.0 * BESIDE).max(1.0);
            let lines = self.set(runs, &row.look, room, node, x + BESIDE);
            if lines.is_empty() {
                empty.push(node);
            }
            cells.push(lines);
            x += width;
        }
        let count = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let keeps_together = count < 12 && row.look.leading * 12.0 < HEIGHT;
        for at in 0..count {
            let (is_first, is_last) = (at == 0, at + 1 == count);
            let above = if is_first { ABOVE } else { 0.0 };
            let below = if is_last { ABOVE } else { 0.0 };
            let lines = cells.iter().filter_map(|lines| lines.get(at));
            self.push(Piece {
                height: above + row.look.leading + below,
                lines: lines.map(|line| SetLine { y: above, ..*line }).collect(),
                rule: is_last.then_some((self.left, x)),
                is_glued: keeps_together && !is_last,
                empty: if is_first {
                    std::mem::take(&mut empty)
                } else {
                    vec![]
                },
                ..Piece::default()
            })?;
        }
        Ok(())
    }
}

/// Deals out room to columns that ask for so much at least, and at most.
fn shared(asked: &[(f32, f32)], room: f32) -> Vec<f32> {
    let least: f32 = asked.iter().map(|it| it.0).sum();
    let most: f32 = asked.iter().map(|it| it.1).sum();
    if most <= room {
        return asked.iter().map(|it| it.1 * room / most).collect();
    }
    if least >= room {
        return asked.iter().map(|it| it.0 * room / least).collect();
    }
    // Who asks for no more than a fair share of what is left gets it; the others share the rest.
    let mut widths: Vec<Option<f32>> = vec![None; asked.len()];
    loop {
        let given: f32 = widths.iter().flatten().sum();
        let open: Vec<usize> = (0..asked.len())
            .filter(|at| widths[*at].is_none())
            .collect();
        let count = f32::from(u16::try_from(open.len()).unwrap_or(u16::MAX));
        let fair = (room - given) / count.max(1.0);
        let needed: f32 = open.iter().map(|at| asked[*at].0).sum();
        let modest = open.iter().copied().find(|at| {
            let (low, high) = asked[*at];
            high <= fair && given + needed - low + high <= room
        });
        if let Some(at) = modest {
            widths[at] = Some(asked[at].1);
            continue;
        }
        let wanted: f32 = open.iter().map(|at| asked[*at].1 - asked[*at].0).sum();
        let rest = room - given - needed;
        let width = |at: usize| {
            let (low, high) = asked[at];
            widths[at].unwrap_or(low + (high - low) * rest / wanted.max(1.0))
        };
        return (0..asked.len()).map(width).collect();
    }
}
