//! Headings, each with a link to itself.

use locales::article as t;

use super::Writer;
use crate::{Passage, escape::attribute};

pub struct OpenHeading {
    /// Where its content begins.
    from: usize,
    pub title: String,
}

impl Writer {
    pub(super) fn start_heading(&mut self) {
        self.open.heading = Some(OpenHeading {
            from: self.html.len(),
            title: String::new(),
        });
    }

    /// The link to a heading stands beside it, so that the heading is named by its own words alone,
    /// and its sign is drawn by the style sheet, so that nobody copies it with the heading.
    pub(super) fn end_heading(&mut self, written: u8) {
        let Some(OpenHeading { from, title }) = self.open.heading.take() else {
            return;
        };
        let content = self.html.split_off(from);
        let title = title.trim();
        if title.is_empty() {
            return;
        }
        if self.is_note {
            self.put("<p><strong>");
            self.put(content.trim());
            self.put("</strong></p>\n");
            return;
        }
        let heading = self.outline.add(written, title);
        let level = heading.level;
        self.put(&format!("<div class=\"heading\"><h{level}"));
        attribute(&mut self.html, "id", &heading.id);
        self.put(">");
        self.put(content.trim());
        self.put(&format!("</h{level}><a class=\"anchor\""));
        attribute(&mut self.html, "href", &format!("#{}", heading.id));
        attribute(
            &mut self.html,
            "aria-label",
            &t::link_to(self.locale, title),
        );
        self.put("></a></div>\n");
        self.passages.push(Passage {
            heading: Some(heading),
            text: String::new(),
        });
    }

    /// Of the heading that what is written next stands under.
    pub(super) fn current_title(&self) -> Option<&str> {
        let heading = self.passages.last()?.heading.as_ref()?;
        Some(&heading.title)
    }
}
