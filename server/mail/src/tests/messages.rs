//! Mails about messages to support: whom they reach, and where an answer to them goes.

use std::time::Duration;

use domain::{
    accounts::Email,
    messages::{
        self, AfterAnswer,
        tests::{SUBJECT, TEXT, new_message, writes},
    },
    settings::Settings,
    testing::{portal, portal_with, settings},
};

use super::*;

const BIA: &str = "bia@empresa.com.br";
const HELP: &str = "ajuda@empresa.com.br";

fn reply_to(mail: &Message) -> Option<&str> {
    mail.reply_to.as_ref().map(Email::as_str)
}

/// The answer of Júlia's to a message.
async fn answered(test: &TestPortal, message: domain::ids::MessageId) -> Mail {
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let said = "Confira a chave pública.".parse().unwrap();
    messages::answer(&julia, message, 0, &said, AfterAnswer::Closes)
        .await
        .unwrap();
    let view = messages::view(&julia, message).await.unwrap().unwrap();
    let answer = view.events[0].id;
    Mail::MessageAnswered { answer }
}

#[tokio::test]
async fn support_answers_to_whoever_wrote() {
    let test = portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let message = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let to = id(&julia);
    let mail = rendered(&test, Mail::MessageArrived { message, to })
        .await
        .unwrap();
    assert_eq!(mail.to.as_str(), "julia@balcao.example");
    assert_eq!(mail.subject, format!("Mensagem M-2026-0001: {SUBJECT}"));
    assert_eq!(reply_to(&mail), Some(BIA));
    leads_to(&mail, &format!("/suporte/mensagens/{message}"));

    let since = test.portal.now() - Duration::from_secs(1);
    let more = || rendered(&test, Mail::MessagesArrived { to, since });
    leads_to(&more().await.unwrap(), "/suporte/mensagens");
    messages::close(&julia, message, 0).await.unwrap();
    let late = rendered(&test, Mail::MessageArrived { message, to }).await;
    assert_eq!((late, more().await), (None, None));
}

#[tokio::test]
async fn whoever_is_in_support_no_longer_is_told_nothing() {
    let test = portal().await;
    let ana = test.person(ANA, &[]).await;
    let message = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let to = id(&ana);
    let mail = rendered(&test, Mail::MessageArrived { message, to }).await;
    assert_eq!(mail, None);
}

#[tokio::test]
async fn a_receipt_to_a_stranger_holds_nothing_that_was_written() {
    let test = portal().await;
    let ana = test.person(ANA, &[]).await;
    for sender in [&test.scope(), &ana] {
        let message = writes(&test.clock, sender, &new_message(BIA)).await;
        let receipt = rendered(&test, Mail::MessageReceived { message })
            .await
            .unwrap();
        assert_eq!(receipt.to.as_str(), BIA);
        assert!(receipt.text.starts_with("Hola, Bia."), "{}", receipt.text);
        for typed in ["401", "Reis", SUBJECT] {
            assert!(!receipt.text.contains(typed), "{typed}");
            assert!(!receipt.html.contains(typed), "{typed}");
        }
        assert_eq!(reply_to(&receipt), None);
        leads_to(&receipt, "/contato");
    }
}

#[tokio::test]
async fn a_receipt_to_the_senders_own_address_has_a_copy() {
    let test = portal().await;
    let ana = test.person(ANA, &[]).await;
    let message = writes(&test.clock, &ana, &new_message(ANA)).await;
    let receipt = rendered(&test, Mail::MessageReceived { message })
        .await
        .unwrap();
    let copied = TEXT.lines().next().unwrap();
    assert!(
        receipt.text.contains(&format!("> {copied}")),
        "{}",
        receipt.text
    );
    assert!(receipt.html.contains(copied));
}

#[tokio::test]
async fn an_answer_is_in_the_senders_language_with_what_was_asked() {
    let test = portal().await;
    let message = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let mail = answered(&test, message).await;
    let answer = rendered(&test, mail).await.unwrap();
    assert_eq!(answer.to.as_str(), BIA);
    assert_eq!(answer.subject, "Respuesta a su mensaje M-2026-0001");
    assert!(answer.text.contains("Confira a chave pública."));
    assert!(
        answer.text.contains("> O que devo conferir?"),
        "{}",
        answer.text
    );
    assert!(
        answer.text.contains("Enviado por soporte"),
        "{}",
        answer.text
    );
}

#[tokio::test]
async fn replies_go_to_the_address_of_support_if_there_is_one() {
    let test = portal_with(Settings {
        support_email: Some(HELP.parse().unwrap()),
        ..settings()
    })
    .await;
    let message = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let receipt = rendered(&test, Mail::MessageReceived { message }).await;
    assert_eq!(reply_to(&receipt.unwrap()), Some(HELP));
    let mail = answered(&test, message).await;
    let answer = rendered(&test, mail).await.unwrap();
    assert_eq!(reply_to(&answer), Some(HELP));
    assert!(
        answer.text.contains("responda a este correo"),
        "{}",
        answer.text
    );
}

#[tokio::test]
async fn the_head_of_a_mail_has_no_line_that_somebody_typed() {
    let test = portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let mut new = new_message(BIA);
    new.subject = "Oi, suporte\r\nBcc: todos@empresa.com.br".parse().unwrap();
    let message = writes(&test.clock, &test.scope(), &new).await;
    let to = id(&julia);
    let mail = rendered(&test, Mail::MessageArrived { message, to })
        .await
        .unwrap();
    let sender = "balcao@balcao.example".parse().unwrap();
    let encoded = mail.encode(&test.portal, test.portal.new_id(), &sender);
    let encoded = String::from_utf8(encoded.unwrap().formatted()).unwrap();
    let (head, _) = encoded.split_once("\r\n\r\n").unwrap();
    let names: Vec<_> = head
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(':').next())
        .collect();
    assert!(!names.contains(&"Bcc"), "{head}");
    assert!(names.contains(&"Reply-To"), "{head}");
    for address in [
        "a@b.com.br\r\nBcc: c@d.com.br",
        "a@b.com.br\nBcc: c@d.com.br",
    ] {
        assert!(Email::parse(address).is_err(), "{address:?}");
    }
}

#[tokio::test]
async fn programs_for_mail_may_stop_what_somebody_follows_where_nobody_listens() {
    let test = portal().await;
    let message = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    let mail = rendered(&test, Mail::MessageReceived { message }).await;
    let mail = mail.unwrap();
    let head = |stop: &str| {
        let mail = mail.clone().with_list(stop.to_owned());
        let sender = "balcao@balcao.example".parse().unwrap();
        let encoded = mail.encode(&test.portal, test.portal.new_id(), &sender);
        String::from_utf8(encoded.unwrap().formatted()).unwrap()
    };
    let secure = head("https://balcao.example/avisos/a/parar");
    let stop = "List-Unsubscribe: <https://balcao.example/avisos/a/parar>\r\n";
    assert!(secure.contains(stop), "{secure}");
    assert!(secure.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    let open = head("http://balcao.example/avisos/a/parar");
    assert!(open.contains("List-Unsubscribe: <http://"));
    assert!(!open.contains("List-Unsubscribe-Post"));
}
