//! `sh` with curl. Between `'` nothing but `'` is special, and in a here-document with a quoted
//! delimiter nothing is (POSIX.1-2017, XCU §2.2.2 and §2.7.4).

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::is_unseen,
    tidy::{Request, encoded},
};

#[derive(Template)]
#[template(path = "shell.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    url: String,
    /// What curl is called with, beyond what it is always.
    options: Vec<String>,
    json: Option<String>,
    /// A text that no argument can hold, for `printf`.
    printed: Option<String>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    let headers = headers.map(|(name, value)| option("--header", &format!("{name}: {value}")));
    let printed = request.text().filter(|text| is_for_printf(text));
    Program {
        request,
        locale,
        url: url(&request.target),
        options: headers.chain(data(request)).collect(),
        json: request.json().map(json::text),
        printed: printed.map(for_printf),
    }
    .render()
}

fn data(request: &Request) -> Vec<String> {
    let from_input = || vec!["--data-binary @-".to_owned()];
    if let Some(parts) = request.parts() {
        return parts.iter().map(part).collect();
    }
    if let Some(pairs) = request.form() {
        return pairs
            .iter()
            .map(|(name, value)| pair(name, value))
            .collect();
    }
    match (request.text(), request.file()) {
        (Some(text), _) if is_for_printf(text) => from_input(),
        (Some(text), _) => vec![option("--data-raw", text)],
        (None, Some(name)) => vec![option("--data-binary", &format!("@{name}"))],
        (None, None) if request.json().is_some() => from_input(),
        (None, None) => vec![],
    }
}

/// curl encodes the value and not the name, in which `=` and `@` are its own.
fn pair(name: &str, value: &str) -> String {
    if name.is_empty() || value.chars().any(is_unseen) {
        return option("--data-raw", &encoded(name, value));
    }
    let name = encoded(name, "");
    option("--data-urlencode", &format!("{name}{value}"))
}

fn part(part: &Part) -> String {
    let name = &part.name;
    match &part.content {
        PartContent::File(file) => option("--form", &format!("{name}=@{file}")),
        PartContent::Text(text) if is_for_printf(text) => {
            format!("--form-string \"{name}=$(printf {})\"", for_printf(text))
        }
        PartContent::Text(text) => option("--form-string", &format!("{name}={text}")),
    }
}

fn option(name: &str, value: &str) -> String {
    format!("{name} {}", quoted(value))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The variable is filled in between `"`, where `$` is special; in a path, nothing else is.
fn url(target: &str) -> String {
    format!("\"$BALCAO_URL{}\"", target.replace('$', "\\$"))
}

fn is_for_printf(text: &str) -> bool {
    text.chars()
        .any(|c| is_unseen(c) && !matches!(c, '\n' | '\t'))
}

/// As the format of `printf`, which knows octal escapes (XCU, `printf`). What is special between
/// quotation marks of any kind stands as one.
fn for_printf(text: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'%' => "%%".to_owned(),
        b'\n' => "\\n".to_owned(),
        b' '..=b'~' if !b"\\'\"$`".contains(&byte) => char::from(byte).to_string(),
        byte => format!("\\{byte:03o}"),
    };
    let format: String = text.bytes().map(escaped).collect();
    // What began with `-` would be taken for an option.
    let dash = format.strip_prefix('-').map(|rest| format!("\\055{rest}"));
    format!("'{}'", dash.unwrap_or(format))
}
