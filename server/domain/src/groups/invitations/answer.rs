//! What an invited person answers: they accept, with an account that they have or one that the
//! invitation makes, or they decline.

use locales::Locale;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict};
use values::PersonName;

use super::{
    Invitation, InvitationState, by_token,
    inspect::{InvitedReader, reader_of},
    row,
    send::end,
};
use crate::{
    Error, Scope,
    accounts::{self, Invited, OpenedSession},
    audit::Action,
    db::Transaction,
    entities::membership,
    from_common,
    groups::members::{lock_group, record},
    ids::{AccountId, GroupId},
    jobs::{self, Job, Mail},
    store::Vault,
    token::Token,
};

#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    #[error("the invitation is {0}")]
    Ended(InvitationState),
    /// It is for another address than the asker's.
    #[error("the invitation is for somebody else")]
    SomebodyElse,
    /// The address has an account: its owner signs in.
    #[error("the address has an account")]
    HasAccount,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AcceptError);

/// Makes the signed-in person a member of the group that they were invited to, once, and tells
/// whoever invited them.
///
/// # Errors
/// [`AcceptError::Ended`] when it is over, [`AcceptError::SomebodyElse`] for whoever has another
/// address, [`Error::NotFound`] for an unknown link, [`Error::Forbidden`] for whoever is not signed
/// in.
pub async fn accept(scope: &Scope, vault: &Vault, token: &Token) -> Result<GroupId, AcceptError> {
    let (person, _) = scope.require_in_person()?;
    let account = person.id;
    let transaction = scope.portal.db.begin().await?;
    let invitation = find(&transaction, vault, token).await?;
    if reader_of(&transaction, scope, &invitation).await? != InvitedReader::Invited {
        return Err(AcceptError::SomebodyElse);
    }
    use_up(&transaction, scope, &invitation, InvitationState::Accepted).await?;
    join(&transaction, scope, &invitation, account).await?;
    transaction.commit().await?;
    Ok(invitation.group_id)
}

/// What a person says of themselves who has no account yet, in which language and browser.
pub struct NewPerson<'a> {
    pub given_name: PersonName,
    pub family_name: PersonName,
    pub locale: Locale,
    pub device: &'a str,
    /// The session that the browser has, which ends.
    pub current: Option<&'a Token>,
}

/// Makes an account for the invited address, which the link proves, and a member of it. The session
/// may do one thing: set the password.
///
/// # Errors
/// [`AcceptError::HasAccount`] when the address has an account, [`AcceptError::SomebodyElse`] for
/// whoever is signed in, [`AcceptError::Ended`] when it is over, [`Error::NotFound`] for an unknown
/// link.
pub async fn register(
    scope: &Scope,
    vault: &Vault,
    token: &Token,
    person: NewPerson<'_>,
) -> Result<(OpenedSession, GroupId), AcceptError> {
    if scope.person().is_some() {
        return Err(AcceptError::SomebodyElse);
    }
    let transaction = scope.portal.db.begin().await?;
    let invitation = find(&transaction, vault, token).await?;
    use_up(&transaction, scope, &invitation, InvitationState::Accepted).await?;
    let invited = Invited {
        given_name: person.given_name,
        family_name: person.family_name,
        email: invitation.email.clone(),
        locale: person.locale,
        device: person.device,
        current: person.current,
    };
    let session = accounts::register_invited(&transaction, scope, invited).await?;
    let session = session.ok_or(AcceptError::HasAccount)?;
    join(&transaction, scope, &invitation, session.account).await?;
    transaction.commit().await?;
    Ok((session, invitation.group_id))
}

/// Declines an invitation. Whoever has the link reads the mail of its address and need not sign in.
///
/// # Errors
/// As [`accept`], but for [`Error::Forbidden`].
pub async fn decline(scope: &Scope, vault: &Vault, token: &Token) -> Result<(), AcceptError> {
    let transaction = scope.portal.db.begin().await?;
    let invitation = find(&transaction, vault, token).await?;
    if reader_of(&transaction, scope, &invitation).await? == InvitedReader::SomebodyElse {
        return Err(AcceptError::SomebodyElse);
    }
    use_up(&transaction, scope, &invitation, InvitationState::Declined).await?;
    let (group, details) = (invitation.group_id, invitation.id.to_string());
    record(
        &transaction,
        scope,
        group,
        Action::InvitationDeclined,
        details,
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

async fn find(
    transaction: &Transaction,
    vault: &Vault,
    token: &Token,
) -> Result<Invitation, AcceptError> {
    let found = by_token(transaction, vault, token).await?;
    let found = found.ok_or(Error::NotFound("no such invitation"))?;
    // Whoever changes the people of the group locks it first as well: none waits for the other.
    lock_group(transaction, found.group_id).await?;
    Ok(found)
}

/// Ends the invitation by one statement, which decides between two answers at once.
async fn use_up(
    transaction: &Transaction,
    scope: &Scope,
    invitation: &Invitation,
    outcome: InvitationState,
) -> Result<(), AcceptError> {
    let ended = end(scope, outcome)
        .filter(row::Column::Id.eq(invitation.id))
        .filter(row::Column::ExpiresAt.gt(scope.now()))
        .exec(transaction)
        .await?;
    if ended.rows_affected == 1 {
        return Ok(());
    }
    let now = row::Entity::find_by_id(invitation.id)
        .one(transaction)
        .await?;
    let now = now.unwrap_or_else(|| invitation.clone());
    Err(AcceptError::Ended(now.state_at(scope.now())))
}

/// Makes somebody a member, unless they are one; a member keeps the role that they have.
async fn join(
    transaction: &Transaction,
    scope: &Scope,
    invitation: &Invitation,
    account: AccountId,
) -> Result<(), DbErr> {
    let row = membership::ActiveModel {
        group_id: Set(invitation.group_id),
        account_id: Set(account),
        role: Set(invitation.role),
        joined_at: Set(scope.now()),
    };
    membership::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    let (action, group) = (Action::InvitationAccepted, invitation.group_id);
    record(transaction, scope, group, action, account.to_string()).await?;
    let mail = Mail::InvitationAccepted {
        invitation: invitation.id,
        account,
    };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await
}
