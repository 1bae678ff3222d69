//! Whatever a publisher writes stays a text.

use locales::Locale;
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{
    calls::{call, json as sending_json, sending},
    skeleton,
};
use crate::{Call, Content, Language, Part, PartContent, program};

/// What ends a text or a comment, or begins code, in one language or another.
pub const FRAGMENTS: &[&str] = &[
    "'",
    "\"",
    "'''",
    "\"\"\"",
    "`",
    "\\",
    "\\\\",
    "$",
    "%",
    "%%",
    "!",
    "{",
    "}",
    "{{",
    "}}",
    "#",
    "\"#",
    "\"##",
    "\n",
    "\r",
    "\t",
    "\0",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{feff}",
    "\u{e0001}",
    "JSON",
    "\nJSON\n",
    "\n'@",
    "'@",
    "@'",
    "\u{2019}",
    "?>",
    "<?php",
    "*/",
    "//",
    "/*",
    "<<<",
    "EOF",
    "</script>",
    "\\u000a",
    "\\u0022",
    "\\x27",
    "\\N{DASH}",
    "${HOME}",
    "$(id)",
    "`id`",
    "%PATH%",
    "!PATH!",
    "/?",
    "&",
    "|",
    "<",
    ">",
    "^",
    "(",
    ")",
    ";",
    "exit",
    "coding: utf-7",
    "+build x",
    "-",
    "--",
    "@",
    "=",
    "😀",
    "é",
    " ",
    "a",
    "0",
];

pub fn hostile() -> impl Strategy<Value = String> {
    vec(select(FRAGMENTS), 0..12).prop_map(|fragments| fragments.concat())
}

/// The same document with one text or another in it.
pub fn document(key: &str, text: &str) -> Value {
    json!({ "fixed": { format!("k-{key}"): [text, { "text": text }], "other": text }, "n": 1.5 })
}

/// The code of a program for it, in every language.
fn skeletons(call: &Call) -> Vec<(Language, String, String)> {
    let program = |language| program(language, call, Locale::En);
    let of = |language| {
        (
            language,
            program(language),
            skeleton::of(language, &program(language)),
        )
    };
    Language::ALL.into_iter().map(of).collect()
}

fn assert_same_code(hostile: &Call, harmless: &[Call]) {
    let harmless: Vec<_> = harmless.iter().map(skeletons).collect();
    for (index, (language, program, code)) in skeletons(hostile).into_iter().enumerate() {
        let known = harmless.iter().any(|programs| programs[index].2 == code);
        assert!(
            known,
            "{language:?}: {program}\n{code}\n---\n{}",
            harmless[0][index].2
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_document_never_becomes_code(key in hostile(), text in hostile()) {
        let harmless = sending_json(document("a", "a"));
        assert_same_code(&sending_json(document(&key, &text)), &[harmless]);
    }

    #[test]
    fn a_title_never_becomes_code(title in hostile()) {
        let hostile = Call { title: format!("a{title}"), ..call("GET", "/a") };
        assert_same_code(&hostile, &[Call { title: "a".into(), ..call("GET", "/a") }]);
        let bare = Call { title, ..call("GET", "/a") };
        assert_same_code(&bare, &[Call { title: "a".into(), ..call("GET", "/a") }]);
    }

    #[test]
    fn a_header_never_becomes_code(name in hostile(), value in hostile()) {
        let with = |name: &str, value: &str| Call {
            headers: vec![(format!("x{name}"), format!("a{value}"))],
            ..call("GET", "/a")
        };
        assert_same_code(&with(&name, &value), &[with("", ""), with("", "\""), with("", "'")]);
    }

    #[test]
    fn a_path_never_becomes_code(path in hostile()) {
        assert_same_code(&call("GET", &path), &[call("GET", "/a")]);
    }

    #[test]
    fn a_form_with_files_never_becomes_code(name in hostile(), value in hostile()) {
        let form = |name: &str, value: &str| {
            let part = |name: String, content| Part { name, content };
            let text = part(format!("a{name}"), PartContent::Text(value.to_owned()));
            let file = part("b".to_owned(), PartContent::File(format!("a{value}")));
            sending("POST", "/a", "", Content::Multipart(vec![text, file]))
        };
        let harmless = [form("", "a"), form("", "\u{1}"), form("", "é")];
        assert_same_code(&form(&name, &value), &harmless);
    }

    #[test]
    fn a_form_never_becomes_code(name in hostile(), value in hostile()) {
        let form = |name: &str, value: &str| {
            let pairs = vec![(name.to_owned(), value.to_owned())];
            sending("POST", "/a", "", Content::Form(pairs))
        };
        let harmless = [form("a", "a"), form("a", "'"), form("a", "\u{1}"), form("", "a")];
        assert_same_code(&form(&name, &value), &harmless);
    }
}

/// In which each fragment is on its own, so that none depends on luck.
#[test]
fn nothing_that_is_special_somewhere_becomes_code() {
    for fragment in FRAGMENTS {
        let text = format!("a{fragment}b");
        let hostile = sending_json(document("a", &text));
        assert_same_code(&hostile, &[sending_json(document("a", "ab"))]);
        let hostile = Call {
            title: text,
            ..call("GET", "/a")
        };
        assert_same_code(
            &hostile,
            &[Call {
                title: "a".into(),
                ..call("GET", "/a")
            }],
        );
    }
}

#[test]
fn a_comment_names_no_encoding_and_keeps_no_file_from_being_built() {
    let titled = |title: &str| Call {
        title: title.into(),
        ..call("GET", "/a")
    };
    let python = program(
        Language::Python,
        &titled("coding: utf-7 coding=utf-7"),
        Locale::En,
    );
    assert!(
        !python.contains("coding:") && !python.contains("coding="),
        "{python}"
    );
    let go = program(Language::Go, &titled("+build never"), Locale::En);
    assert!(go.starts_with("// build never\n"), "{go}");
}

/// Of languages that a machine of ours may not have: what the program sends is read out of it.
#[test]
fn a_document_arrives_as_it_is() {
    for fragment in FRAGMENTS {
        let document = document(fragment, &format!("{fragment} b {fragment}"));
        let call = sending_json(document.clone());
        let of = |language| program(language, &call, Locale::En);
        let between = |program: &str, open: &str, close: &str| {
            let (_, rest) = program.rsplit_once(open).unwrap();
            rest.split_once(close).unwrap().0.to_owned()
        };
        let cmd = between(&of(Language::Cmd), "\n(\n", "\n) >").replace("  echo ", "");
        let powershell = between(&of(Language::PowerShell), "$text = @'\n", "\n'@");
        let csharp = between(&of(Language::CSharp), "var body = \"\"\"\n", "\"\"\";");
        for text in [cmd, powershell, csharp] {
            let read: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(read, document, "{text}");
        }
    }
}

#[test]
fn a_document_with_a_very_long_text_fits_into_a_batch_file() {
    let call = sending_json(json!({ "text": "a".repeat(9_000) }));
    let program = program(Language::Cmd, &call, Locale::En);
    assert!(program.lines().all(|line| line.len() < 8_191));
    assert!(program.contains("certutil -f -decode"));
}

#[test]
fn numbers_that_a_language_would_change_are_sent_as_text() {
    for number in [
        "9007199254740993",
        "18446744073709551615",
        "-9007199254740993",
        "1.0",
        "1e300",
    ] {
        let document: Value = serde_json::from_str(&format!("{{\"n\": {number}}}")).unwrap();
        let script = program(
            Language::JavaScript,
            &sending_json(document.clone()),
            Locale::En,
        );
        assert!(!script.contains("JSON.stringify"), "{script}");
        let python = program(Language::Python, &sending_json(document), Locale::En);
        assert!(python.contains("json.dumps"), "{python}");
    }
    let document = json!({ "__proto__": 1, "a": 9_007_199_254_740_991_u64 });
    let script = program(Language::JavaScript, &sending_json(document), Locale::En);
    assert!(
        script.contains("[\"__proto__\"]: 1,\n    a: 9007199254740991,"),
        "{script}"
    );
}
