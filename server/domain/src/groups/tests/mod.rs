//! Teams in the words of their people.

mod handover;
mod invitations;
mod members;
mod rights;

use super::{
    GroupRight, MemberRole,
    invitations::{InvitationState, InviteError, NewInvitation},
    members::{MemberError, change_role, hand_over, leave, page, remove},
};
use crate::{
    Error, Scope,
    audit::Action,
    ids::{AccountId, GroupId},
    jobs::Mail,
    requests::tests::{group, joins, joins_as, mails, portal, times},
    testing::TestPortal,
    token::Token,
};

fn id(person: &Scope) -> AccountId {
    person.account_id().unwrap()
}

/// Ana owns a group that Bia develops for.
async fn team() -> (TestPortal, Scope, Scope, GroupId) {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    (test, ana, bia, bank)
}

async fn role(person: &Scope, group: GroupId) -> Option<MemberRole> {
    super::own_role(person, group).await.unwrap()
}
