//! Programs that run on no machine of ours are such as their languages take.

use locales::Locale;
use proptest::prelude::*;
use serde_json::json;

use super::{
    calls::{call, json as sending_json, of_all_kinds, sending},
    grammars::{mistake_in_csharp, mistake_in_powershell},
    texts::{FRAGMENTS, document, hostile},
};
use crate::{Call, Content, Language, Part, PartContent, program};

fn assert_taken(call: &Call) {
    for locale in Locale::ALL {
        let csharp = program(Language::CSharp, call, locale);
        assert_eq!(mistake_in_csharp(&csharp), None, "{csharp}");
        let powershell = program(Language::PowerShell, call, locale);
        assert_eq!(mistake_in_powershell(&powershell), None, "{powershell}");
    }
}

fn form(name: &str, value: &str) -> Content {
    Content::Form(vec![(name.to_owned(), value.to_owned())])
}

fn parts(name: &str, value: &str) -> Content {
    let part = |name: String, content| Part { name, content };
    Content::Multipart(vec![
        part(format!("a{name}"), PartContent::Text(value.to_owned())),
        part("b".to_owned(), PartContent::File(value.to_owned())),
    ])
}

/// The same words as a body of each kind.
fn bodies(name: &str, value: &str) -> [Content; 5] {
    [
        Content::Json(document(name, value)),
        form(name, value),
        parts(name, value),
        Content::Text(value.to_owned()),
        Content::File(value.to_owned()),
    ]
}

#[test]
fn what_is_no_program_is_found() {
    assert_eq!(mistake_in_csharp("var a = \"b\";\nreturn 1;\n"), None);
    assert_eq!(
        mistake_in_powershell("$a = 'b'\nif ($a) {\n    exit 1\n}\n"),
        None
    );
    assert!(mistake_in_csharp("var a = \"b;\nreturn 1;\n").is_some());
    assert!(mistake_in_csharp("var a = new(;\n").is_some());
    assert!(mistake_in_powershell("$a = 'b''\n").is_some());
    assert!(mistake_in_powershell("if ($a) {\n    exit 1\n").is_some());
}

#[test]
fn calls_of_all_kinds_are_programs() {
    for call in of_all_kinds() {
        assert_taken(&call);
    }
    for value in [
        json!({}),
        json!([]),
        json!(null),
        json!(-1.5e300),
        json!([[{}]]),
    ] {
        assert_taken(&sending_json(value));
    }
}

/// In which each fragment is on its own, so that none depends on luck.
#[test]
fn what_is_special_somewhere_leaves_a_program_whole() {
    for fragment in FRAGMENTS {
        let text = format!("a{fragment}b");
        for content in bodies(fragment, &text) {
            let call = Call {
                title: text.clone(),
                headers: vec![("X-Text".to_owned(), text.clone())],
                ..sending("POST", &format!("/a{fragment}?b={fragment}"), "", content)
            };
            assert_taken(&call);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn hostile_words_leave_a_program_whole(name in hostile(), value in hostile()) {
        for content in bodies(&name, &value) {
            assert_taken(&sending("POST", "/a", &name, content));
        }
        assert_taken(&Call { title: name, ..call("GET", &value) });
    }
}
