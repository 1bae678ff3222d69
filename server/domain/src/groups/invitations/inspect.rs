//! Looks at an invitation by its link. It only reads, since mail scanners open links too.

use sea_orm::{ConnectionTrait, DbErr};

use super::{Invitation, InvitationState, by_token};
use crate::{
    Scope, accounts,
    groups::{Group, by_ids},
    store::Vault,
    token::Token,
};

/// What a link leads to.
#[derive(Clone, Debug)]
pub enum InvitationLink {
    Open(Box<OpenedInvitation>),
    /// It was accepted, declined or withdrawn, or has expired.
    Ended(InvitationState),
    Unknown,
}

/// An open invitation, as its reader sees it.
#[derive(Clone, Debug)]
pub struct OpenedInvitation {
    pub invitation: Invitation,
    pub group: Group,
    /// The name of whoever sent it.
    pub inviter: String,
    pub reader: InvitedReader,
}

/// Who reads an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitedReader {
    /// Whom it is for, signed in.
    Invited,
    /// Somebody else, signed in.
    SomebodyElse,
    /// Somebody who is not signed in, and whose address has an account.
    HasAccount,
    /// Somebody whose address has none that was ever used.
    New,
}

/// The invitation of a link, for whoever has it.
///
/// # Errors
/// When the database cannot be read.
pub async fn inspect(scope: &Scope, vault: &Vault, token: &Token) -> Result<InvitationLink, DbErr> {
    let db = scope.portal.db.reader();
    let Some(invitation) = by_token(db, vault, token).await? else {
        return Ok(InvitationLink::Unknown);
    };
    let state = invitation.state_at(scope.now());
    if state != InvitationState::Open {
        return Ok(InvitationLink::Ended(state));
    }
    let groups = by_ids(db, [invitation.group_id].into_iter()).await?;
    let Some(group) = groups.into_values().next() else {
        return Ok(InvitationLink::Unknown);
    };
    let names = accounts::names(db, [invitation.invited_by].into_iter()).await?;
    let opened = OpenedInvitation {
        reader: reader_of(db, scope, &invitation).await?,
        invitation,
        group,
        inviter: names.into_values().next().unwrap_or_default(),
    };
    Ok(InvitationLink::Open(Box::new(opened)))
}

/// Who asks, seen from the invitation.
pub(super) async fn reader_of(
    db: &impl ConnectionTrait,
    scope: &Scope,
    invitation: &Invitation,
) -> Result<InvitedReader, DbErr> {
    let known = accounts::with_address(db, &invitation.email).await?;
    let owner = known.as_ref().map(|(contact, _)| contact.id);
    Ok(match (scope.person(), known) {
        (Some(person), _) if Some(person.id) == owner => InvitedReader::Invited,
        (Some(_), _) => InvitedReader::SomebodyElse,
        (None, Some((_, true))) => InvitedReader::HasAccount,
        (None, _) => InvitedReader::New,
    })
}
