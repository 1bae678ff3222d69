//! What the programs that `cmd` starts are given, by its own rules: they are written down here once
//! more, so that a mistake in the writer is none here too.
//!
//! Of a line in a batch file, variables are filled in first: `%%` is `%`, and `%name%` what the
//! variable holds. Outside quotation marks `^` then keeps the next character, or goes on with the
//! next line, and `&`, `|`, `<` and `>` end a command; within them nothing is special (Microsoft,
//! `cmd`, "Remarks"). The program takes the rest apart by itself: quotation marks keep blanks
//! together, backslashes count only before one, and there each two are one (Microsoft C runtime,
//! "Parsing C command-line arguments").

use locales::Locale;
use proptest::{collection::vec, prelude::*, sample::select};

use super::calls::{call, sending};
use crate::{Call, Content, Language, Part, PartContent, program};

const VARIABLES: [(&str, &str); 3] = [
    ("token", "TOKEN"),
    ("body", "C:\\Temp\\balcao-1"),
    ("BALCAO_URL", "https://api.example.com"),
];

/// The arguments of the last call of curl in a program.
fn arguments(program: &str) -> Vec<String> {
    let start = program.rfind("\ncurl ").unwrap() + 1;
    runtime(&command(&program[start..]))
}

/// The first command of some lines, as the program that it starts is given it.
fn command(lines: &str) -> String {
    let text = filled_in(lines);
    let (mut given, mut is_quoted) = (String::new(), false);
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\n' => break,
            '"' => is_quoted = !is_quoted,
            // What follows the end of the line is kept, too.
            '^' if !is_quoted => match characters.next() {
                Some('\n') => given.extend(characters.next()),
                kept => given.extend(kept),
            },
            '&' | '|' | '<' | '>' if !is_quoted => panic!("another command: {lines}"),
            _ => {}
        }
        if c != '^' || is_quoted {
            given.push(c);
        }
    }
    assert!(!is_quoted, "an open quotation mark: {lines}");
    given
}

fn filled_in(text: &str) -> String {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('%') {
        filled.push_str(before);
        if let Some(after) = after.strip_prefix('%') {
            filled.push('%');
            rest = after;
            continue;
        }
        let (name, after) = after.split_once('%').expect("a variable ends");
        let known = VARIABLES.iter().find(|(known, _)| *known == name);
        filled.push_str(known.unwrap_or_else(|| panic!("a variable: {name}")).1);
        rest = after;
    }
    filled + rest
}

fn runtime(command: &str) -> Vec<String> {
    let (mut arguments, mut argument): (Vec<String>, Option<String>) = (vec![], None);
    let (mut is_quoted, mut characters) = (false, command.chars().peekable());
    while let Some(c) = characters.next() {
        if c == ' ' && !is_quoted {
            arguments.extend(argument.take());
            continue;
        }
        let argument = argument.get_or_insert_default();
        if c != '\\' {
            match c {
                '"' if is_quoted && characters.next_if_eq(&'"').is_some() => argument.push('"'),
                '"' => is_quoted = !is_quoted,
                c => argument.push(c),
            }
            continue;
        }
        let mut backslashes = 1;
        while characters.next_if_eq(&'\\').is_some() {
            backslashes += 1;
        }
        let is_before_mark = characters.peek() == Some(&'"');
        let kept = if is_before_mark {
            backslashes / 2
        } else {
            backslashes
        };
        argument.extend(std::iter::repeat_n('\\', kept));
        if is_before_mark && backslashes % 2 == 1 {
            argument.extend(characters.next());
        }
    }
    arguments.extend(argument);
    arguments
}

/// What stands after each option of this name.
fn values(call: &Call, option: &str) -> Vec<String> {
    let program = program(Language::Cmd, call, Locale::En);
    let arguments = arguments(&program);
    let pairs = arguments.windows(2).filter(|pair| pair[0] == option);
    pairs.map(|pair| pair[1].clone()).collect()
}

#[test]
fn the_rules_are_those_of_microsoft() {
    // The examples of "Parsing C command-line arguments".
    for (line, expected) in [
        (r#""a b c" d e"#, &["a b c", "d", "e"][..]),
        (r#""ab\"c" "\\" d"#, &["ab\"c", "\\", "d"]),
        (r#"a\\\b d"e f"g h"#, &["a\\\\\\b", "de fg", "h"]),
        (r#"a\\\"b c d"#, &["a\\\"b", "c", "d"]),
        (r#"a\\\\"b c" d e"#, &["a\\\\b c", "d", "e"]),
        (r#"a"b"" c d"#, &["ab\" c d"]),
    ] {
        assert_eq!(runtime(line), expected, "{line}");
    }
    assert_eq!(command("a ^\"b ^& c%%^\" ^\n  d\ne"), "a \"b & c%\"   d");
    assert_eq!(command("a \"b ^& c\""), "a \"b ^& c\"");
}

#[test]
fn curl_is_given_the_address_and_the_token() {
    let call = call("GET", "/crm/v1/contacts?name=Ana%20Souza&b=%22");
    let program = program(Language::Cmd, &call, Locale::En);
    let arguments = arguments(&program);
    assert_eq!(arguments[0], "curl");
    let address = "https://api.example.com/crm/v1/contacts?name=Ana%20Souza&b=%22";
    assert_eq!(arguments.last().unwrap(), address);
    assert_eq!(values(&call, "--header"), ["x-client-auth: Bearer TOKEN"]);
    assert_eq!(values(&call, "--write-out"), ["\\nHTTP %{http_code}\\n"]);
}

fn visible() -> impl Strategy<Value = String> {
    let special = "\"\\^%!&|<>()' a@=,;~*?$`".chars().collect::<Vec<_>>();
    vec(select(special), 0..16).prop_map(|it| it.into_iter().collect())
}

proptest! {
    #[test]
    fn curl_is_given_headers_as_they_are(value in visible()) {
        let call = Call {
            headers: vec![("X-Text".to_owned(), format!("a{value}b"))],
            ..call("GET", "/a")
        };
        let expected = format!("X-Text: a{value}b");
        prop_assert_eq!(&values(&call, "--header")[1], &expected);
    }

    #[test]
    fn curl_is_given_what_it_sends_as_it_is(value in visible()) {
        let value = format!("a{}", value.replace('"', ""));
        let text = Content::Text(value.clone());
        prop_assert_eq!(values(&sending("POST", "/a", "", text), "--data-raw"), [value.clone()]);
        let pairs = Content::Form(vec![("n".to_owned(), value.clone())]);
        let sent = values(&sending("POST", "/a", "", pairs), "--data-urlencode");
        prop_assert_eq!(sent, [format!("n={value}")]);
        let part = Part { name: "n".to_owned(), content: PartContent::Text(value.clone()) };
        let sent = values(&sending("POST", "/a", "", Content::Multipart(vec![part])), "--form-string");
        prop_assert_eq!(sent, [format!("n={value}")]);
    }
}
