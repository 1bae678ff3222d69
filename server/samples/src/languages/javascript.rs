//! JavaScript, for Node.js. A text between `"` has the escapes of JSON that stand here. A key
//! `__proto__` would set the prototype of its object unless it is computed (ECMA-262 §B.3.1), and
//! numbers are doubles.

use askama::Template;
use locales::{Locale, samples as t};
use serde_json::Value;

use crate::{
    call::{Part, PartContent},
    json,
    layout::Notation,
    marks::{indented, lines, quoted},
    tidy::Request,
};

/// The last integer of those that a double tells apart.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

#[derive(Template)]
#[template(path = "javascript.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    target: String,
    /// Keys of an object, and values.
    headers: Vec<(String, String)>,
    body: Option<String>,
    /// The statements that fill `form`.
    form: Vec<String>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = match request.form() {
        // It tells its type by itself.
        Some(_) => request.headers.clone(),
        None => request.all_headers(),
    };
    let headers = headers.into_iter();
    Program {
        request,
        locale,
        target: quoted(&request.target),
        headers: headers
            .map(|(name, value)| (quoted(&name), quoted(&value)))
            .collect(),
        body: body(request).map(|body| indented(&body, "  ")),
        form: request
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
        return Some(if is_native(value) {
            format!("JSON.stringify({})", OBJECT.written(value))
        } else {
            lines(&json::text(value), quoted, " +\n  ")
        });
    }
    if request.parts().is_some() {
        return Some("form".to_owned());
    }
    if let Some(pairs) = request.form() {
        let pair = |(name, value): &(String, String)| {
            format!("  [{}, {}],\n", quoted(name), quoted(value))
        };
        let pairs: String = pairs.iter().map(pair).collect();
        return Some(format!("new URLSearchParams([\n{pairs}])"));
    }
    if let Some(text) = request.text() {
        return Some(lines(text, quoted, " +\n  "));
    }
    request
        .file()
        .map(|name| format!("await readFile({})", quoted(name)))
}

fn part(part: &Part) -> String {
    let name = quoted(&part.name);
    match &part.content {
        PartContent::Text(text) => format!("form.append({name}, {});", quoted(text)),
        PartContent::File(file) => {
            let file = quoted(file);
            format!("form.append({name}, new Blob([await readFile({file})]), {file});")
        }
    }
}

const OBJECT: Notation = Notation {
    step: "  ",
    array: ["[", "]"],
    object: |_| ["{", "}"],
    key,
    colon: ": ",
    string: quoted,
    number: ToString::to_string,
    null: "null",
    booleans: ["false", "true"],
    last_comma: true,
};

fn key(name: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    match name {
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ if name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_part) => {
            name.to_owned()
        }
        _ => quoted(name),
    }
}

/// Whether an object says the same: of `1.0`, JavaScript makes `1`.
fn is_native(value: &Value) -> bool {
    match value {
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(integer), _) => integer.unsigned_abs() <= MAX_SAFE_INTEGER,
            (None, Some(float)) => number.is_f64() && float.fract() != 0.0,
            (None, None) => false,
        },
        Value::Array(values) => values.iter().all(is_native),
        Value::Object(map) => map.values().all(is_native),
        _ => true,
    }
}
