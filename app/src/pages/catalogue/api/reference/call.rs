//! The call of an operation, as it goes over the wire and as programs make it.

use locales::Locale;
use openapi::reference::{
    ExampleBody, ExampleCall, ExampleContent, ExamplePart, Operation, Reference,
};
use samples::{Body, Content, Part, PartContent};

use super::message::message;

/// An example call of an operation.
pub struct Call {
    /// Its place among the calls of the API.
    pub place: usize,
    pub slug: String,
    /// In the order of [`Locale::ALL`].
    titles: [String; Locale::ALL.len()],
    /// What groups the operation, in the order of [`Locale::ALL`].
    folder: Option<[String; Locale::ALL.len()]>,
    /// As it goes over the wire.
    pub message: String,
    /// Without a title.
    sent: samples::Call,
}

impl Call {
    pub fn title(&self, locale: Locale) -> &str {
        &self.titles[locale as usize]
    }

    pub fn folder(&self, locale: Locale) -> Option<&str> {
        let names = self.folder.as_ref()?;
        Some(&names[locale as usize])
    }

    /// What a program makes of it.
    pub fn sent(&self, locale: Locale) -> samples::Call {
        samples::Call {
            title: self.title(locale).to_owned(),
            ..self.sent.clone()
        }
    }
}

/// The calls of all operations, in the order in which the reference has them.
pub(super) fn calls(reference: &Reference, base_path: &str) -> Vec<Call> {
    let sections = reference.sections();
    let operations = sections.iter().flat_map(|section| {
        let folder = section.tag.filter(|_| sections.len() > 1);
        let folder = folder.map(|tag| named(|language| tag.title.in_language(language)));
        let operations = section.operations.iter();
        operations.map(move |operation| (*operation, folder.clone()))
    });
    let calls = operations
        .enumerate()
        .map(|(place, (operation, folder))| Call {
            place,
            slug: operation.slug.clone(),
            titles: titles(operation),
            folder,
            message: message(operation, reference, base_path),
            sent: sent(operation.example_call(), base_path),
        });
    calls.collect()
}

fn titles(operation: &Operation) -> [String; Locale::ALL.len()] {
    named(|language| operation.title(language))
}

fn named<'a>(name: impl Fn(&'static str) -> &'a str) -> [String; Locale::ALL.len()] {
    Locale::ALL.map(|locale| name(locale.tag()).to_owned())
}

fn sent(call: ExampleCall, base_path: &str) -> samples::Call {
    samples::Call {
        method: call.method,
        path_and_query: format!("{base_path}{}", call.path_and_query),
        headers: call.headers,
        body: call.body.map(body),
        title: String::new(),
    }
}

fn body(body: ExampleBody) -> Body {
    Body {
        media_type: body.media_type,
        content: match body.content {
            ExampleContent::Json(value) => Content::Json(value),
            ExampleContent::Form(fields) => Content::Form(fields),
            ExampleContent::Multipart(parts) => {
                Content::Multipart(parts.into_iter().map(part).collect())
            }
            ExampleContent::Text(text) => Content::Text(text),
            ExampleContent::File(name) => Content::File(name),
        },
    }
}

fn part((name, part): (String, ExamplePart)) -> Part {
    let content = match part {
        ExamplePart::Text(text) => PartContent::Text(text),
        ExamplePart::File(file) => PartContent::File(file),
    };
    Part { name, content }
}
