//! Jobs as they come, fail, come back and go.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use locales::Locale;
use sea_orm::{ActiveModelTrait, DatabaseBackend, EntityTrait, Set};
use tokio::sync::oneshot;

use super::claim::{ClaimedJob, claim};
use super::*;
use crate::{
    accounts::{register, request_reset},
    entities::account,
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
struct Mailbox(Arc<Mutex<Vec<Mail>>>);

impl Mailbox {
    fn list(&self) -> Vec<Mail> {
        self.0.lock().unwrap().clone()
    }
}

#[async_trait]
impl MailHandler for Mailbox {
    async fn send(&self, _: MailId, mail: &Mail) -> Result<Delivery, DeliveryError> {
        self.0.lock().unwrap().push(mail.clone());
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_never_claim_the_same_job() {
    let office = office().await;
    for _ in 0..24 {
        office.queues_a_riddle().await;
    }
    let claims = (0..8).map(|_| {
        let portal = Arc::clone(&office.test.portal);
        let instance = portal.new_id();
        tokio::spawn(async move { claim(&portal, instance, Lane::Work, 4).await.unwrap() })
    });
    let mut claimed = Vec::new();
    for claim in claims.collect::<Vec<_>>() {
        claimed.extend(claim.await.unwrap());
    }
    let ids: HashSet<_> = claimed.iter().map(|job| job.id).collect();
    assert_eq!(ids.len(), claimed.len());
    assert!(office.jobs().await.iter().all(|job| job.attempts <= 1));
}

#[tokio::test]
async fn a_job_of_a_dead_worker_comes_back_when_its_lease_ends() {
    let office = office().await;
    office.ana_registers().await;
    assert!(office.claims().await.is_some());
    assert!(office.claims().await.is_none());
    office.test.clock.advance(LONG);
    assert_eq!(office.worker.run_due().await.unwrap(), 2);
    assert_eq!(office.accounts().await.len(), 1);
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
async fn who_lost_the_lease_does_nothing() {
    let office = office().await;
    office.ana_registers().await;
    let slow = office.claims().await.unwrap();
    office.test.clock.advance(LONG);
    let quick = office.claims().await.unwrap();
    office.worker.clone().run_attempt(slow).await;
    assert_eq!(office.accounts().await.len(), 0);
    office.worker.clone().run_attempt(quick).await;
    assert_eq!(office.accounts().await.len(), 1);
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
async fn a_job_that_kills_its_worker_is_laid_aside_too() {
    let office = office().await;
    office.queues_a_riddle().await;
    for _ in 0..24 {
        assert!(office.claims().await.is_some());
        office.test.clock.advance(LONG);
    }
    assert!(office.claims().await.is_none());
    assert_eq!(office.jobs().await[0].state, JobState::Dead);
}

#[tokio::test]
async fn a_lease_lasts_for_as_long_as_it_is_renewed() {
    let office = office().await;
    office.queues_a_riddle().await;
    let held = office.claims().await.unwrap();
    for _ in 0..100 {
        office.test.clock.advance(claim::RENEW_EVERY);
        let (portal, instance) = (&office.test.portal, office.worker.instance);
        claim::renew(portal, instance, &[held.id]).await.unwrap();
        assert!(office.claims().await.is_none());
    }
    office.test.clock.advance(claim::RENEW_EVERY * 6);
    assert!(office.claims().await.is_some());
}

#[tokio::test]
async fn what_a_killed_instance_held_goes_on_when_the_next_one_starts() {
    let office = office().await;
    office.queues_a_riddle().await;
    let gone = office.test.portal.new_id();
    let portal = &office.test.portal;
    assert_eq!(claim(portal, gone, Lane::Work, 4).await.unwrap().len(), 1);
    let released = claim::release_abandoned(portal, office.worker.instance);
    let alone = portal.db.writer().get_database_backend() == DatabaseBackend::Sqlite;
    assert_eq!(released.await.unwrap(), u64::from(alone));
    // Where others may be at work, nobody takes from them what they may hold.
    assert_eq!(office.claims().await.is_some(), alone);
    office.test.clock.advance(Duration::from_secs(30));
    assert!(office.claims().await.is_some());
}

#[tokio::test]
async fn a_running_worker_hears_the_bell_and_stops_when_told() {
    let office = office().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let worker = office.worker.clone();
    let running = tokio::spawn(async move {
        worker.run(async { stopped.await.unwrap() }).await;
    });
    office.ana_registers().await;
    while office.mailbox.list().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(office.jobs().await, []);
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

/// Whether the worker was woken since the last time.
async fn woken(test: &TestPortal) -> bool {
    tokio::select! {
        biased;
        () = test.portal.db.job_notifier().notified() => true,
        () = std::future::ready(()) => false,
    }
}

#[tokio::test]
async fn the_worker_is_woken_by_a_commit_that_leaves_it_something_to_do_and_by_no_other() {
    let test = testing::portal().await;
    let (scope, account) = (test.system(), test.portal.new_id());
    let mail = Job::Mail(Mail::PasswordChanged { account });

    let transaction = test.portal.db.begin().await.unwrap();
    enqueue(&transaction, &scope, &mail).await.unwrap();
    assert!(!woken(&test).await);
    transaction.commit().await.unwrap();
    assert!(woken(&test).await);

    let transaction = test.portal.db.begin().await.unwrap();
    enqueue(&transaction, &scope, &mail).await.unwrap();
    transaction.rollback().await.unwrap();
    assert!(!woken(&test).await);

    let transaction = test.portal.db.begin().await.unwrap();
    crate::counter::next(&transaction, "changes").await.unwrap();
    transaction.commit().await.unwrap();
    assert!(!woken(&test).await);
}
