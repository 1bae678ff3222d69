//! The jobs of accounts.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::DbErr;

use super::{registration, reset};
use crate::{
    Portal, Scope,
    db::Transaction,
    jobs::{RegistrationRequest, ResetRequest, WorkHandler},
    store::Vault,
};

/// Carries out registrations and resets, with the origin of their requests.
pub struct AccountWork {
    portal: Arc<Portal>,
    vault: Arc<Vault>,
}

impl AccountWork {
    #[must_use]
    pub const fn new(portal: Arc<Portal>, vault: Arc<Vault>) -> Self {
        Self { portal, vault }
    }
}

#[async_trait]
impl WorkHandler for AccountWork {
    async fn register(
        &self,
        transaction: &Transaction,
        asked: RegistrationRequest,
    ) -> Result<(), DbErr> {
        let scope = Scope::visitor(Arc::clone(&self.portal), asked.origin.clone());
        registration::process(&scope, &self.vault, transaction, &asked).await
    }

    async fn reset(&self, transaction: &Transaction, asked: ResetRequest) -> Result<(), DbErr> {
        let scope = Scope::visitor(Arc::clone(&self.portal), asked.origin.clone());
        reset::process(&scope, &self.vault, transaction, &asked).await
    }
}
