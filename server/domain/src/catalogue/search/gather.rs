//! All words of an API, in every language, and what its operations say.

use std::collections::BTreeSet;

use locales::Locale;
use openapi::reference::{Body, Content, Members, Operation, Parameter, Reference, Schema, Text};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::words;
use crate::{
    catalogue::{ApiContent, Category},
    translated::Translated,
};

/// Different words of an API; `PostgreSQL` keeps a megabyte of them.
const MAX_WORDS: usize = 20_000;
/// Bytes of what is kept of all operations of an API, for excerpts.
const MAX_KEPT: usize = 256 * 1024;

/// An operation as searches show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::catalogue) struct OperationText {
    /// For its address.
    pub slug: String,
    pub title: Translated,
    /// Method, path, description and fields, in lines.
    pub text: Translated,
}

/// What the index has of an API.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    words: BTreeSet<String>,
    pub operations: Vec<OperationText>,
    kept: usize,
}

impl Gathered {
    pub(super) fn of(slug: &str, content: &ApiContent, category: &Category) -> Self {
        let mut all = Self::default();
        all.add(slug);
        all.add(&content.category);
        all.add(&content.base_path);
        all.add_translated(&category.names);
        content.tags.iter().for_each(|tag| all.add(tag));
        for text in [&content.name, &content.summary] {
            all.add_translated(text);
        }
        for text in [&content.presentation, &content.documentation] {
            for (_, markdown) in text.texts() {
                all.add(&articles::plain(markdown).unwrap_or_default());
            }
        }
        for answer in &content.answers {
            all.add(&answer.code);
            all.add_translated(&answer.meaning);
            all.add_translated(&answer.remedy);
        }
        for change in &content.changes {
            all.add_translated(&change.text);
        }
        let document = content.openapi.as_deref().and_then(Reference::parse);
        if let Some(reference) = document {
            all.add_reference(&reference);
        }
        all
    }

    /// The words in their order, with blanks between them.
    pub(super) fn words(&self) -> String {
        let words: Vec<_> = self.words.iter().map(String::as_str).collect();
        words.join(" ")
    }

    fn add(&mut self, text: &str) {
        for word in words::of_text(text) {
            if self.words.len() >= MAX_WORDS {
                return;
            }
            self.words.insert(word);
        }
    }

    fn add_translated(&mut self, text: &Translated) {
        text.texts().for_each(|(_, text)| self.add(text));
    }

    fn add_reference(&mut self, reference: &Reference) {
        for locale in Locale::ALL {
            let tag = locale.tag();
            self.add(reference.info.title.in_language(tag));
            self.add(reference.info.description.in_language(tag));
            for tag_of_operations in &reference.tags {
                self.add(tag_of_operations.title.in_language(tag));
                self.add(tag_of_operations.description.in_language(tag));
            }
            for named in &reference.schemas {
                let mut lines = Lines::new(locale);
                lines.schema(&named.name, &named.schema);
                self.add(&lines.text);
            }
        }
        let operations = reference.operations.iter().chain(&reference.webhooks);
        for operation in operations {
            self.add_operation(operation);
        }
    }

    fn add_operation(&mut self, operation: &Operation) {
        let mut kept = OperationText {
            slug: operation.slug.clone(),
            title: Translated::default(),
            text: Translated::default(),
        };
        for locale in Locale::ALL {
            let title = operation.title(locale.tag());
            let text = Lines::of(operation, locale).text;
            self.add(title);
            self.add(&text);
            if kept.title.get(Locale::default()) != Some(title) {
                kept.title.set(locale, title.to_owned());
            }
            if kept.text.get(Locale::default()) != Some(&text) {
                kept.text.set(locale, text);
            }
        }
        let texts = kept.title.texts().chain(kept.text.texts());
        self.kept += texts.map(|(_, text)| text.len()).sum::<usize>();
        if self.kept <= MAX_KEPT {
            self.operations.push(kept);
        }
    }
}

/// What an operation says to readers of a language.
struct Lines {
    locale: Locale,
    text: String,
}

impl Lines {
    const fn new(locale: Locale) -> Self {
        let text = String::new();
        Self { locale, text }
    }

    fn of(operation: &Operation, locale: Locale) -> Self {
        let mut lines = Self::new(locale);
        lines.line(&[&operation.method, &operation.path]);
        lines.line(&[operation.id.as_deref().unwrap_or_default()]);
        lines.says(&operation.description);
        for parameter in &operation.parameters {
            lines.parameter(parameter);
        }
        if let Some(body) = &operation.body {
            lines.says(&body.description);
            body.bodies.iter().for_each(|body| lines.body(body));
        }
        for response in &operation.responses {
            let said = response.description.in_language(locale.tag());
            lines.line(&[&response.status, said]);
            response.bodies.iter().for_each(|body| lines.body(body));
        }
        lines
    }

    fn line(&mut self, words: &[&str]) {
        let words: Vec<_> = words.iter().filter(|it| !it.is_empty()).copied().collect();
        if !words.is_empty() {
            self.text.push_str(&words.join(" "));
            self.text.push('\n');
        }
    }

    fn says(&mut self, text: &Text) {
        let tag = self.locale.tag();
        self.line(&[text.in_language(tag)]);
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let said = parameter.description.in_language(self.locale.tag());
        self.line(&[&parameter.name, said]);
        self.parts(&parameter.schema);
    }

    /// A body that another one repeats is told of there.
    fn body(&mut self, body: &Body) {
        if body.same_as.is_none() {
            self.schema("", &body.schema);
        }
    }

    fn schema(&mut self, name: &str, schema: &Schema) {
        let tag = self.locale.tag();
        let (title, said) = (
            schema.title.in_language(tag),
            schema.description.in_language(tag),
        );
        self.line(&[name, title, said]);
        self.parts(schema);
    }

    fn parts(&mut self, schema: &Schema) {
        let values: Vec<_> = schema.values.iter().filter_map(Value::as_str).collect();
        self.line(&values);
        if let Content::Parts(members) = &schema.content {
            self.members(members);
        }
    }

    fn members(&mut self, members: &Members) {
        for property in &members.properties {
            self.schema(&property.name, &property.schema);
        }
        for (pattern, schema) in &members.patterns {
            self.schema(pattern, schema);
        }
        let inner = members.additional.iter().chain(&members.items);
        inner.for_each(|schema| self.schema("", schema));
        for schema in &members.first_items {
            self.schema("", schema);
        }
        for alternatives in &members.alternatives {
            for schema in &alternatives.schemas {
                self.schema("", schema);
            }
        }
    }
}
