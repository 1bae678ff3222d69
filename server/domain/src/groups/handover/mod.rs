//! Staff hand a group over when no owner is able to: one of them proposes it with a reason, another
//! one confirms it. The owners are told of both, so that whoever is there after all can object.

mod view;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    UpdateMany,
    sea_query::{Expr, OnConflict},
};
use values::Reason;

pub use crate::entities::group_handover::Model as Handover;
use crate::{
    Error, Role, Scope,
    accounts::{self, Email},
    audit::Action,
    db::Transaction,
    entities::{
        group_handover::{ActiveModel, Column, Entity},
        membership,
    },
    from_common,
    groups::{
        MemberRole, by_ids, is_member,
        members::{notify, record},
    },
    ids::{AccountId, GroupId, HandoverId},
    jobs::{self, Job, Mail},
    vocabulary::HandoverState,
};
pub use view::{GroupForStaff, OwnerAtWork, Waiting, for_staff, of_cnpj};

#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    /// Another one waits for the group.
    #[error("a hand-over of the group waits already")]
    AlreadyOpen,
    /// Nobody who has verified it has this address.
    #[error("the address has no account that is in use")]
    UnknownPerson,
    /// They own the group already.
    #[error("they own the group already")]
    AlreadyOwner,
    /// Somebody else must confirm what one proposed.
    #[error("a second person must confirm it")]
    SecondPerson,
    #[error("it was confirmed or withdrawn already")]
    Over,
    /// The asker must give the password again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(HandoverError);

/// Proposes to make somebody an owner of a group, and tells its owners.
///
/// # Errors
/// [`HandoverError`] tells why not; [`Error::NotFound`] when there is no such group,
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn propose(
    scope: &Scope,
    group: GroupId,
    to: &Email,
    reason: &Reason,
) -> Result<HandoverId, HandoverError> {
    let by = require_staff(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let found = by_ids(&transaction, [group].into_iter()).await?;
    found.get(&group).ok_or(Error::NotFound("no such group"))?;
    let person = accounts::with_address(&transaction, to).await?;
    let person = person.filter(|(_, verified)| *verified);
    let (person, _) = person.ok_or(HandoverError::UnknownPerson)?;
    if person.id == by || is_member(&transaction, group, by).await? {
        return Err(HandoverError::SecondPerson);
    }
    if owner_ids(&transaction, group).await?.contains(&person.id) {
        return Err(HandoverError::AlreadyOwner);
    }
    let id = scope.portal.new_id();
    let row = ActiveModel {
        id: Set(id),
        group_id: Set(group),
        to_account_id: Set(person.id),
        reason: Set(reason.to_string()),
        state: Set(HandoverState::Open),
        proposed_by: Set(by),
        proposed_at: Set(scope.now()),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(&transaction)
        .await?;
    if inserted != 1 {
        return Err(HandoverError::AlreadyOpen);
    }
    let details = person.id.to_string();
    record(
        &transaction,
        scope,
        group,
        Action::HandoverProposed,
        details,
    )
    .await?;
    tell_owners(&transaction, scope, group, id).await?;
    transaction.commit().await?;
    Ok(id)
}

fn require_staff(scope: &Scope) -> Result<AccountId, HandoverError> {
    scope.require(Role::Support)?;
    let (person, _) = scope.require_in_person()?;
    if scope.is_confirmed() {
        Ok(person.id)
    } else {
        Err(HandoverError::Unconfirmed)
    }
}

/// Makes the person an owner, by a second person's yes, and tells them and the other owners, who
/// stay.
///
/// # Errors
/// [`HandoverError::SecondPerson`] for whoever proposed it, belongs to the group or would own it,
/// [`HandoverError::Over`] when it was confirmed or withdrawn, or whoever proposed it left support, [`Error::NotFound`] when there is none, [`Error::Forbidden`] for whoever
/// is not in support.
pub async fn confirm(scope: &Scope, id: HandoverId) -> Result<GroupId, HandoverError> {
    let by = require_staff(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let handover = find(&transaction, id).await?;
    if [handover.proposed_by, handover.to_account_id].contains(&by)
        || is_member(&transaction, handover.group_id, by).await?
    {
        return Err(HandoverError::SecondPerson);
    }
    // Whoever proposed it may be no staff any more.
    if !accounts::has_role(&transaction, handover.proposed_by, Role::Support).await? {
        return Err(HandoverError::Over);
    }
    let decided = decide(scope, by, id, HandoverState::Confirmed)
        .filter(Column::ProposedBy.ne(by))
        .exec(&transaction)
        .await?;
    if decided.rows_affected != 1 {
        return Err(HandoverError::Over);
    }
    let (group, account) = (handover.group_id, handover.to_account_id);
    make_owner(&transaction, scope, group, account).await?;
    let details = account.to_string();
    record(
        &transaction,
        scope,
        group,
        Action::HandoverConfirmed,
        details,
    )
    .await?;
    notify(
        &transaction,
        scope,
        (group, account),
        Some(MemberRole::Owner),
    )
    .await?;
    tell_owners(&transaction, scope, group, id).await?;
    transaction.commit().await?;
    Ok(group)
}

async fn make_owner(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    account: AccountId,
) -> Result<(), DbErr> {
    let row = membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(account),
        role: Set(MemberRole::Owner),
        joined_at: Set(scope.now()),
    };
    let there = [membership::Column::GroupId, membership::Column::AccountId];
    membership::Entity::insert(row)
        .on_conflict(
            OnConflict::columns(there)
                .update_column(membership::Column::Role)
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Takes a proposal back, or refuses it.
///
/// # Errors
/// As [`confirm`], but for [`HandoverError::SecondPerson`].
pub async fn withdraw(scope: &Scope, id: HandoverId) -> Result<GroupId, HandoverError> {
    let by = require_staff(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let handover = find(&transaction, id).await?;
    let decided = decide(scope, by, id, HandoverState::Withdrawn)
        .exec(&transaction)
        .await?;
    if decided.rows_affected != 1 {
        return Err(HandoverError::Over);
    }
    let (group, details) = (handover.group_id, handover.to_account_id.to_string());
    record(
        &transaction,
        scope,
        group,
        Action::HandoverWithdrawn,
        details,
    )
    .await?;
    transaction.commit().await?;
    Ok(group)
}

async fn find(db: &impl ConnectionTrait, id: HandoverId) -> Result<Handover, Error> {
    let found = Entity::find_by_id(id).one(db).await?;
    found.ok_or(Error::NotFound("no such hand-over"))
}

/// Decides on an open one, by one statement.
fn decide(
    scope: &Scope,
    by: AccountId,
    id: HandoverId,
    outcome: HandoverState,
) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(outcome))
        .col_expr(Column::DecidedBy, Expr::value(by))
        .col_expr(Column::DecidedAt, Expr::value(scope.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(HandoverState::Open))
}

async fn tell_owners(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    handover: HandoverId,
) -> Result<(), DbErr> {
    for to in owner_ids(transaction, group).await? {
        let mail = Job::Mail(Mail::GroupHandover { handover, to });
        jobs::enqueue(transaction, scope, &mail).await?;
    }
    Ok(())
}

/// A hand-over, without a check of who may see it; for its mail.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(db: &impl ConnectionTrait, id: HandoverId) -> Result<Option<Handover>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

pub(super) async fn owner_ids(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<AccountId>, DbErr> {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .order_by_asc(membership::Column::AccountId)
        .into_tuple()
        .all(db)
        .await
}
