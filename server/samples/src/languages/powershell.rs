//! `PowerShell`, of Windows and of version 7. Between `'` nothing is special but the five marks that
//! it takes for `'`, which are doubled, and in a here-string nothing but a line that begins with one
//! of them and `@`: no line of a JSON text does (`about_Quoting_Rules`). Windows `PowerShell` reads a
//! file without a mark of its encoding by the code page, so what is not ASCII stands as an escape.

use askama::Template;
use locales::{Locale, samples as t};

use crate::{
    call::{Part, PartContent},
    json,
    marks::utf16,
    tidy::{Request, encoded},
};

#[derive(Template)]
#[template(path = "powershell.txt")]
struct Program<'a> {
    request: &'a Request,
    locale: Locale,
    target: String,
    /// Names and values as texts of the language.
    headers: Vec<(String, String)>,
    media_type: String,
    /// The lines that make `$body`, or of a form with files `$content`.
    body: Option<String>,
}

pub fn program(request: &Request, locale: Locale) -> askama::Result<String> {
    let headers = request.headers.iter();
    let media_type = request.body.as_ref().map(|body| &*body.media_type);
    Program {
        request,
        locale,
        target: quoted(&request.target),
        headers: headers
            .map(|(name, value)| (quoted(name), quoted(value)))
            .collect(),
        media_type: quoted(media_type.unwrap_or_default()),
        body: body(request),
    }
    .render()
}

fn body(request: &Request) -> Option<String> {
    if let Some(value) = request.json() {
        return Some(in_utf8(&format!("@'\n{}\n'@", json::in_ascii(value))));
    }
    if let Some(parts) = request.parts() {
        let parts: Vec<_> = parts.iter().map(part).collect();
        let form = "$content = New-Object System.Net.Http.MultipartFormDataContent";
        return Some(format!("{form}\n{}", parts.join("\n")));
    }
    if let Some(pairs) = request.form() {
        let pairs = pairs
            .iter()
            .map(|(name, value)| quoted(&encoded(name, value)));
        let pairs = pairs.collect::<Vec<_>>().join(", ");
        return Some(in_utf8(&format!("@({pairs}) -join '&'")));
    }
    if let Some(text) = request.text() {
        return Some(in_utf8(&quoted(text)));
    }
    let name = quoted(request.file()?);
    Some(format!(
        "$body = [IO.File]::ReadAllBytes((Join-Path $PWD {name}))"
    ))
}

fn part(part: &Part) -> String {
    let name = quoted(&part.name);
    match &part.content {
        PartContent::Text(text) => {
            let text = format!(
                "New-Object System.Net.Http.StringContent ({})",
                quoted(text)
            );
            format!("$content.Add(({text}), {name})")
        }
        PartContent::File(file) => {
            let file = quoted(file);
            let bytes = format!("[IO.File]::ReadAllBytes((Join-Path $PWD {file}))");
            let bytes = format!("New-Object System.Net.Http.ByteArrayContent (, {bytes})");
            format!("$content.Add(({bytes}), {name}, {file})")
        }
    }
}

fn in_utf8(text: &str) -> String {
    format!("$text = {text}\n$body = [Text.Encoding]::UTF8.GetBytes($text)")
}

/// In ASCII alone, so that `'` is the only mark of the five.
fn quoted(text: &str) -> String {
    if text.chars().all(|c| matches!(c, ' '..='~')) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut word = String::new();
    for c in text.chars() {
        match c {
            '\'' => word.push_str("''"),
            '\\' => word.push_str("\\\\"),
            '\n' => word.push_str("\\n"),
            ' '..='~' => word.push(c),
            c => word.push_str(&utf16(c)),
        }
    }
    format!("[regex]::Unescape('{word}')")
}
