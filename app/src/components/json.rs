//! JSON as one reads it: indented, its members in the order they came in, its parts in colours.

use leptos::prelude::*;

use crate::web::text_only;

/// What a run of characters is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Brackets, commas, white space.
    Plain,
    Name,
    Text,
    /// A number, `true`, `false` or `null`.
    Constant,
}

/// The content of a `<pre>`. Text that is no JSON is shown too, perhaps in the wrong colours.
#[component]
pub fn Json<'a>(text: &'a str) -> impl IntoView + use<> {
    parts(text)
        .into_iter()
        .map(|(part, text)| match class(part) {
            None => text.into_any(),
            Some(class) => view! { <span class=class>{text}</span> }.into_any(),
        })
        .collect_view()
}

/// The same as HTML, for pages that are drawn once and hold many.
#[must_use]
pub fn json_html(text: &str) -> String {
    let parts = parts(text).into_iter();
    let html = parts.map(|(part, text)| match class(part) {
        None => text_only(&text),
        Some(class) => format!(r#"<span class="{class}">{}</span>"#, text_only(&text)),
    });
    html.collect()
}

const fn class(part: Part) -> Option<&'static str> {
    match part {
        Part::Plain => None,
        Part::Name => Some("hl-entity"),
        Part::Text => Some("hl-string"),
        Part::Constant => Some("hl-constant"),
    }
}

fn parts(text: &str) -> Vec<(Part, String)> {
    let (mut parts, mut depth) = (vec![], 0_usize);
    let mut rest = text.trim_ascii_start();
    while let Some(first) = rest.chars().next() {
        let length = length(first, rest);
        let (token, after) = rest.split_at(length);
        let after = after.trim_ascii_start();
        match first {
            '{' | '[' if !after.starts_with(['}', ']']) => {
                depth += 1;
                plain(&mut parts, token);
                line(&mut parts, depth);
            }
            '}' | ']' => {
                if !parts
                    .last()
                    .is_some_and(|(_, text)| text.ends_with(['{', '[']))
                {
                    depth = depth.saturating_sub(1);
                    line(&mut parts, depth);
                }
                plain(&mut parts, token);
            }
            ',' => {
                plain(&mut parts, token);
                line(&mut parts, depth);
            }
            ':' => plain(&mut parts, ": "),
            '{' | '[' => plain(&mut parts, token),
            '"' if after.starts_with(':') => parts.push((Part::Name, token.to_owned())),
            '"' => parts.push((Part::Text, token.to_owned())),
            _ => parts.push((Part::Constant, token.to_owned())),
        }
        rest = after;
    }
    parts
}

/// How many bytes the token takes that starts here.
fn length(first: char, text: &str) -> usize {
    if "{}[],:".contains(first) {
        return first.len_utf8();
    }
    if first != '"' {
        let end = text.find(|c: char| "{}[],:\"".contains(c) || c.is_ascii_whitespace());
        return end.unwrap_or(text.len());
    }
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, character)| {
        let ends = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

fn plain(parts: &mut Vec<(Part, String)>, text: &str) {
    match parts.last_mut() {
        Some((Part::Plain, before)) => before.push_str(text),
        _ => parts.push((Part::Plain, text.to_owned())),
    }
}

fn line(parts: &mut Vec<(Part, String)>, depth: usize) {
    plain(parts, &format!("\n{}", "  ".repeat(depth)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let parts = parts(text).into_iter();
        parts.map(|(_, text)| text).collect()
    }

    #[test]
    fn members_keep_their_order_and_get_a_line_each() {
        let text = r#"{"b":[1,{"a":"x, \"y\": {"}],"e":{},"f":[ ],"n":null}"#;
        let expected = r#"{
  "b": [
    1,
    {
      "a": "x, \"y\": {"
    }
  ],
  "e": {},
  "f": [],
  "n": null
}"#;
        assert_eq!(written(text), expected);
        assert_eq!(written(expected), expected);
    }

    #[test]
    fn parts_are_told_apart() {
        let of = |kind| {
            let parts = parts(r#"{"a":"b","c":-1.5e3,"d":true}"#).into_iter();
            let texts = parts
                .filter(|(part, _)| *part == kind)
                .map(|(_, text)| text);
            texts.collect::<Vec<_>>()
        };
        assert_eq!(of(Part::Name), [r#""a""#, r#""c""#, r#""d""#]);
        assert_eq!(of(Part::Text), [r#""b""#]);
        assert_eq!(of(Part::Constant), ["-1.5e3", "true"]);
    }

    #[test]
    fn what_is_no_json_is_still_some_text() {
        for text in ["", "]", "\"open", "\"a\\", "é: ç", "}{,:"] {
            let kept = |text: &str| text.split_ascii_whitespace().collect::<String>();
            assert_eq!(kept(&written(text)), kept(text));
        }
    }
}
