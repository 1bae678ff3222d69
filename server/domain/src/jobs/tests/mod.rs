//! Jobs as they come, fail, come back and go.

mod leases;
mod waking;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use locales::Locale;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use tokio::sync::Notify;

use super::claim::{ClaimedJob, claim};
use super::*;
use crate::{
    DbErr,
    accounts::{register, request_reset},
    db::Transaction,
    entities::{account, job},
    ids::MailId,
    testing::{self, TestPortal},
};

const LONG: Duration = Duration::from_hours(2);

struct Office {
    test: TestPortal,
    worker: Worker,
    mailbox: Mailbox,
}

/// A portal with a worker whose mails go to a mailbox.
async fn office() -> Office {
    let (test, mailbox) = (testing::portal().await, Mailbox::default());
    Office {
        worker: test.worker(mailbox.clone()),
        test,
        mailbox,
    }
}

/// Keeps what was to be sent.
#[derive(Clone, Default)]
struct Mailbox {
    mails: Arc<Mutex<Vec<Mail>>>,
    /// Is notified of each mail.
    arrival: Arc<Notify>,
}

impl Mailbox {
    fn list(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }
}

#[async_trait]
impl MailHandler for Mailbox {
    async fn send(&self, _: MailId, mail: &Mail) -> Result<Delivery, DeliveryError> {
        self.mails.lock().unwrap().push(mail.clone());
        self.arrival.notify_one();
        Ok(Delivery::Sent { to: None })
    }

    async fn taken(&self, _: &Transaction, _: AccountId) -> Result<(), DbErr> {
        Ok(())
    }

    async fn given_up(&self, _: &Transaction, _: AccountId, _: &str) -> Result<(), DbErr> {
        Ok(())
    }
}

impl Office {
    async fn ana_registers(&self) {
        let registration = Registration {
            given_name: "Ana".parse().unwrap(),
            family_name: "Souza".parse().unwrap(),
            email: "ana.souza@empresa.com.br".parse().unwrap(),
            locale: Locale::PtBr,
        };
        register(&self.test.scope(), &self.test.incidents, registration)
            .await
            .unwrap();
        self.test.clock.advance(LATEST);
    }

    /// Queues a job that no version of the portal knows.
    async fn queues_a_riddle(&self) {
        let now = self.test.portal.now();
        let riddle = job::ActiveModel {
            id: Set(self.test.portal.new_id()),
            lane: Set(Lane::Work),
            payload: Set(r#"{"kind":"riddle","email":"ana.souza@empresa.com.br"}"#.to_owned()),
            state: Set(JobState::Queued),
            attempts: Set(0),
            run_at: Set(now),
            instance_id: Set(None),
            give_up_at: Set(None),
            times_lost: Set(0),
            last_error: Set(None),
            created_at: Set(now),
        };
        riddle.insert(self.test.portal.db.writer()).await.unwrap();
    }

    async fn jobs(&self) -> Vec<job::Model> {
        job::Entity::find()
            .all(self.test.portal.db.writer())
            .await
            .unwrap()
    }

    async fn accounts(&self) -> Vec<account::Model> {
        let db = self.test.portal.db.writer();
        account::Entity::find().all(db).await.unwrap()
    }

    async fn claims(&self) -> Option<ClaimedJob> {
        let instance = self.worker.instance;
        let claimed = claim(&self.test.portal, instance, Lane::Work, 1).await;
        claimed.unwrap().pop()
    }
}

#[tokio::test]
async fn a_job_leads_to_the_next_and_nothing_is_left_of_either() {
    let office = office().await;
    office.ana_registers().await;
    assert_eq!(office.worker.run_due().await.unwrap(), 2);
    assert_eq!(office.jobs().await, []);
    let [ana] = &office.accounts().await[..] else {
        panic!("not one account");
    };
    assert_eq!(ana.email.as_str(), "ana.souza@empresa.com.br");
    assert!(matches!(
        office.mailbox.list()[..],
        [Mail::RegistrationLink { account, .. }] if account == ana.id
    ));
}

#[tokio::test]
async fn a_job_that_a_clock_put_far_ahead_comes_back_with_the_clock() {
    let office = office().await;
    office.test.clock.advance(48 * LONG);
    office.ana_registers().await;
    office.test.clock.rewind(48 * LONG);
    assert_eq!(office.worker.run_due().await.unwrap(), 0);
    crate::correct_future_times(&office.test.portal)
        .await
        .unwrap();
    assert_eq!(office.worker.run_due().await.unwrap(), 2);
    assert_eq!(office.accounts().await.len(), 1);
}

#[tokio::test]
async fn a_job_that_waits_for_its_next_attempt_goes_on_waiting() {
    let office = office().await;
    office.queues_a_riddle().await;
    assert_eq!(office.worker.run_due().await.unwrap(), 1);
    crate::correct_future_times(&office.test.portal)
        .await
        .unwrap();
    assert_eq!(office.worker.run_due().await.unwrap(), 0);
}

#[tokio::test]
async fn a_job_that_failed_waits_before_it_is_tried_again() {
    let office = office().await;
    office.queues_a_riddle().await;
    assert_eq!(office.worker.run_due().await.unwrap(), 1);
    assert_eq!(office.worker.run_due().await.unwrap(), 0);
    office.test.clock.advance(Duration::from_secs(1));
    assert_eq!(office.worker.run_due().await.unwrap(), 1);
    let job = office.jobs().await.remove(0);
    assert_eq!((job.state, job.attempts), (JobState::Queued, 2));
    assert!(job.run_at >= office.test.portal.now() + Duration::from_secs(1));
}

#[tokio::test]
async fn after_five_days_a_job_is_laid_aside_with_a_reason_that_names_nobody() {
    let office = office().await;
    office.queues_a_riddle().await;
    let begun = office.test.portal.now();
    while office.jobs().await[0].state == JobState::Queued {
        assert!(office.worker.run_due().await.unwrap() <= 1);
        office.test.clock.advance(Duration::from_mins(30));
    }
    let age = office.test.portal.now() - begun;
    assert!(
        age >= TRIED_FOR && age < TRIED_FOR + chrono::TimeDelta::hours(2),
        "{age}"
    );
    let job = office.jobs().await.remove(0);
    assert!(job.attempts > 100, "{} attempts", job.attempts);
    let reason = job.last_error.unwrap();
    assert_eq!(reason, "this version of the portal does not know the job");
    assert_eq!(office.worker.run_due().await.unwrap(), 0);
}

#[tokio::test]
async fn registrations_and_resets_begin_at_a_moment_that_nobody_can_tell() {
    let office = office().await;
    let begun = office.test.portal.now();
    for number in 0..20 {
        let visitor = office.test.visitor_from(&format!("203.0.{number}.7"));
        let email = format!("pessoa{number}@empresa.com.br");
        let registration = Registration {
            given_name: "Ana".parse().unwrap(),
            family_name: "Souza".parse().unwrap(),
            email: email.parse().unwrap(),
            locale: Locale::PtBr,
        };
        register(&visitor, &office.test.incidents, registration)
            .await
            .unwrap();
        request_reset(&visitor, &office.test.incidents, email.parse().unwrap())
            .await
            .unwrap();
    }
    for kind in ["register", "request_reset"] {
        let kind = format!("{{\"kind\":\"{kind}\"");
        let mut jobs = office.jobs().await;
        jobs.retain(|job| job.payload.starts_with(&kind));
        let waits: HashSet<_> = jobs
            .iter()
            .map(|job| (job.run_at - begun).to_std().unwrap())
            .collect();
        assert_eq!(waits.len(), 20, "two begin at once: {waits:?}");
        let (first, last) = (waits.iter().min().unwrap(), waits.iter().max().unwrap());
        assert!(*first < LATEST / 4, "{waits:?}");
        assert!(LATEST * 3 / 4 < *last && *last <= LATEST, "{waits:?}");
    }
    office.test.clock.advance(LATEST);
    office.worker.run_due().await.unwrap();
    assert_eq!(office.jobs().await, []);
}
