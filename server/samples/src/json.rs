//! JSON texts (RFC 8259), with more escapes where a language needs them.
//!
//! A string of JSON may have any character escaped and stays the same string. So what would end the
//! literal of a language stands as an escape of JSON, and the literal needs no escapes of its own.

use serde_json::Value;

use crate::{
    layout::Notation,
    marks::{is_unseen, utf16},
};

/// As it is read.
pub fn text(value: &Value) -> String {
    notation(|text| string(text, |_| false)).written(value)
}

/// In ASCII alone: what Windows makes of other characters depends on its code page.
pub fn in_ascii(value: &Value) -> String {
    notation(|text| string(text, |c| !c.is_ascii())).written(value)
}

/// For a literal that a backtick ends.
pub fn without_backticks(value: &Value) -> String {
    notation(|text| string(text, |c| c == '`')).written(value)
}

/// For lines of a batch file. `cmd` takes what stands between two quotation marks as it is, but for
/// variables, `%`. It would count a quotation mark within a string, and takes `/?` for a question.
pub fn for_cmd(value: &Value) -> String {
    notation(|text| string(text, is_special_for_cmd).replace("/?", "/\\u003f")).written(value)
}

/// For Postman and Bruno, which fill in `{{name}}`.
pub fn without_braces(value: &Value) -> String {
    notation(|text| string(text, |_| false).replace("{{", "{\\u007b")).written(value)
}

fn notation(string: fn(&str) -> String) -> Notation {
    Notation {
        step: "  ",
        array: ["[", "]"],
        object: |_| ["{", "}"],
        key: string,
        colon: ": ",
        string,
        number: ToString::to_string,
        null: "null",
        booleans: ["false", "true"],
        last_comma: false,
    }
}

/// With what is not seen, and what is special, as escapes.
fn string(text: &str, is_special: fn(char) -> bool) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        match c {
            c if is_special(c) => string.push_str(&utf16(c)),
            '"' | '\\' => string.extend(['\\', c]),
            '\n' => string.push_str("\\n"),
            '\r' => string.push_str("\\r"),
            '\t' => string.push_str("\\t"),
            c if is_unseen(c) => string.push_str(&utf16(c)),
            c => string.push(c),
        }
    }
    string + "\""
}

fn is_special_for_cmd(c: char) -> bool {
    !c.is_ascii() || c == '"' || c == '%'
}
