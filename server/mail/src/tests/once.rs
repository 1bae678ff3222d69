//! Mails that arrive once, or say why not: servers that are away, slow, or refuse.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use locales::Locale;
use sea_orm::{EntityTrait, PaginatorTrait};
use tokio::time::{sleep, timeout};

use super::{
    relay::{Answer, Arrived, Relay},
    *,
};
use domain::{
    Role,
    accounts::{
        Email, Registration,
        links::{LinkState, inspect},
        register, support,
    },
    jobs::{JobState, Worker},
    testing::entities::{account, job},
    testing::{self, TestPortal},
    token::Token,
};

const SENDER: &str = "nao-responda@balcao.example";
/// What stands for the ten minutes of a real server.
const TIMEOUT: Duration = Duration::from_millis(150);

struct Post {
    test: TestPortal,
    worker: Worker,
    relay: Relay,
    people: AtomicU32,
}

async fn post() -> Post {
    let (test, relay) = (testing::portal().await, Relay::start().await);
    let worker = worker(&test, &relay.url);
    Post {
        test,
        worker,
        relay,
        people: AtomicU32::new(0),
    }
}

fn worker(test: &TestPortal, url: &str) -> Worker {
    let server = Smtp::at(url).unwrap().within(Deadlines::of(TIMEOUT));
    worker_of(test, Mailer::smtp(server, SENDER).unwrap())
}

fn worker_of(test: &TestPortal, mailer: Mailer) -> Worker {
    test.worker(MailDelivery::new(test.services.clone(), mailer))
}

impl Post {
    fn next(&self) -> u32 {
        self.people.fetch_add(1, Ordering::Relaxed)
    }

    /// Somebody registers, from a network of their own, and a mail with a link is to leave.
    async fn registers(&self, email: &str) {
        let registration = Registration {
            given_name: "Ana".parse().unwrap(),
            family_name: "Souza".parse().unwrap(),
            email: email.parse().unwrap(),
            locale: Locale::PtBr,
        };
        let somewhere = format!("198.18.{}.7", self.next());
        let scope = self.test.visitor_from(&somewhere);
        register(&scope, &self.test.incidents, registration)
            .await
            .unwrap();
        // The work begins at a random moment within this time.
        self.test.clock.advance(domain::jobs::LATEST);
    }

    /// One minute after the other, everything is done that is due.
    async fn works_for(&self, minutes: u32) {
        for _ in 0..minutes {
            self.worker.run_due().await.unwrap();
            self.test.clock.advance(Duration::from_mins(1));
        }
    }

    async fn jobs(&self) -> Vec<job::Model> {
        let db = self.test.portal.db.writer();
        job::Entity::find().all(db).await.unwrap()
    }

    async fn state_of(&self, arrived: &Arrived) -> LinkState {
        let link = arrived.links[0].rsplit('/').next().unwrap();
        let token = Token::parse(link).unwrap_or_else(|| panic!("{link}"));
        inspect(&self.test.scope(), &self.test.vault, &token)
            .await
            .unwrap()
    }

    /// What support reads of the account's mails.
    async fn refusal(&self, email: &str) -> Option<String> {
        let name = format!("davi{}@balcao.example", self.next());
        let helper = self.test.person(&name, &[Role::Support]);
        let address: Email = email.parse().unwrap();
        let system = self.test.system();
        let account = domain::accounts::find_by_email(&system, &address).await;
        let account = account.unwrap().unwrap().id;
        let view = support::view(&helper.await, account).await.unwrap();
        view.unwrap().mail_refusal.map(|it| it.reason)
    }
}

fn ids(arrived: &[Arrived]) -> BTreeSet<&str> {
    arrived.iter().map(|it| &*it.message_id).collect()
}

#[tokio::test]
async fn a_mail_whose_server_answers_too_late_comes_again_as_the_same_mail_with_the_same_link() {
    let post = post().await;
    post.relay
        .answers(".", Answer::After(TIMEOUT * 4, "250 taken"));
    post.registers("ana.souza@empresa.com.br").await;
    post.works_for(2).await;
    sleep(TIMEOUT * 4).await;
    post.relay.recovers();
    post.works_for(60).await;

    let arrived = post.relay.arrived();
    assert!(arrived.len() >= 2, "{arrived:?}");
    assert_eq!(ids(&arrived).len(), 1, "{arrived:?}");
    assert!(arrived.iter().all(|it| it.links == arrived[0].links));
    assert!(matches!(
        post.state_of(&arrived[0]).await,
        LinkState::Valid { .. }
    ));
    assert_eq!(post.jobs().await, []);
}

#[tokio::test]
async fn a_mail_refused_at_its_end_does_not_count_as_sent_whatever_was_cut_off_before() {
    let post = post().await;
    post.relay
        .answers(".", Answer::After(TIMEOUT * 2, "250 taken"));
    post.registers("lenta@empresa.com.br").await;
    post.works_for(1).await;
    // The client must not take the late answer to the first mail for the answer to the second.
    post.relay.answers(".", Answer::Say("552 5.3.4 too large"));
    post.registers("grande@empresa.com.br").await;
    post.works_for(2).await;

    let refused: Vec<_> = post.jobs().await;
    assert!(refused.iter().all(|it| it.state == JobState::Dead));
    assert_eq!(refused.len(), 2, "{refused:?}");
    let reason = post.refusal("grande@empresa.com.br").await;
    assert_eq!(
        reason.as_deref(),
        Some("refused at the end of the mail: 552 5.3.4")
    );
}

#[tokio::test]
async fn an_address_that_is_none_is_tried_once_and_support_reads_why() {
    let post = post().await;
    let unknown = "550 5.1.1 <ana.souza@empresa.com.br> unknown";
    post.relay.answers("RCPT", Answer::Say(unknown));
    post.registers("ana.souza@empresa.com.br").await;
    post.works_for(60).await;
    assert_eq!(post.relay.conversations(), 1);
    assert_eq!(post.jobs().await[0].state, JobState::Dead);
    let reason = post.refusal("ana.souza@empresa.com.br").await;
    assert_eq!(reason.as_deref(), Some("refused at RCPT TO: 550 5.1.1"));
    let kept = format!("{:?}", post.jobs().await[0].last_error);
    assert!(!kept.contains("ana"), "{kept}");

    // The next mail that is taken ends it.
    post.relay.recovers();
    post.test.clock.advance(Duration::from_hours(2));
    post.registers("ana.souza@empresa.com.br").await;
    post.works_for(2).await;
    assert_eq!(post.refusal("ana.souza@empresa.com.br").await, None);
}

#[tokio::test]
async fn a_server_that_does_not_relay_yet_loses_no_mail() {
    let post = post().await;
    let denied = Answer::Say("554 5.7.1 relay access denied");
    post.relay.answers("RCPT", denied);
    post.registers("ana.souza@empresa.com.br").await;
    post.works_for(24 * 60).await;
    assert_eq!(post.relay.arrived(), []);
    post.relay.recovers();
    post.works_for(61).await;
    assert_eq!(post.relay.arrived().len(), 1);
}

#[tokio::test]
async fn a_server_that_is_away_for_a_weekend_is_tried_alone_and_then_gets_every_mail_once() {
    let post = post().await;
    post.relay.answers("CONNECT", Answer::HangUp);
    for number in 0..40 {
        post.registers(&format!("ana{number}@empresa.com.br")).await;
    }
    post.works_for(3 * 60).await;
    let tried = post.relay.conversations();
    // Four mails are tried at once before the failure is known; then one at a time, at least every
    // five minutes.
    assert!((36..100).contains(&tried), "{tried} conversations");
    assert_eq!(post.jobs().await.len(), 40);
    for _ in 0..63 {
        post.test.clock.advance(Duration::from_hours(1));
        post.worker.run_due().await.unwrap();
    }

    post.relay.recovers();
    post.works_for(6).await;
    let arrived = post.relay.arrived();
    assert_eq!((arrived.len(), ids(&arrived).len()), (40, 40));
    assert_eq!(post.jobs().await, []);
    for mail in &arrived {
        assert!(matches!(post.state_of(mail).await, LinkState::Valid { .. }));
    }
}

#[tokio::test]
async fn a_server_that_does_not_come_back_is_given_up_after_five_days() {
    let post = post().await;
    post.relay.answers("CONNECT", Answer::Say("554 no service"));
    post.registers("ana.souza@empresa.com.br").await;
    for hour in 0..121 {
        post.worker.run_due().await.unwrap();
        let state = post.jobs().await[0].state;
        let wanted = if hour < 120 {
            JobState::Queued
        } else {
            JobState::Dead
        };
        assert_eq!(state, wanted, "after {hour} hours");
        post.test.clock.advance(Duration::from_hours(1));
    }
    let reason = post.refusal("ana.souza@empresa.com.br").await;
    assert_eq!(reason.as_deref(), Some("refused at the greeting: 554"));
}

#[tokio::test]
async fn while_mails_wait_for_a_silent_server_people_can_register() {
    let post = post().await;
    let silent = Answer::After(Duration::from_mins(1), "220 late");
    post.relay.answers("CONNECT", silent);
    let patient = Smtp::at(&post.relay.url).unwrap();
    let mailer = Mailer::smtp(patient, SENDER).unwrap();
    let worker = worker_of(&post.test, mailer);
    let working = tokio::spawn(async move { worker.run(std::future::pending()).await });
    for number in 0..12 {
        post.registers(&format!("ana{number}@empresa.com.br")).await;
    }
    let registered = async {
        let db = post.test.portal.db.reader();
        while account::Entity::find().count(db).await.unwrap() < 12 {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(30), registered).await.unwrap();
    assert_eq!(post.relay.arrived(), []);
    working.abort();
}

#[tokio::test]
async fn a_worker_that_dies_with_a_mail_in_hand_sends_it_once_more_as_the_same_mail() {
    for killed in [".", "MAIL", "DATA"] {
        let post = post().await;
        let late = Answer::After(Duration::from_mins(1), "250 taken");
        post.relay.answers(killed, late);
        post.registers("ana.souza@empresa.com.br").await;
        let patient = Smtp::at(&post.relay.url).unwrap();
        let mailer = Mailer::smtp(patient, SENDER).unwrap();
        let dying = worker_of(&post.test, mailer);
        let work = tokio::spawn(async move { dying.run_due().await });
        while post.relay.conversations() == 0 {
            sleep(Duration::from_millis(5)).await;
        }
        sleep(TIMEOUT).await;
        work.abort();
        post.relay.recovers();
        post.test.clock.advance(Duration::from_secs(30));
        post.works_for(2).await;

        let arrived = post.relay.arrived();
        let wanted = if killed == "." { 2 } else { 1 };
        assert_eq!(arrived.len(), wanted, "{killed}");
        assert_eq!(ids(&arrived).len(), 1, "{killed}");
        assert!(arrived.iter().all(|it| it.links == arrived[0].links));
        assert_eq!(post.jobs().await, [], "{killed}");
    }
}
