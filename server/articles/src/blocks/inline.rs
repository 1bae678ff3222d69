//! What text within a paragraph looks like, and where it leads.

use std::sync::Arc;

use pulldown_cmark::{LinkType, Tag, TagEnd};

use super::{Span, Style};
use crate::targets::target;

/// What has begun and is not over.
#[derive(Default)]
pub struct Inline {
    strong: usize,
    emphasis: usize,
    struck: usize,
    /// None for a link that leads nowhere.
    links: Vec<Option<Arc<str>>>,
    /// Images within each other.
    images: usize,
}

impl Inline {
    pub fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Image { .. } => self.images += 1,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.links.push(link(link_type, &dest_url)),
            _ => {}
        }
    }

    pub fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Link => {
                self.links.pop();
            }
            _ => {}
        }
    }

    /// The text with what holds of it here. The text that stands for an image is nothing but text.
    pub fn span(&self, text: &str, is_code: bool) -> Span {
        if self.images > 0 {
            return Span {
                link: self.link(),
                ..Span::plain(text)
            };
        }
        Span {
            text: text.to_owned(),
            style: Style {
                strong: self.strong > 0,
                emphasis: self.emphasis > 0,
                code: is_code,
            },
            is_struck: self.struck > 0,
            link: self.link(),
            note: None,
        }
    }

    fn link(&self) -> Option<Arc<str>> {
        self.links.last().cloned().flatten()
    }
}

fn link(kind: LinkType, url: &str) -> Option<Arc<str>> {
    let url = match kind {
        LinkType::Email => format!("mailto:{url}"),
        _ => url.trim().to_owned(),
    };
    target(&url).map(|_| url.into())
}
