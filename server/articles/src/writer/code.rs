//! Blocks of code: in colours, with the name of their language and a button that copies them.

use locales::article as t;
use pulldown_cmark::CodeBlockKind;

use super::Writer;
use crate::{
    copying::copy_button,
    escape::{attribute, push},
    highlight::{Language, highlight},
};

/// Before the number of a block.
pub const CODE: &str = "c-";

/// Of a language that is unknown here.
const MAX_NAME: usize = 32;

pub struct Code {
    pub language: Option<Language>,
    /// What the reader is told of its language.
    pub name: Option<String>,
    pub source: String,
}

impl Code {
    /// The language is the first word after the fence.
    pub fn new(kind: &CodeBlockKind) -> Self {
        let word = match kind {
            CodeBlockKind::Fenced(words) => words.split([' ', ',', '\t']).next(),
            CodeBlockKind::Indented => None,
        };
        let word = word.filter(|word| !word.is_empty() && !is_plain(word));
        let language = word.and_then(Language::named);
        let written = || word.map(|word| word.chars().take(MAX_NAME).collect());
        Self {
            language,
            name: language
                .map(|language| language.title().to_owned())
                .or_else(written),
            source: String::new(),
        }
    }
}

fn is_plain(word: &str) -> bool {
    ["text", "txt", "plain", "plaintext"].contains(&word)
}

impl Writer {
    pub(super) fn end_code(&mut self) {
        let Some(code) = self.open.code.take() else {
            return;
        };
        if self.is_note {
            let source = code.source.strip_suffix('\n').unwrap_or(&code.source);
            self.put("<pre tabindex=\"0\" translate=\"no\"><code>");
            self.put(&highlight(source, code.language));
            self.put("</code></pre>\n");
            return;
        }
        self.codes += 1;
        let id = format!("{CODE}{}", self.codes);
        let name = code.name.as_deref().unwrap_or(t::code(self.locale));
        // The last line break ends the block; copied, it would end a command.
        let source = code.source.strip_suffix('\n').unwrap_or(&code.source);
        self.put("<figure class=\"code\"><figcaption class=\"code__head\"><span>");
        push(&mut self.html, name);
        self.put("</span> ");
        self.put(&copy_button(self.locale, &id, name));
        self.put("</figcaption><pre tabindex=\"0\" translate=\"no\"><code");
        attribute(&mut self.html, "id", &id);
        self.put(">");
        self.put(&highlight(source, code.language));
        self.put("</code></pre></figure>\n");
        self.say(source);
        self.pause('\n');
    }
}
