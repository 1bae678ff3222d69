//! Tables: each in a region of its own, which is scrolled on a narrow screen, also with the keys.

use locales::article as t;
use pulldown_cmark::Alignment;

use super::Writer;
use crate::escape::attribute;

pub struct Table {
    columns: Vec<Alignment>,
    in_head: bool,
    /// Of the cell that comes next.
    column: usize,
    /// Where the content of the cell begins.
    from: usize,
}

impl Writer {
    pub(super) fn start_table(&mut self, columns: Vec<Alignment>) {
        self.tables += 1;
        let name = match self.current_title() {
            Some(title) => t::table_in(self.locale, self.tables, title),
            None => t::table(self.locale, self.tables),
        };
        if self.is_note {
            self.put("<div class=\"table-scroll\" tabindex=\"0\"");
        } else {
            self.put("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
            attribute(&mut self.html, "aria-label", &name);
        }
        self.put("><table>");
        self.open.table = Some(Table {
            columns,
            in_head: true,
            column: 0,
            from: 0,
        });
    }

    pub(super) fn end_head(&mut self) {
        self.end_block("</tr></thead>\n<tbody>\n");
        if let Some(table) = &mut self.open.table {
            table.in_head = false;
        }
    }

    pub(super) fn start_row(&mut self) {
        self.tag("<tr>");
        if let Some(table) = &mut self.open.table {
            table.column = 0;
        }
    }

    pub(super) fn start_cell(&mut self) {
        if let Some(table) = &mut self.open.table {
            table.from = self.html.len();
        }
    }

    /// A heading without words would name nothing, and is a cell.
    pub(super) fn end_cell(&mut self) {
        let Some(table) = &mut self.open.table else {
            return;
        };
        let content = self.html.split_off(table.from);
        let (tag, end) = if table.in_head && !content.is_empty() {
            ("<th scope=\"col\"", "</th>")
        } else {
            ("<td", "</td>")
        };
        let class = table.columns.get(table.column).copied().and_then(class);
        table.column += 1;
        self.put(tag);
        if let Some(class) = class {
            attribute(&mut self.html, "class", class);
        }
        self.put(">");
        self.put(&content);
        self.put(end);
        self.pause(' ');
    }

    pub(super) fn end_table(&mut self) {
        self.open.table = None;
        self.end_block("</tbody></table></div>\n");
    }
}

/// A style attribute would be against the pages' policy.
fn class(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::Center => Some("is-centered"),
        Alignment::Right => Some("is-end"),
        Alignment::Left | Alignment::None => None,
    }
}
