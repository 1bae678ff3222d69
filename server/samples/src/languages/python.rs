//! Python. A text between `"` has the escapes of JSON that stand here, and longer ones for what lies
//! beyond 16 bits. A comment on the first two lines can name the encoding of the file (PEP 263).

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    layout::Notation,
    marks::{by_length, escaped, lines},
    tidy::Request,
};

#[derive(Template)]
#[template(path = "python.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    title: String,
    target: String,
    headers: Vec<(String, String)>,
    /// The statement that makes `body`, and the expression of its bytes.
    body: Option<(String, &'static str)>,
    /// The heads of parts, and the expressions of their bytes.
    parts: Vec<(String, String)>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    Program {
        request,
        locale,
        title: request
            .title
            .replace("coding:", "coding :")
            .replace("coding=", "coding ="),
        target: quoted(&request.target),
        headers: headers
            .map(|(name, value)| (quoted(&name), quoted(&value)))
            .collect(),
        body: body(request),
        parts: request
            .parts()
            .unwrap_or_default()
            .iter()
            .map(part)
            .collect(),
    }
    .render()
}

fn body(request: &Request) -> Option<(String, &'static str)> {
    if let Some(value) = request.json() {
        return Some((DICTIONARY.written(value), "json.dumps(body).encode()"));
    }
    if let Some(pairs) = request.form() {
        let pair = |(name, value): &(String, String)| {
            format!("    ({}, {}),\n", quoted(name), quoted(value))
        };
        let pairs: String = pairs.iter().map(pair).collect();
        return Some((format!("[\n{pairs}]"), "urlencode(body).encode()"));
    }
    if let Some(text) = request.text() {
        let lines = lines(text, quoted, "\n    ");
        let text = if lines.contains('\n') {
            format!("(\n    {lines}\n)")
        } else {
            lines
        };
        return Some((text, "body.encode()"));
    }
    let name = quoted(request.file()?);
    Some((format!("Path({name}).read_bytes()"), "body"))
}

fn part(part: &Part) -> (String, String) {
    let name = &part.name;
    match &part.content {
        PartContent::Text(text) => (
            format!("'name=\"{name}\"'"),
            format!("{}.encode()", quoted(text)),
        ),
        PartContent::File(file) => (
            format!("'name=\"{name}\"; filename=\"{file}\"'"),
            format!("Path({}).read_bytes()", quoted(file)),
        ),
    }
}

const DICTIONARY: Notation = Notation {
    step: "    ",
    array: ["[", "]"],
    object: |_| ["{", "}"],
    key: quoted,
    colon: ": ",
    string: quoted,
    number: ToString::to_string,
    null: "None",
    booleans: ["False", "True"],
    last_comma: true,
};

fn quoted(text: &str) -> String {
    escaped(text, |c| matches!(c, '"' | '\\'), by_length)
}
