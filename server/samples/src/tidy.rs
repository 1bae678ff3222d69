//! A call as it can be sent: what HTTP does not have in a method, a path or a header is left out.

use std::fmt::Write;

use serde_json::Value;

use crate::{
    call::{Body, Call, Content, Part, PartContent},
    marks::one_line,
};

const FORM: &str = "application/x-www-form-urlencoded";

/// What every language writes a program of.
pub struct Request {
    /// Capital letters, digits, `-` and `_`.
    pub method: String,
    /// Begins with `/`, and holds characters of a URI alone (RFC 3986 §2).
    pub target: String,
    /// Each name once, in visible ASCII, as are the values; without that of the body.
    pub headers: Vec<(String, String)>,
    pub body: Option<Payload>,
    /// On one line.
    pub title: String,
}

/// What a request sends, as [`Content`] has it.
pub struct Payload {
    /// In visible ASCII.
    pub media_type: String,
    pub content: Content,
}

impl Request {
    pub fn of(call: &Call) -> Self {
        let method = method(&call.method);
        let body = call.body.as_ref();
        let body = body.filter(|body| !matches!(&*method, "GET" | "HEAD") && !is_empty(body));
        Self {
            target: target(&call.path_and_query),
            headers: headers(&call.headers, body.is_some()),
            body: body.map(payload),
            title: title(&call.title, &method, &call.path_and_query),
            method,
        }
    }

    /// The headers, with that of the body.
    pub fn all_headers(&self) -> Vec<(String, String)> {
        // The type of a form with files has a boundary, which the client or the program chooses.
        let of_body = self.body.iter().filter(|_| self.parts().is_none());
        let of_body = of_body.map(|body| ("Content-Type".to_owned(), body.media_type.clone()));
        of_body.chain(self.headers.iter().cloned()).collect()
    }

    pub fn json(&self) -> Option<&Value> {
        match self.content()? {
            Content::Json(value) => Some(value),
            _ => None,
        }
    }

    pub fn form(&self) -> Option<&[(String, String)]> {
        match self.content()? {
            Content::Form(pairs) => Some(pairs),
            _ => None,
        }
    }

    pub fn parts(&self) -> Option<&[Part]> {
        match self.content()? {
            Content::Multipart(parts) => Some(parts),
            _ => None,
        }
    }

    /// Whether a file of the reader's is sent.
    pub fn has_file(&self) -> bool {
        let is_file = |part: &Part| matches!(part.content, PartContent::File(_));
        self.file().is_some() || self.parts().is_some_and(|parts| parts.iter().any(is_file))
    }

    pub fn text(&self) -> Option<&str> {
        match self.content()? {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn file(&self) -> Option<&str> {
        match self.content()? {
            Content::File(name) => Some(name),
            _ => None,
        }
    }

    fn content(&self) -> Option<&Content> {
        self.body.as_ref().map(|body| &body.content)
    }
}

/// A form of one pair, encoded: `name=value`.
pub fn encoded(name: &str, value: &str) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair(name, value).finish()
}

fn is_empty(body: &Body) -> bool {
    match &body.content {
        Content::Form(pairs) => pairs.is_empty(),
        Content::Multipart(parts) => parts.is_empty(),
        _ => false,
    }
}

fn method(method: &str) -> String {
    let is_part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let method: String = method.chars().filter(is_part).collect();
    if method.is_empty() {
        return "GET".to_owned();
    }
    method.to_ascii_uppercase()
}

/// A path that did not begin with `/` could name another host. `'` is encoded because browsers'
/// rules, which `fetch` has, would do so too.
fn target(path_and_query: &str) -> String {
    let mut target = String::from("/");
    let rest = path_and_query.trim_start_matches('/');
    for (at, c) in rest.char_indices() {
        let is_escape = || rest[at + 1..].get(..2).is_some_and(is_hexadecimal);
        match c {
            '%' if is_escape() => target.push(c),
            c if c.is_ascii_alphanumeric() || "-._~:/?@!$&()*+,;=".contains(c) => target.push(c),
            c => push_percent(&mut target, c),
        }
    }
    target
}

fn is_hexadecimal(digits: &str) -> bool {
    digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn push_percent(text: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a text does not fail.
        let _ = write!(text, "%{byte:02X}");
    }
}

/// What the client sees to itself, and what the program does.
const NOT_FOR_CALLERS: [&str; 11] = [
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "te",
    "transfer-encoding",
    "upgrade",
    "x-client-auth",
];

/// Those of the same name become one (RFC 9110 §5.3, RFC 6265 §5.4).
fn headers(headers: &[(String, String)], has_body: bool) -> Vec<(String, String)> {
    let mut tidy: Vec<(String, String)> = vec![];
    for (name, value) in headers {
        let (name, value) = (header_name(name), header_value(value));
        let lower = name.to_ascii_lowercase();
        let of_body = lower.starts_with("content-") && !has_body;
        if name.is_empty() || value.is_empty() || of_body || NOT_FOR_CALLERS.contains(&&*lower) {
            continue;
        }
        match tidy
            .iter_mut()
            .find(|(known, _)| known.eq_ignore_ascii_case(&name))
        {
            Some((_, known)) => {
                let between = if lower == "cookie" { "; " } else { ", " };
                *known = format!("{known}{between}{value}");
            }
            None => tidy.push((name, value)),
        }
    }
    tidy
}

/// A token (RFC 9110 §5.6.2), but for marks that no header has and shells do.
fn header_name(name: &str) -> String {
    let is_part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars().filter(is_part).collect()
}

/// Without controls, which would end it, and with what is not ASCII encoded: clients disagree on how
/// to send it.
fn header_value(value: &str) -> String {
    let mut tidy = String::new();
    for c in value.trim().chars() {
        match c {
            ' '..='~' => tidy.push(c),
            c if c.is_ascii_control() => {}
            c => push_percent(&mut tidy, c),
        }
    }
    tidy.trim().to_owned()
}

fn payload(body: &Body) -> Payload {
    let media_type = media_type(&body.media_type);
    let of_content = match &body.content {
        Content::Json(_) => "application/json",
        Content::Form(_) => FORM,
        Content::Multipart(_) => "multipart/form-data",
        Content::Text(_) => "text/plain; charset=utf-8",
        Content::File(_) => "application/octet-stream",
    };
    Payload {
        media_type: match &body.content {
            Content::Form(_) | Content::Multipart(_) => None,
            _ => media_type,
        }
        .unwrap_or_else(|| of_content.to_owned()),
        content: match &body.content {
            Content::File(name) => Content::File(file_name(name)),
            Content::Multipart(given) => Content::Multipart(parts(given)),
            other => other.clone(),
        },
    }
}

/// None unless it is a type with its parameters, and no range.
fn media_type(text: &str) -> Option<String> {
    let is_token = |text: &str| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "!#&-^_.+".contains(c);
        !text.is_empty() && text.chars().all(is_part)
    };
    let mut parts = text.split(';').map(str::trim);
    let (kind, subtype) = parts.next()?.split_once('/')?;
    let is_parameter = |part: &str| {
        let parameter = part.split_once('=');
        parameter.is_some_and(|(name, value)| is_token(name) && is_token(value))
    };
    let parameters: Vec<_> = parts.collect();
    let is_one = is_token(kind) && is_token(subtype);
    let is_one = is_one && parameters.iter().all(|part| is_parameter(part));
    let whole = [format!("{kind}/{subtype}")].into_iter();
    let whole = whole.chain(parameters.into_iter().map(str::to_owned));
    is_one.then(|| whole.collect::<Vec<_>>().join("; "))
}

/// Clients disagree on how to write what is special in the name of a part, or of its file.
fn parts(given: &[Part]) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![];
    for part in given {
        let is_part = |c: &char| c.is_ascii_alphanumeric() || "-_.[]".contains(*c);
        let name: String = part.name.chars().filter(is_part).collect();
        let content = match &part.content {
            PartContent::Text(text) => PartContent::Text(text.replace('\0', "")),
            PartContent::File(name) => PartContent::File(ascii(&file_name(name))),
        };
        if !name.is_empty() && !parts.iter().any(|known| known.name == name) {
            parts.push(Part { name, content });
        }
    }
    parts
}

fn ascii(text: &str) -> String {
    text.replace(|c: char| !c.is_ascii(), "_")
}

/// A name in the folder where the program runs.
fn file_name(name: &str) -> String {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name: String = name.chars().filter(is_part).collect();
    let name = name.trim_start_matches(['.', '-']);
    if name.is_empty() {
        "file.bin".to_owned()
    } else {
        name.to_owned()
    }
}

fn title(title: &str, method: &str, path_and_query: &str) -> String {
    let title = one_line(title);
    if title.is_empty() {
        let path = path_and_query.split('?').next().unwrap_or_default();
        return one_line(&format!("{method} {}", target(path)));
    }
    title
}
