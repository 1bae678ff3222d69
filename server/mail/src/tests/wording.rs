//! What each mail says, in every language. The snapshots beside this file are for reading.

use chrono::TimeDelta;
use locales::{Locale, number, support};

use super::contracts;
use crate::{
    letters::{
        AlreadyRegistered, Approved, Cancelled, DecisionAwaited, DecisionsAwaited, End, Frame,
        GroupAddress, Letter, Parts, PasswordChanged, QuotaMark, RegistrationLink, Rejected,
        Request, RequestReceived, ResetLink, RolesChanged, SecretAdded, SecretExpires,
        SecretRevoked, SecretsChanged, TestMail,
    },
    render::{duration, left},
};

const HOME: &str = "https://balcao.example";
pub const LINK: &str = "https://balcao.example/acesso/0a1b";

fn frame(locale: Locale) -> Frame<'static> {
    Frame {
        locale,
        brand: "Balcão",
        home: HOME,
    }
}

pub fn request() -> Request {
    Request {
        number: "BAL-2026-000042".to_owned(),
        api: "Verificação silenciosa".to_owned(),
        plan: "Trial",
        name: "Banco Exemplo – SMV".to_owned(),
        group: "Banco Exemplo – Antifraude".to_owned(),
        company: "Banco Exemplo S.A.".to_owned(),
    }
}

/// Every letter by the name of its folder, or of what it is about, to a reader called `name`.
fn letters(locale: Locale, name: &str) -> Vec<(&'static str, Box<dyn Letter>)> {
    let (name, link) = (name.to_owned(), LINK.to_owned());
    let registration = RegistrationLink {
        name: name.clone(),
        link: link.clone(),
        good_for: duration(locale, TimeDelta::hours(48)),
    };
    let reset = ResetLink {
        name: name.clone(),
        link: link.clone(),
        good_for: duration(locale, TimeDelta::hours(1)),
    };
    let registered = AlreadyRegistered {
        name: name.clone(),
        sign_in: LINK.to_owned(),
        forgotten: "https://balcao.example/outra".to_owned(),
    };
    let changed = PasswordChanged {
        name: name.clone(),
        forgotten: link.clone(),
    };
    let roles = RolesChanged {
        name: name.clone(),
        before: support::support_role(locale).to_owned(),
        after: support::administrator(locale).to_owned(),
        link: link.clone(),
    };
    let received = RequestReceived {
        name: name.clone(),
        request: request(),
        link: link.clone(),
    };
    let awaited = DecisionAwaited {
        name: "Carlos".to_owned(),
        applicant: format!("{name} Souza"),
        request: request(),
        link: link.clone(),
    };
    let approved = Approved {
        name: name.clone(),
        request: request(),
        remark: Some("Boas-vindas.".to_owned()),
        link: link.clone(),
    };
    let cancelled = Cancelled {
        name: name.clone(),
        request: request(),
        link: link.clone(),
    };
    let rejected = Rejected {
        name: name.clone(),
        request: request(),
        reason: "Falta dizer quantas chamadas por mês.".to_owned(),
        link,
    };
    let [added, revoked, ending, expires] = about_secrets(locale, &name);
    let mut letters: Vec<(&str, Box<dyn Letter>)> = vec![
        ("registration-link", Box::new(registration)),
        ("reset-link", Box::new(reset)),
        ("already-registered", Box::new(registered)),
        ("password-changed", Box::new(changed)),
        ("roles-changed", Box::new(roles)),
        ("request-received", Box::new(received)),
        ("decision-awaited", Box::new(awaited)),
        ("approved", Box::new(approved)),
        ("rejected", Box::new(rejected)),
        ("cancelled", Box::new(cancelled)),
        ("secret-added", added),
        ("secret-revoked", revoked),
        ("secret-ending", ending),
        ("secret-expires", expires),
        ("test", Box::new(TestMail {})),
    ];
    letters.extend(to_groups(locale, &name));
    letters.extend(contracts::letters(&name));
    letters
}

/// To a group of this name, and what stands for several letters.
fn to_groups(locale: Locale, name: &str) -> Vec<(&'static str, Box<dyn Letter>)> {
    let (name, link) = (name.to_owned(), LINK.to_owned());
    let address = GroupAddress {
        by: name.clone(),
        link: link.clone(),
        good_for: left(locale, TimeDelta::days(14)),
    };
    let mark = |percent| QuotaMark {
        name: name.clone(),
        request: request(),
        percent,
        used: number::count(u64::from(percent) * 10, locale),
        calls: number::count(1000, locale),
        link: link.clone(),
    };
    let (ahead, exhausted) = (mark(80), mark(100));
    let more_awaited = DecisionsAwaited {
        name: name.clone(),
        link: link.clone(),
    };
    let changed = SecretsChanged {
        name,
        request: request(),
        link,
    };
    vec![
        ("group-address", Box::new(address)),
        ("quota-mark", Box::new(ahead)),
        ("quota-mark-exhausted", Box::new(exhausted)),
        ("decisions-awaited", Box::new(more_awaited)),
        ("secrets-changed", Box::new(changed)),
    ]
}

fn end(locale: Locale) -> End {
    let at = "2026-11-21T12:05:00Z".parse().unwrap();
    End::new(at, chrono_tz::America::Sao_Paulo, locale)
}

/// To a group of this name, of which Bia has changed the keys.
fn about_secrets(locale: Locale, name: &str) -> [Box<dyn Letter>; 4] {
    let (by, secret) = ("Bia Reis".to_owned(), "Produção".to_owned());
    let revoked = |end| SecretRevoked {
        name: name.to_owned(),
        by: by.clone(),
        secret: secret.clone(),
        end,
        request: request(),
        link: LINK.to_owned(),
    };
    let added = SecretAdded {
        name: name.to_owned(),
        by: by.clone(),
        secret: secret.clone(),
        request: request(),
        link: LINK.to_owned(),
    };
    let expires = SecretExpires {
        name: name.to_owned(),
        secret: secret.clone(),
        end: end(locale),
        request: request(),
        link: LINK.to_owned(),
    };
    let ending = revoked(Some(end(locale)));
    [
        Box::new(added),
        Box::new(revoked(None)),
        Box::new(ending),
        Box::new(expires),
    ]
}

/// Every mail in every language, to a reader called `name`.
fn mails(name: &str) -> Vec<(&'static str, Locale, Parts)> {
    let in_a_language = |locale| {
        letters(locale, name)
            .into_iter()
            .map(move |(folder, letter)| {
                let parts = letter.parts(frame(locale)).unwrap();
                (folder, locale, parts)
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
