//! The people of the demo's groups beside their owners, and whom these have invited.

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set, sea_query::OnConflict,
};

use super::content::{DemoGroup, DemoMember};
use crate::{
    Scope, Services,
    db::Transaction,
    entities::{group_invitation, membership},
    groups::invitations::{self, NewInvitation},
    ids::{AccountId, GroupId},
};

/// Adds a member, unless they are one.
pub(super) async fn add_member(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    account: AccountId,
    member: &DemoMember,
) -> Result<(), DbErr> {
    let row = membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(account),
        role: Set(member.role),
        joined_at: Set(scope.now()),
    };
    membership::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Adds the open invitations of a group that was never demonstrated before. No mail leaves.
pub(super) async fn add_invitations(
    transaction: &Transaction,
    scope: &Scope,
    services: &Services,
    (id, owner): (GroupId, AccountId),
    group: &DemoGroup,
) -> Result<(), DbErr> {
    for invited in &group.invited {
        let there = group_invitation::Entity::find()
            .filter(group_invitation::Column::GroupId.eq(id))
            .filter(group_invitation::Column::Email.eq(invited.email.clone()))
            .count(transaction)
            .await?;
        if there > 0 {
            continue;
        }
        let new = NewInvitation {
            email: invited.email.clone(),
            role: invited.role,
        };
        let row = invitations::row_of(scope, &services.vault, (id, owner), &new);
        group_invitation::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}
