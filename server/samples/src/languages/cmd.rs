//! `cmd`, the command prompt of Windows, with the curl that comes with it.
//!
//! In a batch file `%` is doubled. Between two `"` nothing else is special for `cmd`; within them,
//! the program takes a backslash before `"` for an escape (Microsoft C runtime, "Parsing C
//! command-line arguments"). What is not ASCII depends on the code page, and stands as an escape.

use askama::Template;
use data_encoding::BASE64;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    tidy::{Request, encoded},
};

/// `cmd` reads no longer lines than of 8,191 characters; some are left for what `echo` adds.
const MAX_LINE: usize = 8_000;
const BASE64_LINE: usize = 76;

#[derive(Template)]
#[template(path = "cmd.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    title: String,
    url: String,
    options: Vec<String>,
    /// Files that are written before the call, and deleted after it.
    files: Vec<Written>,
}

/// A file that the program writes: `%body%.0.txt` is the first one.
struct Written {
    lines: Vec<String>,
    is_base64: bool,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.all_headers().into_iter();
    let headers = headers.map(|(name, value)| option("--header", &format!("{name}: {value}")));
    let mut files = vec![];
    let data = data(request, &mut files);
    Program {
        request,
        locale,
        title: comment(&request.title),
        url: request.target.replace('%', "%%"),
        options: headers.chain(data).collect(),
        files,
    }
    .render()
}

fn data(request: &Request, files: &mut Vec<Written>) -> Vec<String> {
    if let Some(value) = request.json() {
        files.push(written(&json::for_cmd(value)));
        return vec!["--data-binary \"@%body%.0.txt\"".to_owned()];
    }
    if let Some(parts) = request.parts() {
        return parts.iter().map(|it| part(it, files)).collect();
    }
    if let Some(pairs) = request.form() {
        return pairs
            .iter()
            .map(|(name, value)| pair(name, value))
            .collect();
    }
    match (request.text(), request.file()) {
        (Some(text), _) if is_plain(text) => vec![option("--data-raw", text)],
        (Some(text), _) => {
            files.push(encoded_file(text));
            vec!["--data-binary \"@%body%.0.txt\"".to_owned()]
        }
        (None, Some(name)) => {
            let ascii = name.replace(|c: char| !c.is_ascii(), "_");
            vec![option("--data-binary", &format!("@{ascii}"))]
        }
        (None, None) => vec![],
    }
}

/// A text that `echo` writes as it is, unless a line of it is too long.
fn written(text: &str) -> Written {
    if text.lines().any(|line| line.len() > MAX_LINE) {
        return encoded_file(text);
    }
    Written {
        lines: text.lines().map(str::to_owned).collect(),
        is_base64: false,
    }
}

fn encoded_file(text: &str) -> Written {
    let base64 = BASE64.encode(text.as_bytes());
    let lines = base64.as_bytes().chunks(BASE64_LINE);
    let lines = lines.map(|line| String::from_utf8_lossy(line).into_owned());
    Written {
        lines: lines.collect(),
        is_base64: true,
    }
}

fn part(part: &Part, files: &mut Vec<Written>) -> String {
    let name = &part.name;
    match &part.content {
        PartContent::File(file) => option("--form", &format!("{name}=@{file}")),
        PartContent::Text(text) if is_plain(text) => {
            option("--form-string", &format!("{name}={text}"))
        }
        PartContent::Text(text) => {
            files.push(encoded_file(text));
            format!("--form \"{name}=<%body%.{}.txt\"", files.len() - 1)
        }
    }
}

fn pair(name: &str, value: &str) -> String {
    if name.is_empty() || !is_plain(value) {
        return option("--data-raw", &encoded(name, value));
    }
    let name = encoded(name, "");
    option("--data-urlencode", &format!("{name}{value}"))
}

/// Whether an argument can hold it as it is read.
fn is_plain(text: &str) -> bool {
    let is_plain = |c: char| matches!(c, ' '..='~') && c != '"';
    text.len() <= 1_000 && text.chars().all(is_plain)
}

fn option(name: &str, value: &str) -> String {
    format!("{name} {}", quoted(value))
}

/// One argument, of visible ASCII. Where `"` stands within, `cmd` is to see no quotation marks at
/// all, as it knows no escapes between them.
fn quoted(text: &str) -> String {
    let argument = for_runtime(text);
    if !text.contains('"') {
        return argument.replace('%', "%%");
    }
    let mut quoted = String::new();
    for c in argument.chars() {
        match c {
            '%' => quoted.push_str("%%"),
            c if "()!^\"<>&|".contains(c) => quoted.extend(['^', c]),
            c => quoted.push(c),
        }
    }
    quoted
}

/// Backslashes count only before a quotation mark: there, each is doubled.
fn for_runtime(text: &str) -> String {
    let mut argument = String::from("\"");
    let mut backslashes = 0;
    for c in text.chars() {
        if c == '"' {
            argument.extend(std::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        argument.push(c);
    }
    argument.extend(std::iter::repeat_n('\\', backslashes));
    argument + "\""
}

/// Variables are filled in in comments too.
fn comment(text: &str) -> String {
    let text = text
        .replace(|c| "&|<>^\"".contains(c), " ")
        .replace('%', "%%");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
