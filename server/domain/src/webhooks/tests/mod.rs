//! Webhooks, in the words of who makes them and who receives them.

mod managing;
mod retrying;
mod telling;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use serde_json::Value;

use super::*;
use crate::{
    DbErr, PageRequest, Role, Scope, approvals,
    audit::Action,
    db::Transaction,
    ids::{AccountId, ApplicationId, GroupId, MailId, WebhookId},
    jobs::{Delivery as MailDelivery, DeliveryError as MailError, Mail, MailHandler, Worker},
    requests::tests::{asks, group, portal, reason},
    testing::TestPortal,
};

/// Answers as a test says, or else with 200, and keeps what it was sent.
#[derive(Clone, Default)]
struct Receiver {
    answers: Arc<Mutex<VecDeque<Result<u16, SendFailure>>>>,
    received: Arc<Mutex<Vec<OutgoingMessage>>>,
}

impl Receiver {
    /// The next attempts go like this.
    fn will(&self, answer: Result<u16, SendFailure>, times: usize) {
        self.answers
            .lock()
            .unwrap()
            .extend(std::iter::repeat_n(answer, times));
    }

    /// What was sent since the last time.
    fn take(&self) -> Vec<OutgoingMessage> {
        std::mem::take(&mut self.received.lock().unwrap())
    }
}

#[async_trait]
impl Transport for Receiver {
    async fn post(&self, message: &OutgoingMessage) -> Exchange {
        self.received.lock().unwrap().push(message.clone());
        let next = self.answers.lock().unwrap().pop_front();
        let answer = next.unwrap_or(Ok(200)).map(|status| ReceiverAnswer {
            status,
            body: "is kept".to_owned(),
        });
        Exchange {
            took: Duration::from_millis(7),
            answer,
        }
    }
}

/// Keeps the webhooks of which a mail said that they are paused.
#[derive(Clone, Default)]
struct Mails(Arc<Mutex<Vec<WebhookId>>>);

#[async_trait]
impl MailHandler for Mails {
    async fn send(&self, _: MailId, mail: &Mail) -> Result<MailDelivery, MailError> {
        if let Mail::WebhookPaused { webhook, .. } = mail {
            self.0.lock().unwrap().push(*webhook);
        }
        Ok(MailDelivery::Sent { to: None })
    }

    async fn taken(&self, _: &Transaction, _: AccountId) -> Result<(), DbErr> {
        Ok(())
    }

    async fn given_up(&self, _: &Transaction, _: AccountId, _: &str) -> Result<(), DbErr> {
        Ok(())
    }
}

/// A company with a group, and staff.
struct Office {
    test: TestPortal,
    worker: Worker,
    receiver: Receiver,
    mails: Mails,
    ana: Scope,
    group: GroupId,
    staff: Scope,
}

async fn office() -> Office {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let staff = test.person("carlos@balcao.example", Role::ALL).await;
    let group = group(&ana).await;
    let (receiver, mails) = (Receiver::default(), Mails::default());
    let worker = test.worker_with(mails.clone(), Arc::new(receiver.clone()));
    Office {
        test,
        worker,
        receiver,
        mails,
        ana,
        group,
        staff,
    }
}

fn every_kind() -> Vec<EventKind> {
    EventKind::selectable().collect()
}

impl Office {
    fn types(&self, owner: WebhookOwner, events: &[EventKind]) -> NewWebhook {
        NewWebhook {
            id: self.test.portal.new_id(),
            owner,
            url: "https://empresa.example/balcao".to_owned(),
            events: events.to_vec(),
        }
    }

    /// A webhook of Ana's group, and its secret.
    async fn listens(&self, events: &[EventKind]) -> (WebhookId, WebhookSecret) {
        let new = self.types(WebhookOwner::Group(self.group), events);
        let (webhook, secret) = add(&self.ana, &self.test.vault, new).await.unwrap();
        (webhook.id, secret)
    }

    /// A webhook of Ana's group that was just told of a test.
    async fn tested(&self) -> WebhookId {
        let (webhook, _) = self.listens(&every_kind()).await;
        send_test(&self.ana, webhook).await.unwrap();
        webhook
    }

    async fn approved(&self) -> ApplicationId {
        let asked = asks(&self.ana, self.group).await;
        approvals::approve(&self.staff, &self.test.vault, asked.request, None)
            .await
            .unwrap();
        asked.application
    }

    /// The worker does what is due; what was sent meanwhile.
    async fn works(&self) -> Vec<OutgoingMessage> {
        self.worker.run_due().await.unwrap();
        self.receiver.take()
    }

    /// The kinds and bodies of what was sent.
    async fn tells(&self) -> Vec<(String, Value)> {
        let messages = self.works().await.into_iter();
        let mut told: Vec<_> = messages
            .map(|message| {
                let body: Value = serde_json::from_str(&message.body).unwrap();
                (body["type"].as_str().unwrap().to_owned(), body)
            })
            .collect();
        told.sort_by(|(one, _), (other, _)| one.cmp(other));
        told
    }

    async fn tells_kinds(&self) -> Vec<String> {
        self.tells()
            .await
            .into_iter()
            .map(|(kind, _)| kind)
            .collect()
    }

    async fn after(&self, time: Duration) -> Vec<OutgoingMessage> {
        self.test.clock.advance(time);
        self.works().await
    }

    async fn log(&self, webhook: WebhookId) -> Vec<Delivery> {
        let page = PageRequest {
            after: None,
            size: 100,
            oldest_first: true,
        };
        deliveries(&self.ana, webhook, None, &page)
            .await
            .unwrap()
            .items
    }

    async fn seen(&self, webhook: WebhookId) -> Webhook {
        find(&self.ana, webhook).await.unwrap()
    }
}
