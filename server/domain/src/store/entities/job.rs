use sea_orm::entity::prelude::*;

use crate::{
    clock::Timestamp,
    ids::{InstanceId, JobId},
    vocabulary::{JobState, Lane, TRIED_FOR},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    pub payload: String,
    pub lane: Lane,
    pub state: JobState,
    pub attempts: i32,
    pub run_at: Timestamp,
    /// The instance that runs it.
    pub instance_id: Option<InstanceId>,
    /// `None` for jobs of versions without such a time.
    pub give_up_at: Option<Timestamp>,
    /// How many times its worker died while running it.
    pub times_lost: i32,
    pub last_error: Option<String>,
    pub created_at: Timestamp,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Model {
    #[must_use]
    pub fn give_up_at(&self) -> Timestamp {
        self.give_up_at.unwrap_or(self.created_at + TRIED_FOR)
    }
}

impl ActiveModelBehavior for ActiveModel {}
