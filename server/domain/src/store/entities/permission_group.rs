use sea_orm::entity::prelude::*;
use values::{Cnpj, Phone};

use crate::{
    clock::Timestamp,
    ids::{AccountId, GroupId},
    vocabulary::Email,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permission_groups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GroupId,
    pub legal_name: String,
    pub cnpj: Cnpj,
    pub name: String,
    /// Names, CNPJ and address in the form that searches compare: lower case, no accents.
    pub search_text: String,
    pub email: Email,
    /// When somebody confirmed the address; before that it gets no mail.
    pub email_confirmed_at: Option<Timestamp>,
    pub phone: Phone,
    pub created_by: AccountId,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
