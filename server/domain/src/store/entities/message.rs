use locales::Locale;
use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, MessageId},
    vocabulary::{Email, MessageState},
};

/// A message to support.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    /// As in `M-2026-0042`.
    pub number: String,
    /// The sender's account, if somebody was signed in.
    pub account_id: Option<AccountId>,
    pub name: String,
    pub email: Email,
    /// The language that the sender reads.
    pub locale: String,
    pub subject: String,
    pub text: String,
    /// All of it in the form that searches compare: lower case, no accents.
    pub search_text: String,
    pub state: MessageState,
    /// Who in support looks after it.
    pub assignee_id: Option<AccountId>,
    /// How often it was changed. A change names the revision that its author saw.
    pub revision: i32,
    pub submitted_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The language that the sender reads. A tag that is unknown falls back to Portuguese.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale.parse().unwrap_or_default()
    }
}
