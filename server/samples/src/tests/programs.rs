//! Whole programs, as they are read.

use locales::{Locale, samples as t};

use super::calls::{call, of_all_kinds, sending};
use crate::{Content, Language, program};

/// The first program is shown whole, of the others what differs from it.
#[test]
fn each_language_calls_as_its_own_programs_do() {
    for language in Language::ALL {
        let [first, others @ ..] = of_all_kinds();
        let whole = program(language, &first, Locale::En);
        let line = "=".repeat(80);
        let others = others.map(|call| {
            let other = program(language, &call, Locale::En);
            format!("\n{line}\n{}", without(&other, &whole))
        });
        let shown = whole.clone() + &others.concat();
        insta::assert_snapshot!(language.as_str(), shown);
    }
}

/// The lines of a text that are not in another one.
fn without(text: &str, other: &str) -> String {
    let known: Vec<_> = other.lines().collect();
    let lines = text
        .lines()
        .filter(|line| line.is_empty() || !known.contains(line));
    let lines: Vec<_> = lines.collect();
    let mut shown = lines.join("\n");
    while shown.contains("\n\n\n") {
        shown = shown.replace("\n\n\n", "\n\n");
    }
    shown
}

#[test]
fn comments_are_in_the_language_of_the_reader() {
    for language in Language::ALL {
        let programs = Locale::ALL.map(|locale| program(language, &call("GET", "/a"), locale));
        for (program, locale) in programs.iter().zip(Locale::ALL) {
            assert!(program.contains(t::token(locale)), "{program}");
            assert!(program.contains(t::outcome(locale)), "{program}");
        }
        assert_ne!(programs[0], programs[1]);
        assert_ne!(programs[1], programs[2]);
    }
}

#[test]
fn a_call_without_a_title_is_named_by_its_method_and_path() {
    for language in Language::ALL {
        let program = program(language, &call("get", "/a/b?c=d"), Locale::En);
        let first = program.lines().take(3).collect::<Vec<_>>().join("\n");
        assert!(first.contains(" GET /a/b"), "{program}");
        assert!(!first.contains("c=d"), "{program}");
    }
}

/// In a project of its own, the program has another name than its file.
#[test]
fn a_program_says_by_what_it_is_run() {
    for language in Language::ALL {
        let program = program(language, &call("GET", "/a"), Locale::En);
        let last = language.commands().last().unwrap();
        let command = last.trim_end_matches(" --project call");
        assert!(program.contains(command), "{program}");
        let commands = language.commands().concat();
        let is_project = language.commands().len() > 1;
        assert!(
            commands.contains(language.file_name()) || !is_project,
            "{commands}"
        );
    }
    for crate_name in ["base64", "serde_json", "ureq"] {
        let rust = program(Language::Rust, &call("GET", "/a"), Locale::En);
        let commands = Language::Rust.commands().concat();
        assert!(rust.contains(crate_name) && commands.contains(crate_name));
    }
}

#[test]
fn methods_that_few_clients_know_are_sent_all_the_same() {
    let pairs = vec![("a b".to_owned(), "c".to_owned())];
    let call = sending("query", "/a", "", Content::Form(pairs));
    for language in Language::ALL {
        let program = program(language, &call, Locale::En);
        assert!(program.contains("QUERY"), "{program}");
    }
    let rust = program(Language::Rust, &call, Locale::En);
    assert!(rust.contains("let body = \"a+b=c\";"), "{rust}");
    assert!(rust.contains(".allow_non_standard_methods(true)"), "{rust}");
}

#[test]
fn languages_are_found_by_their_names() {
    for language in Language::ALL {
        assert_eq!(language.as_str().parse(), Ok(language));
        assert_eq!(language.to_string(), language.as_str());
        assert!(!language.title().is_empty());
    }
    assert!("cobol".parse::<Language>().is_err());
}
