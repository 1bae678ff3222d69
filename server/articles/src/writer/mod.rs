//! Writes what the parser tells as HTML, and keeps its text for searches.

mod code;
mod headings;
mod links;
mod notes;
mod table;

use locales::{Locale, article as t};
use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

pub use self::{
    code::{CODE, Code},
    notes::{FOOTNOTE, REFERENCE},
};
use self::{
    headings::OpenHeading,
    links::{Image, OpenLink},
    notes::Notes,
    table::Table,
};
use crate::{Article, Heading, Passage, escape::push, outline::Outline};

/// The lowest level that contents show.
const LOWEST_IN_CONTENTS: u8 = 4;

pub struct Writer {
    locale: Locale,
    /// Whether other texts stand on the same page.
    is_note: bool,
    html: String,
    outline: Outline,
    passages: Vec<Passage>,
    open: Open,
    notes: Notes,
    /// How many there were, to name the next one.
    codes: usize,
    tables: usize,
}

/// What has begun and is not over.
#[derive(Default)]
struct Open {
    heading: Option<OpenHeading>,
    /// None for a link that has no tag.
    links: Vec<Option<OpenLink>>,
    image: Option<Image>,
    code: Option<Code>,
    table: Option<Table>,
    /// Where the definition of each footnote begins, and its number.
    notes: Vec<(usize, usize)>,
}

impl Writer {
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            is_note: false,
            html: String::new(),
            outline: Outline::default(),
            passages: vec![],
            open: Open::default(),
            notes: Notes::default(),
            codes: 0,
            tables: 0,
        }
    }

    pub fn of_note(locale: Locale) -> Self {
        Self {
            is_note: true,
            ..Self::new(locale)
        }
    }

    /// The bytes written so far.
    pub fn len(&self) -> usize {
        self.html.len() + self.notes.len()
    }

    pub fn write(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // HTML that somebody wrote is text.
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => self.inline_code(&code),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.tag("<hr>\n"),
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.tag("<p>"),
            Tag::Heading { .. } => self.start_heading(),
            Tag::BlockQuote(None) => self.tag("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.callout(kind),
            Tag::CodeBlock(kind) => self.open.code = Some(Code::new(&kind)),
            Tag::List(None) => self.tag("<ul>\n"),
            Tag::List(Some(1)) => self.tag("<ol>\n"),
            Tag::List(Some(first)) => self.tag(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.tag("<li>"),
            Tag::FootnoteDefinition(label) => self.start_note(&label),
            Tag::DefinitionList => self.tag("<dl>\n"),
            Tag::DefinitionListTitle => self.tag("<dt>"),
            Tag::DefinitionListDefinition => self.tag("<dd>"),
            Tag::Table(columns) => self.start_table(columns),
            Tag::TableHead => self.tag("<thead><tr>"),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.tag("<em>"),
            Tag::Strong => self.tag("<strong>"),
            Tag::Strikethrough => self.tag("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(link_type, &dest_url, &title),
            Tag::Image {
                dest_url, title, ..
            } => self.start_image(&dest_url, &title),
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_block("</p>\n"),
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::BlockQuote(None) => self.end_block("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.end_block("</aside>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(false) => self.end_block("</ul>\n"),
            TagEnd::List(true) => self.end_block("</ol>\n"),
            TagEnd::Item => self.end_block("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::DefinitionList => self.end_block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_block("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_block("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_head(),
            TagEnd::TableRow => self.end_block("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.tag("</em>"),
            TagEnd::Strong => self.tag("</strong>"),
            TagEnd::Strikethrough => self.tag("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn put(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Within an image there are no elements: what is written there is its alternative text.
    fn tag(&mut self, tag: &str) {
        if self.open.image.is_none() {
            self.put(tag);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.open.code {
            code.source.push_str(text);
        } else if let Some(image) = &mut self.open.image {
            image.alternative.push_str(text);
        } else {
            push(&mut self.html, text);
            self.say(text);
        }
    }

    fn inline_code(&mut self, code: &str) {
        self.tag("<code translate=\"no\">");
        self.text(code);
        self.tag("</code>");
    }

    fn line_break(&mut self, tag: &str) {
        if let Some(image) = &mut self.open.image {
            image.alternative.push(' ');
        } else {
            self.put(tag);
            self.say(" ");
        }
    }

    fn end_block(&mut self, tag: &str) {
        self.tag(tag);
        self.pause('\n');
    }

    fn callout(&mut self, kind: BlockQuoteKind) {
        let title = callout_title(kind, self.locale);
        let class = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        self.tag(&format!(
            "<aside class=\"callout callout--{class}\" role=\"note\">\
             <p class=\"callout__title\">{title}</p>\n"
        ));
    }

    /// Keeps text for searches.
    fn say(&mut self, text: &str) {
        match &mut self.open.heading {
            Some(heading) => heading.title.push_str(text),
            None => self.passage().push_str(text),
        }
    }

    /// Sets what was said apart from what follows.
    fn pause(&mut self, between: char) {
        if self.open.heading.is_none() {
            let text = self.passage();
            text.truncate(text.trim_end().len());
            text.push(between);
        }
    }

    fn passage(&mut self) -> &mut String {
        if self.passages.is_empty() {
            self.passages.push(Passage {
                heading: None,
                text: String::new(),
            });
        }
        let last = self.passages.len() - 1;
        &mut self.passages[last].text
    }

    pub fn finish(mut self) -> Article {
        self.write_notes();
        for passage in &mut self.passages {
            passage.text = passage.text.trim().to_owned();
        }
        self.passages
            .retain(|passage| passage.heading.is_some() || !passage.text.is_empty());
        let headings = self.passages.iter().filter_map(|it| it.heading.as_ref());
        let contents: Vec<Heading> = headings
            .filter(|heading| heading.level <= LOWEST_IN_CONTENTS)
            .cloned()
            .collect();
        Article {
            html: self.html,
            contents,
            passages: self.passages,
        }
    }
}

/// What a reader is told that a callout is.
pub const fn callout_title(kind: BlockQuoteKind, locale: Locale) -> &'static str {
    match kind {
        BlockQuoteKind::Note => t::note(locale),
        BlockQuoteKind::Tip => t::tip(locale),
        BlockQuoteKind::Important => t::important(locale),
        BlockQuoteKind::Warning => t::warning(locale),
        BlockQuoteKind::Caution => t::caution(locale),
    }
}
