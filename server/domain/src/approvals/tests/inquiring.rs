//! Asking the applicant something before deciding.

use std::time::Duration;

use values::InquiryText;

use super::*;
use crate::{
    Error,
    entities::account_role,
    groups::MemberRole,
    ids::{GroupId, InquiryId},
    requests::{
        self, AnswerError, CancelError, InquiryOutcome, WaitingInterval, answer, inquiries,
        tests::joins_as, waiting_intervals,
    },
};

const HOUR: Duration = Duration::from_hours(1);

fn text(text: &str) -> InquiryText {
    text.parse().unwrap()
}

fn question() -> InquiryText {
    text("Quantas chamadas por mês?")
}

async fn state(test: &TestPortal, id: RequestId) -> RequestState {
    let request = requests::load(test.portal.db.writer(), id).await.unwrap();
    request.unwrap().state
}

/// Ana, Carlos who has asked her something, her group, the request and the question.
async fn asked() -> (TestPortal, Scope, Scope, GroupId, RequestId, InquiryId) {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.request;
    test.clock.advance(HOUR);
    let inquiry = ask(&carlos, id, &question()).await.unwrap();
    (test, ana, carlos, bank, id, inquiry)
}

#[tokio::test]
async fn an_answer_brings_the_request_back_and_is_told_to_whoever_asked() {
    let (test, ana, _, _, id, inquiry) = asked().await;
    assert_eq!(state(&test, id).await, RequestState::AwaitingApplicant);
    assert!(mails(&test).await.contains(&Mail::InquiryAsked { inquiry }));
    let view = find(&ana, &test.catalogue, id).await.unwrap().unwrap();
    assert_eq!(view.status, Status::AwaitingApplicant);
    test.clock.advance(HOUR);
    answer(&ana, id, inquiry, &text("Cerca de 5.000."))
        .await
        .unwrap();
    assert_eq!(state(&test, id).await, RequestState::Pending);
    let told = Mail::InquiryAnswered { inquiry };
    assert!(mails(&test).await.contains(&told));
    let [view] = &inquiries(&ana, id).await.unwrap()[..] else {
        panic!("one question was asked");
    };
    assert_eq!(view.outcome, Some(InquiryOutcome::Answered));
    assert_eq!(view.answer.as_deref(), Some("Cerca de 5.000."));
    assert_eq!(view.asked_by, None, "companies need not know who asked");
    assert_eq!(times(&test, Action::InformationRequested).await, 1);
    assert_eq!(times(&test, Action::InformationGiven).await, 1);
}

#[tokio::test]
async fn the_answer_to_one_who_decides_no_more_is_told_to_those_who_do() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let roles = account_role::Entity::delete_many();
    let carlos_alone = account_role::Column::AccountId.eq(carlos.account_id().unwrap());
    let db = test.portal.db.writer();
    roles.filter(carlos_alone).exec(db).await.unwrap();
    answer(&ana, id, inquiry, &text("Cinco mil."))
        .await
        .unwrap();
    let told = Mail::DecisionAwaited {
        request: id,
        manager: dora.account_id().unwrap(),
    };
    assert!(mails(&test).await.contains(&told));
}

#[tokio::test]
async fn viewers_read_the_question_and_leave_the_answer_to_others() {
    let (test, _, _, bank, id, inquiry) = asked().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins_as(&bia, bank, MemberRole::Viewer).await;
    assert_eq!(inquiries(&bia, id).await.unwrap().len(), 1);
    let refused = answer(&bia, id, inquiry, &text("Cinco mil.")).await;
    assert!(matches!(
        refused,
        Err(AnswerError::Common(Error::NotFound(_)))
    ));
    assert_eq!(state(&test, id).await, RequestState::AwaitingApplicant);
}

#[tokio::test]
async fn whoever_makes_requests_may_answer_and_nobody_else() {
    let (test, _, carlos, bank, id, inquiry) = asked().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let refused = answer(&bia, id, inquiry, &text("Cinco mil.")).await;
    assert!(matches!(
        refused,
        Err(AnswerError::Common(Error::NotFound(_)))
    ));
    assert!(inquiries(&bia, id).await.unwrap().is_empty());
    joins(&bia, bank).await;
    answer(&bia, id, inquiry, &text("Cinco mil."))
        .await
        .unwrap();
    let views = inquiries(&carlos, id).await.unwrap();
    assert!(views[0].answered_by.is_some() && views[0].asked_by.is_some());
}

#[tokio::test]
async fn of_two_managers_asking_at_once_one_asks() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;
    let (one, two) = (question(), text("Desde quando?"));
    let both = tokio::join!(ask(&carlos, id, &one), ask(&dora, id, &two));
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    let awaiting = RequestState::AwaitingApplicant;
    assert!(matches!(lost, InquiryError::Changed { state } if state == awaiting));
    assert_eq!(inquiries(&ana, id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn of_a_question_and_a_decision_on_what_was_seen_one_counts() {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;
    let (asked, seen) = (question(), Some(RequestState::Pending));
    let approval = Approval {
        seen,
        ..Approval::default()
    };
    let both = tokio::join!(
        ask(&carlos, id, &asked),
        approve_with(&dora, &test.vault, id, approval)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let expected = if both.0.is_ok() {
        RequestState::AwaitingApplicant
    } else {
        RequestState::Approved
    };
    assert_eq!(state(&test, id).await, expected);
}

#[tokio::test]
async fn a_manager_may_decide_anyway_and_the_question_is_over() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    approve(&carlos, &test.vault, id, None).await.unwrap();
    let views = inquiries(&ana, id).await.unwrap();
    assert_eq!(views[0].outcome, Some(InquiryOutcome::Closed));
    let late = answer(&ana, id, inquiry, &text("Cinco mil.")).await;
    let approved = RequestState::Approved;
    assert!(matches!(late, Err(AnswerError::Ended { state }) if state == approved));
}

#[tokio::test]
async fn an_applicant_may_cancel_instead_of_answering() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    requests::cancel(&ana, id).await.unwrap();
    assert_eq!(state(&test, id).await, RequestState::Cancelled);
    let again = requests::cancel(&ana, id).await;
    assert!(matches!(again, Err(CancelError::TooLate { .. })));
    let late = withdraw(&carlos, id, inquiry).await;
    assert!(matches!(late, Err(InquiryError::Changed { .. })));
}

#[tokio::test]
async fn a_question_that_was_withdrawn_needs_no_answer() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    withdraw(&carlos, id, inquiry).await.unwrap();
    assert_eq!(state(&test, id).await, RequestState::Pending);
    let told = Mail::InquiryWithdrawn { inquiry };
    assert!(mails(&test).await.contains(&told));
    let another = ask(&carlos, id, &text("Desde quando?")).await.unwrap();
    let old = answer(&ana, id, inquiry, &text("Cinco mil.")).await;
    assert!(matches!(old, Err(AnswerError::Ended { .. })));
    assert_eq!(state(&test, id).await, RequestState::AwaitingApplicant);
    answer(&ana, id, another, &text("Já.")).await.unwrap();
}

#[tokio::test]
async fn the_time_of_the_applicant_is_known() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    let from = test.portal.now();
    test.clock.advance(HOUR);
    answer(&ana, id, inquiry, &text("Cinco mil."))
        .await
        .unwrap();
    let to = Some(test.portal.now());
    test.clock.advance(HOUR);
    let again = test.portal.now();
    ask(&carlos, id, &question()).await.unwrap();
    let db = test.portal.db.reader();
    let waited = waiting_intervals(db, &[id]).await.unwrap();
    let expected = [
        WaitingInterval { from, to },
        WaitingInterval {
            from: again,
            to: None,
        },
    ];
    assert_eq!(waited[&id], expected);
}

#[tokio::test]
async fn only_managers_who_are_no_party_ask() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let id = asks(&ana, bank).await.request;
    let refused = ask(&ana, id, &question()).await;
    assert!(matches!(
        refused,
        Err(InquiryError::Common(Error::Forbidden(_)))
    ));
    joins(&carlos, bank).await;
    let own = ask(&carlos, id, &question()).await;
    assert!(matches!(own, Err(InquiryError::Own)));
    assert_eq!(state(&test, id).await, RequestState::Pending);
}

#[tokio::test]
async fn what_awaits_its_applicant_is_open_still() {
    let (_test, ana, _, bank, id, _) = asked().await;
    let draft = requests::start(
        &ana,
        &ana.services().catalogue,
        requests::tests::api(&ana, "smv"),
        Plan::Trial,
        requests::GroupChoice::Existing(bank),
    )
    .await
    .unwrap();
    assert_eq!(draft, requests::ChoiceOutcome::AlreadyOpen(id));
}

#[tokio::test]
async fn the_target_stands_still_while_the_applicant_is_asked() {
    let (test, ana, carlos, _, id, inquiry) = asked().await;
    let passed = async || {
        let found = queue(&carlos, &test.catalogue).await.unwrap();
        let waiting = found.items[0].waiting.unwrap();
        (waiting.passed, waiting.target)
    };
    test.clock.advance(7 * 24 * HOUR);
    answer(&ana, id, inquiry, &text("Cinco mil."))
        .await
        .unwrap();
    let request = requests::load(test.portal.db.writer(), id).await.unwrap();
    let request = request.unwrap();
    let settings = &test.portal.settings;
    let target = chrono::TimeDelta::from_std(settings.decision_target.within).unwrap();
    let counted = settings.working_time(request.submitted_at, test.portal.now());
    let waited = waiting_intervals(test.portal.db.reader(), &[id]).await;
    let waited = waited.unwrap()[&id][0];
    let waited = settings.working_time(waited.from, waited.to.unwrap());
    assert!(waited > chrono::TimeDelta::zero());
    assert_eq!(passed().await, (counted - waited, target));
    let due = request.due_at.unwrap();
    let until_due = settings.working_time(request.submitted_at, due);
    assert_eq!(until_due, target + waited);
}
