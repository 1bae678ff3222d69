//! Links and images.

use pulldown_cmark::LinkType;

use super::Writer;
use crate::{
    escape::attribute,
    targets::{Target, is_own_image, target},
};

pub struct Image {
    /// None where it is not shown.
    source: Option<String>,
    title: String,
    pub alternative: String,
    /// Images within its alternative text.
    within: usize,
}

/// Where a link begins, and where its content does.
pub struct OpenLink {
    from: usize,
    content: usize,
}

impl Writer {
    /// A link that may not lead where it would is the text that it is of.
    pub(super) fn start_link(&mut self, kind: LinkType, url: &str, title: &str) {
        if self.open.image.is_some() {
            return;
        }
        let url = match kind {
            LinkType::Email => format!("mailto:{url}"),
            _ => url.trim().to_owned(),
        };
        let Some(target) = target(&url) else {
            self.open.links.push(None);
            return;
        };
        let from = self.html.len();
        self.put("<a");
        attribute(&mut self.html, "href", &url);
        if target == Target::Outside {
            attribute(&mut self.html, "rel", "noopener noreferrer");
        }
        self.title(title);
        self.put(">");
        self.open.links.push(Some(OpenLink {
            from,
            content: self.html.len(),
        }));
    }

    /// A link of nothing could be followed, but not seen.
    pub(super) fn end_link(&mut self) {
        if self.open.image.is_some() {
            return;
        }
        if let Some(Some(link)) = self.open.links.pop() {
            if self.html.len() == link.content {
                self.html.truncate(link.from);
            } else {
                self.put("</a>");
            }
        }
    }

    pub(super) fn start_image(&mut self, url: &str, title: &str) {
        if let Some(image) = &mut self.open.image {
            image.within += 1;
            return;
        }
        let url = url.trim();
        self.open.image = Some(Image {
            source: is_own_image(url).then(|| url.to_owned()),
            title: title.to_owned(),
            alternative: String::new(),
            within: 0,
        });
    }

    /// An image from elsewhere is the text that stands for it.
    pub(super) fn end_image(&mut self) {
        let Some(mut image) = self.open.image.take() else {
            return;
        };
        if image.within > 0 {
            image.within -= 1;
            self.open.image = Some(image);
            return;
        }
        let Some(source) = image.source else {
            return self.text(&image.alternative);
        };
        self.put("<img");
        attribute(&mut self.html, "src", &source);
        attribute(&mut self.html, "alt", &image.alternative);
        self.title(&image.title);
        self.put(" loading=\"lazy\">");
        self.say(&image.alternative);
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            attribute(&mut self.html, "title", title);
        }
    }
}
