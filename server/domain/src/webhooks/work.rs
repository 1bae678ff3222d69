//! The handler of the jobs of webhooks.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::DbErr;

use super::{Exchange, publish, record, send, under_way::UnderWay};
use crate::{
    Portal, Scope,
    db::Transaction,
    jobs::{DeliveryAttempt, Event, Sending, WebhookHandler},
    store::Vault,
};

/// A message with its signature, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingMessage {
    pub url: String,
    /// The same in every attempt, so that receivers know a second copy.
    pub id: String,
    /// When it is sent, in seconds since 1970.
    pub timestamp: i64,
    /// One or two signatures, separated by a blank.
    pub signature: String,
    pub body: String,
}

/// Sends messages to public addresses.
#[async_trait]
pub trait Transport: Send + Sync {
    async fn post(&self, message: &OutgoingMessage) -> Exchange;
}

pub struct WebhookWork {
    portal: Arc<Portal>,
    vault: Arc<Vault>,
    transport: Arc<dyn Transport>,
    under_way: UnderWay,
}

impl WebhookWork {
    #[must_use]
    pub fn new(portal: Arc<Portal>, vault: Arc<Vault>, transport: Arc<dyn Transport>) -> Self {
        Self {
            portal,
            vault,
            transport,
            under_way: UnderWay::default(),
        }
    }

    fn scope(&self) -> Scope {
        Scope::system(Arc::clone(&self.portal))
    }
}

#[async_trait]
impl WebhookHandler for WebhookWork {
    async fn publish(&self, transaction: &Transaction, event: Event) -> Result<(), DbErr> {
        publish::publish(transaction, &self.scope(), event).await
    }

    async fn send(&self, attempt: DeliveryAttempt) -> Result<Sending, DbErr> {
        let (portal, vault) = (&self.portal, &self.vault);
        let transport = self.transport.as_ref();
        send::send(portal, vault, transport, &self.under_way, attempt).await
    }

    async fn record(
        &self,
        transaction: &Transaction,
        attempt: DeliveryAttempt,
        sending: Sending,
    ) -> Result<(), DbErr> {
        record::record(transaction, &self.scope(), attempt, sending).await
    }
}
