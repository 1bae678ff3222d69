//! Rust. A raw string ends with a quotation mark and as many `#` as it began with (Reference, "Raw
//! string literals"): it has one more than its text. The compiler refuses marks of direction in
//! literals and comments; they stand as escapes of JSON.

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::{escaped, in_braces, lines},
    tidy::{Request, encoded},
};

#[derive(Template)]
#[template(path = "rust.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    target: &'a str,
    headers: Vec<(String, String)>,
    text: Option<String>,
    form: Vec<(String, String)>,
    file: Option<String>,
    /// The heads of parts, and the expressions of their bytes.
    parts: Vec<(String, String)>,
    /// How the builder of the method is called, unless there is none.
    builder: Option<String>,
    /// How it is sent.
    send: &'static str,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let builder = builder(&request.method);
    // Only builders send forms; of other methods they are texts.
    let form = request.form().filter(|_| builder.is_some());
    let headers = match form {
        Some(_) => request.headers.clone(),
        None => request.all_headers(),
    };
    let pairs = |pairs: &[(String, String)]| {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| (quoted(name), quoted(value)))
            .collect::<Vec<_>>()
    };
    Program {
        request,
        locale,
        target: &request.target,
        headers: pairs(&headers),
        text: text(request),
        form: pairs(form.unwrap_or_default()),
        file: request.file().map(quoted),
        parts: request
            .parts()
            .unwrap_or_default()
            .iter()
            .map(part)
            .collect(),
        builder,
        send: send(request),
    }
    .render()
}

fn builder(method: &str) -> Option<String> {
    let has_builder = matches!(
        method,
        "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "TRACE"
    );
    has_builder.then(|| method.to_ascii_lowercase())
}

fn send(request: &Request) -> &'static str {
    let has_body = matches!(&*request.method, "POST" | "PUT" | "PATCH");
    match (&request.body, has_body) {
        (None, false) => ".call()?",
        (None, true) => ".send_empty()?",
        (Some(_), true) if request.form().is_some() => ".send_form(body)?",
        (Some(_), true) if request.has_file() || request.parts().is_some() => {
            ".send(body.as_slice())?"
        }
        (Some(_), true) => ".send(body)?",
        (Some(_), false) if request.form().is_some() => {
            ".force_send_body()\n        .send_form(body)?"
        }
        (Some(_), false) if request.has_file() || request.parts().is_some() => {
            ".force_send_body()\n        .send(body.as_slice())?"
        }
        (Some(_), false) => ".force_send_body()\n        .send(body)?",
    }
}

fn text(request: &Request) -> Option<String> {
    if let Some(value) = request.json() {
        return Some(raw(&json::text(value)));
    }
    if let Some(pairs) = request
        .form()
        .filter(|_| builder(&request.method).is_none())
    {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| encoded(name, value))
            .collect();
        return Some(quoted(&pairs.join("&")));
    }
    let text = request.text()?;
    if text.trim_end_matches('\n').contains('\n') {
        return Some(format!(
            "concat!(\n        {},\n    )",
            lines(text, quoted, ",\n        ")
        ));
    }
    Some(quoted(text))
}

fn raw(text: &str) -> String {
    let after_mark = text.split('"').skip(1);
    let longest = after_mark.map(|rest| rest.len() - rest.trim_start_matches('#').len());
    let hashes = "#".repeat(longest.max().unwrap_or_default() + 1);
    format!("r{hashes}\"{text}\"{hashes}")
}

fn quoted(text: &str) -> String {
    escaped(text, |c| matches!(c, '"' | '\\'), in_braces)
}

fn part(part: &Part) -> (String, String) {
    let name = &part.name;
    match &part.content {
        PartContent::Text(text) => (
            quoted(&format!("name=\"{name}\"")),
            format!("{}.as_bytes()", quoted(text)),
        ),
        PartContent::File(file) => (
            quoted(&format!("name=\"{name}\"; filename=\"{file}\"")),
            format!("&fs::read({})?", quoted(file)),
        ),
    }
}
