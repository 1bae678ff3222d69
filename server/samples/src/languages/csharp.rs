//! C#, with .NET. A text between `"` has the escapes that stand here. A raw string ends with three
//! quotation marks in a row, which a JSON text never has (C# 11).

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::{indented, lines, quoted},
    tidy::Request,
};

#[derive(Template)]
#[template(path = "csharp.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    target: String,
    headers: Vec<(String, String)>,
    /// Headers that belong to the content.
    content_headers: Vec<(String, String)>,
    /// The expression of the text.
    text: Option<String>,
    form: Vec<(String, String)>,
    file: Option<String>,
    /// The arguments by which parts are added.
    parts: Vec<String>,
    media_type: String,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let media_type = request.body.as_ref().map(|body| &*body.media_type);
    let pairs = |pairs: &[(String, String)]| {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| (quoted(name), quoted(value)))
            .collect::<Vec<_>>()
    };
    let of_content = |(name, _): &(String, String)| {
        name.get(..8)
            .is_some_and(|start| start.eq_ignore_ascii_case("content-"))
    };
    let (content_headers, headers): (Vec<_>, Vec<_>) =
        request.headers.iter().cloned().partition(of_content);
    Program {
        request,
        locale,
        target: quoted(&request.target),
        headers: pairs(&headers),
        content_headers: pairs(&content_headers),
        text: text(request),
        form: pairs(request.form().unwrap_or_default()),
        file: request.file().map(quoted),
        parts: request
            .parts()
            .unwrap_or_default()
            .iter()
            .map(part)
            .collect(),
        media_type: quoted(media_type.unwrap_or_default()),
    }
    .render()
}

fn text(request: &Request) -> Option<String> {
    if let Some(value) = request.json() {
        let text = format!("\"\"\"\n{}\n\"\"\"", json::text(value));
        return Some(indented(&text, "    "));
    }
    request.text().map(|text| lines(text, quoted, "\n    + "))
}

fn part(part: &Part) -> String {
    let name = quoted(&part.name);
    match &part.content {
        PartContent::Text(text) => format!("new StringContent({}), {name}", quoted(text)),
        PartContent::File(file) => {
            let file = quoted(file);
            format!("new ByteArrayContent(await File.ReadAllBytesAsync({file})), {name}, {file}")
        }
    }
}
