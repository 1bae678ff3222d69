//! Java. Escapes of Unicode are read before anything else, in comments too, unless their backslash
//! follows another (JLS 17 §3.3): all backslashes are doubled. A text block ends with three
//! quotation marks in a row, which a JSON text never has (§3.10.6).

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::{indented, lines, quoted},
    tidy::{Request, encoded},
};

const INDENT: &str = "            ";

#[derive(Template)]
#[template(path = "java.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    title: String,
    target: String,
    headers: Vec<(String, String)>,
    /// The expression of a text.
    body: Option<String>,
    file: Option<String>,
    /// The heads of parts, and the expressions of their publishers.
    parts: Vec<(String, String)>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    Program {
        request,
        locale,
        title: request.title.replace('\\', "\\\\"),
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
        let block = json::text(value).replace('\\', "\\\\");
        return Some(indented(&format!("\"\"\"\n{block}\n\"\"\""), INDENT));
    }
    if let Some(pairs) = request.form() {
        let pairs = pairs
            .iter()
            .map(|(name, value)| quoted(&encoded(name, value)));
        let pairs = pairs.collect::<Vec<_>>().join(&format!(",\n{INDENT}"));
        return Some(format!("String.join(\"&\",\n{INDENT}{pairs})"));
    }
    let text = request.text()?;
    Some(lines(text, quoted, &format!("\n{INDENT}+ ")))
}

fn part(part: &Part) -> (String, String) {
    let name = &part.name;
    match &part.content {
        PartContent::Text(text) => (
            quoted(&format!("name=\"{name}\"")),
            format!("BodyPublishers.ofString({})", quoted(text)),
        ),
        PartContent::File(file) => (
            quoted(&format!("name=\"{name}\"; filename=\"{file}\"")),
            format!("BodyPublishers.ofFile(Path.of({}))", quoted(file)),
        ),
    }
}
