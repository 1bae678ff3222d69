use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{AccountId, InquiryId, RequestId},
    vocabulary::InquiryOutcome,
};

/// What a contract manager asked the applicant of a request, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inquiries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InquiryId,
    pub request_id: RequestId,
    /// From 1, in the order in which they were asked.
    pub number: i32,
    pub asked_at: Timestamp,
    pub asked_by: AccountId,
    pub question: String,
    /// `None` while the applicant has the word.
    pub outcome: Option<InquiryOutcome>,
    pub ended_at: Option<Timestamp>,
    pub ended_by: Option<AccountId>,
    pub answer: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
