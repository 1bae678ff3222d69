//! Sends invitations, sends them again and withdraws them.

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Select, Set, UpdateMany,
    sea_query::{Expr, OnConflict},
};

use super::{GOOD_FOR, InvitationState, row, token};
use crate::{
    Error, Scope,
    accounts::{self, CorporateMailMode, Email, TooOften, throttle},
    audit::Action,
    db::Transaction,
    from_common,
    groups::{
        GroupRight, MemberRole, is_member,
        members::{begin_change, record},
    },
    ids::{AccountId, GroupId, InvitationId},
    jobs::{self, Job, Mail},
    store::Vault,
    vocabulary::Verdict,
};

/// How many open invitations a group has at most.
pub const MAX_OPEN: u64 = 50;

#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub email: Email,
    pub role: MemberRole,
}

#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The address is a member's.
    #[error("they belong to the group already")]
    AlreadyMember,
    /// It has an open invitation, which can be sent again.
    #[error("the address is invited already")]
    AlreadyInvited,
    /// The portal takes no free mail addresses.
    #[error("free mail addresses are not taken")]
    FreeMail,
    #[error("too many invitations are open")]
    TooMany,
    /// The asker must give the password again before somebody gets at keys.
    #[error("not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(InviteError);

/// Invites an address to a group, in a role.
///
/// # Errors
/// [`InviteError`] tells why it is not invited; [`Error::Forbidden`] for whoever is no owner,
/// [`Error::NotFound`] for whoever does not belong to the group.
pub async fn invite(
    scope: &Scope,
    vault: &Vault,
    group: GroupId,
    new: &NewInvitation,
) -> Result<InvitationId, InviteError> {
    let policy = &scope.portal.settings.corporate_mail;
    let transaction = scope.portal.db.begin().await?;
    let by = begin_change(&transaction, scope, group).await?;
    if policy.mode == CorporateMailMode::Block && policy.classify(&new.email) == Verdict::FreeMail {
        return Err(InviteError::FreeMail);
    }
    if belongs(&transaction, group, &new.email).await? {
        return Err(InviteError::AlreadyMember);
    }
    if new.role.may(GroupRight::UseKeys) && !scope.may_change_keys() {
        return Err(InviteError::Unconfirmed);
    }
    close_expired(&transaction, scope, group, &new.email).await?;
    if open_in(group).count(&transaction).await? >= MAX_OPEN {
        return Err(InviteError::TooMany);
    }
    let id = scope.portal.new_id();
    if !insert(&transaction, scope, vault, (id, group, by), new).await? {
        return Err(InviteError::AlreadyInvited);
    }
    throttle::count_act(&transaction, scope, by).await??;
    throttle::count_invitation(&transaction, scope, group, &new.email).await??;
    send(&transaction, scope, (group, id), Action::InvitationSent).await?;
    transaction.commit().await?;
    Ok(id)
}

async fn belongs(transaction: &Transaction, group: GroupId, email: &Email) -> Result<bool, DbErr> {
    match accounts::with_address(transaction, email).await? {
        Some((contact, _)) => is_member(transaction, group, contact.id).await,
        None => Ok(false),
    }
}

/// Makes room for another invitation of the address, once the one before is over.
async fn close_expired(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    email: &Email,
) -> Result<(), DbErr> {
    end(scope, InvitationState::Expired)
        .filter(row::Column::GroupId.eq(group))
        .filter(row::Column::Email.eq(email.clone()))
        .filter(row::Column::ExpiresAt.lte(scope.now()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Ends those open invitations that the caller chooses.
pub(super) fn end(scope: &Scope, outcome: InvitationState) -> UpdateMany<row::Entity> {
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(outcome))
        .col_expr(row::Column::EndedAt, Expr::value(scope.now()))
        .filter(row::Column::State.eq(InvitationState::Open))
}

pub(super) fn open_in(group: GroupId) -> Select<row::Entity> {
    row::Entity::find()
        .filter(row::Column::GroupId.eq(group))
        .filter(row::Column::State.eq(InvitationState::Open))
}

/// The row of an open invitation, sent now.
pub(crate) fn row_of(
    scope: &Scope,
    vault: &Vault,
    (group, by): (GroupId, AccountId),
    new: &NewInvitation,
) -> row::ActiveModel {
    let id = scope.portal.new_id();
    row::ActiveModel {
        id: Set(id),
        group_id: Set(group),
        email: Set(new.email.clone()),
        role: Set(new.role),
        state: Set(InvitationState::Open),
        token_hash: Set(token::of(vault, id).hash()),
        key_version: Set(vault.version()),
        invited_by: Set(by),
        created_at: Set(scope.now()),
        sent_at: Set(scope.now()),
        expires_at: Set(scope.now() + GOOD_FOR),
        ended_at: Set(None),
    }
}

/// Inserts the invitation; tells whether it did, which the unique index on group and address
/// decides.
async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    (id, group, by): (InvitationId, GroupId, AccountId),
    new: &NewInvitation,
) -> Result<bool, DbErr> {
    let row = row::ActiveModel {
        id: Set(id),
        token_hash: Set(token::of(vault, id).hash()),
        ..row_of(scope, vault, (group, by), new)
    };
    let inserted = row::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

async fn send(
    transaction: &Transaction,
    scope: &Scope,
    (group, invitation): (GroupId, InvitationId),
    action: Action,
) -> Result<(), DbErr> {
    record(transaction, scope, group, action, invitation.to_string()).await?;
    let mail = Mail::GroupInvitation { invitation };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}

/// Sends an open invitation again, also an expired one; it is then good anew.
///
/// # Errors
/// [`InviteError::Unconfirmed`] and [`InviteError::TooOften`] as for [`invite`],
/// [`Error::NotFound`] when there is no such invitation, or it is over.
pub async fn resend(scope: &Scope, group: GroupId, id: InvitationId) -> Result<(), InviteError> {
    let transaction = scope.portal.db.begin().await?;
    let by = begin_change(&transaction, scope, group).await?;
    let found = open_in(group).filter(row::Column::Id.eq(id));
    let found = found.one(&transaction).await?.ok_or(NO_SUCH_INVITATION)?;
    if found.role.may(GroupRight::UseKeys) && !scope.may_change_keys() {
        return Err(InviteError::Unconfirmed);
    }
    throttle::count_act(&transaction, scope, by).await??;
    throttle::count_invitation(&transaction, scope, group, &found.email).await??;
    let sent = row::Entity::update_many()
        .col_expr(row::Column::SentAt, Expr::value(scope.now()))
        .col_expr(row::Column::ExpiresAt, Expr::value(scope.now() + GOOD_FOR))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::State.eq(InvitationState::Open))
        .exec(&transaction)
        .await?;
    if sent.rows_affected != 1 {
        return Err(NO_SUCH_INVITATION.into());
    }
    send(&transaction, scope, (group, id), Action::InvitationResent).await?;
    transaction.commit().await?;
    Ok(())
}

const NO_SUCH_INVITATION: Error = Error::NotFound("no such invitation");

/// Withdraws an open invitation: its link is good no longer.
///
/// # Errors
/// [`Error::NotFound`] when there is no such invitation, or it is over; [`Error::Forbidden`] for
/// whoever is no owner.
pub async fn withdraw(scope: &Scope, group: GroupId, id: InvitationId) -> Result<(), Error> {
    let transaction = scope.portal.db.begin().await?;
    begin_change(&transaction, scope, group).await?;
    let ended = end(scope, InvitationState::Withdrawn)
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::GroupId.eq(group))
        .exec(&transaction)
        .await?;
    if ended.rows_affected != 1 {
        return Err(NO_SUCH_INVITATION);
    }
    let action = Action::InvitationWithdrawn;
    record(&transaction, scope, group, action, id.to_string()).await?;
    transaction.commit().await?;
    Ok(())
}

/// Withdraws what somebody invited others by who is no owner any more: they could come back by it.
pub(in crate::groups) async fn withdraw_of(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    account: AccountId,
) -> Result<(), DbErr> {
    end(scope, InvitationState::Withdrawn)
        .filter(row::Column::GroupId.eq(group))
        .filter(row::Column::InvitedBy.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}
