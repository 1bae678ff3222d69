//! "Fale conosco": messages to support, and what robots send in their place.

use std::time::Duration;

use app::web::{ChannelKind, ChannelNote, SupportChannel};
use axum::http::{StatusCode, header};
use domain::{Role, accounts::Email, audit::Action};
use locales::{
    Locale::{En, Es, PtBr},
    contact as t, fields, mail, waits,
};

use crate::harness::{ANA, Answer, BIA, TestApp, Visitor, but};

const PATH: &str = "/contato";
const SENT: &str = "/contato/enviada";
const CAIO: &str = "caio@balcao.example";
const TEXT: &str = "A chamada responde 401 desde ontem.\r\n\r\nO que devo conferir?";
const A_WHILE: Duration = Duration::from_secs(3);

const MESSAGE: [(&str, &str); 4] = [
    ("name", "Bia Reis"),
    ("email", BIA),
    ("subject", "Chave que não funciona"),
    ("text", TEXT),
];

/// Opens the form, takes a while, and sends these fields with what the form holds besides.
async fn sends(app: &TestApp, visitor: &Visitor, fields: &[(&str, &str)]) -> Answer {
    let seal = visitor.get(PATH).await.value_of("seal");
    app.clock.advance(A_WHILE);
    visitor
        .post(PATH, &[fields, &[("seal", &seal)]].concat())
        .await
}

async fn supporter(app: &TestApp) {
    app.knows(("Caio", "Prado"), CAIO, &[Role::Support]).await;
}

#[tokio::test]
async fn a_message_gets_a_number_and_two_mails() {
    let app = TestApp::start().await;
    supporter(&app).await;
    let visitor = app.visitor();
    assert_eq!(sends(&app, &visitor, &MESSAGE).await.location(), SENT);
    app.works().await;
    let number = "M-2026-0001";
    assert_eq!(
        visitor.get(SENT).await.heading(),
        t::sent_title_with(PtBr, number)
    );

    let [told] = &app.inbox.mails_to(CAIO)[..] else {
        panic!("support is told once");
    };
    let subject = mail::arrived_subject(PtBr, number, "Chave que não funciona");
    assert_eq!(told.subject, subject);
    assert_eq!(told.reply_to.as_ref().map(Email::as_str), Some(BIA));
    assert!(
        told.text.contains("> O que devo conferir?"),
        "{}",
        told.text
    );
    assert!(app.inbox.link_for(CAIO).starts_with("/suporte/mensagens/"));

    let [receipt] = &app.inbox.mails_to(BIA)[..] else {
        panic!("the sender is told once");
    };
    assert_eq!(
        receipt.subject,
        mail::message_received_subject(PtBr, number)
    );
    assert_eq!(app.inbox.link_for(BIA), PATH);
    assert_eq!(app.trail(Action::MessageSent).await.len(), 1);
}

#[tokio::test]
async fn a_receipt_holds_nothing_that_a_stranger_wrote() {
    let app = TestApp::start().await;
    let message = but(
        &MESSAGE,
        "text",
        "Ganhe um prêmio em https://premio.example agora",
    );
    sends(&app, &app.visitor(), &message).await.location();
    app.works().await;
    let receipt = &app.inbox.mails_to(BIA)[0];
    for part in [&receipt.text, &receipt.html] {
        assert!(!part.contains("premio.example"), "{part}");
        assert!(!part.contains("Reis"), "{part}");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_is_known_and_gets_a_copy() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let form = ana.get(PATH).await;
    assert_eq!(form.value_of("name"), "Ana Souza");
    assert_eq!(form.value_of("email"), ANA);
    ana.post("/idioma", &[("locale", "es")]).await.location();
    sends(&app, &ana, &but(&MESSAGE, "email", ANA))
        .await
        .location();
    app.works().await;
    let receipt = &app.inbox.mails_to(ANA)[0];
    assert_eq!(
        receipt.subject,
        mail::message_received_subject(Es, "M-2026-0001")
    );
    assert!(
        receipt.text.contains("> O que devo conferir?"),
        "{}",
        receipt.text
    );
}

#[tokio::test]
async fn mistakes_are_told_beside_the_fields_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let mistakes = [
        ("name", "", fields::required(PtBr).to_owned()),
        (
            "name",
            "www.premio.example",
            fields::character(PtBr).to_owned(),
        ),
        ("email", "bia@empresa", fields::email(PtBr).to_owned()),
        ("subject", "Oi", fields::too_short(PtBr, 3)),
        ("text", "Socorro", fields::too_short(PtBr, 10)),
    ];
    for (field, typed, message) in mistakes {
        let typed = but(&MESSAGE, field, typed);
        let answer = sends(&app, &app.visitor(), &typed).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.error_of(field), message);
        for (name, value) in typed {
            let folded = value.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(answer.value_of(name), folded, "{name}");
        }
    }
    assert_eq!(app.works().await, 0);
}

#[tokio::test]
async fn a_change_of_language_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let wrong = sends(&app, &visitor, &but(&MESSAGE, "email", "bia")).await;
    let typed = wrong.attributes("[name=typed]", "value").remove(0);
    let choice = [("locale", "en"), ("back", PATH), ("typed", &typed)];
    visitor.post("/idioma", &choice).await.location();
    let again = visitor.get(PATH).await;
    assert_eq!(again.heading(), t::title(En));
    assert_eq!(again.value_of("subject"), "Chave que não funciona");
}

/// The same answer for every sign of a robot: it learns nothing, and a person loses nothing.
#[tokio::test]
async fn what_no_person_sends_is_refused_alike_and_can_be_sent_again() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let seal = visitor.get(PATH).await.value_of("seal");
    let quick = visitor
        .post(PATH, &[&MESSAGE[..], &[("seal", &seal)]].concat())
        .await;
    let without = visitor.post(PATH, &MESSAGE).await;
    app.clock.advance(A_WHILE);
    let baited = [("seal", seal.as_str()), ("website", "https://a.example")];
    let baited = visitor.post(PATH, &[&MESSAGE[..], &baited].concat()).await;
    for answer in [&quick, &without, &baited] {
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.text(".error-summary p"), t::unlikely(PtBr));
        assert_eq!(answer.value_of("subject"), "Chave que não funciona");
        assert_eq!(answer.value_of("website"), "");
    }
    assert_eq!(app.works().await, 0);
    let seal = baited.value_of("seal");
    let again = [&MESSAGE[..], &[("seal", &seal)]].concat();
    assert_eq!(visitor.post(PATH, &again).await.location(), SENT);
    app.works().await;
}

#[tokio::test]
async fn an_old_form_is_as_good_as_a_new_one() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let seal = visitor.get(PATH).await.value_of("seal");
    app.clock.advance(Duration::from_hours(90 * 24));
    let fields = [&MESSAGE[..], &[("seal", &seal)]].concat();
    assert_eq!(visitor.post(PATH, &fields).await.location(), SENT);
    app.works().await;
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_message() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let seal = visitor.get(PATH).await.value_of("seal");
    app.clock.advance(A_WHILE);
    let fields = [&MESSAGE[..], &[("seal", &seal)]].concat();
    for _ in 0..2 {
        visitor.post(PATH, &fields).await.location();
        let number = t::sent_title_with(PtBr, "M-2026-0001");
        assert_eq!(visitor.get(SENT).await.heading(), number);
    }
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 1);
}

#[tokio::test]
async fn a_network_that_writes_too_often_is_told_to_wait() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for _ in 0..21 {
        sends(&app, &visitor, &MESSAGE).await.location();
    }
    let answer = sends(&app, &visitor, &MESSAGE).await;
    answer.is(StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
    let said = answer.text(".error-summary p");
    assert!(
        said.contains(
            t::throttled(PtBr, waits::one_minute(PtBr))
                .split(',')
                .next()
                .unwrap()
        )
    );
    assert_eq!(answer.value_of("name"), "Bia Reis");
    app.works().await;
    assert_eq!(app.inbox.mails_to(BIA).len(), 3);
}

#[tokio::test]
async fn no_line_break_gets_into_the_head_of_a_mail() {
    let app = TestApp::start().await;
    supporter(&app).await;
    let broken = "Oi, suporte\r\nBcc: todos@empresa.com.br";
    let message = but(&MESSAGE, "subject", broken);
    sends(&app, &app.visitor(), &message).await.location();
    for (field, typed) in [
        ("name", "Bia\r\nBcc: todos@empresa.com.br"),
        ("email", "bia@empresa.com.br\r\nBcc: todos@empresa.com.br"),
    ] {
        let answer = sends(&app, &app.visitor(), &but(&MESSAGE, field, typed)).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
    app.works().await;
    let told = &app.inbox.mails_to(CAIO)[0];
    assert!(!told.subject.contains(['\r', '\n']), "{:?}", told.subject);
}

#[tokio::test]
async fn nobody_keeps_the_form_for_others() {
    let app = TestApp::start().await;
    let seals = [app.visitor(), app.visitor()].map(|visitor| async move {
        let page = visitor.get(PATH).await;
        (
            page.value_of("seal"),
            page.header(header::CACHE_CONTROL).to_owned(),
        )
    });
    let [one, other] = seals;
    let (one, other) = (one.await, other.await);
    assert_ne!(one.0, other.0);
    assert_eq!(one.1, "private, no-cache");
}

#[tokio::test]
async fn channels_are_told_with_their_notes() {
    let app = TestApp::start_with(|setup| {
        setup.support = vec![SupportChannel {
            kind: ChannelKind::Phone,
            label: "Telefone".to_owned(),
            href: "tel:+551140000000".to_owned(),
            shown: "(11) 4000-0000".to_owned(),
            note: ChannelNote {
                for_everybody: Some("digite 05".to_owned()),
                in_language: vec![(En, "press 05".to_owned())],
            },
        }];
    })
    .await;
    let visitor = app.visitor();
    for (locale, note) in [("pt-BR", "digite 05"), ("en", "press 05")] {
        visitor
            .post("/idioma", &[("locale", locale)])
            .await
            .location();
        let page = visitor.get(PATH).await;
        let channel = format!("Telefone (11) 4000-0000 {note}");
        assert_eq!(page.texts(".channels li"), [channel]);
        assert_eq!(
            page.attributes(".channels a", "href"),
            ["tel:+551140000000"]
        );
        assert_eq!(page.text(".foot__channel-note"), note);
        let terms = visitor.get("/termos").await;
        assert!(terms.text(".channels li").contains(note));
    }
}
