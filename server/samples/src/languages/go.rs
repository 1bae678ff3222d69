//! Go. Between backticks nothing is special but a backtick, which stands as an escape of JSON. A
//! comment that begins with `+` can keep a file from being built.

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::{by_length, escaped, lines},
    tidy::Request,
};

#[derive(Template)]
#[template(path = "go.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    title: &'a str,
    target: String,
    headers: Vec<(String, String)>,
    /// The constant or variable `body`.
    body: Option<String>,
    file: Option<String>,
    /// The statements that fill `form`.
    parts: Vec<String>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    Program {
        request,
        locale,
        title: request.title.trim_start_matches(['+', ' ']),
        target: quoted(&request.target),
        headers: headers
            .map(|(name, value)| (quoted(&name), quoted(&value)))
            .collect(),
        body: body(request),
        file: request.file().map(quoted),
        parts: request
            .parts()
            .unwrap_or_default()
            .iter()
            .map(part)
            .collect(),
    }
    .render()
}

fn body(request: &Request) -> Option<String> {
    if let Some(value) = request.json() {
        return Some(format!("const body = `{}`", json::without_backticks(value)));
    }
    if let Some(pairs) = request.form() {
        return Some(form(pairs));
    }
    let text = request.text()?;
    Some(format!("const body = {}", lines(text, quoted, " +\n\t\t")))
}

fn part(part: &Part) -> String {
    let name = quoted(&part.name);
    match &part.content {
        PartContent::Text(text) => format!("addText(form, {name}, {})", quoted(text)),
        PartContent::File(file) => format!("addFile(form, {name}, {})", quoted(file)),
    }
}

fn form(pairs: &[(String, String)]) -> String {
    let pair = |(name, value): &(String, String)| {
        format!("\tform.Add({}, {})\n", quoted(name), quoted(value))
    };
    let pairs = pairs.iter().map(pair).collect::<Vec<_>>().concat();
    format!("form := url.Values{{}}\n{pairs}\tbody := form.Encode()")
}

fn quoted(text: &str) -> String {
    escaped(text, |c| matches!(c, '"' | '\\'), by_length)
}
