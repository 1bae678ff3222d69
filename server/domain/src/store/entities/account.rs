use sea_orm::entity::prelude::*;

use crate::{clock::Timestamp, ids::AccountId, vocabulary::Email};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub email: Email,
    pub given_name: String,
    pub family_name: String,
    /// Names and address in the form that searches compare: lower case, no accents.
    pub search_text: String,
    pub locale: String,
    pub password_hash: Option<String>,
    pub password_changed_at: Option<Timestamp>,
    pub email_verified_at: Option<Timestamp>,
    pub terms_version: String,
    pub terms_accepted_at: Timestamp,
    pub last_sign_in_at: Option<Timestamp>,
    /// Since when a sign-in asks for more than the password; `None` while it does not.
    pub second_factor_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Related<super::account_role::Entity> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(super::account_role::Entity)
            .from(Column::Id)
            .to(super::account_role::Column::AccountId)
            .into()
    }
}

impl ActiveModelBehavior for ActiveModel {}
