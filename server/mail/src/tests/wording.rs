//! What each mail says, in every language. The snapshots beside this file are for reading.

use locales::Locale;

use super::letters::{LINK, letters, request};
use crate::letters::{Frame, Letter, Parts, RequestReceived};

const HOME: &str = "https://balcao.example";

fn frame(locale: Locale) -> Frame<'static> {
    Frame {
        locale,
        brand: "Balcão",
        home: HOME,
    }
}

/// Every mail in every language, to a reader called `name`.
fn mails(name: &str) -> Vec<(&'static str, Locale, Parts)> {
    let in_a_language = |locale| {
        let letters = letters(locale, name).into_iter();
        letters.map(move |(snapshot, letter)| {
            let parts = letter.parts(frame(locale)).unwrap();
            (snapshot, locale, parts)
        })
    };
    Locale::ALL.into_iter().flat_map(in_a_language).collect()
}

#[test]
fn texts_read_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for (folder, locale, Parts { subject, text, .. }) in mails("Ana") {
        insta::assert_snapshot!(format!("{folder}.{locale}"), format!("{subject}\n\n{text}"));
    }
}

#[test]
fn both_parts_hold_the_same_links_and_no_other_host() {
    for (folder, _, parts) in mails("Ana") {
        for part in [&parts.text, &parts.html] {
            assert_eq!(part.contains(LINK), folder != "test", "{folder}");
            assert!(part.contains(HOME), "{folder}");
            for (at, _) in part.match_indices("http") {
                assert!(part[at..].starts_with(HOME), "{folder}: {part}");
            }
        }
    }
}

#[test]
fn html_names_its_language_and_has_one_button() {
    for (folder, locale, Parts { subject, html, .. }) in mails("Ana") {
        let start = format!("<!doctype html>\n<html lang=\"{locale}\">");
        assert!(html.starts_with(&start), "{folder}");
        assert!(
            html.contains(&format!("<title>{subject}</title>")),
            "{folder}"
        );
        assert_eq!(html.matches("class=\"button\"").count(), 1, "{folder}");
    }
}

#[test]
fn names_are_escaped_in_html_and_left_alone_in_text() {
    const NAME: &str = "Ana <img src=x> & O'Neil";
    for (folder, _, parts) in mails(NAME) {
        assert!(!parts.html.contains("<img"), "{folder}");
        assert_eq!(parts.text.contains(NAME), folder != "test", "{folder}");
    }
}

#[test]
fn subjects_are_one_line() {
    let mut request = request();
    request.number = "BAL-1\r\nBcc: todos@empresa.com.br".to_owned();
    let letter = RequestReceived {
        name: String::new(),
        request,
        link: String::new(),
    };
    let subject = letter.parts(frame(Locale::En)).unwrap().subject;
    assert_eq!(
        subject,
        "We received your request BAL-1 Bcc: todos@empresa.com.br"
    );
}
