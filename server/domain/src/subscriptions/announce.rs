//! Tells everybody whom news concern: one mail for each, queued some at a time.

use std::sync::Arc;

use async_trait::async_trait;
use sea_orm::DbErr;

use super::recipients::{self, Concerned};
use crate::{
    Portal, Scope,
    db::Transaction,
    jobs::{self, Announcement, AnnouncementHandler, Job, Mail},
};

/// How many are told in one transaction.
pub(super) const AT_ONCE: usize = 200;

pub struct AnnouncementWork {
    portal: Arc<Portal>,
}

impl AnnouncementWork {
    #[must_use]
    pub const fn new(portal: Arc<Portal>) -> Self {
        Self { portal }
    }
}

#[async_trait]
impl AnnouncementHandler for AnnouncementWork {
    /// The mails and the job that goes on are queued in the transaction that deletes this job: after
    /// a kill in between nobody is told twice, and nobody is forgotten. Who wants no mail is left
    /// out when it is written.
    async fn announce(
        &self,
        transaction: &Transaction,
        announcement: Announcement,
    ) -> Result<(), DbErr> {
        let Announcement { news, after } = announcement;
        let concerned = Concerned::by(transaction, news).await?;
        let told = recipients::page(transaction, &concerned, after, AT_ONCE).await?;
        let mails = told
            .iter()
            .map(|to| Job::Mail(Mail::ApiNews { to: *to, news }));
        let mut following: Vec<_> = mails.collect();
        if told.len() == AT_ONCE {
            let after = told.last().copied();
            following.push(Job::Announce(Announcement { news, after }));
        }
        let scope = Scope::system(Arc::clone(&self.portal));
        jobs::enqueue_all(transaction, &scope, &following).await
    }
}
