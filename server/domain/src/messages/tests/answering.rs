//! What support does to a message, and two at once.

use MessageAct::{Answered, Assigned, Closed, Released, Reopened};

use super::*;
use crate::{
    Error, Role,
    audit::Action,
    ids::MessageEventId,
    jobs::Mail,
    messages::{
        ActError, AfterAnswer, MessageAct, MessageState, MessageView, answer, answer_by_id, assign,
        close, release, reopen, view,
    },
    requests::tests::{mails, times},
    testing::{self, TestPortal},
};

const BIA: &str = "bia@empresa.com.br";

/// Bia has written; Júlia and Caio are in support.
async fn asked() -> (TestPortal, Scope, Scope, MessageId) {
    let test = testing::portal().await;
    let julia = test.person("julia@balcao.example", &[Role::Support]).await;
    let caio = test.person("caio@balcao.example", &[Role::Support]).await;
    let id = writes(&test.clock, &test.scope(), &new_message(BIA)).await;
    (test, julia, caio, id)
}

async fn seen(asker: &Scope, id: MessageId) -> MessageView {
    view(asker, id).await.unwrap().unwrap()
}

/// The answers that are to be mailed, the oldest first.
async fn answers(test: &TestPortal) -> Vec<MessageEventId> {
    let mails = mails(test).await.into_iter();
    let answers = mails.filter_map(|mail| match mail {
        Mail::MessageAnswered { answer } => Some(answer),
        _ => None,
    });
    answers.collect()
}

fn acts(view: &MessageView) -> Vec<MessageAct> {
    view.events.iter().map(|event| event.act).collect()
}

fn text(text: &str) -> values::MessageText {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_message_is_taken_answered_closed_and_opened_again() {
    let (test, julia, caio, id) = asked().await;
    assign(&julia, id, 0).await.unwrap();
    let taken = seen(&julia, id).await;
    assert!(taken.is_mine && !seen(&caio, id).await.is_mine);
    assert_eq!(taken.assignee.as_deref(), Some("Ana Souza"));
    let said = text("Confira se a chave pública é a da aplicação.");
    answer(&julia, id, 1, &said, AfterAnswer::StaysOpen)
        .await
        .unwrap();
    close(&julia, id, 2).await.unwrap();
    let closed = seen(&julia, id).await;
    assert_eq!(closed.message.state, MessageState::Closed);
    assert_eq!(closed.message.closed_at, Some(test.portal.now()));
    reopen(&caio, id, 3).await.unwrap();
    release(&julia, id, 4).await.unwrap();
    let again = seen(&julia, id).await;
    assert_eq!(
        (again.message.state, again.message.closed_at),
        (MessageState::Open, None)
    );
    assert_eq!(
        (again.message.assignee_id, again.message.revision),
        (None, 5)
    );
    assert_eq!(
        acts(&again),
        [Assigned, Answered, Closed, Reopened, Released]
    );
    assert_eq!(again.events[1].said.as_deref(), Some(said.as_str()));
    for action in [
        Action::MessageAssigned,
        Action::MessageAnswered,
        Action::MessageClosed,
        Action::MessageReopened,
        Action::MessageReleased,
    ] {
        assert_eq!(times(&test, action).await, 1, "{action}");
    }
}

#[tokio::test]
async fn an_answer_is_mailed_with_what_was_said_before() {
    let (test, julia, caio, id) = asked().await;
    let (first, second) = (
        text("Qual é o código do erro?"),
        text("Então revogue a chave."),
    );
    answer(&julia, id, 0, &first, AfterAnswer::StaysOpen)
        .await
        .unwrap();
    assert!(seen(&julia, id).await.is_mine);
    test.clock.advance(A_WHILE);
    answer(&caio, id, 1, &second, AfterAnswer::Closes)
        .await
        .unwrap();
    let closed = seen(&julia, id).await;
    assert!(closed.is_mine);
    assert_eq!(closed.message.state, MessageState::Closed);
    assert_eq!(acts(&closed), [Answered, Answered, Closed]);
    let [_, mail] = answers(&test).await[..] else {
        panic!("two answers are two mails");
    };
    let db = test.portal.db.reader();
    let mailed = answer_by_id(db, mail).await.unwrap().unwrap();
    assert_eq!(
        (mailed.message.id, mailed.text.as_str()),
        (id, second.as_str())
    );
    let [earlier] = &mailed.earlier[..] else {
        panic!("one answer came before");
    };
    assert_eq!(earlier.said.as_deref(), Some(first.as_str()));
}

#[tokio::test]
async fn of_two_acts_at_once_one_counts_and_the_other_is_told() {
    let (test, julia, caio, id) = asked().await;
    let both = tokio::join!(assign(&julia, id, 0), assign(&caio, id, 0));
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    assert!(matches!(lost, ActError::Changed), "{lost:?}");
    assert_eq!(times(&test, Action::MessageAssigned).await, 1);

    let said = text("Confira a chave pública.");
    let both = tokio::join!(
        answer(&julia, id, 1, &said, AfterAnswer::StaysOpen),
        answer(&caio, id, 1, &said, AfterAnswer::Closes)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    assert_eq!(answers(&test).await.len(), 1);
}

#[tokio::test]
async fn what_was_changed_meanwhile_stays() {
    let (_test, julia, caio, id) = asked().await;
    close(&caio, id, 0).await.unwrap();
    let said = text("Confira a chave pública.");
    let changed = |outcome| matches!(outcome, Err(ActError::Changed));
    for seen in [0, 1, i32::MAX, -1] {
        let answered = answer(&julia, id, seen, &said, AfterAnswer::StaysOpen).await;
        assert!(changed(answered), "{seen}");
        assert!(changed(assign(&julia, id, seen).await), "{seen}");
    }
    assert!(changed(reopen(&julia, id, 0).await));
    assert_eq!(acts(&seen(&julia, id).await), [Closed]);
}

#[tokio::test]
async fn only_support_reads_and_answers() {
    let (test, julia, _, id) = asked().await;
    let staff = [Role::ContractManager, Role::Administrator];
    let others = test.person("dora@balcao.example", &staff).await;
    for asker in [&others, &test.scope()] {
        let refused = close(asker, id, 0).await;
        assert!(matches!(
            refused,
            Err(ActError::Common(Error::Forbidden(_)))
        ));
        assert!(matches!(view(asker, id).await, Err(Error::Forbidden(_))));
    }
    let nothing = test.portal.new_id();
    let missing = close(&julia, nothing, 0).await;
    assert!(matches!(missing, Err(ActError::Common(Error::NotFound(_)))));
    assert_eq!(view(&julia, nothing).await.unwrap(), None);
}
