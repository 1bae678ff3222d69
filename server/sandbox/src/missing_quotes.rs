//! Finds a text without its quotation marks, as in `{"ip": 203.0.113.10}`, which no JSON parser
//! names, with its place and field.

use serde_json::Value;

/// A name or a value that lacks its quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MissingQuotes {
    /// Names from the outside in; list items by their index.
    pub(super) path: Vec<String>,
    /// Counted from 1.
    pub(super) line: usize,
    /// In characters, counted from 1.
    pub(super) column: usize,
}

/// The first one in a text that is no JSON; `None` where another mistake comes before it.
pub(super) fn find(text: &str) -> Option<MissingQuotes> {
    let mut reader = Reader {
        text,
        at: 0,
        around: vec![],
    };
    let start = loop {
        if let Step::Unquoted(start) = reader.step()? {
            break start;
        }
    };
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Some(MissingQuotes {
        path: reader.around.into_iter().map(Container::name).collect(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    })
}

/// The object or list that holds a value.
enum Container {
    Object { name: String, value_follows: bool },
    List { index: usize },
}

enum Step {
    Goes,
    /// Its start.
    Unquoted(usize),
}

struct Reader<'t> {
    text: &'t str,
    /// In bytes.
    at: usize,
    /// The containers from the outside in.
    around: Vec<Container>,
}

impl Reader<'_> {
    /// Reads one token; `None` at the end, and at another mistake.
    fn step(&mut self) -> Option<Step> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        let start = self.at;
        let length = match self.text[start..].chars().next()? {
            '{' => {
                self.around.push(Container::object());
                1
            }
            '[' => {
                self.around.push(Container::List { index: 0 });
                1
            }
            '}' | ']' => {
                self.around.pop()?;
                1
            }
            ',' => {
                self.around.last_mut()?.goes_on();
                1
            }
            ':' => {
                self.around.last_mut()?.has_name();
                1
            }
            '"' => string_length(&self.text[start..])?,
            _ => return Some(self.bare()),
        };
        let token = &self.text[start..start + length];
        if token.starts_with('"')
            && let Some(Container::Object {
                name,
                value_follows: false,
            }) = self.around.last_mut()
        {
            *name = serde_json::from_str(token).ok()?;
        }
        self.at += length;
        Some(Step::Goes)
    }

    /// Reads a name or a value without quotation marks, such as a number, or text that is no JSON.
    fn bare(&mut self) -> Step {
        let rest = &self.text[self.at..];
        let is_name = self.around.last().is_some_and(Container::awaits_name);
        let ends =
            |c: char| c.is_whitespace() || matches!(c, ',' | '}' | ']') || (is_name && c == ':');
        let token = &rest[..rest.find(ends).unwrap_or(rest.len())];
        if let (true, Some(Container::Object { name, .. })) = (is_name, self.around.last_mut()) {
            token.clone_into(name);
        } else if serde_json::from_str::<Value>(token).is_ok() {
            self.at += token.len();
            return Step::Goes;
        }
        Step::Unquoted(self.at)
    }
}

impl Container {
    const fn object() -> Self {
        Self::Object {
            name: String::new(),
            value_follows: false,
        }
    }

    fn goes_on(&mut self) {
        match self {
            Self::Object { value_follows, .. } => *value_follows = false,
            Self::List { index } => *index += 1,
        }
    }

    const fn has_name(&mut self) {
        if let Self::Object { value_follows, .. } = self {
            *value_follows = true;
        }
    }

    const fn awaits_name(&self) -> bool {
        matches!(
            self,
            Self::Object {
                value_follows: false,
                ..
            }
        )
    }

    fn name(self) -> String {
        match self {
            Self::Object { name, .. } => name,
            Self::List { index } => index.to_string(),
        }
    }
}

/// The length with both quotation marks; `None` where the second one is missing.
fn string_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    Some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(String, usize, usize)> {
        find(text).map(|it| (it.path.join("."), it.line, it.column))
    }

    #[test]
    fn what_lacks_its_quotation_marks_is_named_with_its_place() {
        for (text, path, line, column) in [
            (
                r#"{"data": {"ip": 203.0.113.10, "port": 1}}"#,
                "data.ip",
                1,
                17,
            ),
            ("{\n  \"ü\": \"\\\"\",\n  \"ip\":2001:db8::1\n}", "ip", 3, 8),
            (r#"{"a": [1, {"b": 2}, +5]}"#, "a.2", 1, 21),
            (r#"{"a": 'b'}"#, "a", 1, 7),
            (r#"{"a": 1, ip: "x"}"#, "ip", 1, 10),
            ("msisdn=1", "", 1, 1),
        ] {
            assert_eq!(found(text), Some((path.to_owned(), line, column)), "{text}");
        }
    }

    #[test]
    fn where_something_else_is_wrong_nothing_is_said() {
        for text in [
            "",
            "{",
            "{\"a",
            "{\"a\\",
            "}",
            ",",
            r#"{"a": 1}"#,
            r#"{"a": 1 "b": 2}"#,
            "[1,]",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(found(&"[".repeat(100_000)), None);
    }
}
