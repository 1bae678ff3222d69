//! Mails about who belongs to a group.

use domain::{
    DbErr, Scope, accounts,
    credentials::Vault,
    groups::{
        self, Group, MemberRole, handover,
        invitations::{self, Invitation},
    },
    ids::{AccountId, GroupId, HandoverId, InvitationId},
    vocabulary::HandoverState,
};
use locales::{Locale, member_roles as roles};

use super::{
    letters::{
        GroupHandover, GroupInvitation, InvitationAccepted, MemberRemoved, MemberRoleChanged,
    },
    links,
    render::{Reader, Rendered, left},
};

/// None once the invitation is over. It is in the language of the account that the address has, or
/// else in that of whoever invites.
pub(super) async fn invited(scope: &Scope, vault: &Vault, id: InvitationId) -> Rendered {
    let Some((invitation, token)) = invitations::issue(scope, vault, id).await? else {
        return Ok(None);
    };
    let group = find(scope, invitation.group_id).await?;
    let by = Reader::find(scope, invitation.invited_by).await?;
    let (Some(group), Some(by)) = (group, by) else {
        return Ok(None);
    };
    let known = known_reader(scope, &invitation).await?;
    let locale = known.as_ref().map_or(by.locale, |known| known.locale);
    let letter = GroupInvitation {
        by: by.email.shown(),
        cnpj: group.cnpj.masked(),
        role: role_name(invitation.role, locale),
        link: links::invitation(&scope.portal, &token),
        good_for: left(locale, invitation.expires_at - scope.now()),
    };
    let reader = Reader {
        email: invitation.email,
        account: known.and_then(|known| known.account),
        name: String::new(),
        locale,
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn known_reader(scope: &Scope, invitation: &Invitation) -> Result<Option<Reader>, DbErr> {
    let db = scope.portal.db.reader();
    let found = accounts::with_address(db, &invitation.email).await?;
    let verified = found.filter(|(_, verified)| *verified);
    Ok(verified.map(|(contact, _)| Reader::from(contact)))
}

/// None when whoever invited, or whoever accepted, does not belong to the group any more.
pub(super) async fn accepted(scope: &Scope, id: InvitationId, account: AccountId) -> Rendered {
    let db = scope.portal.db.reader();
    let Some(invitation) = invitations::load(db, id).await? else {
        return Ok(None);
    };
    let id = invitation.group_id;
    let member = groups::is_member(db, id, account).await?
        && groups::is_member(db, id, invitation.invited_by).await?;
    let mut names = accounts::names(db, [account].into_iter()).await?;
    let (Some(group), Some(reader), Some(who), true) = (
        find(scope, id).await?,
        Reader::find(scope, invitation.invited_by).await?,
        names.remove(&account),
        member,
    ) else {
        return Ok(None);
    };
    let letter = InvitationAccepted {
        name: reader.name.clone(),
        who,
        group: group.name,
        role: role_name(invitation.role, reader.locale),
        link: links::members(&scope.portal, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// What somebody may do in a group from now on, or that they were removed.
pub(super) async fn changed(
    scope: &Scope,
    group: GroupId,
    account: AccountId,
    role: Option<MemberRole>,
) -> Rendered {
    let group = find(scope, group).await?;
    let (Some(group), Some(reader)) = (group, Reader::find(scope, account).await?) else {
        return Ok(None);
    };
    let (name, link) = (reader.name.clone(), links::applications(&scope.portal));
    let group = group.name;
    let message = if let Some(role) = role {
        let role = role_name(role, reader.locale);
        let letter = MemberRoleChanged {
            name,
            group,
            role,
            link,
        };
        reader.message(&scope.portal, &letter)
    } else {
        let letter = MemberRemoved { name, group, link };
        reader.message(&scope.portal, &letter)
    };
    message.map(Some)
}

/// To an owner, who may object; none once it was withdrawn, to whoever owns the group no more, and to
/// the new owner.
pub(super) async fn handed_over(scope: &Scope, id: HandoverId, to: AccountId) -> Rendered {
    let db = scope.portal.db.reader();
    let Some(handover) = handover::load(db, id).await? else {
        return Ok(None);
    };
    let is_over = handover.state == HandoverState::Withdrawn;
    let mut names = accounts::names(db, [handover.to_account_id].into_iter()).await?;
    let (Some(group), Some(reader), Some(who), false) = (
        find(scope, handover.group_id).await?,
        Reader::find(scope, to).await?,
        names.remove(&handover.to_account_id),
        is_over || to == handover.to_account_id,
    ) else {
        return Ok(None);
    };
    let letter = GroupHandover {
        name: reader.name.clone(),
        who,
        group: group.name,
        is_done: handover.state == HandoverState::Confirmed,
        link: links::contact(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn find(scope: &Scope, id: GroupId) -> Result<Option<Group>, DbErr> {
    let found = groups::by_ids(scope.portal.db.reader(), [id].into_iter()).await?;
    Ok(found.into_values().next())
}

const fn role_name(role: MemberRole, locale: Locale) -> &'static str {
    match role {
        MemberRole::Owner => roles::owner(locale),
        MemberRole::Developer => roles::developer(locale),
        MemberRole::Viewer => roles::viewer(locale),
    }
}
