use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, GroupId, InvitationId},
    token::TokenHash,
    vocabulary::{Email, InvitationState, MemberRole},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub group_id: GroupId,
    pub email: Email,
    pub role: MemberRole,
    pub state: InvitationState,
    pub token_hash: TokenHash,
    /// The version of the key that its token is made with.
    pub key_version: i32,
    pub invited_by: AccountId,
    pub created_at: Timestamp,
    pub sent_at: Timestamp,
    pub expires_at: Timestamp,
    /// When it was accepted, declined, withdrawn or replaced.
    pub ended_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
