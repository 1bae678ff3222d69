//! What each mail says, in every language. The snapshots beside this file are for reading.

use std::fmt::Write;

use locales::Locale;

use crate::mail::letters::{
    AlreadyRegistered, Approved, DecisionAwaited, Frame, Letter, Parts, PasswordChanged,
    RegistrationLink, Rejected, Request, RequestReceived, ResetLink, TestMail,
};

const HOME: &str = "https://balcao.example";
const LINK: &str = "https://balcao.example/acesso/0a1b";

fn frame(locale: Locale) -> Frame<'static> {
    Frame {
        locale,
        brand: "Balcão",
        home: HOME,
    }
}

fn request() -> Request {
    Request {
        number: "BAL-2026-000042".to_owned(),
        api: "Verificação silenciosa".to_owned(),
        plan: "Trial",
        name: "Banco Exemplo – SMV".to_owned(),
        group: "Banco Exemplo – Antifraude".to_owned(),
        company: "Banco Exemplo S.A.".to_owned(),
    }
}

/// Every letter by the name of its folder, to a reader called `name`.
fn letters(name: &str) -> [(&'static str, Box<dyn Letter>); 9] {
    let name = || name.to_owned();
    let link = || LINK.to_owned();
    let good_for = || "48 horas".to_owned();
    [
        ("registration-link", Box::new(RegistrationLink { name: name(), link: link(), good_for: good_for() })),
        ("reset-link", Box::new(ResetLink { name: name(), link: link(), good_for: good_for() })),
        ("already-registered", Box::new(AlreadyRegistered { name: name(), sign_in: link(), forgotten: link() })),
        ("password-changed", Box::new(PasswordChanged { name: name(), forgotten: link() })),
        ("request-received", Box::new(RequestReceived { name: name(), request: request(), link: link() })),
        ("decision-awaited", Box::new(DecisionAwaited { name: name(), applicant: name(), request: request(), link: link() })),
        ("approved", Box::new(Approved { name: name(), request: request(), remark: Some("Bem-vindos.".to_owned()), link: link() })),
        ("rejected", Box::new(Rejected { name: name(), request: request(), reason: "Falta o volume.".to_owned(), link: link() })),
        ("test", Box::new(TestMail {})),
    ]
}

fn in_every_language(letter: &dyn Letter) -> [(Locale, Parts); 3] {
    Locale::ALL.map(|locale| (locale, letter.parts(frame(locale)).unwrap()))
}

#[test]
fn texts_read_well() {
    for (folder, letter) in letters("Ana") {
        let mut all = String::new();
        for (locale, Parts { subject, text, .. }) in in_every_language(letter.as_ref()) {
            writeln!(all, "[{locale}] {subject}\n\n{text}\n").unwrap();
        }
        insta::assert_snapshot!(folder, all);
    }
}

#[test]
fn both_parts_hold_the_same_links_and_no_other_host() {
    for (folder, letter) in letters("Ana") {
        for (_, parts) in in_every_language(letter.as_ref()) {
            for part in [&parts.text, &parts.html] {
                let addresses: Vec<_> = part.match_indices("http").collect();
                assert!(!addresses.is_empty(), "{folder}");
                for (at, _) in addresses {
                    assert!(part[at..].starts_with(HOME), "{folder}: {part}");
                }
                assert_eq!(part.contains(LINK), folder != "test", "{folder}");
            }
        }
    }
}

#[test]
fn html_names_its_language_and_has_one_button() {
    for (folder, letter) in letters("Ana") {
        for (locale, parts) in in_every_language(letter.as_ref()) {
            let start = format!("<!doctype html>\n<html lang=\"{locale}\">");
            assert!(parts.html.starts_with(&start), "{folder}");
            assert!(parts.html.contains(&format!("<title>{}</title>", parts.subject)), "{folder}");
            assert_eq!(parts.html.matches("class=\"button\"").count(), 1, "{folder}");
        }
    }
}

#[test]
fn names_are_escaped_in_html_and_left_alone_in_text() {
    for (folder, letter) in letters("Ana <img src=x> & O'Neil") {
        for (_, parts) in in_every_language(letter.as_ref()) {
            assert!(!parts.html.contains("<img"), "{folder}");
            assert_eq!(parts.text.contains("Ana <img src=x> & O'Neil"), folder != "test");
        }
    }
}

#[test]
fn subjects_are_one_line() {
    let mut request = request();
    request.number = "BAL-1\r\nBcc: todos@empresa.com.br".to_owned();
    let letter = RequestReceived { name: String::new(), request, link: String::new() };
    for (_, parts) in in_every_language(&letter) {
        assert!(parts.subject.ends_with("BAL-1 Bcc: todos@empresa.com.br"), "{}", parts.subject);
    }
}
