//! Takes the pasted text apart: a command, a request, a header, a value, or the answer to a token
//! call.

use super::{
    Finding, Purpose, address,
    characters::{is_quote, is_space, plain_quote, trim},
    claims,
    command::{Command, is_command},
    finding::Findings,
    header::{self, Scheme},
};

pub struct PastedText {
    /// The name of the header in the spelling of the text.
    pub header: Option<String>,
    pub scheme: Option<Scheme>,
    pub value: Value,
    /// The use of the request, which its address tells.
    pub purpose: Purpose,
}

pub enum Value {
    /// The value of a header.
    Text(String),
    /// `public:secret`, which a program encodes later.
    Keys(String),
}

impl PastedText {
    /// `None` when the text has neither credential nor token.
    pub fn read(text: &str, findings: &mut Findings) -> Option<Self> {
        let text = plain(trim(text), findings);
        if text.is_empty() {
            return None;
        }
        if is_command(&text) {
            return Self::of_command(&text, findings);
        }
        if let Some(token) = claims::text(&text, "access_token") {
            return Some(Self::bare(token));
        }
        Self::of_lines(&without_quotes(&text, findings), findings)
    }

    /// The name of the corrected header: its own when that is known, else the first known one.
    pub fn header_name(&self) -> &'static str {
        let name = self.header.as_deref().and_then(header::known);
        name.unwrap_or(header::KNOWN[0])
    }

    fn of_command(text: &str, findings: &mut Findings) -> Option<Self> {
        let command = Command::read(text);
        let headers: Vec<_> = command
            .headers
            .iter()
            .map(|line| without_quotes(line, findings))
            .collect();
        let mut headers = headers
            .iter()
            .filter_map(|line| header::authenticating(line));
        let (first, second) = (headers.next(), headers.next());
        let methods = usize::from(first.is_some()) + command.keys.len();
        if methods > 1 || second.is_some() {
            findings.add(Finding::TwoMethods);
        }
        let pasted = match (first, command.keys.into_iter().next()) {
            (Some((name, value)), _) => Self::of_header(name, value, command.purpose, findings),
            (None, Some(keys)) => Some(Self {
                header: None,
                scheme: Some(Scheme::Basic),
                value: Value::Keys(keys),
                purpose: command.purpose,
            }),
            (None, None) => {
                findings.add(Finding::Missing);
                None
            }
        };
        if command.lacks_grant {
            findings.add(Finding::GrantMissing);
        }
        pasted
    }

    /// Reads header lines, with or without the rest of a request, or a value alone.
    fn of_lines(text: &str, findings: &mut Findings) -> Option<Self> {
        let purpose = addressed(text);
        let lines: Vec<_> = text.lines().map(trim).collect();
        let found = |(at, line): (usize, &&'_ str)| header::authenticating(line).map(|_| at);
        let mut places = lines.iter().enumerate().filter_map(found);
        let Some(first) = places.next() else {
            return Self::of_value(text, purpose, findings);
        };
        if places.next().is_some() {
            findings.add(Finding::TwoMethods);
        }
        // A line that is no header continues the value of the line before.
        let goes_on = |line: &&&str| !line.is_empty() && !header::is_header(line);
        let broken = lines[first + 1..].iter().take_while(goes_on);
        let line = broken.fold(lines[first].to_owned(), |line, more| line + "\n" + more);
        let (name, value) = header::authenticating(&line)?;
        Self::of_header(name, value, purpose, findings)
    }

    fn of_header(
        name: &str,
        value: &str,
        purpose: Purpose,
        findings: &mut Findings,
    ) -> Option<Self> {
        if header::known(name).is_none() {
            let name = name.to_owned();
            findings.add(Finding::UnknownHeader { name });
        }
        // A program may have more headers on the same line.
        let value = value.split(", ").next().unwrap_or_default();
        let pasted = Self::of_value(value.trim_end_matches([',', ';']), purpose, findings)?;
        Some(Self {
            header: Some(name.to_owned()),
            ..pasted
        })
    }

    fn of_value(value: &str, purpose: Purpose, findings: &mut Findings) -> Option<Self> {
        let (scheme, value) = header::scheme(value);
        let is_object = value.starts_with('{') && !value.starts_with("{{");
        if value.is_empty() || is_object || is_request(value) {
            findings.add(Finding::Missing);
            return None;
        }
        Some(Self {
            scheme,
            purpose,
            ..Self::bare(value.to_owned())
        })
    }

    const fn bare(value: String) -> Self {
        Self {
            header: None,
            scheme: None,
            value: Value::Text(value),
            purpose: Purpose::Unsaid,
        }
    }
}

/// Replaces typographic quotation marks and spaces by those of a keyboard.
fn plain(text: &str, findings: &mut Findings) -> String {
    if text.chars().any(|c| plain_quote(c) != c) {
        findings.add(Finding::Quotes);
    }
    let strange = |c: char| !c.is_ascii() && is_space(c);
    if let Some(at) = text.chars().position(strange) {
        findings.add(Finding::WhiteSpace { at: at + 1 });
    }
    let keyed = |c| if strange(c) { ' ' } else { plain_quote(c) };
    text.chars().map(keyed).collect()
}

/// Removes the quotation marks, which no header and no value has. Those in the middle of a line
/// belong to the program that the line comes from, so they are no finding.
fn without_quotes(text: &str, findings: &mut Findings) -> String {
    if !text.contains(is_quote) {
        return text.to_owned();
    }
    let named = text.contains("\":") || text.contains("':");
    if !named && (text.starts_with(is_quote) || text.ends_with(is_quote)) {
        findings.add(Finding::Quotes);
    }
    text.chars().filter(|c| !is_quote(*c)).collect()
}

/// The use of a request by its first line: `POST /path HTTP/1.1`, or an address alone.
fn addressed(text: &str) -> Purpose {
    if !is_request(text) {
        return Purpose::Unsaid;
    }
    let mut words = text.lines().next().unwrap_or_default().split_whitespace();
    let address = words.find(|word| word.contains('/') && !word.starts_with("HTTP/"));
    address.map_or(Purpose::Call, address::purpose)
}

fn is_request(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.contains(" HTTP/") || first.starts_with("http://") || first.starts_with("https://")
}
