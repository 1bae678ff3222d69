//! PHP. Between `'` only `\` and `'` are special. A nowdoc ends with a line that begins with its
//! label, which no line of a JSON text does. `?>` ends even a comment.

use askama::Template;
use locales::{Locale, samples as t};
use serde_json::{Map, Value};

use crate::{
    call::{Part, PartContent},
    json,
    layout::Notation,
    marks::{escaped, in_braces, is_unseen, lines},
    tidy::Request,
};

#[derive(Template)]
#[template(path = "php.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    title: String,
    target: String,
    /// Whole ones, as texts of the language.
    headers: Vec<String>,
    body: Option<String>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    Program {
        request,
        locale,
        title: request.title.replace("?>", "? >"),
        target: quoted(&request.target),
        headers: headers
            .map(|(name, value)| quoted(&format!("{name}: {value}")))
            .collect(),
        body: body(request),
    }
    .render()
}

fn body(request: &Request) -> Option<String> {
    if let Some(value) = request.json() {
        return Some(if is_native(value) {
            format!("json_encode({})", ARRAY.written(value))
        } else {
            format!("<<<'JSON'\n{}\nJSON", json::text(value))
        });
    }
    if let Some(parts) = request.parts() {
        let parts = parts.iter().map(part).collect::<Vec<_>>().concat();
        return Some(format!("[\n{parts}]"));
    }
    if let Some(pairs) = request.form() {
        return Some(form(pairs));
    }
    if let Some(text) = request.text() {
        return Some(lines(text, quoted, "\n    . "));
    }
    request
        .file()
        .map(|name| format!("file_get_contents({})", quoted(name)))
}

fn part(part: &Part) -> String {
    let name = quoted(&part.name);
    match &part.content {
        PartContent::Text(text) => format!("    {name} => {},\n", quoted(text)),
        PartContent::File(file) => format!("    {name} => new CURLFile({}),\n", quoted(file)),
    }
}

/// An array has each key once.
fn form(pairs: &[(String, String)]) -> String {
    let pair = |(name, value): &(String, String)| {
        let (name, value) = (quoted(name), quoted(value));
        format!("    http_build_query([{name} => {value}]),\n")
    };
    let pairs: String = pairs.iter().map(pair).collect();
    format!("implode('&', [\n{pairs}])")
}

const ARRAY: Notation = Notation {
    step: "    ",
    array: ["[", "]"],
    object: |map| {
        if is_like_list(map) {
            ["(object) [", "]"]
        } else {
            ["[", "]"]
        }
    },
    key: quoted,
    colon: " => ",
    string: quoted,
    number: ToString::to_string,
    null: "null",
    booleans: ["false", "true"],
    last_comma: true,
};

/// What would become a list in JSON: an array without keys, or with numbers for keys.
fn is_like_list(map: &Map<String, Value>) -> bool {
    map.keys().all(|key| {
        key.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    })
}

/// Whether an array says the same. PHP has integers of 64 bits with a sign, and no property whose
/// name begins with NUL; of `1.0` it makes `1`.
fn is_native(value: &Value) -> bool {
    match value {
        Value::Number(number) => {
            number.is_i64() || number.as_f64().is_some_and(|number| number.fract() != 0.0)
        }
        Value::Array(values) => values.iter().all(is_native),
        Value::Object(map) => map
            .iter()
            .all(|(key, value)| !key.starts_with('\0') && is_native(value)),
        _ => true,
    }
}

fn quoted(text: &str) -> String {
    if !text.contains(is_unseen) {
        return format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    }
    escaped(text, |c| matches!(c, '"' | '\\' | '$'), in_braces)
}
