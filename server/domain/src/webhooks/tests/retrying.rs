//! What happens when a receiver does not take a message.

use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::*;
use crate::jobs::WebhookHandler;

const SECONDS_5: Duration = Duration::from_secs(5);
const DAYS_3: Duration = Duration::from_hours(72);

/// The states of a webhook's deliveries, with the numbers of attempts.
fn states(log: &[Delivery]) -> Vec<(DeliveryState, i32)> {
    log.iter().map(|it| (it.state, it.attempts)).collect()
}

#[tokio::test]
async fn a_receiver_that_is_down_for_an_hour_gets_everything_once_it_is_back() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Err(SendFailure::Connection), 4);
    let first = office.works().await;
    assert_eq!(first.len(), 1);
    // After 5 s, 5 min and half an hour.
    assert_eq!(office.after(Duration::from_secs(4)).await.len(), 0);
    assert_eq!(office.after(Duration::from_secs(1)).await.len(), 1);
    assert_eq!(office.after(Duration::from_mins(5)).await.len(), 1);
    assert_eq!(office.after(Duration::from_mins(30)).await.len(), 1);
    assert!(office.seen(webhook).await.failing_since.is_some());
    // The next one takes what waits with it.
    office.test.clock.advance(Duration::from_mins(25));
    let ana = office.test.confirmed(&office.ana);
    send_test(&ana, webhook).await.unwrap();
    let messages = office.works().await;
    let ids: Vec<_> = messages.iter().map(|message| &message.id).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&&first[0].id), "the same message as before");
    let log = office.log(webhook).await;
    assert_eq!(
        states(&log),
        [(DeliveryState::Delivered, 5), (DeliveryState::Delivered, 1)]
    );
    assert_eq!(office.seen(webhook).await.failing_since, None);
    assert_eq!(office.after(DAYS_3).await, [], "nothing is sent twice");
}

#[tokio::test]
async fn an_answer_that_is_no_success_is_kept_and_tried_again() {
    let office = office().await;
    let webhook = office.tested().await;
    for status in [500, 301] {
        office.receiver.will(Ok(status), 1);
    }
    office.works().await;
    office.after(SECONDS_5).await;
    office.after(Duration::from_mins(5)).await;
    let log = office.log(webhook).await;
    assert_eq!(states(&log), [(DeliveryState::Delivered, 3)]);
    let (_, _, attempts) = delivery(&office.ana, log[0].id).await.unwrap();
    let kept: Vec<_> = attempts
        .iter()
        .map(|it| (it.number, it.status, it.answer.as_str(), it.took))
        .collect();
    let answer = |number, status| (number, Some(status), "is kept", 7);
    assert_eq!(kept, [answer(1, 500), answer(2, 301), answer(3, 200)]);
}

#[tokio::test]
async fn a_webhook_whose_receiver_takes_nothing_for_three_days_is_paused_with_a_mail() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Ok(500), 20);
    let mut attempts = office.works().await.len();
    let mut hours = 0;
    while office.seen(webhook).await.paused.is_none() {
        attempts += office.after(Duration::from_hours(1)).await.len();
        hours += 1;
    }
    assert_eq!(attempts, 10);
    assert!((71..=80).contains(&hours), "{hours} hours");
    let (_, cause) = office.seen(webhook).await.paused.unwrap();
    assert_eq!(cause, PauseCause::Failing);
    assert_eq!(*office.mails.0.lock().unwrap(), [webhook]);
    let log = office.log(webhook).await;
    assert_eq!(states(&log), [(DeliveryState::GivenUp, 10)]);
    assert_eq!(office.after(DAYS_3).await, []);
}

#[tokio::test]
async fn one_message_that_is_never_taken_does_not_pause_a_webhook_that_takes_others() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Ok(422), 1);
    office.works().await;
    for _ in 0..9 {
        // Another message arrives, and all that waits is tried again at once.
        let ana = office.test.confirmed(&office.ana);
        send_test(&ana, webhook).await.unwrap();
        office.receiver.will(Ok(200), 1);
        office.receiver.will(Ok(422), 1);
        office.after(Duration::from_hours(24)).await;
    }
    assert_eq!(office.seen(webhook).await.paused, None);
    assert_eq!(*office.mails.0.lock().unwrap(), []);
}

#[tokio::test]
async fn a_receiver_that_takes_some_and_refuses_others_gets_each_by_its_own_schedule() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Ok(503), 1);
    office.works().await;
    for _ in 0..20 {
        let ana = office.test.confirmed(&office.ana);
        send_test(&ana, webhook).await.unwrap();
        assert_eq!(office.works().await.len(), 1, "the other one waits");
    }
    assert_eq!(office.after(SECONDS_5).await.len(), 1);
}

#[tokio::test]
async fn what_a_paused_webhook_was_to_get_is_given_up_after_three_days() {
    let office = office().await;
    let webhook = office.tested().await;
    pause(&office.ana, webhook).await.unwrap();
    office.works().await;
    assert_eq!(office.log(webhook).await[0].next_attempt_at, None);
    office.test.clock.advance(DAYS_3 + Duration::from_hours(9));
    let ana = office.test.confirmed(&office.ana);
    resume(&ana, webhook).await.unwrap();
    assert_eq!(office.works().await, []);
    let log = office.log(webhook).await;
    assert_eq!(states(&log), [(DeliveryState::GivenUp, 0)]);
    // Somebody may still want it.
    send_again(&ana, log[0].id).await.unwrap();
    assert_eq!(office.works().await.len(), 1);
}

#[tokio::test]
async fn what_arrives_while_somebody_pauses_the_webhook_is_in_the_log() {
    let office = office().await;
    let webhook = office.tested().await;
    let sent = office.log(webhook).await.remove(0).id;
    let work = WebhookWork::new(
        office.test.portal.clone(),
        office.test.vault.clone(),
        Arc::new(office.receiver.clone()),
    );
    let attempt = crate::jobs::DeliveryAttempt {
        delivery: sent,
        number: 1,
    };
    let sending = work.send(attempt).await.unwrap();
    pause(&office.ana, webhook).await.unwrap();
    let transaction = office.test.portal.db.begin().await.unwrap();
    work.record(&transaction, attempt, sending).await.unwrap();
    transaction.commit().await.unwrap();
    let log = office.log(webhook).await;
    assert_eq!(states(&log), [(DeliveryState::Delivered, 1)]);
    office.works().await;
    assert_eq!(office.receiver.take(), [], "it is not sent again");
}

#[tokio::test]
async fn a_delivery_whose_job_was_dropped_can_be_sent_again() {
    let office = office().await;
    let webhook = office.tested().await;
    let id = office.log(webhook).await.remove(0).id;
    crate::entities::job::Entity::delete_many()
        .exec(office.test.portal.db.writer())
        .await
        .unwrap();
    let early = send_again(&office.ana, id).await;
    assert!(matches!(early, Err(DeliveryError::Pending)), "{early:?}");
    office.test.clock.advance(Duration::from_mins(11));
    send_again(&office.ana, id).await.unwrap();
    assert_eq!(office.works().await.len(), 1);
}

#[tokio::test]
async fn a_clock_that_ran_ahead_lets_no_receiver_rest_for_long() {
    let office = office().await;
    let webhook = office.tested().await;
    let year = office.test.portal.now() + Duration::from_hours(24 * 365);
    let resting = crate::entities::webhook::ActiveModel {
        id: Set(webhook),
        rests_until: Set(Some(year)),
        ..Default::default()
    };
    resting
        .update(office.test.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(office.works().await.len(), 1);
}

#[tokio::test]
async fn a_receiver_that_is_gone_pauses_its_webhook_at_once() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Ok(410), 1);
    office.works().await;
    let (_, cause) = office.seen(webhook).await.paused.unwrap();
    assert_eq!(cause, PauseCause::Gone);
    assert_eq!(*office.mails.0.lock().unwrap(), [webhook]);
    office.approved().await;
    assert_eq!(office.works().await, [], "it is told nothing");
}

#[tokio::test]
async fn a_receiver_that_does_not_answer_in_time_rests_for_a_minute() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Err(SendFailure::Timeout), 1);
    office.works().await;
    office.test.clock.advance(Duration::from_secs(1));
    send_test(&office.ana, webhook).await.unwrap();
    assert_eq!(office.after(SECONDS_5).await, []);
    assert_eq!(office.after(Duration::from_secs(54)).await.len(), 2);
    let log = office.log(webhook).await;
    assert_eq!(
        states(&log),
        [(DeliveryState::Delivered, 2), (DeliveryState::Delivered, 1)],
        "to wait is no attempt"
    );
}

#[tokio::test]
async fn what_waits_for_a_paused_webhook_leaves_when_it_is_resumed() {
    let office = office().await;
    let webhook = office.tested().await;
    pause(&office.ana, webhook).await.unwrap();
    assert_eq!(office.works().await, []);
    assert_eq!(*office.mails.0.lock().unwrap(), [], "Ana knows it");
    resume(&office.ana, webhook).await.unwrap();
    assert_eq!(office.works().await.len(), 1);
}

#[tokio::test]
async fn a_message_is_sent_again_when_somebody_asks_for_that() {
    let office = office().await;
    let webhook = office.tested().await;
    let before = office.works().await;
    let sent = office.log(webhook).await.remove(0);
    send_again(&office.ana, sent.id).await.unwrap();
    let refused = send_again(&office.ana, sent.id).await;
    assert!(
        matches!(refused, Err(DeliveryError::Pending)),
        "{refused:?}"
    );
    let again = office.works().await;
    assert_eq!(again.len(), 1);
    assert_eq!(
        (&again[0].id, &again[0].body),
        (&before[0].id, &before[0].body)
    );
    assert_eq!(
        states(&office.log(webhook).await),
        [(DeliveryState::Delivered, 2)]
    );
}

#[tokio::test]
async fn a_clock_that_is_set_right_does_not_hurry_what_waits_for_a_day() {
    let office = office().await;
    let webhook = office.tested().await;
    office.receiver.will(Ok(500), 5);
    office.works().await;
    for wait in [SECONDS_5, Duration::from_mins(5), Duration::from_mins(30)] {
        office.after(wait).await;
    }
    crate::correct_future_times(&office.test.portal)
        .await
        .unwrap();
    assert_eq!(office.works().await, []);
    let waiting = office.log(webhook).await.remove(0);
    let two_hours = office.test.portal.now() + Duration::from_hours(2);
    assert_eq!(waiting.next_attempt_at, Some(two_hours));
}

#[tokio::test]
async fn the_log_is_kept_for_a_month() {
    let office = office().await;
    let webhook = office.tested().await;
    office.works().await;
    office.test.clock.advance(Duration::from_hours(24 * 30));
    delete_stale(&office.test.portal).await.unwrap();
    assert_eq!(office.log(webhook).await.len(), 1);
    office.test.clock.advance(Duration::from_secs(1));
    delete_stale(&office.test.portal).await.unwrap();
    assert_eq!(office.log(webhook).await, []);
}
