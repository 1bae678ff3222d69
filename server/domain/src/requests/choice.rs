//! The group that a request is made for: an existing one, or one created with it.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{Request, RequestState};
use crate::{
    Error, Person, Scope,
    accounts::TooOften,
    catalogue::Plan,
    db::Transaction,
    entities::request,
    from_common,
    groups::{self, GroupCreation, GroupRight, NewGroup},
    ids::{ApiId, GroupId, RequestId},
};

#[derive(Clone, Debug)]
pub enum GroupChoice {
    Existing(GroupId),
    New(NewGroup),
}

/// The outcome of choosing a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceOutcome {
    Draft(RequestId),
    /// The group has an open request for the same API and plan; nothing was changed.
    AlreadyOpen(RequestId),
}

#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error("no such group")]
    UnknownGroup,
    /// The person has another group with this name and CNPJ.
    #[error("the person has such a group already")]
    NameTaken,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ChooseError);

/// Returns the chosen group, and creates a new one.
pub(super) async fn resolve_group(
    transaction: &Transaction,
    scope: &Scope,
    person: &Person,
    choice: GroupChoice,
) -> Result<GroupId, ChooseError> {
    match choice {
        GroupChoice::New(group) => {
            match groups::create_in(transaction, scope, person.id, group).await? {
                GroupCreation::Group(id) => Ok(id),
                GroupCreation::NameTaken(_) => Err(ChooseError::NameTaken),
                GroupCreation::TooOften(wait) => Err(wait.into()),
            }
        }
        GroupChoice::Existing(id) => {
            groups::find_where(transaction, scope, id, GroupRight::Request)
                .await?
                .map(|group| group.id)
                .ok_or(ChooseError::UnknownGroup)
        }
    }
}

/// The open request of the group for this API and plan.
pub(super) async fn open_request(
    db: &impl ConnectionTrait,
    group: GroupId,
    api: ApiId,
    plan: Plan,
) -> Result<Option<Request>, DbErr> {
    request::Entity::find()
        .filter(request::Column::GroupId.eq(group))
        .filter(request::Column::ApiId.eq(api))
        .filter(request::Column::Plan.eq(plan))
        .filter(request::Column::State.is_in(RequestState::OPEN))
        .one(db)
        .await
}
