use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, GroupId, WebhookId},
    vocabulary::PauseCause,
};

/// Where events are sent to.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhooks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookId,
    /// Whose events it gets; `None` for those of the whole portal.
    pub group_id: Option<GroupId>,
    pub url: String,
    /// The kinds of events, separated by blanks.
    pub events: String,
    /// Sealed.
    pub secret: Vec<u8>,
    pub secret_version: i32,
    /// Who had the secret made.
    pub secret_by: Option<AccountId>,
    /// The secret of before, sealed, which signs as well until it ends.
    pub old_secret: Option<Vec<u8>>,
    pub old_secret_version: Option<i32>,
    pub old_secret_ends_at: Option<Timestamp>,
    pub paused_at: Option<Timestamp>,
    pub pause_cause: Option<PauseCause>,
    /// When an attempt last arrived.
    pub delivered_at: Option<Timestamp>,
    /// Since when every attempt failed.
    pub failing_since: Option<Timestamp>,
    /// Until when nothing is sent, since the receiver did not answer in time.
    pub rests_until: Option<Timestamp>,
    /// Counts changes.
    pub revision: i32,
    pub created_at: Timestamp,
    pub created_by: Option<AccountId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
