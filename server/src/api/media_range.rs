//! Media types with their parameters, of `Accept` and `Content-Type` (RFC 9110 §8.3.1, §12.5.1).

use super::json_api::MEDIA_TYPE;

pub struct MediaRange {
    /// In lower case.
    pub kind: String,
    /// The names of its parameters, in lower case.
    parameters: Vec<String>,
}

impl MediaRange {
    /// The ranges of a header.
    pub fn all(header: &str) -> impl Iterator<Item = Self> {
        split(header, ',').into_iter().map(|range| {
            let mut parts = split(range, ';').into_iter().map(str::trim);
            let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
            let parameters = parts.filter(|it| !it.is_empty()).map(|parameter| {
                let name = parameter.split('=').next().unwrap_or_default();
                name.trim().to_ascii_lowercase()
            });
            Self {
                kind,
                parameters: parameters.collect(),
            }
        })
    }

    /// Whether it is JSON:API, with whatever parameters.
    pub fn names_json_api(&self) -> bool {
        self.kind == MEDIA_TYPE
    }

    /// Whether it is JSON:API as the portal speaks it: profiles may be ignored, extensions and other
    /// parameters may not (JSON:API 1.1, "Server Responsibilities").
    pub fn is_json_api(&self) -> bool {
        let mut parameters = self.parameters.iter();
        self.names_json_api() && parameters.all(|name| name == "q" || name == "profile")
    }
}

/// The parts between separators that stand outside of quotation marks.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut begin, mut is_quoted) = (Vec::new(), 0, false);
    for (at, character) in text.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            it if it == separator && !is_quoted => {
                parts.push(text[begin..at].trim());
                begin = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[begin..].trim());
    parts
}
