//! Footnotes: numbered in the order in which they are first met, and written below the article.

use std::collections::{BTreeMap, HashMap, HashSet};

use locales::article as t;

use super::Writer;
use crate::escape::{attribute, push};

/// Before the number of a footnote.
pub const FOOTNOTE: &str = "n-";
/// Before the number of a footnote, where the text first speaks of it.
pub const REFERENCE: &str = "r-";

#[derive(Default)]
pub struct Notes {
    numbers: HashMap<String, usize>,
    /// Those that the text speaks of.
    referred: HashSet<usize>,
    /// What they say, by their numbers.
    html: BTreeMap<usize, String>,
    length: usize,
}

impl Notes {
    pub fn len(&self) -> usize {
        self.length
    }

    fn number(&mut self, label: &str) -> usize {
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        let number = self.numbers.len() + 1;
        self.numbers.insert(label.to_owned(), number);
        number
    }
}

impl Writer {
    pub(super) fn note_reference(&mut self, label: &str) {
        if self.open.image.is_some() {
            return;
        }
        let number = self.notes.number(label);
        self.put("<sup class=\"footnote\"><a");
        if self.notes.referred.insert(number) {
            attribute(&mut self.html, "id", &format!("{REFERENCE}{number}"));
        }
        attribute(&mut self.html, "href", &format!("#{FOOTNOTE}{number}"));
        let name = t::footnote(self.locale, number);
        attribute(&mut self.html, "aria-label", &name);
        self.put(&format!(">{number}</a></sup>"));
    }

    pub(super) fn start_note(&mut self, label: &str) {
        let number = self.notes.number(label);
        self.open.notes.push((self.html.len(), number));
    }

    pub(super) fn end_note(&mut self) {
        let Some((from, number)) = self.open.notes.pop() else {
            return;
        };
        let html = self.html.split_off(from);
        self.notes.length += html.len();
        // One that is defined twice says both.
        self.notes.html.entry(number).or_default().push_str(&html);
        self.pause('\n');
    }

    pub(super) fn write_notes(&mut self) {
        if self.notes.html.is_empty() {
            return;
        }
        let name = t::footnotes(self.locale);
        self.put("<section class=\"footnotes\"");
        attribute(&mut self.html, "aria-label", name);
        self.put("><ol>\n");
        for (number, html) in std::mem::take(&mut self.notes.html) {
            self.write_note(number, &html);
        }
        self.put("</ol></section>\n");
    }

    fn write_note(&mut self, number: usize, html: &str) {
        self.put(&format!(
            "<li id=\"{FOOTNOTE}{number}\" value=\"{number}\">"
        ));
        if !self.notes.referred.contains(&number) {
            self.put(html);
            self.put("</li>\n");
            return;
        }
        // The way back stands in the last line of what the note says.
        let (html, end) = match html.strip_suffix("</p>\n") {
            Some(html) => (html, "</p>\n"),
            None => (html, ""),
        };
        self.put(html);
        self.put(&format!(" <a href=\"#{REFERENCE}{number}\" aria-label=\""));
        let name = t::back_from_footnote(self.locale, number);
        push(&mut self.html, &name);
        self.put(&format!("\">↩\u{fe0e}</a>{end}</li>\n"));
    }
}
