//! The mails of the queue, written and sent.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::DbErr;

use super::{Mailer, render};
use domain::{
    Services,
    accounts::refusals,
    db::Transaction,
    ids::{AccountId, MailId},
    jobs::{Delivery, DeliveryError, Mail, MailHandler},
};

/// Writes mails from what the domain knows, and has a mailer send them.
pub struct MailDelivery {
    services: Arc<Services>,
    mailer: Mailer,
}

impl MailDelivery {
    #[must_use]
    pub const fn new(services: Arc<Services>, mailer: Mailer) -> Self {
        Self { services, mailer }
    }
}

#[async_trait]
impl MailHandler for MailDelivery {
    async fn send(&self, id: MailId, mail: &Mail) -> Result<Delivery, DeliveryError> {
        let services = &self.services;
        let message = match render(&services.system(), services, mail).await {
            Ok(Some(message)) => message,
            Ok(None) => return Ok(Delivery::Nothing),
            Err(error) => return Err(DeliveryError::Unwritten(error.into())),
        };
        let to = message.account;
        match self.mailer.send(&services.portal, id, &message).await {
            Ok(()) => Ok(Delivery::Sent { to }),
            Err(error) => Err(DeliveryError::Unsent {
                fault: error.fault(),
                error: error.into(),
                to,
            }),
        }
    }

    async fn taken(&self, transaction: &Transaction, to: AccountId) -> Result<(), DbErr> {
        refusals::forget(transaction, to).await
    }

    async fn given_up(
        &self,
        transaction: &Transaction,
        to: AccountId,
        why: &str,
    ) -> Result<(), DbErr> {
        refusals::record(transaction, to, self.services.portal.now(), why).await
    }
}
