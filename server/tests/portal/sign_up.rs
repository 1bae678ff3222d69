//! Registration.

mod free_mail;

use axum::http::{StatusCode, header};
use domain::{Role, audit::Action};
use locales::{Locale::PtBr, fields, mail, sign_in, sign_up, waits};

use crate::harness::{ANA, Answer, BIA, TestApp};

/// A form without a mistake.
const RIGHT: [(&str, &str); 4] = [
    ("given_name", "Ana"),
    ("family_name", "Souza"),
    ("email", ANA),
    ("consent", "true"),
];

/// The form with one field filled another way.
fn with<'a>(field: &str, value: &'a str) -> Vec<(&'static str, &'a str)> {
    let other = |(name, right)| (name, if name == field { value } else { right });
    RIGHT.into_iter().map(other).collect()
}

async fn sends(app: &TestApp, email: &str) -> Answer {
    app.visitor().post("/cadastro", &with("email", email)).await
}

#[tokio::test]
async fn whoever_registers_gets_a_link_by_mail() {
    let app = TestApp::start().await;
    let ana = app.registers(ANA).await;
    let sent = ana.get("/cadastro/enviado").await;
    assert_eq!(sent.heading(), sign_up::sent_title(PtBr));
    assert_eq!(sent.text("main .address"), ANA);
    let link = app.inbox.link_for(ANA);
    ana.get(&link).await.is(StatusCode::OK);
}

/// One browser hands in what was typed, another what mail servers know; pages show the former.
#[tokio::test]
async fn an_address_in_other_letters_is_one_account_at_every_door() {
    const TYPED: &str = "ana@açúcar.com.br";
    const KNOWN: &str = "ana@xn--acar-0oa8i.com.br";
    let app = TestApp::start().await;
    for spelling in [TYPED, KNOWN, "\u{200b}Ana@AÇÚCAR.com.br\u{a0}"] {
        sends(&app, spelling).await.location();
        app.works().await;
    }
    assert_eq!(app.rows("accounts").await, 1);
    let link = app.inbox.link_for(KNOWN);
    assert!(!link.is_empty());

    let kept = app
        .visitor()
        .post("/cadastro", &[("email", TYPED), ("given_name", "")])
        .await;
    assert_eq!(kept.value_of("email"), TYPED);
    assert_eq!(kept.attributes("#email", "type"), ["text"]);
    assert_eq!(kept.attributes("#email", "inputmode"), ["email"]);

    let support = app
        .signed_in("sofia@balcao.example", &[Role::Support])
        .await;
    for spelling in [TYPED, "a%C3%A7%C3%BAcar", KNOWN] {
        let page = support
            .get(&format!("/suporte/contas?q={}", encoded(spelling)))
            .await;
        assert!(page.html().contains("@açúcar.com.br"), "{spelling}");
    }
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"%-.".contains(&byte);
    let encode = |byte: u8| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(encode).collect()
}

#[tokio::test]
async fn one_account_signs_in_by_every_spelling_of_its_address() {
    let app = TestApp::start().await;
    app.knows(("Ana", "Souza"), "ana@açúcar.com.br", &[]).await;
    for spelling in [
        "ana@açúcar.com.br",
        "ANA@xn--acar-0oa8i.com.br",
        " ana@AÇÚCAR.com.br\u{200b}",
    ] {
        let ana = app.signs_in(spelling).await;
        let account = ana.get("/conta").await;
        assert!(account.html().contains("@açúcar.com.br"), "{spelling}");
        app.visitor()
            .post("/esqueci-minha-senha", &[("email", spelling)])
            .await
            .location();
    }
    app.works().await;
    assert!(!app.inbox.mails_to("ana@xn--acar-0oa8i.com.br").is_empty());
}

#[tokio::test]
async fn a_registration_is_on_the_record() {
    let app = TestApp::start().await;
    let answer = sends(&app, ANA).await;
    app.works().await;
    let [entry] = &app.trail(Action::AccountRegistered).await[..] else {
        panic!("one registration is one entry");
    };
    assert_eq!(entry.subject.as_deref(), Some(ANA));
    assert_eq!(entry.address.as_deref(), Some("203.0.113.7"));
    let request_id = answer.headers["x-request-id"].to_str().unwrap();
    assert_eq!(entry.request_id.as_deref(), Some(request_id));
}

#[tokio::test]
async fn every_mistake_is_said_beside_its_field_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let long = "a".repeat(81);
    let long_address = format!("{}@empresa.com.br", "a".repeat(250));
    let mistakes = [
        ("given_name", "  ", fields::required(PtBr).to_owned()),
        ("given_name", &long, fields::too_long(PtBr, 80)),
        ("given_name", "Ana@", fields::character(PtBr).to_owned()),
        ("given_name", "Ana\u{7}", fields::character(PtBr).to_owned()),
        ("family_name", "", fields::required(PtBr).to_owned()),
        ("family_name", &long, fields::too_long(PtBr, 80)),
        ("family_name", "<b>", fields::character(PtBr).to_owned()),
        ("email", "", fields::required(PtBr).to_owned()),
        ("email", "ana@", fields::email(PtBr).to_owned()),
        ("email", "Ana@Empresa", fields::email(PtBr).to_owned()),
        ("email", &long_address, fields::too_long(PtBr, 254)),
        ("email", "Ana@Gmail.com", fields::free_mail(PtBr).to_owned()),
    ];
    for (field, typed, message) in mistakes {
        let form = with(field, typed);
        let answer = app.visitor().post("/cadastro", &form).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), message, "{field}: {typed:?}");
        assert_eq!(
            answer.texts(".error-summary a").len(),
            1,
            "{field}: {typed:?}"
        );
        for (name, value) in form {
            assert_eq!(answer.value_of(name), value);
        }
        assert_eq!(answer.texts("[name=consent][checked]").len(), 1);
    }
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn nobody_is_registered_without_their_consent() {
    let app = TestApp::start().await;
    let answer = app.visitor().post("/cadastro", &RIGHT[..3]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.error_of("consent"), fields::consent(PtBr));
    assert_eq!(answer.texts("[name=consent][checked]").len(), 0);
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn several_mistakes_are_said_at_once() {
    let app = TestApp::start().await;
    let answer = app.visitor().post("/cadastro", &[]).await;
    answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["given_name", "family_name", "email", "consent"] {
        assert!(!answer.error_of(field).is_empty(), "{field}");
    }
    assert_eq!(
        answer.text(".error-summary h2"),
        fields::check_many(PtBr, 4)
    );
}

#[tokio::test]
async fn a_known_address_is_answered_like_an_unknown_one() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    let (known, unknown) = (app.visitor(), app.visitor());
    let taken = known.post("/cadastro", &RIGHT).await;
    let free = unknown.post("/cadastro", &with("email", BIA)).await;
    assert_eq!(taken.location(), "/cadastro/enviado");
    assert_eq!(taken.essence(), free.essence());
    let sent =
        [known, unknown].map(|visitor| async move { visitor.get("/cadastro/enviado").await });
    let [known, unknown] = sent;
    let (known, unknown) = (known.await, unknown.await);
    assert_eq!(known.text("main .address"), ANA);
    let (status, headers, page) = known.essence();
    let shown = |address: &str| address.replace('@', "<wbr>@");
    let page = page.replace(&shown(ANA), &shown(BIA));
    assert_eq!((status, headers, &*page), unknown.essence());
    app.works().await;
}

#[tokio::test]
async fn only_the_owner_of_a_known_address_learns_that_it_is() {
    let app = TestApp::start().await;
    app.signed_in(ANA, &[]).await;
    sends(&app, "ANA@empresa.com.br").await.location();
    app.works().await;
    let [mail] = &app.inbox.mails_to(ANA)[..] else {
        panic!("one registration brings one mail");
    };
    assert_eq!(mail.subject, mail::registered_subject(PtBr));
    assert!(!mail.text.contains("/acesso/"));
}

#[tokio::test]
async fn whoever_lost_the_first_mail_registers_again() {
    let app = TestApp::start().await;
    app.registers(ANA).await;
    let first = app.inbox.link_for(ANA);
    app.registers(ANA).await;
    assert_eq!(
        app.inbox.mails_to(ANA).len(),
        1,
        "two mails in a minute are one too many"
    );
    app.clock.advance(std::time::Duration::from_mins(1));
    app.registers(ANA).await;
    assert_ne!(app.inbox.link_for(ANA), first);
}

#[tokio::test]
async fn a_network_that_registers_too_many_is_told_so() {
    let app = TestApp::start().await;
    for number in 0..21 {
        sends(&app, &format!("pessoa{number}@empresa.com.br"))
            .await
            .location();
    }
    let answer = sends(&app, ANA).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header(header::RETRY_AFTER), "60");
    let said = sign_in::forms_throttled(PtBr, waits::one_minute(PtBr));
    assert_eq!(answer.text(".error-summary p"), said);
    assert_eq!(answer.value_of("email"), ANA);
    app.works().await;
    assert_eq!(app.inbox.mails_to(ANA).len(), 0);
}
