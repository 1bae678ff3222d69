//! Makes blocks of what the parser tells.

use std::collections::{BTreeMap, HashMap};

use locales::Locale;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{Block, Definition, Note, Span, Table, inline::Inline};
use crate::{
    outline::Outline,
    writer::{Code, callout_title},
};

pub struct Builder {
    locale: Locale,
    outline: Outline,
    /// What has begun and is not over, from the outside in; the article itself is the first.
    open: Vec<Open>,
    pub(super) inline: Inline,
    code: Option<Code>,
    notes: BTreeMap<usize, Vec<Block>>,
    numbers: HashMap<String, usize>,
    length: usize,
}

/// Something that holds blocks or text.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    text: Vec<Span>,
    items: Vec<Vec<Block>>,
    definitions: Vec<Definition>,
    table: Table,
    row: Vec<Vec<Span>>,
    /// What only its beginning tells: a list's first number, a note's own, a callout's title.
    first: Option<u64>,
    note: usize,
    title: Option<String>,
}

impl Open {
    /// Makes a paragraph of text that stands in none, as in a list without blank lines.
    fn close_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.iter().any(|span| !span.text.trim().is_empty()) {
            self.blocks.push(Block::Paragraph(text));
        }
    }
}

impl Builder {
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            outline: Outline::default(),
            open: vec![Open::default()],
            inline: Inline::default(),
            code: None,
            notes: BTreeMap::new(),
            numbers: HashMap::new(),
            length: 0,
        }
    }

    /// The bytes kept so far.
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text, false),
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak => self.text(" ", false),
            Event::HardBreak => self.text("\n", false),
            Event::Rule => self.add(Block::Rule),
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::BlockQuote(kind) => {
                let title = kind.map(|kind| callout_title(kind, self.locale).to_owned());
                self.enter(Open {
                    title,
                    ..Open::default()
                });
            }
            Tag::List(first) => self.enter(Open {
                first,
                ..Open::default()
            }),
            Tag::FootnoteDefinition(label) => {
                let note = self.number(&label);
                self.enter(Open {
                    note,
                    ..Open::default()
                });
            }
            Tag::Heading { .. }
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_) => self.enter(Open::default()),
            Tag::Paragraph | Tag::HtmlBlock => self.top().close_text(),
            other => self.inline.start(other),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.top().close_text(),
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::BlockQuote(_) => {
                let quote = self.leave();
                let content = quote.blocks;
                self.add(match quote.title {
                    Some(title) => Block::Callout { title, content },
                    None => Block::Quote(content),
                });
            }
            TagEnd::List(_) => {
                let Open { first, items, .. } = self.leave();
                self.add(Block::List { first, items });
            }
            TagEnd::Item => {
                let item = self.leave().blocks;
                self.top().items.push(item);
            }
            TagEnd::FootnoteDefinition => {
                let note = self.leave();
                self.notes.entry(note.note).or_default().extend(note.blocks);
            }
            TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.end_definition(tag),
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {
                self.end_of_table(tag);
            }
            other => self.inline.end(other),
        }
    }

    fn top(&mut self) -> &mut Open {
        if self.open.is_empty() {
            self.open.push(Open::default());
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn enter(&mut self, open: Open) {
        self.top().close_text();
        self.open.push(open);
    }

    /// What ends now, its last text among its blocks.
    fn leave(&mut self) -> Open {
        let mut open = self.leave_text();
        open.close_text();
        open
    }

    fn leave_text(&mut self) -> Open {
        self.open.pop().unwrap_or_default()
    }

    fn add(&mut self, block: Block) {
        let top = self.top();
        top.close_text();
        top.blocks.push(block);
    }

    fn text(&mut self, text: &str, is_code: bool) {
        self.length += text.len();
        if let Some(code) = &mut self.code {
            code.source.push_str(text);
            return;
        }
        let span = self.inline.span(text, is_code);
        self.length += span.link.as_ref().map_or(0, |link| link.len());
        self.push(span);
    }

    /// Adds to the text, to its last span where the two are alike.
    fn push(&mut self, span: Span) {
        let text = &mut self.top().text;
        match text.last_mut().filter(|last| last.is_like(&span)) {
            Some(last) => last.text.push_str(&span.text),
            None => text.push(span),
        }
    }

    fn end_heading(&mut self, level: u8) {
        let text = self.leave_text().text;
        let title: String = text.iter().map(|span| span.text.as_str()).collect();
        let title = title.trim();
        if !title.is_empty() {
            let heading = self.outline.add(level, title);
            self.add(Block::Heading(heading, text));
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        self.top().close_text();
        self.code = Some(Code::new(kind));
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            let source = code.source.strip_suffix('\n').unwrap_or(&code.source);
            let source = source.to_owned();
            self.add(Block::Code {
                name: code.name,
                language: code.language,
                source,
            });
        }
    }

    fn end_definition(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::DefinitionListTitle => {
                let term = self.leave_text().text;
                self.top().definitions.push(Definition {
                    term,
                    meanings: vec![],
                });
            }
            TagEnd::DefinitionListDefinition => {
                let meaning = self.leave().blocks;
                if let Some(definition) = self.top().definitions.last_mut() {
                    definition.meanings.push(meaning);
                }
            }
            _ => {
                let definitions = self.leave().definitions;
                self.add(Block::Definitions(definitions));
            }
        }
    }

    fn end_of_table(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => {
                let top = self.top();
                let text = std::mem::take(&mut top.text);
                top.row.push(text);
            }
            TagEnd::TableHead => {
                let top = self.top();
                top.table.head = std::mem::take(&mut top.row);
            }
            TagEnd::TableRow => {
                let top = self.top();
                let row = std::mem::take(&mut top.row);
                top.table.rows.push(row);
            }
            _ => {
                let table = self.leave_text().table;
                self.add(Block::Table(table));
            }
        }
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    fn note_reference(&mut self, label: &str) {
        let number = self.number(label);
        let mut span = Span::plain(number.to_string());
        span.note = Some(number);
        self.top().text.push(span);
    }

    pub fn finish(mut self) -> Vec<Block> {
        let mut blocks = self.leave().blocks;
        let notes = std::mem::take(&mut self.notes).into_iter();
        let notes: Vec<_> = notes
            .map(|(number, content)| Note { number, content })
            .collect();
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
        blocks
    }
}
